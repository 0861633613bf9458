#include "support/run_program.h"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace threadscape {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

TEST(SpeedupTest, IsMeasuredWrittenAndOpenedAgain)
{
    const TemporaryFolder folder;
    const ProgramResult result =
        runProgram(THREADSCAPE_BINARY,
                   {"run", "integrate", "--set", "iterations=10000", "--set", "repeats=2", "--set",
                    "jobs_max=2", "--json", folder.file("r.json"), "--csv", folder.file("tables"), "--png",
                    folder.file("f.png"), "--svg", folder.file("f.svg"), "--trace", folder.file("t.tscape")});
    ASSERT_EQ(result.exitCode, 0) << result.err;
    const json first = json::parse(contentsOf(folder.file("r.json")));
    ASSERT_EQ(first.at("points").size(), 7U);
    // Each sample is a line, below the columns' names.
    const std::string samples = contentsOf((folder.path() / "tables" / "samples.csv").string());
    EXPECT_EQ(std::count(samples.begin(), samples.end(), '\n'), 1 + 7 * 2);
    EXPECT_THAT(contentsOf(folder.file("f.svg")), HasSubstr("<svg"));
    EXPECT_THAT(contentsOf(folder.file("f.png")).substr(1), StartsWith("PNG"));

    const ProgramResult opened =
        runProgram(THREADSCAPE_BINARY, {"open", folder.file("t.tscape"), "--json", "-"});
    ASSERT_EQ(opened.exitCode, 0) << opened.err;
    const json again = json::parse(opened.out);
    EXPECT_EQ(again.at("points"), first.at("points"));
    EXPECT_EQ(again.at("fits"), first.at("fits"));
    EXPECT_EQ(again.at("ceilings"), first.at("ceilings"));
}

// How often a process has waited for something so far: a worker does after each of its jobs.
long waitsOf(pid_t process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    constexpr std::string_view kName = "voluntary_ctxt_switches:";
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(kName))
            return std::stol(line.substr(kName.size()));
    return 0;
}

TEST(SpeedupTest, AnInterruptKeepsWhatWasMeasured)
{
    constexpr std::size_t kJobsMax = 3;
    constexpr std::size_t kRounds = 100;
    const TemporaryFolder folder;
    Program program(THREADSCAPE_BINARY,
                    {"run", "integrate", "--set", "iterations=5000000", "--set", "repeats=100", "--set",
                     "jobs_max=3", "--set", "backends=threads,processes", "--json", folder.file("r.json")});
    // The last worker is started in the warm-up's last measurement; what it does after that is measured.
    ASSERT_TRUE(eventually([&] { return program.children().size() >= kJobsMax; }));
    const std::vector<pid_t> workers = program.children();
    const auto waits = [&] {
        long sum = 0;
        for (const pid_t worker : workers)
            sum += waitsOf(worker);
        return sum;
    };
    const long before = waits();
    ASSERT_TRUE(eventually([&] { return waits() >= before + 30; }));
    program.signal(SIGINT);
    const ProgramResult result = program.wait();
    EXPECT_EQ(result.exitCode, 130) << result.err;
    const json told = json::parse(contentsOf(folder.file("r.json")));
    EXPECT_EQ(told.at("outcome"), "interrupted");
    const json& points = told.at("points");
    EXPECT_FALSE(points.empty());
    for (const json& point : points) {
        EXPECT_FALSE(point.at("samples_s").empty());
        EXPECT_LT(point.at("samples_s").size(), kRounds);
    }
}

} // namespace
} // namespace threadscape
