#pragma once

#include "sync/runtime.h"

#include <string>

namespace threadscape {

/// Cyclic: releases its threads once all have arrived, like Python's threading.Barrier.
/// Threads: any actor's.
class Barrier {
public:
    Barrier(Runtime& runtime, std::string name, std::size_t parties)
        : m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::barrier)), m_parties(parties)
    {
    }

    /// Waits for the others. Throws Stopped; the barrier is then unusable for the others.
    void wait();
    ObjectId object() const noexcept { return m_object; }

private:
    ObjectId m_object;
    std::size_t m_parties;
    WaitQueue m_waiters;
    std::size_t m_arrived TS_GUARDED_BY(m_waiters.guard()) = 0;
};

} // namespace threadscape
