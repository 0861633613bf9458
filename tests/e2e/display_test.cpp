#include "support/run_program.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace threadscape {
namespace {

using testing::HasSubstr;

class WithoutDisplayTest : public testing::TestWithParam<std::vector<std::string>> {};

TEST_P(WithoutDisplayTest, OneSentenceSaysWhatWorks)
{
    const TemporaryFolder folder;
    std::vector<std::string> arguments = GetParam();
    std::replace(arguments.begin(), arguments.end(), std::string("FILE"), folder.file("a.threadscape"));
    const ProgramResult result = runProgram(THREADSCAPE_BINARY, arguments);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
    EXPECT_THAT(result.err, HasSubstr("threadscape run bank --png bank.png"));
}

INSTANTIATE_TEST_SUITE_P(, WithoutDisplayTest,
                         testing::Values(std::vector<std::string>{},
                                         std::vector<std::string>{"--language", "en"},
                                         std::vector<std::string>{"--language", "ru"}));

} // namespace
} // namespace threadscape
