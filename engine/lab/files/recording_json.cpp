#include "lab/files/recording_json.h"

#include "lab/files/study_json.h"
#include "lab/files/text_json.h"

#include <array>
#include <limits>
#include <type_traits>

namespace threadscape {

namespace {

using nlohmann::json;

// Thrown while reading, like the library's own exceptions.
[[noreturn]] void refuse()
{
    throw json::other_error::create(501, "not a recording", nullptr);
}

std::uint64_t natural(const json& number, std::uint64_t most = std::numeric_limits<std::uint64_t>::max())
{
    if (!number.is_number_unsigned() || number.get<std::uint64_t>() > most)
        refuse();
    return number.get<std::uint64_t>();
}

int integer(const json& number)
{
    if (!number.is_number_integer() || number.get<std::int64_t>() < std::numeric_limits<int>::min() ||
        number.get<std::int64_t>() > std::numeric_limits<int>::max())
        refuse();
    return number.get<int>();
}

double realWithin(const json& number, double most)
{
    const double value = realFrom(number);
    if (!(value >= 0 && value <= most))
        refuse();
    return value;
}

/// The enumerator with this name, of 0 .. `last`.
template <typename Kind>
Kind named(const json& name, Kind last, const char* (*nameOf)(Kind) noexcept)
{
    for (int i = 0; i <= static_cast<int>(last); ++i)
        if (name == nameOf(static_cast<Kind>(i)))
            return static_cast<Kind>(i);
    refuse();
}

// A value with its type: 1 as a real differs from 1 as an integer.
template <typename Value>
json valueJson(const Value& value)
{
    return std::visit(
        [](const auto& v) -> json {
            using T = std::decay_t<decltype(v)>;
            if constexpr (std::is_same_v<T, std::monostate>)
                return nullptr;
            else if constexpr (std::is_same_v<T, double>)
                return {{"real", realJson(v)}};
            else if constexpr (std::is_same_v<T, bool>)
                return {{"bool", v}};
            else if constexpr (std::is_same_v<T, std::int64_t>)
                return {{"int", v}};
            else if constexpr (std::is_same_v<T, std::string>)
                return {{"text", v}};
            else if constexpr (std::is_same_v<T, Text>)
                return {{"words", textJson(v)}};
            else if constexpr (std::is_same_v<T, std::vector<std::int64_t>>)
                return {{"numbers", v}};
            else
                return {{"list", v}};
        },
        value);
}

template <typename Value>
Value valueFrom(const json& typed)
{
    constexpr bool kFinding = std::is_same_v<Value, FindingValue>;
    if constexpr (kFinding) {
        if (typed.is_null())
            return std::monostate();
        if (typed.contains("words"))
            return textFrom(typed.at("words"));
        if (typed.contains("list"))
            return typed.at("list").get<std::vector<std::string>>();
        if (typed.contains("numbers"))
            return typed.at("numbers").get<std::vector<std::int64_t>>();
    }
    if (typed.contains("real"))
        return realFrom(typed.at("real"));
    if (typed.contains("bool"))
        return typed.at("bool").get<bool>();
    if (typed.contains("int") && typed.at("int").is_number_integer())
        return typed.at("int").get<std::int64_t>();
    return typed.at("text").get<std::string>();
}

using Settings = std::vector<std::pair<std::string, SettingValue>>;

json settingsJson(const Settings& settings)
{
    json all = json::array();
    for (const auto& [name, value] : settings)
        all.push_back({{"name", name}, {"value", valueJson(value)}});
    return all;
}

Settings settingsFrom(const json& all)
{
    Settings settings;
    for (const json& one : all)
        settings.emplace_back(one.at("name").get<std::string>(), valueFrom<SettingValue>(one.at("value")));
    return settings;
}

json findingsJson(const Findings& findings)
{
    json all = json::array();
    for (const Finding& finding : findings.all()) {
        all.push_back({{"name", finding.name},
                       {"label", templateJson(finding.label)},
                       {"value", valueJson(finding.value)},
                       {"unit", finding.unit},
                       {"evidence", static_cast<int>(finding.evidence)}});
        if (finding.resolution != 0)
            all.back()["resolution"] = realJson(finding.resolution);
    }
    return all;
}

// Numbers that only a newer version knows are not shown.
Evidence evidenceFrom(const json& finding)
{
    const auto number = finding.value("evidence", 0);
    return number >= 0 && number <= static_cast<int>(Evidence::longestStall) ? static_cast<Evidence>(number)
                                                                             : Evidence::none;
}

Findings findingsFrom(const json& all)
{
    Findings findings;
    for (const json& one : all)
        findings.add(one.at("name").get<std::string>(), templateFrom(one.at("label")),
                     valueFrom<FindingValue>(one.at("value")), one.at("unit").get<std::string>(),
                     evidenceFrom(one), one.contains("resolution") ? realFrom(one.at("resolution")) : 0.0);
    return findings;
}

json changesJson(const std::vector<SettingChange>& changes)
{
    json all = json::array();
    for (const SettingChange& change : changes)
        all.push_back({{"at_ns", change.atNs},
                       {"setting", change.setting},
                       {"from", valueJson(change.from)},
                       {"to", valueJson(change.to)}});
    return all;
}

std::int64_t timeFrom(const json& ns)
{
    constexpr std::uint64_t kMostNs = std::uint64_t{1} << 61U;
    return static_cast<std::int64_t>(natural(ns, kMostNs));
}

// A speed is a real, whatever a file has.
void checkSpeed(const SettingValue& value)
{
    if (!std::holds_alternative<double>(value))
        refuse();
}

std::vector<SettingChange> changesFrom(const json& all)
{
    std::vector<SettingChange> changes;
    for (const json& one : all) {
        changes.push_back({.atNs = timeFrom(one.at("at_ns")),
                           .setting = one.at("setting").get<std::string>(),
                           .from = valueFrom<SettingValue>(one.at("from")),
                           .to = valueFrom<SettingValue>(one.at("to"))});
        if (changes.back().setting == kSpeedName) {
            checkSpeed(changes.back().from);
            checkSpeed(changes.back().to);
        }
    }
    return changes;
}

json stretchesJson(const Findings& findings)
{
    json all = json::array();
    for (const RunStretch& stretch : findings.stretches())
        all.push_back({{"from_ns", stretch.fromNs},
                       {"to_ns", stretch.toNs},
                       {"speed", stretch.speed},
                       {"settings", settingsJson(stretch.settings)},
                       {"findings", findingsJson(stretch.findings)}});
    return all;
}

std::vector<RunStretch> stretchesFrom(const json& all)
{
    std::vector<RunStretch> stretches;
    for (const json& one : all)
        stretches.push_back({.fromNs = timeFrom(one.at("from_ns")),
                             .toNs = timeFrom(one.at("to_ns")),
                             .speed = realFrom(one.at("speed")),
                             .settings = settingsFrom(one.at("settings")),
                             .findings = findingsFrom(one.at("findings"))});
    return stretches;
}

json locksJson(const std::vector<LockSummary>& locks)
{
    json all = json::array();
    for (const LockSummary& lock : locks)
        all.push_back({{"name", lock.name},
                       {"kind", lock.kind},
                       {"acquisitions", lock.acquisitions},
                       {"contended", lock.contended},
                       {"wait_total_s", realJson(lock.waitTotalS)},
                       {"wait_mean_s", realJson(lock.waitMeanS)},
                       {"wait_p99_s", realJson(lock.waitP99S)},
                       {"wait_max_s", realJson(lock.waitMaxS)},
                       {"hold_total_s", realJson(lock.holdTotalS)}});
    return all;
}

std::vector<LockSummary> locksFrom(const json& all)
{
    std::vector<LockSummary> locks;
    for (const json& one : all)
        locks.push_back({.name = one.at("name").get<std::string>(),
                         .kind = one.at("kind").get<std::string>(),
                         .acquisitions = natural(one.at("acquisitions")),
                         .contended = natural(one.at("contended")),
                         .waitTotalS = realFrom(one.at("wait_total_s")),
                         .waitMeanS = realFrom(one.at("wait_mean_s")),
                         .waitP99S = realFrom(one.at("wait_p99_s")),
                         .waitMaxS = realFrom(one.at("wait_max_s")),
                         .holdTotalS = realFrom(one.at("hold_total_s"))});
    return locks;
}

constexpr std::array kSwitchKeys{
    std::pair{"switches_forced", &TrackSummary::switchesForced},
    std::pair{"switches_voluntary", &TrackSummary::switchesVoluntary},
    std::pair{"migrations", &TrackSummary::migrations},
};
constexpr std::array kCoreKeys{
    std::pair{"own_ns", &CoreTime::ownNs},
    std::pair{"other_ns", &CoreTime::otherNs},
    std::pair{"stolen_ns", &CoreTime::stolenNs},
    std::pair{"idle_ns", &CoreTime::idleNs},
};

// Values that the system did not report are left out, as they were by earlier versions.
void addSchedule(const TrackSummary& track, json& to)
{
    for (const auto& [key, count] : kSwitchKeys)
        if (track.*count)
            to[key] = *(track.*count);
    if (track.systemReadyS)
        to["system_ready_s"] = realJson(*track.systemReadyS);
    if (track.core)
        for (const auto& [key, ns] : kCoreKeys)
            to["core"][key] = (*track.core).*ns;
}

void takeSchedule(const json& from, TrackSummary& track)
{
    const auto ns = [](const json& number) { return static_cast<std::int64_t>(natural(number, INT64_MAX)); };
    for (const auto& [key, count] : kSwitchKeys)
        if (from.contains(key))
            track.*count = ns(from.at(key));
    if (from.contains("system_ready_s"))
        track.systemReadyS = realFrom(from.at("system_ready_s"));
    if (!from.contains("core"))
        return;
    track.core.emplace();
    for (const auto& [key, time] : kCoreKeys)
        (*track.core).*time = ns(from.at("core").at(key));
}

json tracksJson(const std::vector<TrackSummary>& tracks)
{
    json all = json::array();
    for (const TrackSummary& track : tracks) {
        json states = json::array();
        for (const double seconds : track.stateS)
            states.push_back(realJson(seconds));
        all.push_back({{"name", track.name},
                       {"kind", trackKindName(track.kind)},
                       {"os_id", track.osId},
                       {"daemon", track.daemon},
                       {"alive", track.alive},
                       {"cpu_s", realJson(track.cpuS)},
                       {"exit_code", track.exitCode ? json(*track.exitCode) : json(nullptr)},
                       {"states", states}});
        addSchedule(track, all.back());
    }
    return all;
}

std::vector<TrackSummary> tracksFrom(const json& all)
{
    std::vector<TrackSummary> tracks;
    for (const json& one : all) {
        TrackSummary& track = tracks.emplace_back();
        track.name = one.at("name").get<std::string>();
        track.kind = named(one.at("kind"), TrackKind::main, &trackKindName);
        track.osId = integer(one.at("os_id"));
        track.daemon = one.at("daemon").get<bool>();
        track.alive = one.at("alive").get<bool>();
        track.cpuS = realFrom(one.at("cpu_s"));
        if (!one.at("exit_code").is_null())
            track.exitCode = integer(one.at("exit_code"));
        for (std::size_t s = 0; s < track.stateS.size(); ++s)
            track.stateS[s] = realFrom(one.at("states").at(s));
        takeSchedule(one, track);
    }
    return tracks;
}

void takeResult(const json& from, RunResult& result)
{
    result.experiment = from.at("experiment").get<std::string>();
    result.preset = from.at("preset").get<std::string>();
    result.settings = settingsFrom(from.at("settings"));
    result.settingsAtStart = settingsFrom(from.at("settings_at_start"));
    result.seed = natural(from.at("seed"));
    constexpr double kMostSpeed = 1e6;
    constexpr double kMostSeconds = 1e9;
    result.speed = realWithin(from.at("speed"), kMostSpeed);
    result.seconds = realWithin(from.at("seconds"), kMostSeconds);
    result.outcome = named(from.at("outcome"), Outcome::interrupted, &outcomeName);
    if (result.outcome == Outcome::running)
        result.outcome = Outcome::interrupted; // a run in a file no longer runs
    result.failure = textFrom(from.at("failure"));
    result.answer = textFrom(from.at("answer"));
    if (from.contains("warnings")) // earlier versions stored none
        for (const json& warning : from.at("warnings"))
            result.warnings.push_back(textFrom(warning));
    const json& machine = from.at("machine");
    result.machine.cpu = machine.at("cpu").get<std::string>();
    constexpr std::uint64_t kMostCores = 1'000'000;
    result.machine.cores = static_cast<int>(natural(machine.at("cores"), kMostCores));
    result.machine.os = machine.at("os").get<std::string>();
    result.build = machine.at("build").get<std::string>();
    result.version = machine.at("version").get<std::string>();
    result.schedulerSource = from.at("scheduler_source").get<std::string>();
    if (from.contains("scheduler_advice")) // earlier versions had no better source
        result.schedulerAdvice = textFrom(from.at("scheduler_advice"));
    result.findings = findingsFrom(from.at("findings"));
    if (from.contains("changes")) { // earlier versions did not keep them
        result.changes = changesFrom(from.at("changes"));
        result.findings.setStretches(stretchesFrom(from.at("stretches")));
    }
    if (from.contains("study")) // of speedup experiments
        result.study = studyFrom(from.at("study"));
    result.locks = locksFrom(from.at("locks"));
    result.tracks = tracksFrom(from.at("tracks"));
    const json& recording = from.at("recording");
    result.events = natural(recording.at("events"));
    result.lost = natural(recording.at("lost"));
    if (recording.contains("switches_lost"))
        result.switchesLost = natural(recording.at("switches_lost"));
    result.overheadShare = realFrom(recording.at("overhead_share"));
    result.stopLatencyS = realFrom(recording.at("stop_latency_s"));
}

} // namespace

std::string recordingJson(const Recording& recording)
{
    const RunResult& result = recording.result;
    json warnings = json::array();
    for (const Text& warning : result.warnings)
        warnings.push_back(textJson(warning));
    json all{{"experiment", result.experiment},
             {"preset", result.preset},
             {"settings", settingsJson(result.settings)},
             {"settings_at_start", settingsJson(result.settingsAtStart)},
             {"planned_seconds", recording.plannedSeconds},
             {"elapsed_ns", recording.elapsedNs},
             {"seed", result.seed},
             {"speed", result.speed},
             {"seconds", result.seconds},
             {"outcome", outcomeName(result.outcome)},
             {"failure", textJson(result.failure)},
             {"answer", textJson(result.answer)},
             {"warnings", warnings},
             {"machine",
              {{"cpu", result.machine.cpu},
               {"cores", result.machine.cores},
               {"os", result.machine.os},
               {"build", result.build},
               {"version", result.version}}},
             {"scheduler_source", result.schedulerSource},
             {"scheduler_advice", textJson(result.schedulerAdvice)},
             {"findings", findingsJson(result.findings)},
             {"changes", changesJson(result.changes)},
             {"stretches", stretchesJson(result.findings)},
             {"locks", locksJson(result.locks)},
             {"tracks", tracksJson(result.tracks)},
             {"recording",
              {{"events", result.events},
               {"lost", result.lost},
               {"switches_lost", result.switchesLost},
               {"overhead_share", realJson(result.overheadShare)},
               {"stop_latency_s", realJson(result.stopLatencyS)}}}};
    if (result.study)
        all["study"] = studyJson(*result.study);
    // Names are untrusted: invalid UTF-8 is replaced.
    return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<Recording> readRecordingJson(std::string_view text)
{
    try {
        const json all = json::parse(text);
        Recording recording;
        takeResult(all, recording.result);
        constexpr double kMostSeconds = 1e9;
        recording.plannedSeconds = realWithin(all.at("planned_seconds"), kMostSeconds);
        recording.elapsedNs = timeFrom(all.at("elapsed_ns"));
        return recording;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

} // namespace threadscape
