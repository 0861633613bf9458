#include "exec/team.h"

#include "sync/seam.h"
#include "sync/wait_span.h"

#include <cassert>
#include <exception>

namespace threadscape {

Team::Team(Runtime& runtime, Options options) : m_runtime(runtime), m_options(std::move(options)) {}

Team::~Team()
{
    for (const auto& member : m_members)
        order(*member, true);
    m_members.clear();
}

std::int64_t Team::grow()
{
    Actor& actor = Actor::current();
    actor.honourStop(); // its thread is what starts
    const std::int64_t fromNs = monotonicNs();
    expect(1);
    Member& member = *m_members.emplace_back(std::make_unique<Member>());
    const std::size_t number = m_members.size() - 1;
    try {
        member.thread = std::make_unique<Thread>(
            m_runtime, m_options.prefix + '-' + std::to_string(number + 1),
            [this, &member, number] { serve(member, number); }, Thread::Options{.group = m_options.group});
    } catch (...) {
        m_members.pop_back();
        throw;
    }
    awaitAll(actor);
    return monotonicNs() - fromNs;
}

Lap Team::run(std::size_t jobs, const std::function<void(std::size_t)>& job)
{
    assert(jobs > 0 && jobs <= m_members.size());
    Actor& actor = interruptible(VisibleOperation::submit, kNoObject);
    m_job = &job;
    expect(jobs);
    Lap lap;
    lap.fromNs = monotonicNs();
    for (std::size_t k = 0; k < jobs; ++k)
        order(*m_members[k], false);
    awaitAll(actor);
    lap.toNs = monotonicNs();
    for (std::size_t k = 0; k < jobs; ++k)
        if (m_members[k]->gone) {
            m_members[k]->thread->join(); // by then the run has recorded the failure, and is stopped
            actor.unwind();
        }
    lap.jobs.reserve(jobs);
    for (std::size_t k = 0; k < jobs; ++k)
        lap.jobs.push_back(m_members[k]->time);
    return lap;
}

void Team::order(Member& member, bool leave) noexcept
{
    const TrackId track = Actor::hasCurrent() ? Actor::current().track() : kNoTrack;
    Actor* woken = nullptr;
    {
        const ScopedLock guarded(member.orders.guard());
        (leave ? member.leaves : member.ordered) = true;
        woken = member.orders.grantOne(track);
    }
    if (woken != nullptr)
        woken->wakeGranted();
}

// The job's data is on the caller's stack: it must live until no member is in the job.
void Team::awaitAll(Actor& actor)
{
    WaitSpan span(actor, State::join, kNoObject);
    bool stopped = false;
    for (;;) {
        const WaitQueue::Result result = m_ends.park(actor, !stopped && actor.stoppable(), kForever, [&] {
            m_ends.guard().assertHeld();
            return m_left > 0;
        });
        if (!result.parked)
            break;
        span.note(result);
        stopped = stopped || result.how == Actor::Woken::stopped;
    }
    span.finish();
    m_job = nullptr;
    if (stopped)
        actor.unwind();
}

void Team::expect(std::size_t ends) noexcept
{
    const ScopedLock guarded(m_ends.guard());
    m_left = ends;
}

void Team::countDown(Actor& actor) noexcept
{
    // Granted under the count's guard: a later grant would end the next lap.
    Actor* woken = nullptr;
    {
        const ScopedLock guarded(m_ends.guard());
        if (--m_left == 0)
            woken = m_ends.grantOne(actor.track());
    }
    if (woken != nullptr)
        woken->wakeGranted();
}

// False: it must leave.
bool Team::awaitOrder(Actor& actor, Member& member)
{
    WaitSpan span(actor, State::idle, kNoObject);
    const WaitQueue::Result result = member.orders.park(actor, false, kForever, [&] {
        member.orders.guard().assertHeld();
        return !member.ordered && !member.leaves;
    });
    span.note(result);
    const ScopedLock guarded(member.orders.guard());
    return std::exchange(member.ordered, false); // the next order follows this job's end
}

void Team::serve(Member& member, std::size_t number)
{
    Actor& actor = Actor::current();
    countDown(actor); // it is ready
    while (awaitOrder(actor, member)) {
        struct Ending {
            Team& team;
            Actor& actor;
            Member& member;
            int exceptions = std::uncaught_exceptions();
            ~Ending()
            {
                member.gone = std::uncaught_exceptions() > exceptions; // before any notification
                team.countDown(actor);
            }
        } const ending{*this, actor, member};
        const CpuUse before = threadCpuUse();
        member.time = {.track = actor.track(), .fromNs = monotonicNs()};
        (*m_job)(number);
        member.time.toNs = monotonicNs();
        member.time.cpu = threadCpuUse() - before;
    }
}

} // namespace threadscape
