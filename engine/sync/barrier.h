#pragma once

#include "sync/runtime.h"

#include <string>

namespace threadscape {

/// Lets nobody through until all have come, again and again: like Python's threading.Barrier.
/// Threads: any actor's.
class Barrier {
public:
    Barrier(Runtime& runtime, std::string name, std::size_t parties)
        : m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::barrier)), m_parties(parties)
    {
    }

    /// Waits for the others. Throws Stopped; the barrier is of no use to the others then.
    void wait();
    ObjectId object() const noexcept { return m_object; }

private:
    ObjectId m_object;
    std::size_t m_parties;
    std::size_t m_arrived = 0; // under the guard
    WaitQueue m_waiters;
};

} // namespace threadscape
