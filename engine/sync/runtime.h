#pragma once

#include "base/mutex.h"
#include "record/recorder.h"
#include "sync/actor.h"
#include "sync/lock_order.h"
#include "sync/wait_queue.h"

#include <deque>
#include <exception>
#include <functional>
#include <string>
#include <vector>

namespace threadscape {

/// Is notified when the pauses of a run change.
class Retimed {
public:
    /// It must not block. Threads: any.
    virtual void retime() noexcept = 0;

protected:
    ~Retimed() = default;
};

/// The shared state of the threads and primitives of one run: the recorder, the actors, stop, sleep.
/// Threads: any, unless said otherwise.
class Runtime {
public:
    explicit Runtime(std::uint64_t seed) : m_seed(seed) {}
    Runtime(const Runtime&) = delete;
    Runtime& operator=(const Runtime&) = delete;
    virtual ~Runtime() = default;

    /// The seed of all random numbers of the run.
    std::uint64_t seed() const noexcept { return m_seed; }

    /// `observer` is notified of every visible operation of the run. Call before the first actor is added; it must outlive the
    /// run.
    void setObserver(SeamObserver* observer) noexcept { m_observer = observer; }
    SeamObserver* observer() const noexcept { return m_observer; }

    Recorder& recorder() noexcept { return m_recorder; }
    Catalogue& catalogue() noexcept { return m_recorder.catalogue(); }

    /// A new actor with its own lane; it lives as long as the runtime. Already stopped when the run is being stopped.
    Actor& addActor(std::string name, std::string group, TrackKind kind, bool daemon = false);

    /// A new actor for an existing lane.
    Actor& addActor(TrackId track) TS_EXCLUDES(m_actorsMutex);

    /// Asks every actor to unwind, now and in future.
    void stopAll() noexcept TS_EXCLUDES(m_actorsMutex);
    bool stopping() const noexcept { return m_stopping.load(std::memory_order_acquire); }

    /// An unexpected exception ended a thread: records the first one, and stops the run.
    void fail(std::exception_ptr failure) noexcept;
    /// The first failure; nullptr when there was none.
    std::exception_ptr failure() const noexcept;

    /// Sleeps for `durationNs()`, which is evaluated again whenever sleepers are re-timed (a pause was changed), counted from
    /// the start of the sleep. Zero or less: returns at once. Threads: an actor's. Throws Stopped.
    void sleep(const std::function<std::int64_t()>& durationNs);
    /// Makes all sleepers evaluate their duration again.
    void retimeSleepers() noexcept;
    /// Is notified too, until it is removed.
    void addRetimed(Retimed& retimed);
    void removeRetimed(Retimed& retimed) noexcept;

    /// One line of the log, by the calling actor.
    void print(std::string_view line);

    /// Calls `look(const Actor&)` for each actor, in the order of creation.
    template <typename F>
    void forEachActor(F&& look) const TS_EXCLUDES(m_actorsMutex)
    {
        const ScopedLock guard(m_actorsMutex);
        for (const Actor& actor : m_actors)
            look(actor);
    }

    LockOrder& lockOrder() noexcept { return m_lockOrder; }
    const LockOrder& lockOrder() const noexcept { return m_lockOrder; }

    /// `lock` may be released by threads other than its holder: its waiters do not wait for the holder.
    void declareReleasedByAnyone(ObjectId lock);
    bool mayBeReleasedByAnyone(ObjectId lock) const;

private:
    std::uint64_t m_seed;
    SeamObserver* m_observer = nullptr;
    Recorder m_recorder;
    std::atomic<bool> m_stopping{false};
    mutable Mutex m_actorsMutex;
    std::exception_ptr m_failure TS_GUARDED_BY(m_actorsMutex);
    std::deque<Actor> m_actors TS_GUARDED_BY(m_actorsMutex);
    std::vector<ObjectId> m_releasedByAnyone TS_GUARDED_BY(m_actorsMutex);
    LockOrder m_lockOrder;
    WaitQueue m_sleepers;
    std::atomic<std::uint32_t> m_retimings{0};
    Mutex m_retimedMutex;
    std::vector<Retimed*> m_retimed TS_GUARDED_BY(m_retimedMutex);
};

} // namespace threadscape
