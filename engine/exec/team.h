#pragma once

#include "exec/lap.h"
#include "exec/thread.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace threadscape {

/// Threads that are started in advance, and do the numbered jobs of successive laps: job k is always the k-th member's.
/// Starting is separate, so that a lap can be timed without it.
/// Threads: the actor that made it. A stop ends a lap: its members unwind, and then the actor does.
class Team {
public:
    struct Options {
        std::string group;  ///< "Threads": lanes of one group are adjacent
        std::string prefix; ///< "Thread": the members are Thread-1, Thread-2, ...
    };

    Team(Runtime& runtime, Options options);
    /// The same, grown to `members`.
    Team(Runtime& runtime, Options options, std::int64_t members) : Team(runtime, std::move(options))
    {
        growTo(members);
    }
    /// Ends the members and joins them.
    ~Team();
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;

    /// Starts one more, and waits until it is ready. Returns the time in ns. Throws Stopped, and std::system_error when no more
    /// threads can be started.
    std::int64_t grow();
    /// Grows to that size.
    void growTo(std::int64_t members)
    {
        while (static_cast<std::int64_t>(size()) < members)
            grow();
    }
    std::size_t size() const noexcept { return m_members.size(); }
    Runtime& runtime() noexcept { return m_runtime; }

    /// Calls job(k) for each k below `jobs` on its member, and waits for all. Precondition: 0 < jobs <= size(). Throws Stopped,
    /// once no member is in `job` any more.
    Lap run(std::size_t jobs, const std::function<void(std::size_t)>& job);

private:
    struct Member {
        WaitQueue orders;
        bool ordered TS_GUARDED_BY(orders.guard()) = false;
        bool leaves TS_GUARDED_BY(orders.guard()) = false;
        bool gone = false; // its job ended by an exception; written before it counts down
        JobTime time;
        std::unique_ptr<Thread> thread; // last: it uses the others
    };

    void serve(Member& member, std::size_t number);
    void order(Member& member, bool leave) noexcept;
    static bool awaitOrder(Actor& actor, Member& member);
    void expect(std::size_t ends) noexcept;
    void countDown(Actor& actor) noexcept;
    void awaitAll(Actor& actor);

    Runtime& m_runtime;
    Options m_options;
    const std::function<void(std::size_t)>* m_job = nullptr;
    WaitQueue m_ends;
    std::size_t m_left TS_GUARDED_BY(m_ends.guard()) = 0; // of this lap
    std::vector<std::unique_ptr<Member>> m_members;
};

} // namespace threadscape
