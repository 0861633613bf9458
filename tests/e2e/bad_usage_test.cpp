#include "support/run_program.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace threadscape {
namespace {

using testing::HasSubstr;

struct BadUsage {
    const char* name;
    std::vector<std::string> arguments;
    std::vector<std::string> told; // what the sentence must name
};

void PrintTo(const BadUsage& usage, std::ostream* out)
{
    *out << usage.name;
}

class BadUsageTest : public testing::TestWithParam<BadUsage> {};

TEST_P(BadUsageTest, EndsWithTwoAndOneSentence)
{
    const ProgramResult result = runProgram(THREADSCAPE_BINARY, GetParam().arguments);
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
    for (const std::string& word : GetParam().told)
        EXPECT_THAT(result.err, HasSubstr(word));
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, BadUsageTest,
    testing::Values(
        BadUsage{"UnknownVerb", {"rnu", "bank"}, {"rnu", "run"}},
        BadUsage{"StrangeVerb", {"xyzzy"}, {"xyzzy", "list", "--help"}},
        BadUsage{"NoExperiment", {"run"}, {"experiment", "list"}},
        BadUsage{"TwoExperiments", {"run", "bank", "deposit"}, {"bank", "deposit"}},
        BadUsage{"UnknownExperiment", {"run", "bnak"}, {"bnak", "bank"}},
        BadUsage{"UnknownOption", {"run", "bank", "--presets", "x"}, {"--presets", "--preset?"}},
        BadUsage{"UnknownOptionOfList", {"list", "--yaml"}, {"--yaml", "--json"}},
        BadUsage{"UnknownPreset", {"run", "bank", "--preset", "lecure"}, {"lecure", "lecture"}},
        BadUsage{"UnknownSetting", {"run", "bank", "--set", "depositor=1"}, {"depositor", "depositors"}},
        BadUsage{"SettingWithoutValue", {"run", "bank", "--set", "depositors"}, {"--set", "NAME=VALUE"}},
        BadUsage{"SettingOutOfRange", {"run", "bank", "--set", "depositors=65"}, {"depositors", "65", "64"}},
        BadUsage{"SettingNoNumber", {"run", "bank", "--set", "depositors=five"}, {"depositors", "five"}},
        BadUsage{"UnknownChoice", {"run", "bank", "--set", "notify=al"}, {"notify", "al", "all"}},
        BadUsage{"BrokenRule",
                 {"run", "bank", "--set", "deposit_min=20", "--set", "deposit_max=10"},
                 {"deposit_min", "deposit_max"}},
        BadUsage{"ChangeOfAnUnknownSetting",
                 {"run", "cores", "--change", "1:thread=3"},
                 {"thread", "did you mean threads"}},
        BadUsage{
            "ChangeOfWhatIsNotLive", {"run", "cores", "--change", "1:seconds=3"}, {"seconds", "threads"}},
        BadUsage{"ChangeOutOfRange", {"run", "cores", "--change", "1:threads=65"}, {"threads", "65", "64"}},
        BadUsage{"ChangeBeforeTheStart", {"run", "cores", "--change", "-1:threads=3"}, {"--change", "-1"}},
        BadUsage{"ChangeAtNoTime", {"run", "cores", "--change", "soon:threads=3"}, {"AT:NAME=VALUE", "soon"}},
        BadUsage{"ChangeWithoutATime", {"run", "cores", "--change", "threads=3"}, {"AT:NAME=VALUE"}},
        BadUsage{"ChangeOfNothing", {"run", "cores", "--change", "1:=3"}, {"AT:NAME=VALUE"}},
        BadUsage{"ChangeAfterTheEnd", {"run", "cores", "--change", "3:threads=3"}, {"threads", "3 s"}},
        BadUsage{"ChangeToNoSpeed", {"run", "cores", "--change", "1:speed=0"}, {"speed", "0.01"}},
        BadUsage{"NoSuchFolder",
                 {"run", "thumbnails", "--set", "folder=/there is none"},
                 {"folder", "/there is none"}},
        BadUsage{"NoSeconds", {"run", "bank", "--seconds", "soon"}, {"--seconds", "soon"}},
        BadUsage{"BackwardWindow", {"run", "bank", "--window", "9..5"}, {"--window", "9..5"}},
        BadUsage{"NegativeSeconds", {"run", "bank", "--seconds", "-1"}, {"--seconds", "-1"}},
        BadUsage{"SpeedOfNothing", {"run", "bank", "--speed", "0"}, {"--speed", "0"}},
        BadUsage{"NegativeSeed", {"run", "bank", "--seed", "-3"}, {"--seed", "-3"}},
        BadUsage{"HalfASize", {"run", "bank", "--size", "1600"}, {"--size", "1600x900"}},
        BadUsage{"TinySize", {"run", "bank", "--size", "1x1"}, {"--size", "1x1"}},
        BadUsage{"UnknownTheme", {"run", "bank", "--theme", "blue"}, {"--theme", "blue", "light", "dark"}},
        BadUsage{"UnknownLanguage", {"run", "bank", "--language", "fr"}, {"--language", "fr", "en", "ru"}},
        BadUsage{"LanguageOfTheWindow", {"--language", "fr"}, {"--language", "fr", "en", "ru"}},
        BadUsage{"LanguageWithoutValue", {"list", "--language"}, {"--language"}},
        BadUsage{"TwoLanguages", {"list", "--language", "ru", "--language=en"}, {"--language"}},
        BadUsage{"MissingValue", {"run", "bank", "--json"}, {"--json"}},
        BadUsage{"OptionForValue", {"run", "bank", "--json", "--seed"}, {"--json"}},
        BadUsage{"TwiceTheSeed", {"run", "bank", "--seed", "1", "--seed=2"}, {"--seed"}},
        BadUsage{
            "TwoOutputsAtOnePlace", {"run", "bank", "--png", "a.x", "--svg", "./a.x"}, {"--png", "--svg"}},
        BadUsage{"TwiceStandardOutput", {"run", "bank", "--json", "-", "--trace", "-"}, {"--trace"}},
        BadUsage{"TraceOfAnotherKind", {"run", "bank", "--trace", "a.txt"}, {"--trace", ".json", ".tscape"}},
        BadUsage{"NothingToOpen", {"open"}, {"open", ".tscape"}},
        BadUsage{"TwoToOpen", {"open", "a.tscape", "b.tscape"}, {"a.tscape", "b.tscape"}},
        BadUsage{"OpenWithASeed", {"open", "a.tscape", "--seed", "1"}, {"--seed"}},
        BadUsage{"MoreThanVersion", {"--version", "now"}, {"--version", "now"}}),
    [](const auto& usage) { return std::string(usage.param.name); });

TEST(EnvironmentTest, AnUnknownSchedulerIsRefused)
{
    const ProgramResult result =
        runProgram("/usr/bin/env", {"THREADSCAPE_SCHEDULER=clock", THREADSCAPE_BINARY, "run", "deposit"});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_THAT(result.err, HasSubstr("perf, clocks or none"));
}

} // namespace
} // namespace threadscape
