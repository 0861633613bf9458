#include "support/random_request.h"

#include "lab/run/registry.h"

#include <algorithm>
#include <cmath>

namespace threadscape {

namespace {

/// Small values come as often as large ones, and both ends now and then.
std::int64_t drawWhole(const SettingSpec& spec, std::mt19937& random)
{
    const auto low = static_cast<std::int64_t>(spec.min);
    const auto high = static_cast<std::int64_t>(spec.max);
    const unsigned how = random() % 8;
    if (how < 2)
        return how == 0 ? low : high;
    std::uniform_real_distribution<double> exponent(0, std::log(spec.max - spec.min + 1));
    return std::clamp(low + static_cast<std::int64_t>(std::exp(exponent(random))) - 1, low, high);
}

/// Nothing: its default.
std::optional<SettingValue> draw(const SettingSpec& spec, std::mt19937& random)
{
    switch (spec.type) {
    case SettingType::integer: return drawWhole(spec, random);
    case SettingType::real: return std::uniform_real_distribution<double>(spec.min, spec.max)(random);
    case SettingType::boolean: return random() % 2 == 0;
    case SettingType::choice: return spec.choices[random() % spec.choices.size()].name;
    case SettingType::list: {
        std::string some;
        for (const ChoiceSpec& choice : spec.choices)
            if (random() % 2 == 0)
                some += (some.empty() ? "" : ",") + choice.name;
        return some.empty() ? spec.choices.front().name : some;
    }
    case SettingType::text: break;
    }
    return std::nullopt;
}

/// Whether the run takes less than half a second as far as can be told: by its plan or, where it has none, by all its counts
/// multiplied (threads, rounds, ...) with what takes time in each.
bool quick(const Experiment& experiment)
{
    constexpr double kMostSeconds = 0.5;
    constexpr double kEachSeconds = 2e-6;
    if (const double planned = experiment.plannedSeconds(); planned > 0)
        return planned < kMostSeconds;
    double times = 1;
    double eachSeconds = kEachSeconds;
    for (const Setting* setting : experiment.settings()) {
        const SettingSpec& spec = setting->spec();
        if (spec.type != SettingType::integer)
            continue;
        const auto value = static_cast<double>(std::get<std::int64_t>(setting->current()));
        if (spec.unit == "ms")
            eachSeconds += value * 1e-3;
        else
            times *= std::max(1.0, value);
    }
    return times * eachSeconds < kMostSeconds;
}

/// They may break a rule between settings.
RunRequest drawLasting(const Experiment& experiment, std::mt19937& random)
{
    RunRequest request{.experiment = experiment.id(), .seconds = 0.0, .seed = random()};
    const auto pick = [&](std::int64_t low, std::int64_t high) {
        return std::to_string(std::uniform_int_distribution<std::int64_t>(low, high)(random));
    };
    for (const Setting* setting : experiment.settings()) {
        const SettingSpec& spec = setting->spec();
        if (spec.name == "seconds" || spec.name == "port" || // one may be another program's, or root's
            spec.name.find("_min") != std::string::npos || spec.name.find("_max") != std::string::npos)
            continue;
        if (spec.type == SettingType::integer)
            request.settings[spec.name] = pick(static_cast<std::int64_t>(spec.min),
                                               static_cast<std::int64_t>(std::min(spec.max, spec.min + 20)));
        else if (spec.type == SettingType::boolean)
            request.settings[spec.name] = pick(0, 1) == "1" ? "true" : "false";
        else if (spec.type == SettingType::choice)
            request.settings[spec.name] =
                spec.choices[static_cast<std::size_t>(
                                 std::stoul(pick(0, static_cast<std::int64_t>(spec.choices.size()) - 1)))]
                    .name;
    }
    return request;
}

} // namespace

RunRequest quickRequest(const std::string& id, std::mt19937& random)
{
    for (;;) {
        RunRequest request{.experiment = id, .seconds = kQuickRunSeconds, .seed = random()};
        const auto plain = makeExperiment(id);
        for (const Setting* setting : (*plain)->settings())
            if (setting->spec().name != "seconds" &&
                setting->spec().name != "port") // may be another program's
                if (const auto value = draw(setting->spec(), random))
                    request.settings[setting->spec().name] = settingText(*value);
        const auto experiment = configure(request); // refuses what breaks a rule between settings
        if (experiment && quick(**experiment))
            return request;
    }
}

RunRequest lastingRequest(const std::string& id, std::mt19937& random)
{
    const auto experiment = makeExperiment(id);
    RunRequest request = drawLasting(**experiment, random);
    while (!configure(request))
        request = drawLasting(**experiment, random);
    return request;
}

std::string inWords(const RunRequest& request)
{
    std::string words = request.experiment + " --preset " + request.preset;
    for (const auto& [name, value] : request.settings)
        words.append(" --set ").append(name).append("=").append(value);
    return words + " --seed " + std::to_string(request.seed);
}

} // namespace threadscape
