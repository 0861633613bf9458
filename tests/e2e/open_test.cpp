#include "support/run_program.h"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <random>
#include <sys/resource.h>

namespace threadscape {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

std::ptrdiff_t lines(const std::string& text)
{
    return std::count(text.begin(), text.end(), '\n');
}

void put(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

/// A second of bank in a file, and its result beside it.
class OpenTest : public testing::Test {
protected:
    void SetUp() override
    {
        const ProgramResult run =
            runProgram(THREADSCAPE_BINARY, {"run", "bank", "--preset", "lecture", "--seconds", "1", "--trace",
                                            m_file, "--json", m_folder.file("run.json")});
        ASSERT_EQ(run.exitCode, 0) << run.err;
        m_bytes = contentsOf(m_file);
    }

    TemporaryFolder m_folder;
    std::string m_file = m_folder.file("bank.tscape");
    std::string m_bytes;
};

TEST_F(OpenTest, ShowsWhatTheRunShowed)
{
    const ProgramResult opened = runProgram(THREADSCAPE_BINARY, {"open", m_file, "--json", "-"});
    EXPECT_EQ(opened.exitCode, 0) << opened.err;
    const json run = json::parse(contentsOf(m_folder.file("run.json")));
    const json again = json::parse(opened.out);
    for (const char* key : {"locks", "tracks", "findings", "answer", "settings", "recording"})
        EXPECT_EQ(again.at(key), run.at(key)) << key;
    EXPECT_EQ(again, run);
}

TEST_F(OpenTest, WritesTheSameFilesAsRun)
{
    const ProgramResult opened = runProgram(
        THREADSCAPE_BINARY,
        {"open", m_file, "--png", m_folder.file("f.png"), "--svg", m_folder.file("f.svg"), "--pdf",
         m_folder.file("f.pdf"), "--screenshot", m_folder.file("w.png"), "--csv", m_folder.file("tables"),
         "--trace", m_folder.file("t.json"), "--size", "1000x700", "--theme=dark"});
    EXPECT_EQ(opened.exitCode, 0) << opened.err;
    EXPECT_THAT(opened.out, HasSubstr("starve"));
    for (const char* png : {"f.png", "w.png"})
        EXPECT_THAT(contentsOf(m_folder.file(png)), StartsWith("\x89PNG"));
    EXPECT_THAT(contentsOf(m_folder.file("f.pdf")), StartsWith("%PDF"));
    EXPECT_THAT(contentsOf(m_folder.file("f.svg")), HasSubstr("<svg"));
    EXPECT_THAT(contentsOf(m_folder.file("tables/tracks.csv")), HasSubstr("Withdrawer 10"));
    EXPECT_FALSE(json::parse(contentsOf(m_folder.file("t.json"))).empty());
}

TEST_F(OpenTest, SavesAsItWas)
{
    const ProgramResult opened =
        runProgram(THREADSCAPE_BINARY, {"open", m_file, "--trace", m_folder.file("again.tscape")});
    EXPECT_EQ(opened.exitCode, 0) << opened.err;
    EXPECT_TRUE(contentsOf(m_folder.file("again.tscape")) == m_bytes);
}

TEST_F(OpenTest, ADamagedFileShowsWhatCouldBeRead)
{
    put(m_file, m_bytes.substr(0, m_bytes.size() * 2 / 3));
    const ProgramResult opened = runProgram(
        THREADSCAPE_BINARY, {"open", m_file, "--json", "-", "--png", m_folder.file("f.png"), "--screenshot",
                             m_folder.file("w.png"), "--csv", m_folder.file("tables")});
    EXPECT_EQ(opened.exitCode, 0);
    EXPECT_THAT(opened.err, StartsWith("bank.tscape is cut off"));
    EXPECT_EQ(json::parse(opened.out).at("experiment"), "bank");
    EXPECT_THAT(contentsOf(m_folder.file("f.png")), StartsWith("\x89PNG"));
}

TEST_F(OpenTest, NoDamageIsFatal)
{
    std::mt19937 random(1);
    for (int i = 0; i < 30; ++i) {
        std::string bytes = m_bytes;
        if (i % 2 == 0)
            bytes.resize(random() % bytes.size());
        else
            bytes[random() % bytes.size()] ^= 0x20;
        put(m_file, bytes);
        const ProgramResult opened = runProgram(THREADSCAPE_BINARY, {"open", m_file, "--json", "-"});
        EXPECT_THAT(opened.exitCode, testing::AnyOf(0, 2)) << opened.err;
        if (opened.exitCode == 2) {
            EXPECT_EQ(lines(opened.err), 1) << opened.err;
            EXPECT_EQ(opened.out, "");
        } else {
            EXPECT_THAT(opened.err, StartsWith("bank.tscape is "));
        }
    }
}

TEST(OpenBadFileTest, IsToldInOneSentence)
{
    const TemporaryFolder folder;
    put(folder.file("empty.tscape"), "");
    put(folder.file("foreign.tscape"), "{\"traceEvents\": []}");
    for (const std::string& path : {folder.file("missing.tscape"), folder.file("empty.tscape"),
                                    folder.file("foreign.tscape"), folder.path().string()}) {
        // Without any display too: nothing is opened.
        for (const std::vector<std::string>& more : {std::vector<std::string>(), {"--json", "-"}}) {
            std::vector<std::string> arguments{"open", path};
            arguments.insert(arguments.end(), more.begin(), more.end());
            const ProgramResult opened = runProgram(THREADSCAPE_BINARY, arguments);
            EXPECT_EQ(opened.exitCode, 2) << path;
            EXPECT_EQ(opened.out, "");
            EXPECT_EQ(lines(opened.err), 1) << opened.err;
            EXPECT_THAT(opened.err, HasSubstr(std::filesystem::path(path).filename().string()));
        }
    }
}

TEST_F(OpenTest, OurOwnJsonIsTheRunThatItWas)
{
    const std::string trace = m_folder.file("bank.json");
    ASSERT_EQ(runProgram(THREADSCAPE_BINARY, {"open", m_file, "--trace", trace}).exitCode, 0);
    const ProgramResult opened =
        runProgram(THREADSCAPE_BINARY, {"open", trace, "--json", "-", "--screenshot", m_folder.file("w.png"),
                                        "--trace", m_folder.file("again.json")});
    EXPECT_EQ(opened.exitCode, 0) << opened.err;
    EXPECT_EQ(json::parse(opened.out), json::parse(contentsOf(m_folder.file("run.json"))));
    EXPECT_THAT(contentsOf(m_folder.file("w.png")), StartsWith("\x89PNG"));
    EXPECT_TRUE(contentsOf(m_folder.file("again.json")) == contentsOf(trace));
    // Its name says nothing of what it is.
    std::filesystem::rename(trace, m_folder.file("bank"));
    EXPECT_EQ(runProgram(THREADSCAPE_BINARY, {"open", m_folder.file("bank"), "--json", "-"}).out, opened.out);
    std::filesystem::rename(m_file, m_folder.file("bank.json"));
    EXPECT_EQ(runProgram(THREADSCAPE_BINARY, {"open", m_folder.file("bank.json"), "--json", "-"}).out,
              opened.out);
}

TEST(OpenChromeTest, AForeignTraceIsShownAsItIs)
{
    const TemporaryFolder folder;
    std::string events;
    for (int i = 0; i < 1000; ++i)
        events += R"({"name":"render","ph":"X","pid":1,"tid":)" + std::to_string(i % 4) + R"(,"ts":)" +
                  std::to_string(1'700'000'000'000'000 + i * 100) + R"(.5,"dur":50},)";
    put(folder.file("t.trace"), "[" + events); // as Chrome leaves it
    const ProgramResult opened =
        runProgram(THREADSCAPE_BINARY,
                   {"open", folder.file("t.trace"), "--json", "-", "--png", folder.file("f.png"), "--svg",
                    folder.file("f.svg"), "--pdf", folder.file("f.pdf"), "--screenshot", folder.file("w.png"),
                    "--csv", folder.file("tables"), "--trace", folder.file("t.tscape")});
    EXPECT_EQ(opened.exitCode, 0);
    EXPECT_THAT(opened.err, testing::Not(HasSubstr("t.trace is")));
    const json result = json::parse(opened.out);
    EXPECT_EQ(result.at("experiment"), "trace");
    EXPECT_EQ(result.at("settings"), json::object());
    EXPECT_EQ(result.at("findings").at("file").at("value"), "t.trace");
    EXPECT_EQ(result.at("findings").at("slices").at("value"), 1000);
    EXPECT_EQ(result.at("tracks").size(), 4U);
    EXPECT_EQ(result.at("tracks").at(0).at("states").at("running"), 0);
    EXPECT_NEAR(result.at("seconds").get<double>(), 0.09995, 1e-9);
    for (const char* png : {"f.png", "w.png"})
        EXPECT_THAT(contentsOf(folder.file(png)), StartsWith("\x89PNG"));
    EXPECT_EQ(
        json::parse(runProgram(THREADSCAPE_BINARY, {"open", folder.file("t.tscape"), "--json", "-"}).out),
        result);
    // It is none of the experiments.
    EXPECT_THAT(runProgram(THREADSCAPE_BINARY, {"list"}).out, testing::Not(HasSubstr("trace")));
    EXPECT_EQ(runProgram(THREADSCAPE_BINARY, {"run", "trace"}).exitCode, 2);

    put(folder.file("t.json"), "{\"traceEvents\": [" + events + "{\"ph\": 7}]}");
    const ProgramResult broken =
        runProgram(THREADSCAPE_BINARY, {"open", folder.file("t.json"), "--json", "-"});
    EXPECT_EQ(broken.exitCode, 0);
    EXPECT_EQ(broken.err.substr(0, broken.err.find('\n')),
              "t.json is damaged: 1 of 1,001 events could not be read.");
}

// Of which not all is drawn: saved, it would be another trace.
TEST(OpenChromeTest, APartOfAForeignTraceIsNotSaved)
{
    const TemporaryFolder folder;
    std::string file = "[";
    for (int level = 0; level < 7; ++level)
        file += R"({"name":"f","ph":"X","pid":1,"tid":1,"ts":)" + std::to_string(level) + R"(,"dur":)" +
                std::to_string(100 - 2 * level) + "},";
    put(folder.file("deep.json"), file);
    for (const std::vector<std::string>& asked :
         {std::vector<std::string>{"--trace", folder.file("again.tscape")},
          {"--trace", folder.file("again.json")},
          {"--csv", folder.file("tables")},
          {"--png", folder.file("f.png"), "--csv", folder.file("tables")}}) {
        std::vector<std::string> arguments{"open", folder.file("deep.json")};
        arguments.insert(arguments.end(), asked.begin(), asked.end());
        const ProgramResult opened = runProgram(THREADSCAPE_BINARY, arguments);
        EXPECT_EQ(opened.exitCode, 2);
        EXPECT_EQ(opened.out, "");
        EXPECT_EQ(lines(opened.err), 1) << opened.err;
        EXPECT_THAT(opened.err, StartsWith("Only a part of deep.json is shown"));
        for (std::size_t i = 1; i < asked.size(); i += 2)
            EXPECT_FALSE(std::filesystem::exists(asked[i])) << asked[i];
    }
    const ProgramResult figure = runProgram(
        THREADSCAPE_BINARY, {"open", folder.file("deep.json"), "--svg", folder.file("f.svg"), "--json", "-"});
    EXPECT_EQ(figure.exitCode, 0) << figure.err;
    EXPECT_THAT(contentsOf(folder.file("f.svg")), HasSubstr("4 of 7 slices"));
    EXPECT_EQ(json::parse(figure.out).at("findings").at("deeper").at("value"), 3);
}

TEST(OpenChromeTest, WhatIsNoTraceIsToldInOneSentence)
{
    const TemporaryFolder folder;
    const std::vector<std::pair<std::string, std::string>> files{
        {"no.json", "hello"},
        {"other.json", "{\"a\": 1}"},
        {"empty.json", ""},
        {"nothing.json", "{\"traceEvents\": []}"},
        {"cut.json", "{\"traceEvents\": [{\"ph\""},
        {"packed.json.gz", "\x1F\x8B\x08 and so on"},
        {"text.txt", "hello"},
    };
    for (const auto& [name, bytes] : files) {
        put(folder.file(name), bytes);
        for (const std::vector<std::string>& more : {std::vector<std::string>(), {"--json", "-"}}) {
            std::vector<std::string> arguments{"open", folder.file(name)};
            arguments.insert(arguments.end(), more.begin(), more.end());
            const ProgramResult opened = runProgram(THREADSCAPE_BINARY, arguments);
            EXPECT_EQ(opened.exitCode, 2) << name;
            EXPECT_EQ(opened.out, "");
            EXPECT_EQ(lines(opened.err), 1) << opened.err;
            EXPECT_THAT(opened.err, StartsWith(name));
        }
    }
}

// Settings are shown in a window, and a window needs a display: here only what is refused before.
TEST(OpenSettingsTest, WhatCannotBeIsToldInOneSentence)
{
    const TemporaryFolder folder;
    const std::string good = folder.file("bank.threadscape");
    put(good, R"({"format": "threadscape settings", "version": 1, "experiment": "bank", "preset": "notes",
                  "settings": {"withdrawers": 3}, "seed": 1, "speed": 1})");
    put(folder.file("damaged.threadscape"), contentsOf(good).substr(0, 60));
    put(folder.file("foreign.threadscape"), "[1, 2]");
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"open", folder.file("missing.threadscape")},
          {"open", folder.file("damaged.threadscape")},
          {"open", folder.file("foreign.threadscape")},
          {"open", good, "--json", "-"}}) {
        const ProgramResult opened = runProgram(THREADSCAPE_BINARY, arguments);
        EXPECT_EQ(opened.exitCode, 2) << arguments[1];
        EXPECT_EQ(opened.out, "");
        EXPECT_EQ(lines(opened.err), 1) << opened.err;
        EXPECT_THAT(opened.err, HasSubstr(std::filesystem::path(arguments[1]).filename().string()));
    }
}

/// CPU time and the greatest memory of the programs that this test has waited for.
struct Used {
    double seconds = 0;
    double megabytes = 0;

    static Used byPrograms()
    {
        rusage usage{};
        getrusage(RUSAGE_CHILDREN, &usage);
        const auto seconds = [](const timeval& time) {
            return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
        };
        return {seconds(usage.ru_utime) + seconds(usage.ru_stime),
                static_cast<double>(usage.ru_maxrss) / 1024};
    }
};

// 2 MB of a file are some MB of memory, however many threads or counters they name. Measured: 0.9 s and 355 MB, with the result as JSON.
TEST(OpenLarge, ThirtyThousandLanesCostLittle)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "the sanitizers take memory of their own";
#endif
    const TemporaryFolder folder;
    std::string threads = R"([{"ph":"C","name":"c","pid":1,"ts":0,"args":{"c":1}})";
    std::string counters = R"([{"ph":"X","name":"s","pid":1,"tid":1,"ts":0,"dur":5})";
    for (int i = 1; i <= 30'000; ++i) {
        const std::string number = std::to_string(i);
        threads.append(R"(,{"ph":"X","name":"s","pid":1,"tid":)")
            .append(number)
            .append(R"(,"ts":)")
            .append(number)
            .append(R"(,"dur":5})");
        counters.append(R"(,{"ph":"C","name":"c)")
            .append(number)
            .append(R"(","pid":1,"ts":)")
            .append(number)
            .append(R"(,"args":{"v":1}})");
    }
    put(folder.file("threads.json"), threads + "]");
    put(folder.file("counters.json"), counters + "]");
    double before = 0;
    for (const char* file : {"threads.json", "counters.json"}) {
        for (const bool painted : {false, true}) {
            const ProgramResult opened =
                runProgram(THREADSCAPE_BINARY, {"open", folder.file(file), painted ? "--png" : "--json",
                                                painted ? folder.file("f.png") : "-"});
            EXPECT_EQ(opened.exitCode, 0) << opened.err;
            const Used used = Used::byPrograms();
            EXPECT_LT(used.megabytes, 400) << file;
            EXPECT_LT(used.seconds - before, 3) << file;
            before = used.seconds;
        }
    }
}

} // namespace
} // namespace threadscape
