#pragma once

#include "os/descriptor.h"

#include <atomic>
#include <thread>

namespace threadscape {

/// A worker process's end of the socket that its parent holds: when the parent is gone, however it went, so is this
/// process, at once and without a trace. Where the system can also be asked to kill it with the parent's spawning
/// thread, it is (that ends it even while it is stopped by a debugger's or shell's signal).
/// Threads: the owner; a thread of its own watches.
class Lifeline {
public:
    explicit Lifeline(Descriptor socket);
    /// Stops watching: the process comes to its own end.
    ~Lifeline();
    Lifeline(const Lifeline&) = delete;
    Lifeline& operator=(const Lifeline&) = delete;

private:
    void watch() noexcept;

    Descriptor m_socket;
    std::atomic<bool> m_ending{false};
    std::thread m_watcher;
};

} // namespace threadscape
