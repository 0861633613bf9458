#include "lab/files/result_json.h"

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
    return static_cast<double>(ns) * 1e-9;
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

Json shownFindings(const Findings& findings)
{
    struct Visitor {
        Json operator()(std::monostate) const { return nullptr; }
        Json operator()(const std::vector<std::string>& all) const { return all; }
        Json operator()(const std::vector<std::int64_t>& all) const { return all; }
        Json operator()(std::int64_t number) const { return number; }
        Json operator()(double number) const { return number; }
        Json operator()(bool truth) const { return truth; }
        Json operator()(const std::string& text) const { return text; }
        Json operator()(const Text& words) const { return words.english(); }
    };
    Json all = Json::object();
    for (const Finding& finding : findings.all())
        all[finding.name] = Json{{"value", std::visit(Visitor{}, finding.value)}, {"unit", finding.unit}};
    return all;
}

Json stretchesJson(const Findings& findings, const SettingsJson& settings)
{
    Json stretches = Json::array();
    for (const Stretch& stretch : findings.stretches())
        stretches.push_back({{"from_s", inSecondsOf(stretch.fromNs)},
                             {"to_s", inSecondsOf(stretch.toNs)},
                             {"speed", stretch.speed},
                             {"settings", settings.all(stretch.settings)},
                             {"findings", shownFindings(stretch.findings)}});
    return stretches;
}

Json lockJson(const LockSummary& lock)
{
    return {{"name", lock.name},
            {"kind", lock.kind},
            {"acquisitions", lock.acquisitions},
            {"contended", lock.contended},
            {"wait_total_s", lock.waitTotalS},
            {"wait_p99_s", lock.waitP99S},
            {"wait_max_s", lock.waitMaxS},
            {"hold_total_s", lock.holdTotalS}};
}

Json trackJson(const TrackSummary& track)
{
    Json states = Json::object();
    for (int s = 0; s < kStates; ++s)
        states[stateName(static_cast<State>(s))] = track.stateS[static_cast<std::size_t>(s)];
    const auto known = [](const std::optional<std::int64_t>& count) {
        return count ? Json(*count) : Json(nullptr);
    };
    Json written{{"name", track.name},
                 {"kind", trackKindName(track.kind)},
                 {"os_id", track.osId},
                 {"daemon", track.daemon},
                 {"alive", track.alive},
                 {"cpu_s", track.cpuS},
                 {"exit_code", track.exitCode ? Json(*track.exitCode) : Json(nullptr)},
                 {"states", states},
                 {"switches",
                  {{"forced", known(track.switchesForced)},
                   {"voluntary", known(track.switchesVoluntary)},
                   {"migrations", known(track.migrations)}}},
                 {"system_ready_s", track.systemReadyS ? Json(*track.systemReadyS) : Json(nullptr)}};
    if (track.core) {
        written["core"] = {{"own_s", inSecondsOf(track.core->ownNs)},
                           {"other_s", inSecondsOf(track.core->otherNs)},
                           {"stolen_s", inSecondsOf(track.core->stolenNs)},
                           {"idle_s", inSecondsOf(track.core->idleNs)}};
    }
    return written;
}

} // namespace

std::string resultJson(const RunResult& result, const std::string& answer)
{
    Json locks = Json::array();
    for (const LockSummary& lock : result.locks)
        locks.push_back(lockJson(lock));
    Json tracks = Json::array();
    for (const TrackSummary& track : result.tracks)
        tracks.push_back(trackJson(track));
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
                  {"findings", shownFindings(result.findings)},
                  {"points", study.value("points", Json::array())},
                  {"fits", study.value("fits", Json::array())},
                  {"locks", locks},
                  {"tracks", tracks},
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
