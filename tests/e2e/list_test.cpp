#include "support/run_program.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace threadscape {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(ListTest, NamesEveryExperiment)
{
    const ProgramResult result = runProgram(THREADSCAPE_BINARY, {"list"});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(result.err, "");
    for (const char* id : {"bank", "deposit", "counter"})
        EXPECT_THAT(result.out, HasSubstr(id));
}

TEST(ListTest, JsonTellsSettings)
{
    const ProgramResult result = runProgram(THREADSCAPE_BINARY, {"list", "--json"});
    ASSERT_EQ(result.exitCode, 0);
    const json list = json::parse(result.out);
    bool bankSeen = false;
    for (const json& experiment : list.at("experiments")) {
        for (const char* key : {"id", "topic", "title", "question", "presets", "settings"})
            EXPECT_TRUE(experiment.contains(key)) << key;
        EXPECT_THAT(experiment.at("presets").get<std::vector<std::string>>(),
                    testing::IsSupersetOf({"notes", "lecture"}));
        for (const json& setting : experiment.at("settings")) {
            for (const char* key : {"name", "type", "default", "min", "max", "choices", "unit", "live"})
                EXPECT_TRUE(setting.contains(key)) << key;
        }
        bankSeen = bankSeen || experiment.at("id") == "bank";
    }
    EXPECT_TRUE(bankSeen);
}

TEST(HelpTest, TellsTheVerbs)
{
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--help"}, {"run", "--help"}}) {
        const ProgramResult result = runProgram(THREADSCAPE_BINARY, arguments);
        EXPECT_EQ(result.exitCode, 0);
        EXPECT_THAT(result.out, HasSubstr("threadscape run ID"));
    }
}

TEST(VersionTest, TellsNameAndNumber)
{
    const ProgramResult result = runProgram(THREADSCAPE_BINARY, {"--version"});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_THAT(result.out, testing::MatchesRegex("threadscape [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

} // namespace
} // namespace threadscape
