#include "exec/thread.h"

#include "os/cpu_time.h"
#include "os/vector_state.h"
#include "sync/seam.h"
#include "sync/wait_span.h"

namespace threadscape {

namespace {

// The system's counts for the calling thread. Switches are counted elsewhere where each one is reported.
void tellSchedule(TrackInfo& info, const ThreadSchedule& before, bool eachSwitchIsTold)
{
    const ThreadSchedule schedule = threadSchedule();
    if (before.readyNs >= 0 && schedule.readyNs >= 0)
        info.systemReadyNs.store(schedule.readyNs - before.readyNs, std::memory_order_relaxed);
    if (eachSwitchIsTold)
        return;
    info.switches.forced.store(schedule.switchesForced - before.switchesForced, std::memory_order_relaxed);
    info.switches.voluntary.store(schedule.switchesVoluntary - before.switchesVoluntary,
                                  std::memory_order_relaxed);
}

} // namespace

void runAs(Actor& actor, const std::function<void()>& body) noexcept
{
    clearUpperVectors();
    Recorder& recorder = actor.runtime().recorder();
    TrackInfo& info = actor.info();
    Writer* taken = nullptr;
    try {
        taken = &recorder.takeWriter();
    } catch (...) { // there is no memory for its events
        actor.runtime().fail(std::current_exception());
        return;
    }
    Writer& writer = *taken;
    const ThreadSchedule before = threadSchedule(); // main may run on a long-lived thread
    const std::int64_t cpuBefore = threadCpuNs();
    nameThread(info.name.c_str());
    actor.setWriter(&writer);
    Actor::setCurrent(&actor);
    info.osId.store(threadOsId(), std::memory_order_relaxed);
    info.alive.store(true, std::memory_order_relaxed);
    writer.write(momentEvent(EventKind::begin, actor.track(), kNoObject, ticksNow(),
                             info.osId.load(std::memory_order_relaxed)));
    actor.sampleCpu(true);
    try {
        body();
    } catch (const Stopped&) { // NOLINT(bugprone-empty-catch): a stop has nothing to tell
    } catch (...) {
        actor.runtime().fail(std::current_exception());
    }
    info.cpuNs.store(threadCpuNs() - cpuBefore, std::memory_order_relaxed);
    actor.sampleCpu(true);
    tellSchedule(info, before, !actor.samplesCpu());
    info.alive.store(false, std::memory_order_relaxed);
    writer.write(momentEvent(EventKind::end, actor.track(), kNoObject, ticksNow(), 0));
    Actor::setCurrent(nullptr);
    actor.setWriter(nullptr);
    recorder.giveBack(writer);
}

Thread::Thread(Runtime& runtime, std::string name, std::function<void()> body, const Options& options)
    : m_actor(runtime.addActor(name, options.group, TrackKind::thread, options.daemon)),
      m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::thread)),
      m_thread(started([this, work = std::move(body)] { run(work); }))
{
}

// Started by a thread of the run, or by the code that sets up the run.
std::thread Thread::started(std::function<void()> body) const
{
    if (Actor::hasCurrent())
        uninterruptible(VisibleOperation::start, m_object);
    return std::thread(std::move(body));
}

Thread::~Thread()
{
    if (!done()) {
        stop();
        if (Actor::hasCurrent())
            waitForEnd(Actor::current(), false);
    }
    m_thread.join();
}

void Thread::join()
{
    waitForEnd(interruptible(VisibleOperation::join, m_object), true);
}

void Thread::waitForEnd(Actor& waiter, bool stoppable)
{
    if (done())
        return;
    WaitSpan span(waiter, State::join, m_object);
    const WaitQueue::Result result =
        m_joiners.park(waiter, stoppable && waiter.stoppable(), kForever, [&] { return !done(); });
    span.note(result);
    if (result.how == Actor::Woken::stopped)
        waiter.unwind();
}

void Thread::run(const std::function<void()>& body) noexcept
{
    runAs(m_actor, body);
    {
        const ScopedLock guarded(m_joiners.guard());
        m_done.store(true, std::memory_order_release);
    }
    m_joiners.wakeAll(m_actor.track());
    m_actor.setOver();
}

} // namespace threadscape
