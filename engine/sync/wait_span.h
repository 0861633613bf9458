#pragma once

#include "sync/wait_queue.h"

#include <algorithm>

namespace threadscape {

/// Records one wait of the current actor, from construction to destruction, including all parks, useless wake-ups and spins;
/// shown as open until then. Threads: the actor's.
class WaitSpan {
public:
    /// `wakeable`: it has a time-out, or something outside the run may end it, so that it is not part of a standstill.
    WaitSpan(Actor& actor, State state, ObjectId object, bool wakeable = false,
             WaitFor what = WaitFor::unsaid) noexcept
        : m_actor(actor),
          m_start(ticksNow()),
          m_object(object),
          m_state(state),
          m_label(actor.label()),
          m_what(what)
    {
        actor.sampleCpu();
        const std::uint32_t detail =
            waitDetail(kNoTrack, WaitEnd::served, what) | (wakeable ? kWakeableWait : 0);
        openFor(actor, detail);
        // A task that blocks does so on its loop's thread.
        if (actor.host() != nullptr) [[unlikely]]
            openFor(*actor.host(), detail);
    }
    ~WaitSpan() { finish(); }
    WaitSpan(const WaitSpan&) = delete;
    WaitSpan& operator=(const WaitSpan&) = delete;

    /// Records the outcome of the last park: which track ended the wait, and how.
    void note(const WaitQueue::Result& result) noexcept
    {
        if (result.parked && result.waker != kNoTrack)
            m_waker = result.waker;
        noteWoken(result);
        note(result.how);
    }
    /// Records when the last park was ended, by a track or by a timer; not how.
    void noteWoken(const WaitQueue::Result& result) noexcept
    {
        if (!result.parked)
            return;
        m_wokenAt = result.wokenAt;
        m_wokenNsBefore = 0;
        if (result.dueNs != 0)
            noteDue(result.dueNs);
    }
    /// The same when another process may have ended it: `waker` is the run's number.
    void noteShared(Actor::Woken how, TrackId waker, Ticks wokenAt) noexcept
    {
        m_wokenNsBefore = 0;
        m_wokenAt = how == Actor::Woken::granted ? wokenAt : 0;
        if (waker != kNoTrack)
            m_waker = waker;
        m_wakerOfRun = waker != kNoTrack && m_actor.member() != 0 ? kWakerOfRun : 0;
        note(how);
    }

    /// A timer ended it, due at a time of the monotonic clock.
    void noteDue(std::int64_t dueNs) noexcept
    {
        constexpr std::int64_t kTimerSlackNs = 50'000; // the system may be this late although a core is free
        m_wokenAt = ticksNow();
        m_wokenNsBefore = std::max<std::int64_t>(0, monotonicNs() - dueNs - kTimerSlackNs);
    }

    /// Ends the span now; returns the end's stamp. Idempotent.
    Ticks finish() noexcept
    {
        if (m_end == 0) {
            m_end = ticksNow();
            writeFor(m_actor);
            if (Actor* host = m_actor.host(); host != nullptr) [[unlikely]]
                writeFor(*host);
            m_actor.sampleCpu();
        }
        return m_end;
    }
    Ticks start() const noexcept { return m_start; }

private:
    void openFor(Actor& actor, std::uint32_t detail) noexcept
    {
        actor.open().open(OpenSpans::kWaitSlot, m_start, m_object, static_cast<std::uint8_t>(m_state), detail,
                          m_label);
    }
    void writeFor(Actor& actor) noexcept
    {
        if (m_wokenAt != 0)
            actor.writer().write(
                momentEvent(EventKind::woken, actor.track(), kNoObject, m_wokenAt, m_wokenNsBefore));
        actor.writer().write(spanEvent(EventKind::wait, actor.track(), m_object, m_start, m_end,
                                       waitDetail(m_waker, m_how, m_what) | m_wakerOfRun,
                                       static_cast<std::uint8_t>(m_state), m_label),
                             m_label);
        actor.open().close(OpenSpans::kWaitSlot);
    }
    void note(Actor::Woken how) noexcept
    {
        m_how = how == Actor::Woken::stopped    ? WaitEnd::stopped
                : how == Actor::Woken::timedOut ? WaitEnd::timedOut
                                                : WaitEnd::served;
    }

    Actor& m_actor;
    Ticks m_start;
    Ticks m_end = 0;
    ObjectId m_object;
    State m_state;
    Label m_label;
    WaitFor m_what;
    TrackId m_waker = kNoTrack;
    Ticks m_wokenAt = 0;
    std::int64_t m_wokenNsBefore = 0;
    std::uint32_t m_wakerOfRun = 0;
    WaitEnd m_how = WaitEnd::served;
};

} // namespace threadscape
