#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace threadscape {

/// While it exists, SIGINT, SIGTERM and SIGHUP (the terminal was closed) call `onSignal` on a dedicated thread instead of terminating the program; a second
/// signal terminates it. At most one instance; construct it before other threads start. Threads: one constructs and
/// destroys it; came(): any.
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
