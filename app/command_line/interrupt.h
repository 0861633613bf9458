#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace threadscape {

/// While it lives, SIGINT and SIGTERM call `onSignal` on a thread of its own instead of ending the program; a second
/// signal ends it. One at a time in a program; make it before other threads start.
/// Threads: made and destroyed by one; came() by any.
class Interrupt {
public:
    explicit Interrupt(std::function<void()> onSignal);
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    /// A signal has come.
    bool came() const noexcept { return m_came.load(std::memory_order_acquire); }

private:
    void watch();

    std::function<void()> m_onSignal;
    std::atomic<bool> m_came{false};
    std::thread m_watcher;
};

} // namespace threadscape
