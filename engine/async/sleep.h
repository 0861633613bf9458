#pragma once

#include "async/event_loop.h"

namespace threadscape {

/// A task that awaits it goes on after `durationNs()`, which is asked again whenever the run's pauses change, counted from the start
/// of the sleep; the others go on meanwhile. Zero or less: after those that are ready.
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
