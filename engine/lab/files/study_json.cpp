#include "lab/files/study_json.h"

#include <array>
#include <cmath>

namespace threadscape {

namespace {

using Json = nlohmann::ordered_json;
using nlohmann::json;

constexpr int kMostOfAnything = 1'000'000;

Json pair(const std::optional<Interval>& interval)
{
    return interval ? Json::array({interval->low, interval->high}) : Json(nullptr);
}

Json numberOrNull(const std::optional<double>& number)
{
    return number ? Json(*number) : Json(nullptr);
}

Json pointJson(const SpeedupPoint& point)
{
    const bool refused = point.judged.standing == Standing::impossible;
    Json written{
        {"backend", backendName(point.backend)},
        {"jobs", point.jobs},
        {"time_median_s", point.medianS},
        {"time_mean_s", point.meanS},
        {"time_std_s", point.stdS},
        {"time_ci95_s", pair(point.medianCiS)},
        {"samples_s", point.samplesS},
        {"startup_s", point.startupS},
        {"cpu_user_s", point.cpuUserS},
        {"cpu_sys_s", point.cpuSysS},
        {"speedup", refused ? Json(nullptr) : Json(point.speedup)},
        {"speedup_ci95", pair(point.speedupCi)},
        {"judged", standingName(point.judged.standing)},
        {"doubt", point.judged.doubt == Doubt::none ? Json(nullptr) : Json(doubtName(point.judged.doubt))},
        {"efficiency", refused ? Json(nullptr) : Json(point.efficiency)},
        {"karp_flatt", numberOrNull(point.karpFlatt)},
        {"working", point.lost ? Json(point.lost->working) : Json(nullptr)},
        {"lost", nullptr},
        {"value", numberOrNull(point.value)},
        {"lanes", point.group},
        {"sample_ns", Json::array({point.fromNs, point.toNs})}};
    if (point.lost)
        written["lost"] = {{"imbalance", point.lost->imbalance},
                           {"waiting", point.lost->waiting},
                           {"ready", point.lost->ready},
                           {"startup", point.lost->startup},
                           {"unexplained", point.lost->unexplained}};
    return written;
}

[[noreturn]] void refuseStudy()
{
    throw json::other_error::create(501, "not a speedup study", nullptr);
}

double real(const json& number)
{
    const auto value = number.get<double>();
    if (!std::isfinite(value))
        refuseStudy();
    return value;
}

int count(const json& number)
{
    const auto value = number.get<std::int64_t>();
    if (value < 0 || value > kMostOfAnything)
        refuseStudy();
    return static_cast<int>(value);
}

std::int64_t stamp(const json& number)
{
    constexpr std::int64_t kMost = std::int64_t{1} << 61U;
    const auto value = number.get<std::int64_t>();
    if (value < 0 || value > kMost)
        refuseStudy();
    return value;
}

std::optional<double> realOrNull(const json& number)
{
    return number.is_null() ? std::nullopt : std::optional(real(number));
}

std::optional<Interval> interval(const json& pair)
{
    if (pair.is_null())
        return std::nullopt;
    const Interval read{real(pair.at(0)), real(pair.at(1))};
    if (read.low > read.high)
        refuseStudy();
    return read;
}

Backend backend(const json& name)
{
    const auto known = backendNamed(name.get<std::string>());
    if (!known)
        refuseStudy();
    return *known;
}

/// Files from before 1.6 have no judgement: the interval alone decides then.
Judgement judgementFrom(const json& from, const SpeedupPoint& point)
{
    if (!from.contains("judged"))
        return judge({point.speedup, point.speedupCi}, std::nullopt);
    Judgement read;
    const auto named = [&](const char* member, const char* name) {
        return from.at(member).is_string() && from.at(member).get<std::string>() == name;
    };
    for (int s = 0; s <= static_cast<int>(kLastStanding); ++s)
        if (named("judged", standingName(static_cast<Standing>(s))))
            read.standing = static_cast<Standing>(s);
    for (int d = 0; d <= static_cast<int>(kLastDoubt); ++d)
        if (named("doubt", doubtName(static_cast<Doubt>(d))))
            read.doubt = static_cast<Doubt>(d);
    return read;
}

SpeedupPoint pointFrom(const json& from)
{
    SpeedupPoint point;
    point.backend = backend(from.at("backend"));
    point.jobs = std::max(1, count(from.at("jobs")));
    point.medianS = real(from.at("time_median_s"));
    point.meanS = real(from.at("time_mean_s"));
    point.stdS = real(from.at("time_std_s"));
    point.medianCiS = interval(from.at("time_ci95_s"));
    for (const json& sample : from.at("samples_s"))
        point.samplesS.push_back(real(sample));
    point.startupS = real(from.at("startup_s"));
    point.cpuUserS = real(from.at("cpu_user_s"));
    point.cpuSysS = real(from.at("cpu_sys_s"));
    point.speedup = realOrNull(from.at("speedup")).value_or(0);
    point.speedupCi = interval(from.at("speedup_ci95"));
    point.judged = judgementFrom(from, point);
    point.efficiency = realOrNull(from.at("efficiency")).value_or(0);
    point.karpFlatt = realOrNull(from.at("karp_flatt"));
    if (const json& lost = from.at("lost"); !lost.is_null())
        point.lost = Losses{.working = realOrNull(from.value("working", json())).value_or(point.efficiency),
                            .imbalance = real(lost.at("imbalance")),
                            .waiting = real(lost.at("waiting")),
                            .ready = real(lost.at("ready")),
                            .startup = real(lost.at("startup")),
                            .unexplained = real(lost.at("unexplained"))};
    point.group = from.at("lanes").get<std::string>();
    point.fromNs = stamp(from.at("sample_ns").at(0));
    point.toNs = std::max(point.fromNs, stamp(from.at("sample_ns").at(1)));
    if (from.contains("value") && !from.at("value").is_null()) // earlier versions stored none
        point.value = real(from.at("value"));
    return point;
}

SpeedupFit fitFrom(const json& from)
{
    SpeedupFit fit;
    fit.backend = backend(from.at("backend"));
    const auto law = from.at("law").get<std::string>();
    if (law != scalingLawName(ScalingLaw::amdahl) && law != scalingLawName(ScalingLaw::usl))
        refuseStudy();
    fit.law = law == scalingLawName(ScalingLaw::usl) ? ScalingLaw::usl : ScalingLaw::amdahl;
    fit.serialFraction = realOrNull(from.at("serial_fraction"));
    fit.serialFractionCi = interval(from.at("serial_fraction_ci95"));
    fit.coherence = realOrNull(from.at("coherence"));
    fit.coherenceCi = interval(from.at("coherence_ci95"));
    fit.determined = from.at("determined").get<bool>();
    return fit;
}

SpeedupCeiling ceilingFrom(const json& from)
{
    const bool byLock = from.at("cause") == ceilingCauseName(SpeedupCeiling::Cause::lock);
    return {.backend = backend(from.at("backend")),
            .cause = byLock ? SpeedupCeiling::Cause::lock : SpeedupCeiling::Cause::handover,
            .serialS = real(from.at("serial_s")),
            .serialFraction = real(from.at("serial_fraction"))};
}

} // namespace

Json studyJson(const SpeedupStudy& study)
{
    Json points = Json::array();
    for (const SpeedupPoint& point : study.points)
        points.push_back(pointJson(point));
    Json fits = Json::array();
    for (const SpeedupFit& fit : study.fits)
        fits.push_back({{"backend", backendName(fit.backend)},
                        {"law", scalingLawName(fit.law)},
                        {"serial_fraction", numberOrNull(fit.serialFraction)},
                        {"serial_fraction_ci95", pair(fit.serialFractionCi)},
                        {"coherence", numberOrNull(fit.coherence)},
                        {"coherence_ci95", pair(fit.coherenceCi)},
                        {"determined", fit.determined}});
    Json ceilings = Json::array();
    for (const SpeedupCeiling& ceiling : study.ceilings)
        ceilings.push_back({{"backend", backendName(ceiling.backend)},
                            {"cause", ceilingCauseName(ceiling.cause)},
                            {"serial_s", ceiling.serialS},
                            {"serial_fraction", ceiling.serialFraction}});
    Json backends = Json::array();
    for (const Backend one : study.backends)
        backends.push_back(backendName(one));
    return {{"points", points},
            {"fits", fits},
            {"ceilings", ceilings},
            {"cores", study.cores},
            {"jobs_max", study.jobsMax},
            {"backends", backends},
            {"samples_done", study.samplesDone},
            {"samples_planned", study.samplesPlanned},
            {"observer_share", numberOrNull(study.observerShare)},
            {"others_share", numberOrNull(study.othersShare)}};
}

SpeedupStudy studyFrom(const json& from)
{
    SpeedupStudy study;
    for (const json& point : from.at("points"))
        study.points.push_back(pointFrom(point));
    for (const json& fit : from.at("fits"))
        study.fits.push_back(fitFrom(fit));
    for (const json& ceiling : from.at("ceilings"))
        study.ceilings.push_back(ceilingFrom(ceiling));
    study.cores = std::max(1, count(from.at("cores")));
    study.jobsMax = std::max(1, count(from.at("jobs_max")));
    for (const json& one : from.at("backends"))
        study.backends.push_back(backend(one));
    study.samplesDone = count(from.at("samples_done"));
    study.samplesPlanned = count(from.at("samples_planned"));
    study.observerShare = realOrNull(from.at("observer_share"));
    study.othersShare = realOrNull(from.value("others_share", json()));
    return study;
}

} // namespace threadscape
