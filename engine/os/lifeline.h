#pragma once

#include "os/descriptor.h"

#include <atomic>
#include <thread>

namespace threadscape {

/// A worker process's end of the socket that its parent holds: when the parent ends, for any reason, this process ends at once,
/// without cleanup. Where supported, the system also kills it with the parent's spawning thread (even while it is stopped by a
/// debugger's or shell's signal).
/// Threads: the owner; a separate thread watches.
class Lifeline {
public:
    explicit Lifeline(Descriptor socket);
    /// Stops watching: the process then ends by itself.
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
