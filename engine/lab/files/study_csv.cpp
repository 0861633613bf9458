#include "lab/files/study_csv.h"

#include "formats/table_files.h"

#include <array>
#include <fmt/format.h>

namespace threadscape {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

std::string maybe(const std::optional<double>& number)
{
    return number ? fmt::format("{}", *number) : std::string();
}

std::string low(const std::optional<Interval>& interval)
{
    return interval ? fmt::format("{}", interval->low) : std::string();
}
std::string high(const std::optional<Interval>& interval)
{
    return interval ? fmt::format("{}", interval->high) : std::string();
}

void writePoints(const SpeedupStudy& study, TextSink& out)
{
    out << "backend,jobs,samples,time_median_s,time_mean_s,time_std_s,time_ci95_low_s,time_ci95_high_s,"
           "startup_s,"
           "cpu_user_s,cpu_sys_s,speedup,speedup_ci95_low,speedup_ci95_high,judged,doubt,efficiency,karp_"
           "flatt,working,"
           "lost_imbalance,lost_waiting,lost_ready,lost_startup,lost_unexplained"
        << kLineEnd;
    for (const SpeedupPoint& point : study.points) {
        const bool refused = point.judged.standing == Standing::impossible;
        const auto unlessRefused = [refused](double number) {
            return refused ? std::string() : fmt::format("{}", number);
        };
        out << fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}",
                           backendName(point.backend), point.jobs, point.samplesS.size(), point.medianS,
                           point.meanS, point.stdS, low(point.medianCiS), high(point.medianCiS),
                           point.startupS, point.cpuUserS, point.cpuSysS, unlessRefused(point.speedup),
                           low(point.speedupCi), high(point.speedupCi), standingName(point.judged.standing),
                           doubtName(point.judged.doubt), unlessRefused(point.efficiency),
                           maybe(point.karpFlatt));
        if (point.lost)
            out << fmt::format(",{},{},{},{},{},{}", point.lost->working, point.lost->imbalance,
                               point.lost->waiting, point.lost->ready, point.lost->startup,
                               point.lost->unexplained);
        else
            out << ",,,,,,";
        out << kLineEnd;
    }
}

void writeSamples(const SpeedupStudy& study, TextSink& out)
{
    out << "backend,jobs,round,time_s" << kLineEnd;
    for (const SpeedupPoint& point : study.points)
        for (std::size_t round = 0; round < point.samplesS.size(); ++round)
            out << fmt::format("{},{},{},{}", backendName(point.backend), point.jobs, round + 1,
                               point.samplesS[round])
                << kLineEnd;
}

void writeFits(const SpeedupStudy& study, TextSink& out)
{
    out << "backend,law,serial_fraction,serial_fraction_ci95_low,serial_fraction_ci95_high,coherence,"
           "coherence_ci95_low,coherence_ci95_high,determined"
        << kLineEnd;
    for (const SpeedupFit& fit : study.fits)
        out << fmt::format("{},{},{},{},{},{},{},{},{}", backendName(fit.backend), scalingLawName(fit.law),
                           maybe(fit.serialFraction), low(fit.serialFractionCi), high(fit.serialFractionCi),
                           maybe(fit.coherence), low(fit.coherenceCi), high(fit.coherenceCi), fit.determined)
            << kLineEnd;
    for (const SpeedupCeiling& ceiling : study.ceilings)
        out << fmt::format("{},measured-{},{},,,,,,", backendName(ceiling.backend),
                           ceilingCauseName(ceiling.cause), ceiling.serialFraction)
            << kLineEnd;
}

} // namespace

tl::expected<void, Error> writeStudyCsv(const SpeedupStudy& study, const std::filesystem::path& folder)
{
    const std::array<Table, 3> tables{{{"points.csv", [&](TextSink& out) { writePoints(study, out); }},
                                       {"samples.csv", [&](TextSink& out) { writeSamples(study, out); }},
                                       {"fits.csv", [&](TextSink& out) { writeFits(study, out); }}}};
    return writeTables(folder, tables);
}

} // namespace threadscape
