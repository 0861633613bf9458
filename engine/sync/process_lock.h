#pragma once

#include "sync/process_semaphore.h"
#include "sync/releasable.h"

namespace threadscape {

/// Mutual exclusion of several processes, like multiprocessing.Lock, with two improvements: only its holder may release it, and
/// when its holder dies, the next waiter gets it (counted by ownersLost: the protected data may be inconsistent). Fits
/// std::scoped_lock. Threads: any actor's, of all processes that it was handed to.
class ProcessLock final : public ProcessSemaphore, public Releasable {
public:
    /// Throws std::system_error when no memory is available.
    ProcessLock(Runtime& runtime, std::string name)
        : ProcessSemaphore(runtime, std::move(name), 1, ObjectKind::lock)
    {
    }
    /// The same one, in a worker process. Throws std::system_error when handed something else.
    explicit ProcessLock(Handed handed) : ProcessSemaphore(std::move(handed), ObjectKind::lock) {}

    std::uint32_t
    releaseAll(Actor& /*actor*/) noexcept override // NOLINT(bugprone-exception-escape): it is held
    {
        release();
        return 1;
    }
    bool reacquire(Actor& actor, std::uint32_t /*depth*/) override
    {
        return take(actor, kForever) == Actor::Woken::granted;
    }
};

} // namespace threadscape
