#include "lab/experiment.h"

#include "analysis/others.h"
#include "base/scoped_lock.h"
#include "lab/group.h"
#include "lab/reported.h"
#include "lab/thread_time.h"
#include "measure/speedup_study.h"
#include "trace/trace.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace threadscape {

Setting* Experiment::setting(std::string_view name) const noexcept
{
    for (Setting* setting : m_settings)
        if (setting->spec().name == name)
            return setting;
    return nullptr;
}

void Experiment::add(Preset& preset, const Preset& base)
{
    preset.settings.insert(preset.settings.end(), base.settings.begin(), base.settings.end());
    preset.speed = base.speed;
}

void Experiment::add(Preset& preset, const Assignment& assignment)
{
    const SettingSpec& spec = assignment.setting->spec();
    if (const auto allowed = checkSetting(spec, assignment.value); !allowed)
        throw std::logic_error("Preset " + preset.name + ": " + allowed.error().text.english());
    const std::string text = settingText(assignment.value);
    const auto before = std::find_if(preset.settings.begin(), preset.settings.end(),
                                     [&](const auto& setting) { return setting.first == spec.name; });
    if (before != preset.settings.end())
        before->second = text;
    else
        preset.settings.emplace_back(spec.name, text);
}

void Experiment::line(Template label, NumberNow at)
{
    m_bands.emplace_back([label, at = std::move(at)] {
        const auto value = static_cast<double>(at.now());
        return PlotSpec::Band{label, value, value};
    });
}

void Experiment::line(Template label, NumberNow at, Template missing, const Reported& found)
{
    m_bands.emplace_back([label, at = std::move(at), missing, &found] {
        const auto value = static_cast<double>(at.now());
        return PlotSpec::Band{label, value, value, missing, found.reportedAs()};
    });
}

void Experiment::band(Template label, NumberNow low, NumberNow high)
{
    m_bands.emplace_back([label, low = std::move(low), high = std::move(high)] {
        return PlotSpec::Band{label, static_cast<double>(low.now()), static_cast<double>(high.now())};
    });
}

std::vector<PlotSpec::Band> Experiment::bands(const PlotSpec& /*plot*/) const
{
    std::vector<PlotSpec::Band> all;
    for (const auto& band : m_bands)
        all.push_back(band());
    return all;
}

void Experiment::rule(AtMost order)
{
    m_rules.emplace_back([order]() -> std::optional<Text> {
        if (order)
            return std::nullopt;
        // Its translation is filed under the experiment that used it first.
        return Text(TS_TEXT("bank",
                            "%1 is %2 and %3 is %4: the first must not be greater. Lower it, or raise "
                            "the second."),
                    order.low.spec().name, order.low, order.high.spec().name, order.high);
    });
}

std::optional<Error> Experiment::brokenRule() const
{
    for (const auto& broken : m_rules)
        if (auto sentence = broken())
            return Error{std::move(*sentence)};
    return std::nullopt;
}

double Experiment::plannedSeconds() const
{
    const Setting* const seconds = setting("seconds");
    return seconds != nullptr ? std::get<double>(seconds->current()) : 0;
}

std::vector<LaneGroup> Experiment::lanes() const
{
    std::vector<LaneGroup> all;
    for (const Group* group : m_groups)
        if (auto lanes = group->lanes())
            all.push_back(std::move(*lanes));
    return all;
}

Findings Experiment::findings() const
{
    const ScopedLock guard(m_recomputedMutex);
    for (Recomputed* each : m_recomputed)
        each->recompute();
    Findings found;
    for (const Reported* each : m_reported) {
        const FindingTraits& traits = each->traits();
        if (!traits.reported || traits.reported())
            found.add(each->reportedAs(), each->label(), each->reportedValue(), traits.unit, traits.evidence,
                      std::abs(traits.resolution ? traits.resolution().value_or(0) : 0));
    }
    return found;
}

std::vector<Reading> Experiment::readings() const
{
    const ScopedLock guard(m_recomputedMutex);
    for (Recomputed* each : m_recomputed)
        each->recompute();
    std::vector<Reading> all;
    for (const Reported* each : m_reported)
        all.push_back(each->reading());
    return all;
}

Findings Experiment::findingsWithin(RunPart part, const std::vector<Reading>& before,
                                    const std::vector<Reading>& after) const
{
    const ScopedLock guard(m_recomputedMutex);
    for (Recomputed* each : m_recomputed)
        each->recomputeWithin(part);
    const auto at = [](const std::vector<Reading>& readings, std::size_t i) {
        return i < readings.size() ? readings[i] : Reading{};
    };
    const double seconds = static_cast<double>(part.toNs - part.fromNs) * 1e-9;
    Findings found;
    for (std::size_t i = 0; i < m_reported.size(); ++i) {
        const Reported& each = *m_reported[i];
        const FindingTraits& traits = each.traits();
        if (traits.reported && !traits.reported())
            continue;
        FindingValue value = each.valueWithin(seconds, at(before, i), at(after, i));
        if (!std::holds_alternative<std::monostate>(value))
            found.add(each.reportedAs(), each.label(), std::move(value), traits.unit);
    }
    return found;
}

Recomputed::Recomputed(Experiment* owner)
{
    owner->m_recomputed.push_back(this);
}

std::optional<SpeedupStudy> Experiment::study() const
{
    return m_opened ? std::optional(*m_opened) : std::nullopt;
}

void Experiment::setStudy(std::optional<SpeedupStudy> study)
{
    m_opened = study ? std::make_shared<const SpeedupStudy>(std::move(*study)) : nullptr;
}

std::optional<Blocked> Experiment::blocked() const
{
    const ScopedLock guard(m_blockedMutex);
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
    const ScopedLock guard(m_blockedMutex);
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

std::optional<double> Experiment::othersShare(std::int64_t fromNs, std::int64_t toNs) const
{
    if (!m_trace || toNs <= fromNs)
        return std::nullopt;
    const auto snapshot = m_trace->snapshot();
    const Trace::Reader reader = m_trace->reader();
    return othersTime(*m_trace, *snapshot, fromNs, toNs).share();
}

double Experiment::takenSeconds(std::int64_t fromNs, std::int64_t toNs) const
{
    if (!m_trace || toNs <= fromNs)
        return 0;
    const auto snapshot = m_trace->snapshot();
    const Trace::Reader reader = m_trace->reader();
    return static_cast<double>(takenNs(*m_trace, *snapshot, fromNs, toNs)) * 1e-9;
}

std::vector<ThreadTime> Experiment::timesOf(std::string_view group) const
{
    return m_trace ? threadTimes(*m_trace, group) : std::vector<ThreadTime>{};
}

std::vector<ThreadTime> Experiment::timesOf(std::string_view group, RunPart part) const
{
    return m_trace ? threadTimes(*m_trace, group, part.fromNs, part.toNs) : std::vector<ThreadTime>{};
}

} // namespace threadscape
