#include "support/run_program.h"

#include <gmock/gmock.h>

namespace threadscape {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// "café" in Latin-1: a name that is no UTF-8.
const std::string kLatin1Name = "caf\xE9";

TEST(FileNamesTest, OnesThatAreNotUtf8AreWrittenAndOpenedAsTheyAreNamed)
{
    const TemporaryFolder folder;
    const auto file = [&](const char* ending) { return folder.file(kLatin1Name + ending); };
    const std::string tables = folder.file("d" + kLatin1Name);
    const ProgramResult run = runProgram(
        THREADSCAPE_BINARY, {"run", "deposit", "--json", file(".json"), "--trace", file(".tscape"), "--csv",
                             tables, "--png", file(".png"), "--svg", file(".svg"), "--pdf", file(".pdf")});
    ASSERT_EQ(run.exitCode, 0) << run.err;
    for (const char* ending : {".json", ".tscape", ".png", ".svg", ".pdf"})
        EXPECT_TRUE(std::filesystem::exists(file(ending))) << ending;
    EXPECT_TRUE(std::filesystem::exists(tables + "/spans.csv"));
    const ProgramResult opened = runProgram(THREADSCAPE_BINARY, {"open", file(".tscape"), "--json", "-"});
    EXPECT_EQ(opened.exitCode, 0) << opened.err;
    EXPECT_EQ(opened.out, contentsOf(file(".json")));
}

TEST(FileNamesTest, OneThatIsNotThereIsNamedWithWhatCanBeShownOfIt)
{
    const ProgramResult result = runProgram(THREADSCAPE_BINARY, {"open", kLatin1Name + ".tscape"});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.err, "There is no file caf\xEF\xBF\xBD.tscape.\n");
}

TEST(FileNamesTest, TwoOutputsAreNotOneFile)
{
    const TemporaryFolder folder;
    std::filesystem::create_directory_symlink(folder.path(), folder.file("link"));
    const std::string file = folder.file("a.json");
    const std::vector<std::vector<std::string>> pairs{
        {"--json", file, "--png", folder.file("./b/../a.json")},
        {"--json", file, "--png", folder.file("link/a.json")},
        {"--csv", folder.file("tables"), "--json", folder.file("tables/spans.csv")},
        {"--csv", folder.file("tables/"), "--svg", folder.file("link/tables/tracks.csv")}};
    for (const auto& pair : pairs) {
        std::vector<std::string> arguments{"run", "deposit"};
        arguments.insert(arguments.end(), pair.begin(), pair.end());
        const ProgramResult result = runProgram(THREADSCAPE_BINARY, arguments);
        EXPECT_EQ(result.exitCode, 2) << testing::PrintToString(pair);
        EXPECT_THAT(result.err, HasSubstr("write to the same place"));
    }
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(FileNamesTest, WhatCannotBeWrittenIsRefusedBeforeTheRun)
{
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.file("folder"));
    const std::string tooLong(300, 'a');
    for (const std::string& path : {folder.file(tooLong), folder.file("none/a"), folder.file("folder"),
                                    std::string("/proc/a"), folder.file("")})
        for (const char* option : {"--json", "--png", "--screenshot"}) {
            const ProgramResult result = runProgram(THREADSCAPE_BINARY, {"run", "deposit", option, path});
            EXPECT_EQ(result.exitCode, 1) << option << ' ' << path;
            EXPECT_EQ(result.out, "") << "it has run: " << option << ' ' << path;
            EXPECT_THAT(result.err, StartsWith(path)) << option;
        }
    for (const std::string& path : {folder.file(tooLong), folder.file("none/a"), std::string("/proc/a")}) {
        const ProgramResult result = runProgram(THREADSCAPE_BINARY, {"run", "deposit", "--csv", path});
        EXPECT_EQ(result.exitCode, 1) << path;
        EXPECT_EQ(result.out, "") << path;
    }
}

} // namespace
} // namespace threadscape
