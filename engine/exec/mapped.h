#pragma once

#include "exec/future.h"

#include <vector>

namespace threadscape {

/// The results of one function for many inputs, in the order of the inputs, whichever ends first: the result of
/// ThreadPool::map. Its destructor cancels what has not begun, as in Python; where the run's stop unwinds, that ends by the stop.
/// Threads: one at a time, an actor's.
template <typename T>
class Mapped {
public:
    explicit Mapped(std::vector<Future<T>> futures) : m_futures(std::move(futures)) {}
    Mapped(Mapped&&) noexcept = default;
    Mapped& operator=(Mapped&&) = delete;
    ~Mapped()
    {
        if (m_futures.empty())
            return;
        const bool stopped = Actor::current().unwinding();
        const NoStop quiet;
        for (Future<T>& future : m_futures)
            stopped ? future.abandon() : static_cast<void>(future.cancel());
    }

    /// By input.
    std::vector<Future<T>>& futures() noexcept { return m_futures; }

    /// Waits for all. Throws what the first one in the order of the inputs threw. Throws Stopped.
    std::vector<T> results()
    {
        std::vector<T> all;
        all.reserve(m_futures.size());
        for (Future<T>& future : m_futures)
            all.push_back(future.get());
        return all;
    }

private:
    std::vector<Future<T>> m_futures;
};

} // namespace threadscape
