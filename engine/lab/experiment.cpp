#include "lab/experiment.h"

#include "async/loop_load.h"

namespace threadscape {

std::string laneName(const std::string& prefix, LaneNaming naming, std::int64_t index)
{
    return naming == LaneNaming::single
               ? prefix
               : prefix + (naming == LaneNaming::spaced ? " " : "-") + std::to_string(index);
}

LaneGroup mainLane()
{
    return {{}, TS_NAME("name", "MainThread"), 1, {}, LaneNaming::single};
}

PlotSpec tasksPlot(double share)
{
    return {.kind = PlotSpec::Kind::values,
            .share = share,
            .variable = LoopLoad::kReady,
            .title = TS_TEXT("plot", "Tasks"),
            .beside = LoopLoad::kWaiting};
}

Setting* Experiment::setting(std::string_view name) const noexcept
{
    for (Setting* setting : m_settings)
        if (setting->spec().name == name)
            return setting;
    return nullptr;
}

std::optional<Blocked> Experiment::blocked() const
{
    const std::lock_guard guard(m_blockedMutex);
    return m_blocked;
}

std::optional<Blocked> Experiment::deadlock() const
{
    std::optional<Blocked> now = blocked();
    if (now && now->kind != Standstill::Kind::deadlock)
        now.reset();
    return now;
}

void Experiment::setBlocked(std::optional<Blocked> blocked)
{
    const std::lock_guard guard(m_blockedMutex);
    m_blocked = std::move(blocked);
}

const char* outcomeName(Outcome outcome) noexcept
{
    switch (outcome) {
    case Outcome::running: return "running";
    case Outcome::finished: return "finished";
    case Outcome::timeUp: return "time_up";
    case Outcome::stopped: return "stopped";
    case Outcome::deadlocked: return "deadlocked";
    case Outcome::stalled: return "stalled";
    case Outcome::failed: return "failed";
    case Outcome::interrupted: break;
    }
    return "interrupted";
}

std::vector<ThreadTime> Experiment::timesOf(std::string_view group) const
{
    return m_trace ? threadTimes(*m_trace, group) : std::vector<ThreadTime>{};
}

} // namespace threadscape
