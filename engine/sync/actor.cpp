#include "sync/actor.h"

#include "base/scoped_lock.h"
#include "os/cpu_time.h"
#include "sync/random_stream.h"
#include "sync/runtime.h"
#include "sync/stopped.h"

namespace threadscape {

Actor::Actor(Runtime& runtime, TrackId track, std::uint64_t seed)
    : m_runtime(runtime),
      m_info(runtime.recorder().catalogue().track(track)),
      m_open(*m_info.open),
      m_track(track),
      m_runTrack(track),
      m_samplesCpu(runtime.recorder().samplesCpu()),
      m_seed(seed)
{
    if (runtime.observer() != nullptr)
        m_attention.store(kObserved, std::memory_order_relaxed);
}

Actor::~Actor() = default;

void Actor::seedRandom()
{
    std::seed_seq sequence{static_cast<std::uint32_t>(m_seed), static_cast<std::uint32_t>(m_seed >> 32U),
                           static_cast<std::uint32_t>(m_track)};
    m_random = std::make_unique<RandomStream>(sequence);
}

void Actor::wakeGrantedAnywhere() noexcept
{
    wakeGranted();
    if (const int descriptor = m_wakeDescriptor.load(std::memory_order_acquire); descriptor >= 0)
        signalWake(descriptor);
}

void Actor::writeCpuSample(bool always) noexcept
{
    constexpr std::int64_t kBetweenNs = 100'000; // a sample costs about 0.6 us
    const std::int64_t nowNs = monotonicNs();
    if (!always && nowNs - m_sampledNs < kBetweenNs)
        return;
    m_sampledNs = nowNs;
    const std::int64_t cpuNs = threadCpuNs();
    m_writer->write(momentEvent(EventKind::cpuTime, m_track, kNoObject, ticksNow(), cpuNs));
}

void Actor::requestStop() noexcept
{
    // Here: store the stop, then read the park word. In await: store "waiting", then read the stop. With anything weaker than
    // sequential consistency on these four, a stop between the two is occasionally lost.
    m_attention.fetch_or(kStop, std::memory_order_seq_cst);
    if (m_park.stop()) {
        m_park.wake(FutexReach::process);
        if (const int descriptor = m_wakeDescriptor.load(std::memory_order_acquire); descriptor >= 0)
            signalWake(descriptor);
    }
    const ScopedLock guarded(m_elsewhereGuard);
    if (m_elsewhere != nullptr && m_elsewhere->stop())
        m_elsewhere->wake(FutexReach::machine);
}

void Actor::tellObserver(VisibleOperation operation, ObjectId object) noexcept
{
    if (SeamObserver* const observer = m_runtime.observer())
        observer->about(*this, operation, object, label());
}

void Actor::honourStop()
{
    if (stopRequested() && stoppable())
        unwind();
}

void Actor::unwind()
{
    m_unwinding = true;
    throw Stopped{};
}

void Actor::heedStop(ParkWord& word, std::uint32_t token) noexcept
{
    if (ParkWord::isStoppable(token) && (m_attention.load(std::memory_order_seq_cst) & kStop) != 0)
        word.stop();
}

Actor::Woken Actor::await(std::uint32_t token, std::int64_t deadlineNs) noexcept
{
    heedStop(m_park, token);
    m_park.await(token, deadlineNs, FutexReach::process);
    return m_park.decision();
}

Actor::Woken Actor::awaitElsewhere(ParkWord& word, std::uint32_t token, std::int64_t deadlineNs) noexcept
{
    // A stop requested after this finds the word; an earlier one is seen below.
    {
        const ScopedLock guarded(m_elsewhereGuard);
        m_elsewhere = &word;
    }
    heedStop(word, token);
    word.await(token, deadlineNs, FutexReach::machine);
    {
        const ScopedLock guarded(m_elsewhereGuard);
        m_elsewhere = nullptr;
    }
    return word.decision();
}

void Actor::prepareDescriptorWaits()
{
    if (m_wake)
        return;
    m_wake = makeWakeDescriptor();
    m_wakeDescriptor.store(m_wake.get(), std::memory_order_release);
}

Actor::Woken Actor::awaitReady(std::uint32_t token, int descriptor, Readiness readiness,
                               std::int64_t deadlineNs) noexcept
{
    heedStop(m_park, token);
    while (m_park.undecided(token)) {
        switch (pollBeside(descriptor, readiness, m_wake.get(), deadlineNs)) {
        case PollEnd::ready: m_park.grant(token); break;
        case PollEnd::timedOut: m_park.timeOut(token); break;
        case PollEnd::woken: break; // for this wait, or late for one before
        }
    }
    return m_park.decision();
}

} // namespace threadscape
