#pragma once

#include "view/lanes/timeline.h"

#include <memory>
#include <unordered_map>

namespace threadscape {

/// Cache of the lanes' pictures of one frame, shared by several plots. Their settled parts are reused in the next frame.
/// Threads: one, under a Trace::Reader.
class LanePictures {
public:
    const LanePicture& of(const Trace& trace, const std::shared_ptr<const Snapshot>& snapshot, TrackId track,
                          const TimeAxis& axis)
    {
        if (m_axis != axis || m_trace != &trace)
            m_entries.clear();
        if (m_snapshot != snapshot)
            for (auto& [id, entry] : m_entries)
                entry.made = false;
        m_trace = &trace;
        m_snapshot = snapshot;
        m_axis = axis;
        Entry& entry = m_entries[track];
        if (!entry.made) {
            // A span that was being opened while the snapshot was read may be missing in it.
            constexpr std::int64_t kReadingNs = 1'000'000;
            extendLanePicture(entry.picture, LaneView(trace, *snapshot, track), axis,
                              snapshot->exact ? snapshot->nowNs - kReadingNs : INT64_MIN);
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
    const Trace* m_trace = nullptr;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::optional<TimeAxis> m_axis;
};

} // namespace threadscape
