#include "async/event_loop.h"

#include "exec/reason.h"
#include "sync/misuse.h"
#include "sync/operation_span.h"
#include "sync/seam.h"
#include "sync/stopped.h"
#include "sync/wait_span.h"

#include <algorithm>
#include <fmt/format.h>

namespace threadscape {

namespace {

std::int64_t inNs(Ticks ticks)
{
    return static_cast<std::int64_t>(static_cast<double>(ticks) / ticksPerNs());
}

} // namespace

EventLoop::EventLoop(Runtime& runtime, std::string name)
    : m_runtime(runtime),
      m_actor(Actor::current()),
      m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::eventLoop)),
      m_callbackName(runtime.catalogue().intern(TS_NAME("name", "callback"))),
      m_stall(static_cast<Ticks>(static_cast<double>(kStallNs) * ticksPerNs()))
{
    m_runtime.addRetimed(*this);
}

EventLoop::~EventLoop() // NOLINT(bugprone-exception-escape): tasks and callbacks store what they throw
{
    if (m_firstAlive != nullptr) {
        stopAll();
        turnUntil(nullptr);
    }
    m_runtime.removeRetimed(*this);
}

void EventLoop::close()
{
    if (m_turning)
        throw Misuse(TS_TEXT("async", "An event loop that runs cannot be closed: its tasks must end first."));
    m_closed = true;
}

void EventLoop::add(LoopTask& task)
{
    task.addReference(); // until it has ended
    task.m_right = m_firstAlive;
    if (m_firstAlive != nullptr)
        m_firstAlive->m_left = &task;
    m_firstAlive = &task;
    ++m_alive;
    task.m_actor.setHost(m_actor);
    task.m_next = task.frame();
    task.m_actor.info().alive.store(true, std::memory_order_relaxed);
    const Ticks now = ticksNow();
    m_actor.writer().write(momentEvent(EventKind::begin, task.track(), kNoObject, now, 0));
    makeReady(task, now);
    if (m_stopping)
        task.m_actor.requestStop();
}

void EventLoop::beginRun()
{
    interruptible(VisibleOperation::await, m_object);
    if (m_turning)
        throw Misuse(TS_TEXT("async", "An event loop that runs cannot be run again before it has ended."));
    if (m_closed)
        throw Misuse(TS_TEXT("async", "An event loop that was closed cannot run."));
}

void EventLoop::runUntilEnded(LoopTask& task)
{
    turnUntil(&task);
    cancelAll();
    turnUntil(nullptr);
    if (m_actor.attention())
        m_actor.honourStop();
}

void EventLoop::cancelAll() noexcept
{
    for (LoopTask* task = m_firstAlive; task != nullptr; task = task->m_right)
        task->cancel();
}

void EventLoop::stopAll() noexcept
{
    m_stopping = true;
    for (LoopTask* task = m_firstAlive; task != nullptr; task = task->m_right) {
        task->m_actor.requestStop();
        if (task->m_waits != nullptr)
            task->m_waits->giveUp();
    }
}

// Runs until `end` has ended; nullptr: until all have, and all callbacks were called.
void EventLoop::turnUntil(const LoopTask* end)
{
    m_turning = true;
    while (end != nullptr ? !end->ended() : m_firstAlive != nullptr || !m_callbacks.empty()) {
        if (m_actor.stopRequested() && !m_stopping)
            stopAll();
        if (m_firstReady == nullptr && m_callbacks.empty())
            idle();
        else if (m_reactor && m_reactor->pending())
            m_reactor->poll();
        takeArrived();
        wakeDue();
        if (m_load)
            tellLoad(m_actor.track(), ticksNow());
        runReady();
        callBack();
    }
    m_turning = false;
}

void EventLoop::tellLoad(TrackId by, Ticks at) noexcept
{
    const std::int64_t runs = at < m_ranUntil ? 1 : 0;
    const auto ready = static_cast<std::int64_t>(m_ready);
    const auto alive = static_cast<std::int64_t>(m_alive); // the task that ran then may have ended since
    m_load->show(ready, std::max<std::int64_t>(0, alive - ready - runs), by, at);
}

bool EventLoop::mustWait() const noexcept
{
    return !m_hasArrived.load(std::memory_order_acquire) && !m_retimed.load(std::memory_order_acquire);
}

void EventLoop::idle()
{
    const std::int64_t deadlineNs = m_timers.empty() ? kForever : m_timers.begin()->first;
    if (deadlineNs <= monotonicNs())
        return;
    if (m_load)
        tellLoad(m_actor.track(), ticksNow());
    const bool stoppable = !m_stopping && m_actor.stoppable();
    WaitSpan span(m_actor, State::idle, m_object, true);
    if (!m_reactor || !m_reactor->pending()) {
        span.note(m_idle.park(m_actor, stoppable, deadlineNs, [&] { return mustWait(); }));
        return;
    }
    WaitQueue::Node node;
    {
        const ScopedLock guarded(m_idle.guard());
        if (!mustWait())
            return;
        m_idle.enqueue(node, m_actor, stoppable);
    }
    span.note(m_idle.awaitBy(node, [&] {
        m_reactor->wait(deadlineNs);
        return m_firstReady != nullptr || monotonicNs() >= deadlineNs;
    }));
}

Reactor& EventLoop::reactor()
{
    if (!m_reactor) {
        m_actor.prepareDescriptorWaits();
        m_reactor.emplace(m_actor.wakeDescriptor());
    }
    return *m_reactor;
}

void EventLoop::takeLater(std::shared_ptr<Relay> relay, TrackId track)
{
    {
        const ScopedLock guard(m_mutex);
        m_arrived.push_back(std::move(relay));
    }
    m_hasArrived.store(true, std::memory_order_release);
    wake(track);
}

// Ends the loop's idle wait. Threads: any.
void EventLoop::wake(TrackId by) noexcept
{
    Actor* woken = nullptr;
    {
        const ScopedLock guarded(m_idle.guard());
        woken = m_idle.grantOne(by);
    }
    if (woken != nullptr)
        woken->wakeGrantedAnywhere();
}

void EventLoop::retime() noexcept
{
    m_retimed.store(true, std::memory_order_release);
    wake(kNoTrack);
}

void EventLoop::takeArrived()
{
    if (m_hasArrived.exchange(false, std::memory_order_acq_rel)) {
        std::vector<std::shared_ptr<Relay>> arrived;
        {
            const ScopedLock guard(m_mutex);
            arrived.swap(m_arrived);
        }
        for (const std::shared_ptr<Relay>& relay : arrived)
            relay->deliver();
    }
    if (m_retimed.exchange(false, std::memory_order_acq_rel)) {
        std::vector<LoopTimer*> timers;
        timers.reserve(m_timers.size());
        for (const auto& [dueNs, timer] : m_timers)
            timers.push_back(timer);
        for (LoopTimer* timer : timers)
            timer->retime();
    }
}

void EventLoop::wakeDue()
{
    if (m_timers.empty())
        return;
    const std::int64_t nowNs = monotonicNs();
    while (!m_timers.empty() && m_timers.begin()->first <= nowNs) {
        m_timers.begin()->second->due();
        if (m_load && m_lastReady != nullptr)
            tellLoad(m_lastReady->track(),
                     m_lastReady->m_since); // when it was due, however late the loop checks
    }
}

void EventLoop::makeReady(LoopTask& task, Ticks at) noexcept
{
    task.m_since = at;
    task.m_actor.open().open(OpenSpans::kWaitSlot, at, kNoObject, static_cast<std::uint8_t>(State::ready),
                             waitDetail(kNoTrack) | kWakeableWait);
    task.m_following = nullptr;
    (m_lastReady != nullptr ? m_lastReady->m_following : m_firstReady) = &task;
    m_lastReady = &task;
    ++m_ready;
}

// Only those ready now: tasks that become ready meanwhile wait until the loop has polled for others.
void EventLoop::runReady()
{
    for (std::size_t left = m_ready; left > 0; --left) {
        LoopTask& task = *m_firstReady;
        m_firstReady = task.m_following;
        if (m_firstReady == nullptr)
            m_lastReady = nullptr;
        --m_ready;
        runOne(task);
    }
}

void EventLoop::runOne(LoopTask& task)
{
    const Ticks start = ticksNow();
    m_ranUntil = kStillRuns;
    if (m_load)
        tellLoad(m_actor.track(), start);
    Writer& writer = m_actor.writer();
    writer.write(spanEvent(EventKind::wait, task.track(), kNoObject, task.m_since, start,
                           waitDetail(kNoTrack), static_cast<std::uint8_t>(State::ready)));
    task.m_actor.open().close(OpenSpans::kWaitSlot);
    const int depth = m_actor.enterOperation();
    const bool shown = depth < OpenSpans::kOperationSlots;
    if (shown)
        m_actor.open().open(OpenSpans::kFirstOperation + depth, start, task.m_name);
    m_running = &task;
    Actor::setCurrent(&task.m_actor);
    const bool begins = !task.m_begun;
    task.m_begun = true;
    if (begins && (task.m_cancelRequested || task.m_actor.stopRequested()))
        task.endUnbegun();
    else
        task.m_next.resume();
    if (task.m_end == LoopTask::End::notYet && task.frame().done())
        task.takeEnd();
    Actor::setCurrent(&m_actor);
    m_running = nullptr;
    const Ticks end = ticksNow();
    m_actor.leaveOperation();
    if (shown) {
        constexpr std::int64_t kNsPerUs = 1000;
        const bool stall = end - start >= m_stall;
        writer.write(spanEvent(EventKind::operation, m_actor.track(), task.m_name, start, end,
                               stall ? static_cast<std::uint32_t>(inNs(end - start) / kNsPerUs) : 0,
                               static_cast<std::uint8_t>(depth),
                               static_cast<std::uint8_t>(stall ? NumberStyle::stall : NumberStyle::none)));
        m_actor.open().close(OpenSpans::kFirstOperation + depth);
    }
    m_ranUntil = end;
    ++m_resumes;
    m_alternations += m_ranBefore != kNoTrack && m_ranBefore != task.track() ? 1 : 0;
    m_ranBefore = task.track();
    if (end - start > m_longestRun) {
        m_longestRun = end - start;
        m_longestRunner = task.name();
    }
    if (task.ended())
        finish(task, end);
}

std::int64_t EventLoop::longestRunNs() const noexcept
{
    return inNs(m_longestRun);
}

void EventLoop::finish(LoopTask& task, Ticks at) noexcept
{
    m_actor.writer().write(momentEvent(EventKind::end, task.track(), kNoObject, at, 0));
    task.m_actor.info().alive.store(false, std::memory_order_relaxed);
    task.m_actor.setOver();
    for (EndWaiter* waiter : std::exchange(task.m_waiters, {}))
        waiter->ended(task);
    for (auto& callback : std::exchange(task.m_callbacks, {}))
        m_callbacks.push_back([call = std::move(callback), end = task.m_end] { call(end); });
    (task.m_left != nullptr ? task.m_left->m_right : m_firstAlive) = task.m_right;
    if (task.m_right != nullptr)
        task.m_right->m_left = task.m_left;
    --m_alive;
    task.release();
}

void EventLoop::callBack()
{
    for (const std::function<void()>& callback : std::exchange(m_callbacks, {})) {
        const OperationSpan box(m_actor, m_callbackName);
        try {
            callback();
        } catch (const Stopped&) { // NOLINT(bugprone-empty-catch): the loop sees the stop itself
        } catch (...) {
            m_runtime.print(Text(TS_TEXT("async", "A done-callback failed: %1."))
                                .arg(reasonOf(std::current_exception()))
                                .english());
        }
    }
}

ObjectId EventLoop::groupObject(const std::vector<boost::intrusive_ptr<LoopTask>>& tasks)
{
    constexpr std::size_t kNamed = 3;
    std::string name;
    for (std::size_t i = 0; i < tasks.size() && i < kNamed; ++i)
        name += (i == 0 ? "" : ", ") + tasks[i]->name();
    if (tasks.size() > kNamed)
        name += fmt::format(", … ({})", tasks.size());
    const auto [known, isNew] = m_groupObjects.try_emplace(name, kNoObject);
    if (isNew)
        known->second = m_runtime.catalogue().addObject(name, ObjectKind::task);
    return known->second;
}

} // namespace threadscape
