#pragma once

#include "exec/future.h"

#include <memory>
#include <vector>

namespace threadscape {

/// Tells of futures, of whatever results, in the order in which their tasks end: what Python's as_completed is made of.
/// Futures may die, and it may, before the tasks end.
/// Threads: one at a time, an actor's.
class Completions {
public:
    /// One more to tell of. Returns its index: how many were added before it.
    template <typename T>
    std::size_t add(Future<T>& future)
    {
        m_pool = future.pool();
        future.whenDone([ended = m_ended, index = m_added](TaskState) { ended->put(index); });
        return m_added++;
    }

    /// How many were added and not told of yet.
    std::size_t left() const noexcept { return m_added - m_told; }
    /// The index of the next one that has ended; waits for it. Precondition: left() > 0. Throws Stopped.
    std::size_t next();

private:
    struct Ended {
        WaitQueue waiters;
        std::vector<std::size_t> indices TS_GUARDED_BY(waiters.guard());

        void put(std::size_t index);
    };

    std::shared_ptr<Ended> m_ended = std::make_shared<Ended>();
    std::size_t m_added = 0;
    std::size_t m_told = 0;
    ObjectId m_pool = kNoObject;
};

} // namespace threadscape
