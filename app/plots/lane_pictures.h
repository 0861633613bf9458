#pragma once

#include "view/timeline.h"

#include <memory>
#include <unordered_map>

namespace threadscape {

/// The lanes' pictures of one frame: worked out once, though several plots ask for them. Their memory is kept from one
/// frame to the next. Threads: one, under a Trace::Reader.
class LanePictures {
public:
    const LanePicture& of(const Trace& trace, const std::shared_ptr<const Snapshot>& snapshot, TrackId track,
                          const TimeAxis& axis)
    {
        if (m_snapshot != snapshot || m_window != axis.window() || m_width != axis.widthPx()) {
            m_snapshot = snapshot;
            m_window = axis.window();
            m_width = axis.widthPx();
            for (auto& [id, entry] : m_entries)
                entry.made = false;
        }
        Entry& entry = m_entries[track];
        if (!entry.made) {
            makeLanePicture(entry.picture, LaneView(trace, *snapshot, track), axis);
            entry.made = true;
        }
        return entry.picture;
    }

private:
    struct Entry {
        LanePicture picture;
        bool made = false;
    };

    std::unordered_map<TrackId, Entry> m_entries;
    std::shared_ptr<const Snapshot> m_snapshot;
    TimeWindow m_window;
    double m_width = 0;
};

} // namespace threadscape
