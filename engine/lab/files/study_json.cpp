#include "lab/files/study_json.h"

#include <array>
#include <cmath>

namespace threadscape {

namespace {

using Json = nlohmann::ordered_json;
using nlohmann::json;

constexpr int kMostOfAnything = 1'000'000;

Json pair(const Interval& interval)
{
    return Json::array({interval.low, interval.high});
}

Json pointJson(const SpeedupPoint& point)
{
    Json written{{"backend", backendName(point.backend)},
                 {"jobs", point.jobs},
                 {"time_median_s", point.medianS},
                 {"time_mean_s", point.meanS},
                 {"time_std_s", point.stdS},
                 {"time_ci95_s", pair(point.medianCiS)},
                 {"samples_s", point.samplesS},
                 {"startup_s", point.startupS},
                 {"cpu_user_s", point.cpuUserS},
                 {"cpu_sys_s", point.cpuSysS},
                 {"speedup", point.speedup},
                 {"speedup_ci95", pair(point.speedupCi)},
                 {"efficiency", point.efficiency},
                 {"karp_flatt", point.karpFlatt ? Json(*point.karpFlatt) : Json(nullptr)},
                 {"lost", nullptr},
                 {"lanes", point.group},
                 {"sample_ns", Json::array({point.fromNs, point.toNs})},
                 {"value", point.value ? Json(*point.value) : Json(nullptr)}};
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

Interval interval(const json& pair)
{
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
    point.speedup = real(from.at("speedup"));
    point.speedupCi = interval(from.at("speedup_ci95"));
    point.efficiency = real(from.at("efficiency"));
    if (!from.at("karp_flatt").is_null())
        point.karpFlatt = real(from.at("karp_flatt"));
    if (const json& lost = from.at("lost"); !lost.is_null())
        point.lost = Losses{.imbalance = real(lost.at("imbalance")),
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
    fit.serialFraction = real(from.at("serial_fraction"));
    fit.serialFractionCi = interval(from.at("serial_fraction_ci95"));
    fit.coherence = real(from.at("coherence"));
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
                        {"serial_fraction", fit.serialFraction},
                        {"serial_fraction_ci95", pair(fit.serialFractionCi)},
                        {"coherence", fit.coherence},
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
            {"observer_share", study.observerShare ? Json(*study.observerShare) : Json(nullptr)}};
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
    if (!from.at("observer_share").is_null())
        study.observerShare = real(from.at("observer_share"));
    return study;
}

} // namespace threadscape
