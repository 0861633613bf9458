#include "support/run_program.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace threadscape {
namespace {

using nlohmann::json;
using testing::HasSubstr;

json runJson(std::vector<std::string> arguments, int exitCode = 0)
{
    arguments.insert(arguments.begin(), "run");
    arguments.insert(arguments.end(), {"--json", "-"});
    const ProgramResult result = runProgram(THREADSCAPE_BINARY, arguments);
    EXPECT_EQ(result.exitCode, exitCode) << result.err;
    return json::parse(result.out);
}

std::int64_t finding(const json& result, const char* name)
{
    return result.at("findings").at(name).at("value").get<std::int64_t>();
}

TEST(RunTest, JsonHasTheKeysOfTheContract)
{
    const json result = runJson({"bank", "--preset=lecture", "--seconds=0.4", "--seed", "7"});
    std::vector<std::string> keys;
    for (const auto& [key, value] : result.items())
        keys.push_back(key);
    EXPECT_THAT(keys, testing::IsSupersetOf({"experiment", "preset", "settings", "seed", "speed", "seconds",
                                             "outcome", "answer", "machine", "scheduler_source", "findings",
                                             "locks", "tracks", "recording"}));
    EXPECT_EQ(result.at("experiment"), "bank");
    EXPECT_EQ(result.at("preset"), "lecture");
    EXPECT_EQ(result.at("seed"), 7);
    EXPECT_EQ(result.at("outcome"), "time_up");
    EXPECT_EQ(result.at("settings").at("work_ms"), 20);
    EXPECT_NE(result.at("answer").get<std::string>(), "");
    for (const char* key : {"cpu", "cores", "os", "build", "version"})
        EXPECT_TRUE(result.at("machine").contains(key)) << key;
    for (const char* key : {"name", "kind", "acquisitions", "contended", "wait_total_s", "wait_p99_s",
                            "wait_max_s", "hold_total_s"})
        EXPECT_TRUE(result.at("locks").at(0).contains(key)) << key;
    for (const char* key : {"name", "kind", "os_id", "daemon", "alive", "cpu_s", "exit_code", "states"})
        EXPECT_TRUE(result.at("tracks").at(0).contains(key)) << key;
    EXPECT_EQ(result.at("recording").at("lost"), 0);
}

TEST(RunTest, BankKeepsItsBooks)
{
    const json result = runJson({"bank", "--seconds", "0.5", "--speed", "20", "--set", "initial_balance=50"});
    EXPECT_EQ(finding(result, "balance"), 50 + finding(result, "deposited") - finding(result, "withdrawn"));
    EXPECT_EQ(finding(result, "went_negative"), 0);
    EXPECT_GT(finding(result, "deposits"), 0);
}

TEST(RunTest, DepositWithLockLosesNothing)
{
    const json result = runJson({"deposit", "--set", "deposits=20", "--set=amount=3", "--set", "work_ms=0"});
    EXPECT_EQ(result.at("outcome"), "finished");
    EXPECT_EQ(finding(result, "balance"), 60);
    EXPECT_EQ(finding(result, "lost"), 0);
}

TEST(RunTest, CounterWithAtomicLosesNothing)
{
    const json result =
        runJson({"counter", "--set", "protection=atomic", "--set", "increments=1000", "--set", "rounds=3"});
    EXPECT_EQ(finding(result, "lost"), 0);
    EXPECT_EQ(finding(result, "counted"), 12000);
    EXPECT_EQ(finding(result, "rounds_wrong"), 0);
}

TEST(RunTest, PrintsAnswerAndFindings)
{
    const ProgramResult result =
        runProgram(THREADSCAPE_BINARY, {"run", "deposit", "--set", "deposits=5", "--set", "work_ms=0"});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(result.err, ""); // no progress line where there is no terminal
    EXPECT_THAT(result.out, HasSubstr("Yes, 5"));
    EXPECT_THAT(result.out, HasSubstr("Lost"));
}

TEST(RunTest, JsonOnStandardOutputStandsAlone)
{
    const ProgramResult result = runProgram(
        THREADSCAPE_BINARY, {"run", "deposit", "--set", "deposits=5", "--set", "work_ms=0", "--json=-"});
    EXPECT_TRUE(json::accept(result.out));
    EXPECT_THAT(result.err, HasSubstr("Yes, 5"));
}

// Large stacks in a small address space: the system refuses one thread sooner or later.
TEST(RunTest, RefusedThreadsAreCountedInOneSentence)
{
    const ProgramResult result =
        runProgram("/bin/sh", {"-c",
                               "ulimit -s 4194304 && ulimit -v 67108864 && exec \"$0\" run bank --set "
                               "withdrawers=64 --seconds 5",
                               THREADSCAPE_BINARY});
    EXPECT_EQ(result.exitCode, 1) << result.out << result.err;
    EXPECT_THAT(result.out + result.err,
                testing::ContainsRegex(
                    "Only [0-9]+ of 64 threads started \\(Withdrawers\\): the system refused more"));
}

} // namespace
} // namespace threadscape
