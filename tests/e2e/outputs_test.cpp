#include "support/run_program.h"

#include <csignal>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace threadscape {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

const std::vector<std::string> kShortBank{"run", "bank", "--preset", "lecture", "--seconds", "0.4"};

ProgramResult runWith(std::vector<std::string> arguments, const std::vector<std::string>& more)
{
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runProgram(THREADSCAPE_BINARY, arguments);
}

// Width and height stand big-endian at fixed places of a PNG's first chunk.
std::pair<unsigned, unsigned> pngSize(const std::string& png)
{
    const auto number = [&](std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = at; i < at + 4; ++i)
            value = value << 8U | static_cast<unsigned char>(png.at(i));
        return value;
    };
    return {number(16), number(20)};
}

TEST(OutputsTest, WhatWasChangedWhileItRanIsInAllFiles)
{
    const TemporaryFolder folder;
    const ProgramResult result =
        runProgram(THREADSCAPE_BINARY, {"run", "cores", "--change", "1:threads=16", "--change", "2:threads=2",
                                        "--json", folder.file("r.json"), "--trace", folder.file("r.tscape"),
                                        "--csv", folder.file("tables"), "--svg", folder.file("r.svg")});
    ASSERT_EQ(result.exitCode, 0) << result.err;
    const json written = json::parse(contentsOf(folder.file("r.json")));
    EXPECT_EQ(written["settings"]["threads"], 8);
    ASSERT_EQ(written["changes"].size(), 2U);
    const std::vector<int> threads{8, 16, 2};
    ASSERT_EQ(written["stretches"].size(), threads.size());
    for (std::size_t i = 0; i < threads.size(); ++i) {
        const json& stretch = written["stretches"][i];
        EXPECT_EQ(stretch["settings"]["threads"], threads[i]);
        EXPECT_TRUE(stretch["findings"].contains("running_share")) << stretch;
    }
    const ProgramResult opened =
        runProgram(THREADSCAPE_BINARY, {"open", folder.file("r.tscape"), "--json", folder.file("again.json"),
                                        "--svg", folder.file("again.svg")});
    ASSERT_EQ(opened.exitCode, 0) << opened.err;
    EXPECT_EQ(json::parse(contentsOf(folder.file("again.json"))), written);
    for (const char* figure : {"r.svg", "again.svg"}) {
        EXPECT_THAT(contentsOf(folder.file(figure)), HasSubstr("Threads: 8, from 1"));
        EXPECT_THAT(contentsOf(folder.file(figure)), HasSubstr("What do 8 threads do"));
    }
    EXPECT_THAT(contentsOf(folder.file("tables/changes.csv")), HasSubstr(",threads,16,2\r\n"));
}

TEST(OutputsTest, WritesEverythingAskedFor)
{
    const TemporaryFolder folder;
    const ProgramResult result = runWith(
        kShortBank, {"--json", folder.file("r.json"), "--trace", folder.file("t.json"), "--csv",
                     folder.file("tables"), "--png", folder.file("f.png"), "--svg", folder.file("f.svg"),
                     "--pdf", folder.file("f.pdf"), "--screenshot", folder.file("w.png"), "--size=1200x800"});
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_EQ(json::parse(contentsOf(folder.file("r.json"))).at("experiment"), "bank");
    const json trace = json::parse(contentsOf(folder.file("t.json")));
    EXPECT_FALSE((trace.is_array() ? trace : trace.at("traceEvents")).empty());
    EXPECT_THAT(contentsOf((folder.path() / "tables" / "tracks.csv").string()), HasSubstr("Withdrawer 10"));
    EXPECT_EQ(pngSize(contentsOf(folder.file("f.png"))), std::pair(1200U, 800U));
    EXPECT_EQ(pngSize(contentsOf(folder.file("w.png"))), std::pair(1200U, 800U));
    EXPECT_THAT(contentsOf(folder.file("f.pdf")), StartsWith("%PDF"));
}

TEST(OutputsTest, SvgHoldsVectors)
{
    const TemporaryFolder folder;
    ASSERT_EQ(runWith(kShortBank, {"--svg", folder.file("f.svg")}).exitCode, 0);
    const std::string svg = contentsOf(folder.file("f.svg"));
    EXPECT_THAT(svg, HasSubstr("<svg"));
    EXPECT_THAT(svg, testing::Not(HasSubstr("<image")));
}

TEST(OutputsTest, FiguresShowTheWindowOfTimeAskedFor)
{
    const TemporaryFolder folder;
    const ProgramResult result =
        runWith(kShortBank, {"--svg", folder.file("part.svg"), "--window", "0.1..0.2"});
    ASSERT_EQ(result.exitCode, 0) << result.err;
    // The unit stands at the last tick alone: a whole run would end at 400 ms.
    EXPECT_THAT(contentsOf(folder.file("part.svg")), HasSubstr(">200 ms</text>"));
}

TEST(OutputsTest, AWindowBeyondTheRunCostsTheFigureAlone)
{
    const TemporaryFolder folder;
    const ProgramResult result = runWith(
        kShortBank, {"--svg", folder.file("f.svg"), "--json", folder.file("r.json"), "--window", "50..90"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.err, HasSubstr("--window begins at 50"));
    EXPECT_FALSE(std::filesystem::exists(folder.file("f.svg")));
    EXPECT_EQ(json::parse(contentsOf(folder.file("r.json"))).at("experiment"), "bank");
}

TEST(OutputsTest, FiguresOutlineTheEvidence)
{
    const TemporaryFolder folder;
    const ProgramResult result =
        runWith({"run", "deposit", "--preset", "lecture"}, {"--svg", folder.file("f.svg")});
    ASSERT_EQ(result.exitCode, 0) << result.err;
    ASSERT_THAT(result.out, HasSubstr("had read the balance before"));
    EXPECT_THAT(
        contentsOf(folder.file("f.svg")),
        testing::ContainsRegex("stroke=\"#15181c\" stroke-opacity=\"1\" stroke-width=\"2\" [^>]*\"miter\""));
}

TEST(OutputsTest, ThemesDiffer)
{
    const TemporaryFolder folder;
    ASSERT_EQ(runWith(kShortBank, {"--screenshot", folder.file("light.png")}).exitCode, 0);
    ASSERT_EQ(runWith(kShortBank, {"--screenshot", folder.file("dark.png"), "--theme", "dark"}).exitCode, 0);
    EXPECT_EQ(pngSize(contentsOf(folder.file("light.png"))), std::pair(1440U, 900U));
    EXPECT_NE(contentsOf(folder.file("light.png")), contentsOf(folder.file("dark.png")));
}

TEST(OutputsTest, RefusesBeforeRunningWhatCannotBeWritten)
{
    for (const char* option : {"--json", "--trace", "--csv", "--png", "--svg", "--pdf", "--screenshot"}) {
        const TemporaryFolder folder;
        const std::string path = folder.file("missing/deeper/x.json");
        // Ten minutes: were it run first, the test would not end.
        const ProgramResult result =
            runProgram(THREADSCAPE_BINARY, {"run", "bank", "--seconds", "600", option, path});
        EXPECT_EQ(result.exitCode, 1) << option;
        EXPECT_THAT(result.err, HasSubstr(path));
        EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
        EXPECT_TRUE(folder.empty());
    }
}

TEST(OutputsTest, AFullDeviceIsAFailure)
{
    const ProgramResult result = runWith(kShortBank, {"--json", "/dev/full"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.err, HasSubstr("/dev/full"));
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
}

class SignalTest : public testing::TestWithParam<int> {};

TEST_P(SignalTest, StopsTheRunAndStillWrites)
{
    const TemporaryFolder folder;
    Program program(THREADSCAPE_BINARY, {"run", "bank", "--seconds", "600", "--json", folder.file("r.json"),
                                         "--trace", folder.file("t.json")});
    // Five depositors and ten withdrawers, main and helpers.
    ASSERT_TRUE(eventually([&] { return program.threads() > 15; }));
    program.signal(GetParam());
    const ProgramResult result = program.wait();
    EXPECT_EQ(result.exitCode, 130) << result.err;
    EXPECT_EQ(json::parse(contentsOf(folder.file("r.json"))).at("outcome"), "interrupted");
    EXPECT_TRUE(json::accept(contentsOf(folder.file("t.json"))));
}

INSTANTIATE_TEST_SUITE_P(Interrupts, SignalTest, testing::Values(SIGINT, SIGTERM, SIGHUP));

TEST(OutputsTest, AReaderThatLeavesEndsTheRunAndStillWrites)
{
    const TemporaryFolder folder;
    const std::string file = folder.file("r.json");
    const ProgramResult result = runProgram(
        "/bin/bash", {"-c", R"("$@" | head -n 1; exit "${PIPESTATUS[0]}")", "reader", THREADSCAPE_BINARY,
                      "run", "countdown", "--set", "interval_ms=100", "--set", "count=100", "--json", file});
    EXPECT_EQ(result.exitCode, 130) << result.err;
    EXPECT_EQ(json::parse(contentsOf(file)).at("outcome"), "interrupted");
}

} // namespace
} // namespace threadscape
