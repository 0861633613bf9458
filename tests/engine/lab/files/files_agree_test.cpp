// What two files of one run both say is the same number in both, to the last digit: on runs at random settings.
#include "formats/chrome_json.h"
#include "formats/csv.h"
#include "lab/files/result_csv.h"
#include "lab/files/result_json.h"
#include "lab/run/live_run.h"
#include "lab/run/registry.h"
#include "support/csv_table.h"
#include "support/random_request.h"
#include "support/run_program.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace threadscape {
namespace {

using Json = nlohmann::ordered_json;
using Numbers = std::map<std::string, std::optional<double>>; // by column; nullopt: null, or an empty field

// In the tables, by the names of a JSON object's members and how they are nested. Stated here once more, apart from the
// writers.
void collect(const Json& value, const std::string& name, Numbers& into)
{
    if (value.is_number())
        into[name] = value.get<double>();
    else if (value.is_boolean())
        into[name] = value.get<bool>() ? 1 : 0;
    else if (value.is_null())
        into[name] = std::nullopt;
}

Numbers numbersOf(const Json& row)
{
    const std::set<std::string> kListedElsewhere{"samples_s", "sample_ns"};
    Numbers numbers;
    for (const auto& [key, value] : row.items()) {
        if (kListedElsewhere.contains(key))
            continue;
        if (key == "states")
            for (const auto& [state, seconds] : value.items())
                collect(seconds, state + "_s", numbers);
        else if (key == "switches")
            for (const auto& [kind, count] : value.items())
                collect(count, kind == "migrations" ? kind : "switches_" + kind, numbers);
        else if ((key == "core" || key == "lost") && value.is_object())
            for (const auto& [part, number] : value.items())
                collect(number, key + '_' + part, numbers);
        else if (key.find("_ci95") != std::string::npos) {
            const bool seconds = key.ends_with("_s");
            const std::string stem = seconds ? key.substr(0, key.size() - 2) : key;
            const bool known = !value.is_null();
            collect(known ? value.at(0) : Json(), stem + "_low" + (seconds ? "_s" : ""), numbers);
            collect(known ? value.at(1) : Json(), stem + "_high" + (seconds ? "_s" : ""), numbers);
        } else if (key != "lost") // of Python, where it is null
            collect(value, key, numbers);
    }
    return numbers;
}

std::optional<double> fieldValue(const std::string& field)
{
    if (field.empty())
        return std::nullopt;
    if (field == "true" || field == "false")
        return field == "true" ? 1 : 0;
    double number = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    EXPECT_TRUE(error == std::errc() && end == field.data() + field.size()) << field;
    return number;
}

/// Compares, and counts what it compared.
class Comparison {
public:
    void compare(const std::string& what, std::optional<double> inTable, std::optional<double> inJson)
    {
        ++m_compared;
        if (inTable == inJson)
            return;
        ++m_differed;
        const auto shown = [](std::optional<double> number) {
            return number ? Json(*number).dump() : std::string("nothing");
        };
        ADD_FAILURE() << what << ": " << shown(inTable) << " in the table, " << shown(inJson) << " in JSON";
    }

    /// Each line of a table is an object of the list; `absent`: members that the table has no column for.
    void lines(const std::string& table, const std::vector<CsvRow>& rows, const Json& list,
               const std::set<std::string>& absent = {})
    {
        ASSERT_EQ(rows.size(), list.size()) << table;
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (const auto& [name, number] : numbersOf(list[i])) {
                if (absent.contains(name))
                    continue;
                const auto field = rows[i].find(name);
                ASSERT_NE(field, rows[i].end()) << table << " has no column " << name;
                compare(table + ' ' + std::to_string(i + 1) + ' ' + name, fieldValue(field->second), number);
            }
    }

    std::size_t compared() const { return m_compared; }
    std::size_t differed() const { return m_differed; }

private:
    std::size_t m_compared = 0;
    std::size_t m_differed = 0;
};

void compareFindings(Comparison& comparison, const std::vector<CsvRow>& rows, const Json& findings)
{
    ASSERT_EQ(rows.size(), findings.size());
    std::size_t line = 0;
    for (const auto& [name, finding] : findings.items()) {
        const CsvRow& row = rows[line++];
        EXPECT_EQ(row.at("name"), name);
        EXPECT_EQ(row.at("unit"), finding.at("unit").get<std::string>());
        const Json& value = finding.at("value");
        if (value.is_string()) {
            EXPECT_EQ(row.at("value"), value.get<std::string>());
        } else if (!value.is_array()) {
            Numbers number;
            collect(value, name, number);
            comparison.compare(name, fieldValue(row.at("value")), number.at(name));
        } else if (!value.empty() && value[0].is_number()) {
            std::istringstream items(row.at("value"));
            std::string item;
            for (const Json& one : value) {
                std::getline(items, item, ';');
                comparison.compare(name, fieldValue(item), one.get<double>());
            }
        }
    }
}

void compareStudy(Comparison& comparison, const std::filesystem::path& folder, const Json& result)
{
    const Json& points = result.at("points");
    comparison.lines("points.csv", csvTable(folder / "points.csv"), points);
    const std::vector<CsvRow> samples = csvTable(folder / "samples.csv");
    std::size_t line = 0;
    for (const Json& point : points)
        for (const Json& seconds : point.at("samples_s")) {
            ASSERT_LT(line, samples.size());
            comparison.compare("samples.csv", fieldValue(samples[line].at("time_s")), seconds.get<double>());
            comparison.compare("samples.csv", fieldValue(samples[line].at("jobs")),
                               point.at("jobs").get<double>());
            ++line;
        }
    EXPECT_EQ(line, samples.size());
    Json fits = result.at("fits");
    for (const Json& ceiling : result.at("ceilings"))
        fits.push_back(ceiling);
    comparison.lines("fits.csv", csvTable(folder / "fits.csv"), fits, {"serial_s"});
}

std::int64_t nsOf(const std::string& seconds)
{
    return std::llround(*fieldValue(seconds) * 1e9);
}

using StateTimes = std::map<std::pair<std::size_t, std::string>, std::int64_t>; // in ns, by track and state

// What a core's rest was used for is in no list of spans.
void compareSpans(Comparison& comparison, const Trace& trace, const std::filesystem::path& folder,
                  const Json& tracks)
{
    StateTimes table;
    for (const CsvRow& row : csvTable(folder / "spans.csv"))
        table[{std::stoul(row.at("track")), row.at("state")}] +=
            nsOf(row.at("end_s")) - nsOf(row.at("start_s"));
    StateTimes slices;
    std::ostringstream chrome;
    writeChromeTrace(trace, chrome);
    const auto ns = [](const Json& us) { return std::llround(us.get<double>() * 1e3); };
    const Json written = Json::parse(chrome.str());
    std::map<int, std::size_t> trackOf; // by tid: the lines of operations are none
    std::size_t next = 0;
    for (const Json& event : written.at("traceEvents"))
        if (event.at("ph") == "M" && event.at("name") == "thread_name" && next < tracks.size() &&
            event.at("args").at("name") == tracks[next].at("name"))
            trackOf[event.at("tid").get<int>()] = next++;
    for (const Json& event : written.at("traceEvents"))
        if (event.at("ph") == "X" && trackOf.contains(event.at("tid").get<int>()))
            slices[{trackOf.at(event.at("tid").get<int>()), event.at("name").get<std::string>()}] +=
                ns(event.at("dur"));
    for (std::size_t t = 0; t < tracks.size(); ++t)
        for (const auto& [state, seconds] : tracks[t].at("states").items()) {
            const auto at = [&, name = state](const StateTimes& times) {
                const auto found = times.find({t, name});
                return found != times.end() ? static_cast<double>(found->second) : 0.0;
            };
            const std::string what = tracks[t].at("name").get<std::string>() + ' ' + state;
            comparison.compare("the Chrome trace, " + what, at(table), at(slices));
            if (tracks[t].at("kind") != "core" && trace.lane(static_cast<TrackId>(t)).waits.firstKept() == 0)
                comparison.compare("spans.csv, " + what, at(table), std::round(seconds.get<double>() * 1e9));
        }
}

void runAndCompare(const RunRequest& request, Comparison& comparison)
{
    SCOPED_TRACE(inWords(request));
    auto run = LiveRun::start(request);
    ASSERT_TRUE(run) << run.error().text.english();
    ASSERT_TRUE((*run)->waitFor(std::chrono::minutes(2)));
    const TemporaryFolder folder;
    const RunResult result = (*run)->result();
    const Trace& trace = *(*run)->trace();
    ASSERT_TRUE(writeCsv(trace, folder.path()));
    ASSERT_TRUE(writeResultCsv(result, trace, folder.path()));
    const Json json = Json::parse(resultJson(result, result.answer.english()));
    comparison.lines("tracks.csv", csvTable(folder.path() / "tracks.csv"), json.at("tracks"));
    comparison.lines("locks.csv", csvTable(folder.path() / "locks.csv"), json.at("locks"));
    compareFindings(comparison, csvTable(folder.path() / "findings.csv"), json.at("findings"));
    if (result.study)
        compareStudy(comparison, folder.path(), json);
    compareSpans(comparison, trace, folder.path(), json.at("tracks"));
}

class FilesAgree : public ::testing::TestWithParam<int> {};

// 20 runs in all, at the same time where there are cores.
INSTANTIATE_TEST_SUITE_P(, FilesAgree, ::testing::Range(0, 4));

// As many runs as THREADSCAPE_FILE_RUNS says (tests/run --long files).
TEST_P(FilesAgree, OnEveryNumberThatTwoOfThemHave)
{
    const char* const wanted = std::getenv("THREADSCAPE_FILE_RUNS");
    constexpr int kUsual = 5;
    const int runs = wanted != nullptr ? std::atoi(wanted) : kUsual;
    std::mt19937 random(std::random_device{}()); // what failed stands in the message
    std::vector<std::string> ids;
    for (const auto& experiment : makeExperiments())
        ids.push_back(experiment->id());
    std::ranges::shuffle(ids, random);
    Comparison comparison;
    int done = 0;
    // One failure says enough; a long check goes on, to count.
    for (; done < runs && (wanted != nullptr || !HasFailure()); ++done)
        runAndCompare(quickRequest(ids[static_cast<std::size_t>(done) % ids.size()], random), comparison);
    EXPECT_GT(comparison.compared(), static_cast<std::size_t>(100 * done));
    std::cout << "Files: " << done << " runs, " << comparison.compared() << " numbers compared, "
              << comparison.differed() << " differed\n";
}

} // namespace
} // namespace threadscape
