#include "support/run_program.h"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <random>

namespace threadscape {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

ProgramResult threadscape(const std::vector<std::string>& arguments)
{
    return runProgram(THREADSCAPE_BINARY, arguments);
}

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
        const ProgramResult run = threadscape({"run", "bank", "--preset", "lecture", "--seconds", "1",
                                               "--trace", m_file, "--json", m_folder.file("run.json")});
        ASSERT_EQ(run.exitCode, 0) << run.err;
        m_bytes = contentsOf(m_file);
    }

    TemporaryFolder m_folder;
    std::string m_file = m_folder.file("bank.tscape");
    std::string m_bytes;
};

TEST_F(OpenTest, ShowsWhatTheRunShowed)
{
    const ProgramResult opened = threadscape({"open", m_file, "--json", "-"});
    EXPECT_EQ(opened.exitCode, 0) << opened.err;
    const json run = json::parse(contentsOf(m_folder.file("run.json")));
    const json again = json::parse(opened.out);
    for (const char* key : {"locks", "tracks", "findings", "answer", "settings", "recording"})
        EXPECT_EQ(again.at(key), run.at(key)) << key;
    EXPECT_EQ(again, run);
}

TEST_F(OpenTest, WritesTheSameFilesAsRun)
{
    const ProgramResult opened = threadscape(
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
    const ProgramResult opened = threadscape({"open", m_file, "--trace", m_folder.file("again.tscape")});
    EXPECT_EQ(opened.exitCode, 0) << opened.err;
    EXPECT_TRUE(contentsOf(m_folder.file("again.tscape")) == m_bytes);
}

TEST_F(OpenTest, ADamagedFileShowsWhatCouldBeRead)
{
    put(m_file, m_bytes.substr(0, m_bytes.size() * 2 / 3));
    const ProgramResult opened =
        threadscape({"open", m_file, "--json", "-", "--png", m_folder.file("f.png"), "--screenshot",
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
        const ProgramResult opened = threadscape({"open", m_file, "--json", "-"});
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
            const ProgramResult opened = threadscape(arguments);
            EXPECT_EQ(opened.exitCode, 2) << path;
            EXPECT_EQ(opened.out, "");
            EXPECT_EQ(lines(opened.err), 1) << opened.err;
            EXPECT_THAT(opened.err, HasSubstr(std::filesystem::path(path).filename().string()));
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
        const ProgramResult opened = threadscape(arguments);
        EXPECT_EQ(opened.exitCode, 2) << arguments[1];
        EXPECT_EQ(opened.out, "");
        EXPECT_EQ(lines(opened.err), 1) << opened.err;
        EXPECT_THAT(opened.err, HasSubstr(std::filesystem::path(arguments[1]).filename().string()));
    }
}

} // namespace
} // namespace threadscape
