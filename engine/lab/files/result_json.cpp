#include "lab/files/result_json.h"

#include "lab/files/result_rows.h"
#include "lab/files/study_json.h"
#include "lab/run/registry.h"

#include <nlohmann/json.hpp>

namespace threadscape {

namespace {

// Keys keep the order of reporting.
using Json = nlohmann::ordered_json;

std::string written(const Json& document)
{
    constexpr int kIndent = 2;
    // Names and printed lines are untrusted: invalid UTF-8 is replaced.
    return document.dump(kIndent, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json list(const std::string& text)
{
    Json all = Json::array();
    std::size_t from = 0;
    while (!text.empty() && from <= text.size()) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        const std::string_view item = std::string_view(text).substr(from, comma - from);
        const std::size_t first = item.find_first_not_of(' ');
        if (first != std::string_view::npos)
            all.push_back(item.substr(first, item.find_last_not_of(' ') - first + 1));
        from = comma + 1;
    }
    return all;
}

Json settingJson(const SettingValue& value, SettingType type)
{
    if (const auto* text = std::get_if<std::string>(&value); text != nullptr && type == SettingType::list)
        return list(*text);
    return std::visit([](const auto& v) { return Json(v); }, value);
}

Json boundJson(const SettingSpec& spec, double bound)
{
    switch (spec.type) {
    case SettingType::integer: return static_cast<std::int64_t>(bound);
    case SettingType::real: return bound;
    default: return nullptr;
    }
}

Json specJson(const SettingSpec& spec)
{
    Json choices = Json::array();
    for (const ChoiceSpec& choice : spec.choices)
        choices.push_back(choice.name);
    return {{"name", spec.name},
            {"type", settingTypeName(spec.type)},
            {"default", settingJson(spec.value, spec.type)},
            {"min", boundJson(spec, spec.min)},
            {"max", boundJson(spec, spec.max)},
            {"choices", choices},
            {"unit", spec.unit},
            {"live", spec.live}};
}

/// Values of one experiment's settings as JSON: a list's value is an array there.
class SettingsJson {
public:
    explicit SettingsJson(const std::string& experiment) : m_experiment(makeExperiment(experiment)) {}

    Json value(const std::string& name, const SettingValue& value) const
    {
        const Setting* const setting = m_experiment ? (*m_experiment)->setting(name) : nullptr;
        return settingJson(value, setting != nullptr ? setting->spec().type : SettingType::text);
    }
    Json all(const std::vector<std::pair<std::string, SettingValue>>& settings) const
    {
        Json values = Json::object();
        for (const auto& [name, value] : settings)
            values[name] = this->value(name, value);
        return values;
    }

private:
    tl::expected<std::unique_ptr<Experiment>, Error> m_experiment;
};

double inSecondsOf(std::int64_t ns)
{
    return static_cast<double>(ns) / 1e9;
}

Json changesJson(const RunResult& result, const SettingsJson& settings)
{
    Json changes = Json::array();
    for (const SettingChange& change : result.changes)
        changes.push_back({{"at_s", inSecondsOf(change.atNs)},
                           {"setting", change.setting},
                           {"from", settings.value(change.setting, change.from)},
                           {"to", settings.value(change.setting, change.to)}});
    return changes;
}

Json stretchesJson(const Findings& findings, const SettingsJson& settings)
{
    Json stretches = Json::array();
    for (const RunStretch& stretch : findings.stretches())
        stretches.push_back({{"from_s", inSecondsOf(stretch.fromNs)},
                             {"to_s", inSecondsOf(stretch.toNs)},
                             {"speed", stretch.speed},
                             {"settings", settings.all(stretch.settings)},
                             {"findings", findingRows(stretch.findings)}});
    return stretches;
}

} // namespace

std::string resultJson(const RunResult& result, const std::string& answer)
{
    Json locks = Json::array();
    for (const LockSummary& lock : result.locks)
        locks.push_back(lockRow(lock));
    Json tracks = Json::array();
    for (const TrackSummary& track : result.tracks)
        tracks.push_back(trackRow(track));
    Json warnings = Json::array();
    for (const Text& warning : result.warnings)
        warnings.push_back(warning.english());
    const SettingsJson settings(result.experiment);
    const Json study = result.study ? studyJson(*result.study) : Json::object();
    Json document{{"experiment", result.experiment},
                  {"preset", result.preset},
                  {"settings", settings.all(result.settingsAtStart)},
                  {"seed", result.seed},
                  {"speed", result.speed},
                  {"seconds", result.seconds},
                  {"outcome", outcomeName(result.outcome)},
                  {"answer", answer},
                  {"machine",
                   {{"cpu", result.machine.cpu},
                    {"cores", result.machine.cores},
                    {"os", result.machine.os},
                    {"build", result.build},
                    {"version", result.version}}},
                  {"scheduler_source", result.schedulerSource},
                  {"findings", findingRows(result.findings)},
                  {"points", study.value("points", Json::array())},
                  {"fits", study.value("fits", Json::array())},
                  {"locks", std::move(locks)},
                  {"tracks", std::move(tracks)},
                  {"changes", changesJson(result, settings)},
                  {"stretches", stretchesJson(result.findings, settings)},
                  {"recording",
                   {{"events", result.events},
                    {"lost", result.lost},
                    {"switches_lost", result.switchesLost},
                    {"overhead_share", result.overheadShare}}}};
    if (result.study) {
        document["ceilings"] = study.at("ceilings");
        document["recording"]["observer_share"] = study.at("observer_share");
    }
    if (!result.schedulerAdvice.empty())
        document["scheduler_advice"] = result.schedulerAdvice.english();
    if (!warnings.empty())
        document["warnings"] = warnings;
    if (result.outcome == Outcome::failed)
        document["failure"] = result.failure.english();
    return written(document);
}

std::string listJson()
{
    Json experiments = Json::array();
    for (const auto& experiment : makeExperiments()) {
        Json presets = Json::array();
        for (const Preset& preset : experiment->presets())
            presets.push_back(preset.name);
        Json settings = Json::array();
        for (const Setting* setting : experiment->settings())
            settings.push_back(specJson(setting->spec()));
        const Experiment::Identity& identity = experiment->identity();
        experiments.push_back({{"id", experiment->id()},
                               {"topic", identity.topic.source},
                               {"title", identity.title.source},
                               {"question", experiment->question().english()},
                               {"presets", presets},
                               {"settings", settings}});
    }
    return written({{"experiments", experiments}});
}

} // namespace threadscape
