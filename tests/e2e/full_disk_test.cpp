#include "support/run_program.h"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>

namespace threadscape {
namespace {

using testing::HasSubstr;

struct Output {
    const char* option;
    const char* name;
};

void PrintTo(const Output& output, std::ostream* out)
{
    *out << output.option << ' ' << output.name;
}

const std::vector<Output> kOutputs{{"--json", "a.json"}, {"--trace", "a.tscape"},  {"--trace", "a.json"},
                                   {"--csv", "tables"},  {"--png", "a.png"},       {"--svg", "a.svg"},
                                   {"--pdf", "a.pdf"},   {"--screenshot", "a.png"}};

class FullDiskTest : public testing::TestWithParam<Output> {
protected:
    std::vector<std::string> arguments() const
    {
        return {"run",       "bank", "--preset",        "lecture",
                "--seconds", "0.3",  GetParam().option, m_folder.file(GetParam().name)};
    }
    std::size_t entries() const
    {
        const std::filesystem::directory_iterator all(m_folder.path());
        return static_cast<std::size_t>(std::distance(begin(all), end(all)));
    }
    static void expectOneSentence(const ProgramResult& result)
    {
        EXPECT_EQ(result.exitCode, 1) << result.err;
        EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
        EXPECT_THAT(result.err, HasSubstr("cannot be written"));
    }

    TemporaryFolder m_folder;
};

// As on a full disk, the system takes some bytes and refuses the next ones; every machine can try that.
TEST_P(FullDiskTest, WhatWasThereStaysWhenTheSystemTakesNoMoreBytes)
{
    const bool isFolder = GetParam().name == std::string("tables");
    const std::string old = m_folder.file(GetParam().name);
    if (!isFolder)
        std::ofstream(old) << "what was there";
    std::vector<std::string> limited{"--fsize=512", THREADSCAPE_BINARY};
    const std::vector<std::string> own = arguments();
    limited.insert(limited.end(), own.begin(), own.end());
    expectOneSentence(runProgram("/usr/bin/prlimit", limited));
    if (isFolder)
        EXPECT_EQ(entries(), 0U);
    else
        EXPECT_EQ(contentsOf(old), "what was there");
    EXPECT_EQ(entries(), isFolder ? 0U : 1U) << "something was left behind";
}

// The disk itself, where a small one can be made.
TEST_P(FullDiskTest, WhatWasThereStaysWhenTheDiskIsFull)
{
    const std::string inside = R"(
        set -e
        mount -t tmpfs -o size=64k tmpfs "$1"
        cd "$1"
        head -c 57344 /dev/zero >fill
        shift
        "$@" || code=$?
        ls -A >&3
        exit "${code:-0}")";
    const TemporaryFolder beside;
    std::vector<std::string> words{"--mount",
                                   "--map-root-user",
                                   "bash",
                                   "-c",
                                   "exec 3>'" + beside.file("left") + "'; " + inside,
                                   "full",
                                   m_folder.path().string(),
                                   THREADSCAPE_BINARY};
    const std::vector<std::string> own = arguments();
    words.insert(words.end(), own.begin(), own.end());
    if (runProgram("/usr/bin/unshare",
                   {"--mount", "--map-root-user", "mount", "-t", "tmpfs", "tmpfs", beside.path().string()})
            .exitCode != 0)
        GTEST_SKIP() << "nobody may mount here";
    expectOneSentence(runProgram("/usr/bin/unshare", words));
    EXPECT_EQ(contentsOf(beside.file("left")), "fill\n");
}

INSTANTIATE_TEST_SUITE_P(EachFile, FullDiskTest, testing::ValuesIn(kOutputs));

} // namespace
} // namespace threadscape
