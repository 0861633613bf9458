#pragma once

#include "async/loop_task.h"
#include "async/suspension.h"

#include <boost/smart_ptr/intrusive_ptr.hpp>

namespace threadscape {

/// The wait for the end of a task.
class JoinWait : public Suspension, public EndWaiter {
protected:
    explicit JoinWait(boost::intrusive_ptr<LoopTask> awaited) noexcept
        : Suspension(awaited->loop(), State::join, kNoObject), m_awaited(std::move(awaited))
    {
    }
    ~JoinWait() = default;

    bool over() override { return m_awaited->ended(); }
    /// Throws Misuse when a task awaits itself.
    void begin() override;
    void ended(const LoopTask& task) noexcept override { complete(task.track()); }
    /// As in Python: cancelling a task that waits for another one cancels that one.
    void cancel() noexcept override { m_awaited->cancel(); }
    void giveUp() noexcept override;

private:
    boost::intrusive_ptr<LoopTask> m_awaited;
};

} // namespace threadscape
