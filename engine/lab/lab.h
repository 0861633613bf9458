#pragma once

#include "base/mutex.h"
#include "lab/setting.h"
#include "record/task_state.h"
#include "sync/operation_span.h"
#include "sync/runtime.h"

#include <array>
#include <functional>
#include <list>
#include <string_view>

namespace threadscape {

class EventLoop;
class Sleep;

/// The name of an operation box, made once and used often.
struct OperationName {
    ObjectId id = kNoObject;
};

/// A label that the next operation bears, as the code listings do, made once and used often.
struct OperationLabel {
    Label id = 0;
};

/// What an experiment is given: everything it builds (locks, conditions, variables, threads, pools) it builds from this,
/// and everything that takes time or chance it asks this for. No experiment touches a clock, a system thread or a
/// random generator itself.
/// Threads: an actor's, unless said otherwise.
class Lab final : public Runtime {
public:
    Lab(std::uint64_t seed, double speed) : Runtime(seed), m_speed(speed) {}

    /// Sleeps for so many ms (or a share of them), divided by the speed. When the setting or the speed is changed meanwhile,
    /// the sleep is re-timed, counted from its start. Throws Stopped.
    void pause(const Integer& ms, double share = 1);
    /// The same for a task of `loop`: `co_await lab.pause(loop, pauseMs)`.
    Sleep pause(EventLoop& loop, const Integer& ms, double share = 1);
    /// So many ms (or a share of them), divided by the speed, as of now. Threads: any.
    std::int64_t nsOf(const Integer& ms, double share = 1) const noexcept;
    /// Sleeps until so many events a second happen: 1 / rate, not divided by the speed. Throws Stopped.
    void pauseForRate(const Integer& perSecond);

    /// Keeps a core busy with so many us of calculation, in blocks between which a stop is honoured: it takes longer where
    /// others want the core too. Throws Stopped.
    static void compute(std::int64_t us);

    /// A whole number from `low` to `high`, both included, from the calling actor's own stream.
    std::int64_t random(std::int64_t low, std::int64_t high);

    OperationName operation(std::string_view name) { return {catalogue().intern(name)}; }
    /// What tasks are called: "square 7" when `numbered`, else the name alone.
    TaskName task(std::string_view name, bool numbered = true)
    {
        return {catalogue().intern(name), numbered};
    }
    OperationLabel label(std::string_view name) { return {catalogue().label(name)}; }
    /// `const auto [read, write] = lab.labels("read", "write");`
    template <std::convertible_to<std::string_view>... Names>
    std::array<OperationLabel, sizeof...(Names)> labels(const Names&... names)
    {
        return {label(names)...};
    }
    /// The calling actor's next recorded operation bears `label`.
    static void at(OperationLabel label) noexcept { Actor::current().setLabel(label.id); }

    /// What stands at the right end of the calling actor's lane.
    static void showNumber(std::int64_t number) noexcept
    {
        Actor::current().info().number.store(number, std::memory_order_relaxed);
    }

    /// One more there, from 1.
    static void countNumber() noexcept
    {
        const std::int64_t before = Actor::current().info().number.load(std::memory_order_relaxed);
        showNumber(before == TrackInfo::kNoNumber ? 1 : before + 1);
    }

    /// ns since the run began. Threads: any.
    std::int64_t elapsedNs() const noexcept;

    /// CPU time of the calling thread so far. About 0.5 us.
    static std::int64_t cpuNs() noexcept;
    /// How many cores this program may use.
    static std::int64_t cores();

    /// Waits, seen as idle, until `over()`, which is looked at again after each change of a setting and each announce. It may
    /// take what it finds: true ends the wait. Throws Stopped.
    void idleUntil(const std::function<bool()>& over);
    /// The same for who has something to do after a stop: returns false then, and is not unwound.
    bool idleUntilStopOr(const std::function<bool()>& over);
    /// What idle threads wait for may have come true. Threads: any.
    void announce() noexcept;
    /// How often a live setting was changed. Threads: any.
    std::uint64_t changes() const noexcept { return m_changes.load(std::memory_order_acquire); }

    /// While one stands, `told` is called after each change of a setting or of the speed, and once at first. It must not wait.
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

    /// Between two measurements: lets who watches the run draw what is new, and waits until that is done, seen as idle; a few
    /// times a second at most, and at once where nobody watches. Throws Stopped.
    void breathe();
    /// `requestDraw` is called when the run pauses for whoever watches, who then calls watcherHasDrawn(). Empty: nobody does. It must not
    /// wait. Threads: any.
    void setWatcher(std::function<void()> requestDraw);
    void watcherHasDrawn() noexcept;

    double speed() const noexcept { return m_speed.load(std::memory_order_relaxed); }
    /// Threads: any.
    void setSpeed(double speed) noexcept;
    /// A live setting has a new value: re-times sleepers and wakes who waits for a change. Threads: any.
    void settingsChanged() noexcept;

private:
    bool idle(Actor& actor, const std::function<bool()>& over);
    void notifyFollowers() noexcept;

    std::function<std::int64_t()> lengthOf(const Integer& ms, double share) const;

    std::atomic<double> m_speed;
    Mutex m_watcherMutex;
    std::function<void()> m_watcher TS_GUARDED_BY(m_watcherMutex);
    std::atomic<bool> m_drawRequested{false};
    std::int64_t m_breathedNs = 0; // when, by the one that measures
    WaitQueue m_breath;
    std::int64_t m_startNs = monotonicNs();
    WaitQueue m_idle;
    std::atomic<std::uint64_t> m_changes{0};
    Mutex m_followersMutex;
    std::list<std::function<void()>> m_followers TS_GUARDED_BY(m_followersMutex);
};

/// A box round an operation of the calling actor: `Operation box(deposit, +7);`
class Operation {
public:
    explicit Operation(OperationName name) noexcept : m_span(Actor::current(), name.id) {}
    Operation(OperationName name, std::int64_t number) noexcept
        : m_span(Actor::current(), name.id, static_cast<std::int32_t>(number))
    {
    }

private:
    OperationSpan m_span;
};

} // namespace threadscape
