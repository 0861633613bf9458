#pragma once

#include "sync/runtime.h"

#include <functional>
#include <string>
#include <thread>

namespace threadscape {

/// A system thread of the run with its own lane. Starts at once. An exception from the body other than Stopped fails the run.
/// Threads: constructed, joined and destroyed by actors of the run; stop and done by any thread.
class Thread {
public:
    struct Options {
        std::string group{}; ///< lanes of one group are adjacent
        bool daemon = false;
    };

    /// Throws std::system_error when no more threads can be started.
    Thread(Runtime& runtime, std::string name, std::function<void()> body, const Options& options);
    Thread(Runtime& runtime, std::string name, std::function<void()> body)
        : Thread(runtime, std::move(name), std::move(body), Options{})
    {
    }
    /// Stops the thread and joins it unconditionally: what it uses may be destroyed after this.
    ~Thread();
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;

    /// Blocks until it has ended. Throws Stopped (the thread continues then). A second join returns at once.
    void join();
    /// Asks only this thread to unwind.
    void stop() noexcept { m_actor.requestStop(); }
    bool done() const noexcept { return m_done.load(std::memory_order_acquire); }
    TrackId track() const noexcept { return m_actor.track(); }

private:
    std::thread started(std::function<void()> body) const;
    void run(const std::function<void()>& body) noexcept;
    void waitForEnd(Actor& waiter, bool stoppable);

    Actor& m_actor;
    ObjectId m_object;
    std::atomic<bool> m_done{false};
    WaitQueue m_joiners;
    std::thread m_thread;
};

/// Runs `body` as `actor` on the calling thread: its lane begins and ends here. Stopped ends it silently, any other exception
/// fails the run.
void runAs(Actor& actor, const std::function<void()>& body) noexcept;

} // namespace threadscape
