#pragma once

#include "base/condition_variable.h"
#include "ingest/trace_builder.h"
#include "record/recorder.h"

#include <atomic>
#include <chrono>
#include <exception>
#include <functional>
#include <optional>
#include <thread>

namespace threadscape {

/// Drains a recorder into its trace on a thread of its own, at frame rate, or at 4 Hz during measurements.
class Ingest {
public:
    /// Starts draining; `behindWindow`: at a lower priority than the threads of a window that shows the trace. `recorder` and
    /// `trace` must outlive this.
    /// `scheduler`, which must outlive this too, reports which threads had a core; nullptr: none, and a track that does not
    /// wait counts as running.
    /// `onFailure` is called once, from ingest's thread, when memory runs out: what was recorded stays, and the run should end.
    Ingest(Recorder& recorder, Trace& trace, bool behindWindow = false, SchedulerSource* scheduler = nullptr,
           std::function<void(std::exception_ptr)> onFailure = {});
    ~Ingest();
    Ingest(const Ingest&) = delete;
    Ingest& operator=(const Ingest&) = delete;

    /// Threads: any.
    void setInterval(std::chrono::milliseconds interval);

    /// Drains to the end and stops. Call when no thread of the run writes any more. Threads: the owner.
    void finish();

    /// CPU time that ingest took, in ns; final after finish(). Threads: any.
    std::int64_t cpuNs() const noexcept { return m_cpuNs.load(std::memory_order_relaxed); }

private:
    /// A feed with events left.
    struct Stream {
        std::shared_ptr<Feed> feed;
        Ticks next = 0; ///< when its next event was written
        std::uint32_t taken = 0;
    };

    void loop(bool behindWindow);
    bool tryDrain() noexcept;
    void fail() noexcept;
    void drainTheRest() noexcept;
    bool drain(bool last) TS_EXCLUDES(m_mutex);
    void lookAtBacklog(std::size_t writers);
    void keepBelowCap(bool now);
    std::vector<Stream> drainAll(Ticks until, std::int64_t deadlineNs);
    bool drainChunk(Stream& stream, Ticks until, Ticks notAfter);
    bool peek(Stream& stream);
    std::int64_t settledUntil(std::int64_t nowNs, const std::vector<Stream>& behind) const;
    void setBack(Snapshot& snapshot, const std::vector<Stream>& behind) const;

    Recorder& m_recorder;
    TraceWriter m_trace;
    TraceBuilder m_builder;
    std::function<void(std::exception_ptr)> m_onFailure;
    bool m_failed = false;
    std::optional<Schedule> m_schedule;
    bool m_thrifty = false; ///< writers outpace it: detail is dropped as it comes
    int m_drains = 0;
    std::int64_t m_shownNs = 0; ///< up to here the trace was published
    std::uint64_t m_eventsAtCheck = 0;
    std::atomic<std::int64_t> m_cpuNs{0};
    Mutex m_mutex;
    ConditionVariable m_wake;
    std::chrono::milliseconds m_interval TS_GUARDED_BY(m_mutex){16};
    bool m_finishing TS_GUARDED_BY(m_mutex) = false;
    // The read position of each feed in its oldest chunk.
    std::unordered_map<Feed*, std::uint32_t> m_read;
    std::thread m_thread;
};

} // namespace threadscape
