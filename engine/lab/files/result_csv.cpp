#include "lab/files/result_csv.h"

#include "formats/table_files.h"
#include "lab/files/json_table.h"
#include "lab/files/result_rows.h"
#include "lab/files/study_csv.h"

#include <array>

namespace threadscape {

namespace {

using Json = nlohmann::ordered_json;

std::vector<JsonColumn> trackColumns()
{
    std::vector<JsonColumn> columns{{"track", "/track"},     {"name", "/name"},   {"group", "/group"},
                                    {"kind", "/kind"},       {"os_id", "/os_id"}, {"daemon", "/daemon"},
                                    {"alive", "/alive"},     {"cpu_s", "/cpu_s"}, {"exit_code", "/exit_code"},
                                    {"begin_s", "/begin_s"}, {"end_s", "/end_s"}};
    for (int s = 0; s < kStates; ++s) {
        const std::string state = stateName(static_cast<State>(s));
        columns.push_back({state + "_s", "/states/" + state});
    }
    for (const char* switches : {"forced", "voluntary"})
        columns.push_back({std::string("switches_") + switches, std::string("/switches/") + switches});
    columns.push_back({"migrations", "/switches/migrations"});
    columns.push_back({"system_ready_s", "/system_ready_s"});
    for (const char* use : {"own_s", "other_s", "stolen_s", "idle_s"})
        columns.push_back({std::string("core_") + use, std::string("/core/") + use});
    return columns;
}

/// Columns that are called as the members of a row's object.
std::vector<JsonColumn> columnsNamed(std::initializer_list<const char*> names)
{
    std::vector<JsonColumn> columns;
    for (const std::string name : names)
        columns.push_back({name, '/' + name});
    return columns;
}

Json secondsAt(const std::atomic<std::int64_t>& ns)
{
    const std::int64_t at = ns.load(std::memory_order_acquire);
    return at != Lane::kNotYet ? Json(static_cast<double>(at) / 1e9) : Json(nullptr);
}

void writeTracks(const RunResult& result, const Trace& trace, TextSink& out)
{
    const std::vector<JsonColumn> columns = trackColumns();
    writeHeader(columns, out);
    const Trace::Reader reader = trace.reader();
    for (std::size_t i = 0; i < result.tracks.size(); ++i) {
        const auto id = static_cast<TrackId>(i);
        Json row = trackRow(result.tracks[i]);
        row["track"] = i;
        if (i < trace.catalogue().tracks())
            row["group"] = trace.catalogue().track(id).group;
        if (i < trace.lanes()) {
            row["begin_s"] = secondsAt(trace.lane(id).beginNs);
            row["end_s"] = secondsAt(trace.lane(id).endNs);
        }
        writeRow(columns, row, out);
    }
}

void writeLocks(const RunResult& result, TextSink& out)
{
    const std::vector<JsonColumn> columns =
        columnsNamed({"name", "kind", "acquisitions", "contended", "wait_total_s", "wait_p99_s", "wait_max_s",
                      "hold_total_s"});
    writeHeader(columns, out);
    for (const LockSummary& lock : result.locks)
        writeRow(columns, lockRow(lock), out);
}

void writeFindings(const RunResult& result, TextSink& out)
{
    const std::vector<JsonColumn> columns = columnsNamed({"name", "value", "unit"});
    writeHeader(columns, out);
    const Json findings = findingRows(result.findings);
    for (const auto& [name, finding] : findings.items()) {
        Json row = finding;
        row["name"] = name;
        writeRow(columns, row, out);
    }
}

} // namespace

tl::expected<void, Error> writeResultCsv(const RunResult& result, const Trace& trace,
                                         const std::filesystem::path& folder)
{
    const std::array<Table, 3> tables{
        {{"tracks.csv", [&](TextSink& out) { writeTracks(result, trace, out); }},
         {"locks.csv", [&](TextSink& out) { writeLocks(result, out); }},
         {"findings.csv", [&](TextSink& out) { writeFindings(result, out); }}}};
    auto written = writeTables(folder, tables);
    if (written && result.study)
        written = writeStudyCsv(*result.study, folder);
    return written;
}

} // namespace threadscape
