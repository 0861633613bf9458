#include "lab/files/study_csv.h"

#include "formats/table_files.h"
#include "lab/files/json_table.h"
#include "lab/files/study_json.h"

#include <array>

namespace threadscape {

namespace {

using Json = nlohmann::ordered_json;

std::vector<JsonColumn> pointColumns()
{
    return {
        {"backend", "/backend"},
        {"jobs", "/jobs"},
        {"samples", "/samples"},
        {"time_median_s", "/time_median_s"},
        {"time_mean_s", "/time_mean_s"},
        {"time_std_s", "/time_std_s"},
        {"time_ci95_low_s", "/time_ci95_s/0"},
        {"time_ci95_high_s", "/time_ci95_s/1"},
        {"startup_s", "/startup_s"},
        {"cpu_user_s", "/cpu_user_s"},
        {"cpu_sys_s", "/cpu_sys_s"},
        {"speedup", "/speedup"},
        {"speedup_ci95_low", "/speedup_ci95/0"},
        {"speedup_ci95_high", "/speedup_ci95/1"},
        {"judged", "/judged"},
        {"doubt", "/doubt"},
        {"efficiency", "/efficiency"},
        {"karp_flatt", "/karp_flatt"},
        {"working", "/working"},
        {"lost_imbalance", "/lost/imbalance"},
        {"lost_waiting", "/lost/waiting"},
        {"lost_ready", "/lost/ready"},
        {"lost_startup", "/lost/startup"},
        {"lost_unexplained", "/lost/unexplained"},
        {"value", "/value"},
    };
}

std::vector<JsonColumn> sampleColumns()
{
    return {{"backend", "/backend"}, {"jobs", "/jobs"}, {"round", "/round"}, {"time_s", "/time_s"}};
}

std::vector<JsonColumn> fitColumns()
{
    return {
        {"backend", "/backend"},
        {"law", "/law"},
        {"serial_fraction", "/serial_fraction"},
        {"serial_fraction_ci95_low", "/serial_fraction_ci95/0"},
        {"serial_fraction_ci95_high", "/serial_fraction_ci95/1"},
        {"coherence", "/coherence"},
        {"coherence_ci95_low", "/coherence_ci95/0"},
        {"coherence_ci95_high", "/coherence_ci95/1"},
        {"determined", "/determined"},
    };
}

void writePoints(const Json& study, TextSink& out)
{
    const std::vector<JsonColumn> columns = pointColumns();
    writeHeader(columns, out);
    for (Json point : study.at("points")) {
        point["samples"] = point.at("samples_s").size();
        writeRow(columns, point, out);
    }
}

void writeSamples(const Json& study, TextSink& out)
{
    const std::vector<JsonColumn> columns = sampleColumns();
    writeHeader(columns, out);
    for (const Json& point : study.at("points")) {
        std::size_t round = 0;
        for (const Json& seconds : point.at("samples_s"))
            writeRow(columns,
                     {{"backend", point.at("backend")},
                      {"jobs", point.at("jobs")},
                      {"round", ++round},
                      {"time_s", seconds}},
                     out);
    }
}

void writeFits(const Json& study, TextSink& out)
{
    const std::vector<JsonColumn> columns = fitColumns();
    writeHeader(columns, out);
    for (const Json& fit : study.at("fits"))
        writeRow(columns, fit, out);
    for (Json ceiling : study.at("ceilings")) {
        ceiling["law"] = "measured-" + ceiling.at("cause").get<std::string>();
        writeRow(columns, ceiling, out);
    }
}

} // namespace

tl::expected<void, Error> writeStudyCsv(const SpeedupStudy& study, const std::filesystem::path& folder)
{
    const Json rows = studyJson(study); // as in the result file: no number has two sources
    const std::array<Table, 3> tables{{{"points.csv", [&](TextSink& out) { writePoints(rows, out); }},
                                       {"samples.csv", [&](TextSink& out) { writeSamples(rows, out); }},
                                       {"fits.csv", [&](TextSink& out) { writeFits(rows, out); }}}};
    return writeTables(folder, tables);
}

} // namespace threadscape
