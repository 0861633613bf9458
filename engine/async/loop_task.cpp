#include "async/loop_task.h"

#include "async/event_loop.h"
#include "exec/cancelled.h"
#include "exec/reason.h"
#include "sync/stopped.h"

namespace threadscape {

LoopTask::LoopTask(EventLoop& loop, const std::string& name, const std::string& group)
    : m_loop(loop),
      m_actor(loop.runtime().addActor(name, group, TrackKind::task)),
      m_name(loop.runtime().catalogue().intern(name))
{
}

ObjectId LoopTask::object()
{
    if (m_object == kNoObject)
        m_object = m_loop.runtime().catalogue().addObject(name(), ObjectKind::task);
    return m_object;
}

bool LoopTask::cancel() noexcept
{
    if (ended())
        return false;
    m_cancelRequested = true;
    if (m_waits == nullptr)
        return true;
    if (m_passesCancelOn) { // tasks that wait for each other in a cycle: one has to give up
        m_waits->giveUp();
        return true;
    }
    m_passesCancelOn = true;
    m_waits->cancel();
    m_passesCancelOn = false;
    return true;
}

void LoopTask::timeOut() noexcept
{
    m_timedOut = true;
    cancel();
}

void LoopTask::forgetTimeOut() noexcept
{
    if (std::exchange(m_timedOut, false))
        m_cancelRequested = false;
}

void LoopTask::heedCancel()
{
    if (std::exchange(m_cancelRequested, false))
        throw Cancelled(cancelledInWords());
}

Text LoopTask::cancelledInWords() const
{
    return Text(TS_TEXT("async", "%1 was cancelled.")).arg(NameArg{name()});
}

void LoopTask::takeEnd() noexcept
{
    const auto endAs = [this](End end) {
        m_end = end;
        m_failure = std::current_exception();
    };
    try {
        takeResult();
        m_end = End::done;
    } catch (const Stopped&) {
        endAs(End::cancelled);
    } catch (const Cancelled&) {
        endAs(End::cancelled);
    } catch (...) {
        endAs(End::failed);
    }
}

void LoopTask::endUnbegun() noexcept
{
    dropFrame();
    m_end = End::cancelled;
    m_failure = m_actor.stopRequested() ? std::make_exception_ptr(Stopped{})
                                        : std::make_exception_ptr(Cancelled(cancelledInWords()));
}

void LoopTask::whenDone(std::function<void(End)> callback)
{
    if (ended())
        m_loop.m_callbacks.push_back([call = std::move(callback), end = m_end] { call(end); });
    else
        m_callbacks.push_back(std::move(callback));
}

// Otherwise a failure whose result is never requested would be lost silently.
void LoopTask::remove() noexcept
{
    if (m_end == End::failed && !m_asked && Actor::hasCurrent())
        m_actor.runtime().print(Text(TS_TEXT("async", "%1 failed, and nobody asked for its result: %2."))
                                    .arg(NameArg{name()})
                                    .arg(reasonOf(m_failure))
                                    .english());
    delete this;
}

void LoopTask::throwFailure()
{
    m_asked = true;
    if (m_failure)
        std::rethrow_exception(m_failure);
}

} // namespace threadscape
