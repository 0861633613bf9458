#pragma once

#include "exec/thread.h"
#include "lab/group.h"

#include <functional>
#include <list>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace threadscape {

class Lab;

/// Threads of a group, all started at once: the group's current count, or `count`.
/// Threads: the actor that made it.
class Threads {
public:
    struct Options {
        std::int64_t count = -1; ///< -1: as many as the group counts
        bool daemon = false;
        std::vector<std::string> names{}; ///< one per thread; empty: the group's
    };
    /// `body(number)`, from 1, or `body()`. Throws std::system_error when no more threads can be started.
    template <typename Body>
    Threads(Lab& lab, const Group& group, Body body, const Options& options)
    {
        if constexpr (std::is_invocable_v<Body&, std::int64_t>)
            start(lab, group, body, options);
        else
            start(
                lab, group, [body](std::int64_t /*number*/) mutable { body(); }, options);
    }
    template <typename Body>
    Threads(Lab& lab, const Group& group, Body body) : Threads(lab, group, std::move(body), Options{})
    {
    }

    /// Waits until all have ended. Throws Stopped (they continue then).
    void join();
    /// Asks them to unwind.
    void stop() noexcept;

    auto begin() noexcept { return m_all.begin(); }
    auto end() noexcept { return m_all.end(); }

private:
    void start(Lab& lab, const Group& group, const std::function<void(std::int64_t)>& body,
               const Options& options);

    std::list<Thread> m_all;
};

} // namespace threadscape
