#pragma once

#include "os/child_process.h"
#include "record/heap_chunks.h"
#include "record/recorder.h"
#include "record/shared_chunks.h"
#include "record/shared_names.h"

#include <array>
#include <vector>

namespace threadscape {

/// Imports the records of one worker process into the run: maps its numbers to the run's, drops invalid data, copies its open
/// spans to where ingest reads them, and notices its death. When it is dead and everything that it published is read,
/// ProcessEndFeed writes the rest.
/// Threads: ingest, once it is added to a recorder.
class ProcessFeed final : public Feed {
public:
    /// `track` is the process's own lane, which the worker knows as its track 0. `started`: before its first stamp. `objects`:
    /// the objects that it was handed, its objects 0, 1, ...
    ProcessFeed(std::shared_ptr<Catalogue> catalogue, TrackId track, Ticks started,
                std::shared_ptr<SharedRecording> recording, std::shared_ptr<ChildProcess> child,
                std::vector<ObjectId> objects = {});

    ChunkSource& source() noexcept override;
    bool translate(Event& event) noexcept override;
    bool isForeign() const noexcept override { return true; }

    /// Whether the worker is dead and ingest has taken all that it published. (A drain leaves newer events to the next one, so
    /// this may be some drains after the death.)
    bool allRead() noexcept { return m_end.has_value() && m_chunks.allRead(m_read); }
    /// Writes what a dead worker could not: the ends of its open spans, the events it lost, the ends of its lanes. Releases the
    /// shared memory. Call once, when allRead().
    std::vector<Event> takeRest();

private:
    struct Track {
        TrackId id = kNoTrack;
        OpenSpans* open = nullptr; // of the catalogue, which lives as long as this
        bool begun = false;
        bool ended = false;
        std::array<Ticks, OpenSpans::kSlots> lastStart{}; // of the span that ended last, by slot
    };

    void readNames();
    void copyOpenSpans() noexcept;
    OpenSpans::Open readOpen(std::size_t track, int slot) noexcept;
    bool inTime(Ticks from, Ticks to) noexcept;
    bool isCountable(ObjectId object, std::uint32_t number) const noexcept;
    bool translateChecked(Event& event);
    bool translateId(ObjectId& id, const std::vector<ObjectId>& known);
    bool translateLabel(Event& event);
    std::optional<Label> ofRun(Label label);
    TrackId waker(std::uint32_t waitDetail) const noexcept;
    Event closing(const Track& track, int slot, const OpenSpans::Open& open) const noexcept;

    std::shared_ptr<Catalogue> m_catalogue;
    std::shared_ptr<SharedRecording> m_recording;
    std::shared_ptr<ChildProcess> m_child;
    SharedChunks m_chunks;
    SharedNameReader m_names;
    std::vector<Track> m_tracks; // by the worker's numbers, as the two below
    std::vector<ObjectId> m_objects;
    std::vector<ObjectId> m_texts;
    std::vector<Label> m_labels; // the worker's label 1, 2, ...
    std::size_t m_handed = 0;    // of m_objects
    Ticks m_started;
    Ticks m_latest = 0;       // no stamp may lie beyond it
    std::uint64_t m_read = 0; // events that ingest took
    std::uint64_t m_lossTold = 0;
    std::uint64_t m_dropped = 0;
    Ticks m_droppedSince = 0;
    std::optional<ChildProcess::End> m_end;
};

/// The final events of a worker process, written on its behalf. Added to the recorder after its ProcessFeed, so that it is
/// drained after it.
class ProcessEndFeed final : public Feed {
public:
    explicit ProcessEndFeed(std::shared_ptr<ProcessFeed> feed) : m_feed(std::move(feed)) {}
    ChunkSource& source() noexcept override;

private:
    std::shared_ptr<ProcessFeed> m_feed;
    HeapChunks m_chunks{0};
};

/// Records in the catalogue how a process ended. Idempotent. Threads: any.
void noteEnd(TrackInfo& info, const ChildProcess::End& end) noexcept;

} // namespace threadscape
