#pragma once

#include "async/event_loop.h"
#include "exec/future.h"
#include "exec/thread_pool.h"

namespace threadscape {

/// Resumes the awaiting task when a pool's task has ended: like Python's run_in_executor. co_await returns its result, or
/// throws what it threw. When cancelled, a pool's task that has begun continues; one that has not is cancelled.
template <typename T>
class FutureWait final : public Suspension {
public:
    FutureWait(EventLoop& loop, Future<T> future)
        : Suspension(loop, State::future, future.pool()), m_future(std::move(future))
    {
    }

    T await_resume()
    {
        goOn();
        return m_future.get();
    }

private:
    bool over() override { return m_future.ready(); }
    void begin() override
    {
        m_relay = std::make_shared<Relay>(loop(), [this](TrackId by) { complete(by); });
        m_future.whenDone([relay = m_relay](TaskState) { relay->arrive(Actor::current().track()); });
    }
    void cancel() noexcept override
    {
        if (!m_relay->cutOff())
            return; // it has ended, and the loop is notified soon
        try {
            m_future.cancel();
        } catch (...) { // NOLINT(bugprone-empty-catch): a callback was stopped with the run
        }
        complete(kNoTrack, WaitEnd::stopped);
    }

    Future<T> m_future;
    std::shared_ptr<Relay> m_relay;
};

/// Runs `callable` on a pool's worker, while the loop runs other tasks: co_await returns its result. Throws Misuse after the
/// pool's shutdown.
template <typename C>
auto inPool(EventLoop& loop, ThreadPool& pool, C&& callable, TaskName name = {})
{
    using Result = std::invoke_result_t<std::decay_t<C>&>;
    return FutureWait<Result>(loop, pool.submit(std::forward<C>(callable), name));
}

} // namespace threadscape
