#pragma once

#include "exec/thread.h"
#include "lab/group.h"

#include <functional>
#include <initializer_list>
#include <list>
#include <string>

namespace threadscape {

class Lab;

/// Threads with the same body, as many as a live setting says: when it changes, more are started, or the last ones are asked to
/// stop.
/// Threads: the actor that made it.
class ResizableThreads {
public:
    struct Options {
        std::string group;  ///< "Depositors"
        std::string prefix; ///< "Depositor": the threads are Depositor 1, Depositor 2, ...
        std::function<std::int64_t()> size;
        std::function<void()> body;
        LaneNaming naming = LaneNaming::spaced;
    };
    ResizableThreads(Lab& lab, Options options);
    /// As many as the group counts, or as `size()` says.
    ResizableThreads(Lab& lab, const Group& group, std::function<void()> body);
    ResizableThreads(Lab& lab, const Group& group, std::function<std::int64_t()> size,
                     std::function<void()> body);
    /// Stops the threads and joins them.
    ~ResizableThreads();
    ResizableThreads(const ResizableThreads&) = delete;
    ResizableThreads& operator=(const ResizableThreads&) = delete;

    /// Starts and retires threads until their number is as wanted. Throws std::system_error when no more threads can be
    /// started.
    void adjust();

private:
    Lab& m_lab;
    Options m_options;
    std::list<Thread> m_members;
    std::list<Thread> m_retired; // asked to stop, may still run
    std::int64_t m_named = 0;
};

/// Keeps all at their sizes until the run is stopped, then throws Stopped.
[[noreturn]] void maintain(Lab& lab, std::initializer_list<ResizableThreads*> all);
/// The same until `over()`, which is evaluated after each Lab::announce. Throws Stopped.
void maintainUntil(Lab& lab, std::initializer_list<ResizableThreads*> all, const std::function<bool()>& over);
/// The same for a caller with work to do after a stop: returns when the run is stopped.
void maintainUntilStop(Lab& lab, std::initializer_list<ResizableThreads*> all);

} // namespace threadscape
