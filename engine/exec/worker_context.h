#pragma once

#include "record/shared_chunks.h"
#include "record/shared_names.h"
#include "sync/handout.h"
#include "sync/operation_span.h"
#include "sync/runtime.h"
#include "sync/seam.h"
#include "sync/wait_span.h"

namespace threadscape {

class WorkerFunctions;

/// The context of a task in a worker process: a Runtime like that of the run, so that the same primitives work, and the handed
/// objects. Its main thread is an actor, whose lane is the process's own; its records go into the memory shared with its
/// parent, under the worker's own numbers until ingest.
/// Threads: the worker's main one, unless said otherwise.
class WorkerContext final : public Runtime {
public:
    /// The process's lane, among the worker's own numbers.
    static constexpr TrackId kTrack = 0;

    /// The worker's identity in the run.
    struct Place {
        std::uint32_t member = 1; ///< see Actor::member
        std::uint64_t seed = 0;
        bool samplesCpu = false; ///< see Recorder::setSamplesCpu
    };

    /// The lane begins here. `functions` must outlive this.
    WorkerContext(std::shared_ptr<SharedRecording> recording, const WorkerFunctions& functions, Place place,
                  std::vector<Handed> handed = {});
    /// The lane ends here.
    ~WorkerContext() override;

    Actor& actor() noexcept { return m_actor; }
    /// The program's function table: for tasks that call others.
    const WorkerFunctions& functions() const noexcept { return m_functions; }
    /// The start of the run's time. (Recorder::start is that of the worker.)
    ClockAnchor start() const noexcept { return m_recording->start(); }

    /// The objects that the parent handed to it, in the same order; each can be taken once. Throws std::out_of_range beyond the
    /// last one.
    Handed take(std::size_t index) { return std::move(m_handed.at(index)); }

    /// A number reported to the parent, at an index of SharedRecording::Progress::told. Threads: the worker's, any.
    std::atomic<std::int64_t>& told(std::size_t place) noexcept
    {
        return m_recording->progress().told[place];
    }
    /// The parent's current number at that index (see Process::ask).
    std::int64_t asked(std::size_t place) const noexcept
    {
        return m_recording->progress().asked[place].load(std::memory_order_acquire);
    }

    /// A whole number from `low` to `high`, both included, from the worker's own stream.
    std::int64_t random(std::int64_t low, std::int64_t high);

    /// Sleeps, and records it.
    void sleepFor(std::int64_t durationNs);
    /// Sleeps for the parent's number at that index, in ns; when it changes meanwhile, the sleep is re-timed, counted from its
    /// start.
    void sleepAsAsked(std::size_t place);
    /// Sleeps until it is killed: for an hour at most.
    void sleepUntilKilled() { sleepFor(3'600'000'000'000); }

    /// Polls until `over()`; recorded as idle, since spinning counts as waiting.
    template <typename Over>
    void spinUntil(Over&& over)
    {
        const WaitSpan span(interruptible(VisibleOperation::wait, kNoObject), State::idle, kNoObject, true);
        while (!over())
            yieldCore();
    }

    /// Offers the core to other threads and processes that are ready.
    static void yieldCore() noexcept;

private:
    /// Publishes every name to the parent before an event uses it.
    class Mirror final : public NameSink {
    public:
        explicit Mirror(std::shared_ptr<SharedRecording> recording);
        std::shared_ptr<OpenSpans> trackAdded(const std::string& name, const std::string& group,
                                              TrackKind kind) override;
        bool objectAdded(const std::string& name, ObjectKind kind, const std::string& unit) override;
        bool textAdded(std::string_view text) override;
        bool labelAdded(const LabelInfo& label) override;

    private:
        std::shared_ptr<SharedRecording> m_recording;
        SharedNameWriter m_names;
    };

    template <typename DurationNs>
    void sleepUntilOver(DurationNs&& durationNs);
    Actor& addMain(Place place);

    std::shared_ptr<SharedRecording> m_recording;
    const WorkerFunctions& m_functions;
    std::vector<Handed> m_handed;
    Mirror m_mirror;
    Writer m_writer;
    Actor& m_actor;
};

} // namespace threadscape
