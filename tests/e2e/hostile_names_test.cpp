// What others chose, be it names of files, titles or passwords, on its way to terminal and files.
#include "support/run_program.h"

#include <fstream>
#include <gmock/gmock.h>

namespace threadscape {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HostileNamesTest, NoFileNameSteersTheTerminal)
{
    const TemporaryFolder from;
    std::ofstream(from.path() / "a\x1B]0;owned\a\n\u202Egpj.png") << "no picture";
    const ProgramResult result =
        runProgram(THREADSCAPE_BINARY, {"run", "thumbnails", "--set", "folder=" + from.path().string()});
    EXPECT_EQ(result.exitCode, 0) << result.err;
    for (const char* steering : {"\x1B", "\a", "\u202E"})
        EXPECT_THAT(result.out + result.err, Not(HasSubstr(steering)));
    EXPECT_THAT(result.out, HasSubstr("a␛]0;owned␇␊<U+202E>gpj.png"));
}

TEST(HostileNamesTest, NoPasswordIsTold)
{
    const TemporaryFolder to;
    const ProgramResult result = runProgram(
        THREADSCAPE_BINARY,
        {"run", "titles", "--set", "urls=http://somebody:secret@127.0.0.1:1/a,b", "--json", to.file("r.json"),
         "--trace", to.file("t.json"), "--csv", to.file("csv"), "--svg", to.file("f.svg")});
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_THAT(contentsOf(to.file("r.json")), HasSubstr("http://***@127.0.0.1:1/a,b"));
    std::string all = result.out + result.err;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(to.path()))
        if (entry.is_regular_file())
            all += contentsOf(entry.path().string());
    EXPECT_THAT(all, Not(HasSubstr("secret")));
    EXPECT_THAT(all, Not(HasSubstr("somebody")));
    const ProgramResult refused =
        runProgram(THREADSCAPE_BINARY, {"run", "titles", "--set", "urls=ftp://somebody:secret@a/"});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_THAT(refused.err, Not(HasSubstr("secret")));
}

TEST(HostileNamesTest, ARunThatCanWriteNothingFails)
{
    const TemporaryFolder from;
    std::ofstream(from.path() / "a.ppm") << "P6 2 1 255\nabcdef";
    const std::string folder = "folder=" + from.path().string();
    EXPECT_EQ(runProgram(THREADSCAPE_BINARY, {"run", "thumbnails", "--set", folder, "--set", "output=/proc"})
                  .exitCode,
              1);
}

} // namespace
} // namespace threadscape
