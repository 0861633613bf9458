#include "sync/actor.h"

#include "sync/runtime.h"
#include "sync/stopped.h"

namespace threadscape {

Actor::Actor(Runtime& runtime, TrackId track, std::uint64_t seed)
    : m_runtime(runtime),
      m_info(runtime.recorder().catalogue().track(track)),
      m_open(*m_info.open),
      m_track(track)
{
    std::seed_seq sequence{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U),
                           static_cast<std::uint32_t>(track)};
    m_random.seed(sequence);
}

void Actor::requestStop() noexcept
{
    // Here: store the stop, then read the park word. In await: store "waiting", then read the stop. With anything weaker
    // than sequential consistency on these four, a stop between the two is lost now and then.
    m_attention.fetch_or(kStop, std::memory_order_seq_cst);
    const std::uint32_t word = m_park.load(std::memory_order_seq_cst);
    if ((word & kStateMask) != kWaiting || !decide(word, kStopped))
        return;
    futexWake(m_park);
    if (const int descriptor = m_wakeDescriptor.load(std::memory_order_acquire); descriptor >= 0)
        signalWake(descriptor);
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

std::uint32_t Actor::prepareWait(bool stoppable) noexcept
{
    const std::uint32_t epoch = (m_park.load(std::memory_order_relaxed) >> kStateBits) + 1;
    const std::uint32_t token = (epoch << kStateBits) | (stoppable ? kWaiting : kWaitingNoStop);
    m_park.store(token, std::memory_order_seq_cst);
    return token;
}

void Actor::heedStop(std::uint32_t token) noexcept
{
    const bool stoppable = (token & kStateMask) == kWaiting;
    if (stoppable && (m_attention.load(std::memory_order_seq_cst) & kStop) != 0)
        decide(token, kStopped);
}

Actor::Woken Actor::decision() const noexcept
{
    switch (m_park.load(std::memory_order_acquire) & kStateMask) {
    case kStopped: return Woken::stopped;
    case kTimedOut: return Woken::timedOut;
    default: return Woken::granted;
    }
}

Actor::Woken Actor::await(std::uint32_t token, std::int64_t deadlineNs) noexcept
{
    heedStop(token);
    // A wake across cores costs tens of us, a look at the word some ns: a short spin pays.
    constexpr int kSpins = 40;
    for (int i = 0; i < kSpins && m_park.load(std::memory_order_relaxed) == token; ++i)
        spinPause();
    while (m_park.load(std::memory_order_acquire) == token) {
        if (!futexWait(m_park, token, deadlineNs))
            decide(token, kTimedOut);
    }
    return decision();
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
    heedStop(token);
    while (m_park.load(std::memory_order_acquire) == token) {
        switch (pollBeside(descriptor, readiness, m_wake.get(), deadlineNs)) {
        case PollEnd::ready: decide(token, kGranted); break;
        case PollEnd::timedOut: decide(token, kTimedOut); break;
        case PollEnd::woken: break; // for this wait, or late for one before
        }
    }
    return decision();
}

bool Actor::grant(std::uint32_t token) noexcept
{
    return decide(token, kGranted);
}

bool Actor::decide(std::uint32_t token, Parked outcome) noexcept
{
    std::uint32_t expected = token;
    return m_park.compare_exchange_strong(expected, (token & ~kStateMask) | outcome,
                                          std::memory_order_seq_cst);
}

} // namespace threadscape
