#pragma once

#include "sync/runtime.h"

#include <functional>
#include <string>
#include <thread>

namespace threadscape {

/// A system thread of the run with a lane of its own. Starts at once. A body that ends by an exception other than Stopped
/// fails the run.
/// Threads: constructed, joined and destroyed by actors of the run; stop and done by any thread.
class Thread {
public:
    struct Options {
        std::string group{}; ///< lanes of one group stand together
        bool daemon = false;
    };

    /// Throws std::system_error when the system starts no more threads.
    Thread(Runtime& runtime, std::string name, std::function<void()> body, const Options& options);
    Thread(Runtime& runtime, std::string name, std::function<void()> body)
        : Thread(runtime, std::move(name), std::move(body), Options{})
    {
    }
    /// Stops the thread and waits for its end, whatever happens: what it uses may die after this.
    ~Thread();
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;

    /// Waits for the end. Throws Stopped (the thread goes on then). A second join returns at once.
    void join();
    /// Asks this thread alone to unwind.
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

/// Runs `body` as `actor` on the calling thread: its lane begins and ends here. Stopped ends it quietly, any other exception
/// fails the run.
void runAs(Actor& actor, const std::function<void()>& body) noexcept;

} // namespace threadscape
