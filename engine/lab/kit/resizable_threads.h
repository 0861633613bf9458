#pragma once

#include "exec/thread.h"
#include "lab/group.h"

#include <functional>
#include <initializer_list>
#include <list>
#include <string>

namespace threadscape {

class Lab;

/// Threads that do the same, as many as a live setting says: when it is moved, more are started, or the last ones are
/// asked to stop.
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
    /// Stops the threads and waits for them.
    ~ResizableThreads();
    ResizableThreads(const ResizableThreads&) = delete;
    ResizableThreads& operator=(const ResizableThreads&) = delete;

    /// Starts and retires threads until there are as many as wanted. Throws std::system_error when the system starts no
    /// more threads.
    void adjust();

private:
    Lab& m_lab;
    Options m_options;
    std::list<Thread> m_members;
    std::list<Thread> m_retired; // stopped, perhaps still ending
    std::int64_t m_named = 0;
};

/// Keeps all at their sizes until the run is stopped. Throws Stopped, in the end.
[[noreturn]] void maintain(Lab& lab, std::initializer_list<ResizableThreads*> all);
/// The same until `over()`, which is looked at after each Lab::announce. Throws Stopped.
void maintainUntil(Lab& lab, std::initializer_list<ResizableThreads*> all, const std::function<bool()>& over);
/// The same for who has something to do after the end: returns when the run is stopped.
void maintainUntilStop(Lab& lab, std::initializer_list<ResizableThreads*> all);

} // namespace threadscape
