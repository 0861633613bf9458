#pragma once

#include "trace/shared_chunks.h"
#include "trace/shared_names.h"
#include "trace/writer.h"

namespace threadscape {

/// What a task in a worker process records with: as a thread of the run would, only that its numbers are the worker's
/// own until ingest.
/// Threads: the worker's main one.
class WorkerContext {
public:
    /// The process's lane, among the worker's own numbers.
    static constexpr TrackId kTrack = 0;

    /// The lane begins here.
    explicit WorkerContext(std::shared_ptr<SharedRecording> recording);
    /// And ends here.
    ~WorkerContext();
    WorkerContext(const WorkerContext&) = delete;
    WorkerContext& operator=(const WorkerContext&) = delete;

    Writer& writer() noexcept { return m_writer; }
    OpenSpans& open() noexcept { return m_recording->open(kTrack); }
    SharedNameWriter& names() noexcept { return m_names; }
    /// Of another lane of the worker, which `names` has given.
    OpenSpans& open(TrackId track) noexcept { return m_recording->open(track); }
    /// A number for the parent, at one of SharedRecording::Progress::told. Threads: the worker's, any.
    std::atomic<std::int64_t>& told(std::size_t place) noexcept
    {
        return m_recording->progress().told[place];
    }
    /// The moment that the run's time counts from.
    ClockAnchor start() const noexcept { return m_recording->start(); }

    /// Prints a line into the run.
    void print(std::string_view line);

    /// A box that says what the worker is doing, from construction to destruction. `number` counts it. At most
    /// OpenSpans::kOperationSlots within each other are seen.
    class Operation {
    public:
        Operation(WorkerContext& context, ObjectId text, std::uint32_t number) noexcept;
        ~Operation();
        Operation(const Operation&) = delete;
        Operation& operator=(const Operation&) = delete;

    private:
        WorkerContext& m_context;
        Ticks m_start;
        std::uint32_t m_number;
        ObjectId m_text;
    };

    /// Sleeps, and records it.
    void sleep(std::int64_t durationNs);

private:
    std::shared_ptr<SharedRecording> m_recording;
    SharedNameWriter m_names;
    Writer m_writer;
    int m_depth = 0;
};

} // namespace threadscape
