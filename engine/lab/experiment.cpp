#include "lab/experiment.h"

namespace threadscape {

Setting* Experiment::setting(std::string_view name) const noexcept
{
    for (Setting* setting : m_settings)
        if (setting->spec().name == name)
            return setting;
    return nullptr;
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

} // namespace threadscape
