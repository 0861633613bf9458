#pragma once

#include "base/mutex.h"
#include "lab/kit/counter.h"
#include "lab/setting.h"
#include "record/task_state.h"
#include "sync/operation_span.h"
#include "sync/runtime.h"

#include <functional>
#include <list>
#include <string_view>

namespace threadscape {

class EventLoop;
class Sleep;

/// The name of an operation box, created once and reused.
struct OperationName {
    ObjectId id = kNoObject;
};

/// A label for the next operation, as in the code listings, created once and reused.
struct OperationLabel {
    Label id = 0;
};

/// The interface given to an experiment: it builds everything (locks, conditions, variables, threads, pools) from this, and
/// gets all time and randomness from it. No experiment touches a clock, a system thread or a random generator itself.
/// Threads: an actor's, unless said otherwise.
class Lab final : public Runtime {
public:
    Lab(std::uint64_t seed, double speed) : Runtime(seed), m_speed(speed) {}

    /// Sleeps for `ms` (times `share`), divided by the speed. When the setting or the speed is changed meanwhile, the sleep is
    /// re-timed, counted from its start. Throws Stopped.
    void pause(const Integer& ms, double share = 1);
    /// The same for a task of `loop`: `co_await lab.pause(loop, pauseMs)`.
    Sleep pause(EventLoop& loop, const Integer& ms, double share = 1);
    /// `ms` times `share`, divided by the current speed. Threads: any.
    std::int64_t nsOf(const Integer& ms, double share = 1) const noexcept;
    /// Sleeps for 1 / rate, not divided by the speed. Throws Stopped.
    void pauseForRate(const Integer& perSecond);

    /// Keeps a core busy with `us` of calculation, in blocks between which a stop is honoured: it takes longer where others
    /// want the core too. Throws Stopped.
    static void compute(std::int64_t us);

    /// A checkpoint that offers the core to other threads that are ready. Throws Stopped.
    static void yield();

    /// A whole number from `low` to `high`, both included, from the calling actor's own stream.
    std::int64_t random(std::int64_t low, std::int64_t high);

    OperationName operation(std::string_view name) { return {catalogue().intern(name)}; }
    /// A task's name: "square 7" when `numbered`, else the name alone.
    TaskName task(std::string_view name, bool numbered = true)
    {
        return {catalogue().intern(name), numbered};
    }
    OperationLabel label(std::string_view name) { return {catalogue().label(name)}; }
    /// Labels the calling actor's next recorded operation.
    static void at(OperationLabel label) noexcept { Actor::current().setLabel(label.id); }

    /// Sets the number at the right end of the calling actor's lane.
    static void showNumber(std::int64_t number) noexcept
    {
        Actor::current().info().number.store(number, std::memory_order_relaxed);
    }

    /// Increments it, from 1.
    static void countNumber() noexcept
    {
        const std::int64_t before = Actor::current().info().number.load(std::memory_order_relaxed);
        showNumber(before == TrackInfo::kNoNumber ? 1 : before + 1);
    }
    /// The same, and adds 1 to `also`: `Lab::countNumber(processed);`
    static void countNumber(Counter& also) noexcept
    {
        also.add();
        countNumber();
    }

    /// ns since the run began. Threads: any.
    std::int64_t elapsedNs() const noexcept;

    /// How long `work` takes, in s.
    template <typename Work>
    double secondsOf(Work&& work) const
    {
        const std::int64_t startNs = elapsedNs();
        work();
        return static_cast<double>(elapsedNs() - startNs) * 1e-9;
    }

    /// CPU time of the calling thread so far. Costs about 0.5 us.
    static std::int64_t cpuNs() noexcept;
    /// The number of cores available to this program.
    static std::int64_t cores();

    /// Waits, recorded as idle, until `over()`, which is evaluated again after each change of a setting and each announce. It
    /// may have side effects: true ends the wait. Throws Stopped.
    void idleUntil(const std::function<bool()>& over);
    /// The same for a caller with work to do after a stop: returns false then instead of throwing Stopped.
    bool idleUntilStopOr(const std::function<bool()>& over);
    /// Makes idle threads evaluate their condition again. Threads: any.
    void announce() noexcept;
    /// The number of changes of live settings so far. Threads: any.
    std::uint64_t changes() const noexcept { return m_changes.load(std::memory_order_acquire); }

    /// During its lifetime `onChange` is called after each change of a setting or of the speed, and once by the constructor. It
    /// must not block.
    class Follower {
    public:
        Follower(Lab& lab, std::function<void()> onChange);
        ~Follower();
        Follower(const Follower&) = delete;
        Follower& operator=(const Follower&) = delete;

    private:
        Lab& m_lab;
        std::list<std::function<void()>>::iterator m_place;
    };

    /// Between two measurements: lets a viewer of the run draw and waits for that, recorded as idle; a few times a second at
    /// most. Returns at once without a viewer. Throws Stopped.
    void breathe();
    /// `requestDraw` is called when the run pauses for its viewer, which then calls watcherHasDrawn(). Empty: no viewer. It
    /// must not block. Threads: any.
    void setWatcher(std::function<void()> requestDraw);
    void watcherHasDrawn() noexcept;

    double speed() const noexcept { return m_speed.load(std::memory_order_relaxed); }
    /// Threads: any.
    void setSpeed(double speed) noexcept;
    /// A live setting has a new value: re-times sleepers and wakes threads that wait for a change. Threads: any.
    void settingsChanged() noexcept;

private:
    bool idle(Actor& actor, const std::function<bool()>& over);
    void notifyFollowers() noexcept;

    std::function<std::int64_t()> lengthOf(const Integer& ms, double share) const;

    std::atomic<double> m_speed;
    Mutex m_watcherMutex;
    std::function<void()> m_watcher TS_GUARDED_BY(m_watcherMutex);
    std::atomic<bool> m_drawRequested{false};
    std::int64_t m_breathedNs = 0; // by the measuring thread
    WaitQueue m_breath;
    std::int64_t m_startNs = monotonicNs();
    WaitQueue m_idle;
    std::atomic<std::uint64_t> m_changes{0};
    Mutex m_followersMutex;
    std::list<std::function<void()>> m_followers TS_GUARDED_BY(m_followersMutex);
};

/// The number of one of several equal operations, from 1.
struct Ordinal {
    std::int64_t number = 1;
};

/// A box around an operation of the calling actor: `Operation box(deposit, +7);`, or `Operation box(task, Ordinal{7});`
class Operation {
public:
    explicit Operation(OperationName name) noexcept : m_span(Actor::current(), name.id) {}
    Operation(OperationName name, std::int64_t number) noexcept
        : m_span(Actor::current(), name.id, static_cast<std::int32_t>(number))
    {
    }
    Operation(OperationName name, Ordinal of) noexcept
        : m_span(Actor::current(), name.id, NumberStyle::ordinal, static_cast<std::uint32_t>(of.number))
    {
    }

private:
    OperationSpan m_span;
};

} // namespace threadscape
