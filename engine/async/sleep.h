#pragma once

#include "async/event_loop.h"

namespace threadscape {

/// Resumes the awaiting task after `durationNs()`, which is evaluated again whenever the run's pauses change, counted from the
/// start of the sleep. Zero or less: after the ready tasks.
class Sleep final : public Suspension, private LoopTimer {
public:
    Sleep(EventLoop& loop, std::function<std::int64_t()> durationNs)
        : Suspension(loop, State::sleep, kNoObject), m_durationNs(std::move(durationNs))
    {
    }
    void await_resume() { goOn(); }

private:
    void begin() override;
    void cancel() noexcept override;
    void due() noexcept override;
    void retime() noexcept override;

    std::function<std::int64_t()> m_durationNs;
    std::int64_t m_startNs = 0;
    EventLoop::Timers::iterator m_place;
};

} // namespace threadscape
