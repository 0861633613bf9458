#pragma once

#include "exec/future.h"

#include <memory>
#include <vector>

namespace threadscape {

/// Yields futures of any result types in the order in which their tasks end: the basis of as_completed. The futures and this
/// may be destroyed before the tasks end.
/// Threads: one at a time, an actor's.
class Completions {
public:
    /// Adds a future. Returns its index.
    template <typename T>
    std::size_t add(Future<T>& future)
    {
        m_pool = future.pool();
        future.whenDone([ended = m_ended, index = m_added](TaskState) { ended->put(index); });
        return m_added++;
    }

    /// The number added and not yet returned by next.
    std::size_t left() const noexcept { return m_added - m_told; }
    /// Blocks until the next one has ended; returns its index. Precondition: left() > 0. Throws Stopped.
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
