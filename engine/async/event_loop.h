#pragma once

#include "async/loop_load.h"
#include "async/loop_timer.h"
#include "async/reactor.h"
#include "async/relay.h"
#include "async/result_task.h"
#include "async/suspension.h"
#include "async/task_handle.h"
#include "base/mutex.h"
#include "sync/wait_queue.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace threadscape {

/// Runs many tasks on one thread, each until it awaits something: like Python's asyncio event loop. The lane of its thread
/// shows the running task, and is idle when none is ready. A task that blocks the thread blocks them all: both lanes show it,
/// and from kStallNs on it is marked as a stall.
/// Threads: the actor that made it; retime and Relay by any.
class EventLoop final : public Retimed {
public:
    static constexpr std::int64_t kStallNs = 20'000'000; ///< the limit at which a display appears frozen

    EventLoop(Runtime& runtime, std::string name);
    /// Stops the live tasks, and runs until they have ended.
    ~EventLoop(); // NOLINT(bugprone-exception-escape): tasks and callbacks store what they throw
    EventLoop(const EventLoop&) = delete;
    EventLoop& operator=(const EventLoop&) = delete;

    /// Makes a task of `work`: it begins at its turn.
    template <typename T>
    TaskHandle<T> create(const std::string& name, Task<T> work, const std::string& group = {})
    {
        boost::intrusive_ptr<ResultTask<T>> task(new ResultTask<T>(*this, std::move(work), name, group));
        add(*task);
        return TaskHandle<T>(std::move(task));
    }

    /// Runs a task of `main`, and with it all others, until `main` ends; cancels those that are left, and runs until they have
    /// ended too. Returns what `main` returned, or throws what it threw. Throws Misuse when the loop runs already or is closed,
    /// and Stopped.
    template <typename T>
    T run(const std::string& name, Task<T> main, const std::string& group = {})
    {
        beginRun();
        TaskHandle<T> root = create(name, std::move(main), group);
        runUntilEnded(root.node());
        return root.node().take();
    }

    /// Closes it for good. Throws Misuse while it runs. Idempotent.
    void close();

    /// From now on variables of the run record the number of ready and of waiting tasks: see LoopLoad.
    void showLoad() { m_load.emplace(m_runtime); }

    Runtime& runtime() noexcept { return m_runtime; }
    /// The number of times that a task was resumed.
    std::int64_t resumes() const noexcept { return m_resumes; }
    /// The number of switches between tasks.
    std::int64_t alternations() const noexcept { return m_alternations; }
    /// The longest time for which one task blocked the loop, in ns, and that task.
    std::int64_t longestRunNs() const noexcept;
    const std::string& longestRunner() const noexcept { return m_longestRunner; }

    /// The pauses of the run have changed: all sleeps evaluate their length again. Threads: any.
    void retime() noexcept override;

    // For what tasks await.
    using Timers = std::multimap<std::int64_t, LoopTimer*>; ///< by due time, ns of the monotonic clock
    /// The timer removes itself when it is due.
    Timers::iterator addTimer(std::int64_t dueNs, LoopTimer& timer)
    {
        return m_timers.emplace(dueNs, &timer);
    }
    void removeTimer(Timers::iterator place) noexcept { m_timers.erase(place); }
    /// Created on first use. Throws std::system_error when no descriptor is left.
    Reactor& reactor();
    /// The running task; nullptr between tasks.
    LoopTask* running() const noexcept { return m_running; }
    /// It is being stopped: waiting tasks must give up.
    bool stopping() const noexcept { return m_stopping; }
    /// `relay` is to be delivered soon; `track` caused its arrival. Threads: any.
    void takeLater(std::shared_ptr<Relay> relay, TrackId track);
    /// The object of waits for several tasks.
    ObjectId groupObject(const std::vector<boost::intrusive_ptr<LoopTask>>& tasks);

private:
    friend class LoopTask;
    friend class Suspension;

    void add(LoopTask& task);
    void beginRun();
    void runUntilEnded(LoopTask& task);
    void turnUntil(const LoopTask* end);
    void cancelAll() noexcept;
    void stopAll() noexcept;
    void idle();
    void tellLoad(TrackId by, Ticks at) noexcept;
    void takeArrived();
    void wakeDue();
    void runReady();
    void runOne(LoopTask& task);
    void finish(LoopTask& task, Ticks at) noexcept;
    void callBack();
    void makeReady(LoopTask& task, Ticks at) noexcept;
    void wake(TrackId by) noexcept;
    bool mustWait() const noexcept;

    Runtime& m_runtime;
    Actor& m_actor;
    ObjectId m_object;
    ObjectId m_callbackName;
    Ticks m_stall;
    std::optional<Reactor> m_reactor;
    Timers m_timers;
    LoopTask* m_firstReady = nullptr;
    LoopTask* m_lastReady = nullptr;
    std::size_t m_ready = 0;
    LoopTask* m_firstAlive = nullptr;
    std::size_t m_alive = 0;
    std::optional<LoopLoad> m_load;
    LoopTask* m_running = nullptr;
    TrackId m_ranBefore = kNoTrack;
    static constexpr Ticks kStillRuns = ~Ticks{0};
    Ticks m_ranUntil = 0; // of the task that ran last
    bool m_turning = false;
    bool m_stopping = false;
    bool m_closed = false;
    std::int64_t m_resumes = 0;
    std::int64_t m_alternations = 0;
    Ticks m_longestRun = 0;
    std::string m_longestRunner;
    std::vector<std::function<void()>> m_callbacks;
    std::map<std::string, ObjectId> m_groupObjects;

    WaitQueue m_idle;
    Mutex m_mutex;
    std::vector<std::shared_ptr<Relay>> m_arrived TS_GUARDED_BY(m_mutex);
    std::atomic<bool> m_hasArrived{false};
    std::atomic<bool> m_retimed{false};
};

} // namespace threadscape
