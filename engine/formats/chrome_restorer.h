#pragma once

#include "formats/chrome_event.h"
#include "formats/chrome_head.h"
#include "trace/trace_maker.h"

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace threadscape {

/// Rebuilds a trace of this program from the events that writeChromeTrace wrote. The trace is consistent whatever they contain.
/// Threads: one.
class ChromeRestorer {
public:
    /// `parser` reads the events' texts; both must outlive this.
    ChromeRestorer(ChromeHead head, ChromeEventParser& parser);

    /// False: the event is invalid, and is left out.
    bool take(const ChromeEvent& event);

    /// The trace; where `complete` is false, without a track's time after its last known event.
    std::shared_ptr<Trace> finish(bool complete);

private:
    /// A hold, and its position.
    struct HoldEntry {
        std::int64_t startNs = 0;
        std::int64_t endNs = 0;
        std::uint32_t number = 0;
        ObjectId lock = kNoObject;
        Label label = 0;
        TrackId track = kNoTrack;
        bool shared = false;
        bool open = false;
        bool ended = false;
        HoldRef ref;
    };
    struct WakeUp {
        std::int64_t atNs = 0;
        TrackId waker = kNoTrack;
    };
    struct TrackEntry {
        std::vector<Span> waits;
        std::vector<WakeUp> wakeUps;
        std::vector<Moment> moments;
        std::int64_t firstNs = Lane::kNotYet; ///< of its states
        std::int64_t lastNs = Lane::kNotYet;
        std::size_t gap = 0; ///< the first that may affect the next state
        OpenLane open;
    };

    bool takeSlice(const ChromeEvent& event, TrackId track, std::size_t line);
    bool takeState(const ChromeEvent& event, TrackId track, std::int64_t endNs);
    bool takeOperation(const ChromeEvent& event, TrackId track, std::size_t depth, std::int64_t endNs);
    bool takeHold(const ChromeEvent& event, TrackId track);
    bool takeWakeUp(const ChromeEvent& event, TrackId track);
    bool takeValue(const ChromeEvent& event, TrackId track);
    bool takeMoment(const ChromeEvent& event, TrackId track);
    bool takeTask(const ChromeEvent& event, TrackId track);
    bool takeMessage(const ChromeEvent& event, TrackId track);
    ObjectId waitedFor(const ChromeEvent& event);
    ObjectId objectNamed(const ChromeEvent& event);
    ObjectId objectOf(const ChromeEvent& event) const;
    ObjectId objectNumbered(std::string_view token) const;
    ObjectId find(std::string_view name) const;
    ObjectId textOf(std::string_view token, bool cut = false);
    Label labelOf(const ChromeEvent& event);
    bool lost(TrackEntry& entry, TrackId track, std::int64_t startNs, std::int64_t endNs);

    void finishWaits(TrackId track);
    void finishHolds();
    void finishLife(TrackId track, bool complete);

    ChromeHead m_head;
    ChromeEventParser& m_parser;
    TraceMaker m_maker;
    std::vector<TrackEntry> m_tracks;
    std::vector<HoldEntry> m_holds;
    std::unordered_map<std::int64_t, std::size_t> m_openHolds; ///< by their ids: indices into m_holds
    std::unordered_map<std::int64_t, TrackId> m_wakers;        ///< by the flow's number
    std::size_t m_tasks = 0;                                   ///< with reserved room
    std::size_t m_messages = 0;                                ///< the same
    // By the file's ids.
    std::unordered_map<std::string_view, ObjectId> m_waitedFor;
    std::unordered_map<std::string_view, ObjectId> m_objects;
    std::unordered_map<std::string_view, ObjectId> m_texts;
    std::unordered_map<std::string, Label> m_labels;
};

} // namespace threadscape
