#include "lab/run/recorded_run.h"

#include "formats/tscape_writer.h"
#include "lab/files/recording_json.h"
#include "lab/files/result_json.h"
#include "lab/run/live_run.h"
#include "lab/run/open_run.h"
#include "support/random_trace.h"
#include "support/run_program.h"

#include <cmath>
#include <fstream>
#include <gmock/gmock.h>
#include <limits>
#include <nlohmann/json.hpp>

namespace threadscape {

namespace {

using samples::everything;
using ::testing::HasSubstr;

void put(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string refusalToOpen(const std::string& path)
{
    const auto opened = openRun(path);
    return opened ? std::string() : opened.error().text.english();
}

/// A bank that ran for a moment; one of its settings was moved.
std::unique_ptr<LiveRun> shortBank()
{
    auto run = LiveRun::start({.experiment = "bank",
                               .preset = "lecture",
                               .settings = {{"withdrawers", "3"}},
                               .seconds = 0.3,
                               .seed = 18'446'744'073'709'551'615U});
    EXPECT_TRUE(run) << run.error().text.english();
    EXPECT_TRUE((*run)->change("withdrawers", std::int64_t{4}));
    EXPECT_TRUE((*run)->waitFor(std::chrono::seconds(30)));
    return std::move(*run);
}

Recording handMade()
{
    Recording recording;
    RunResult& result = recording.result;
    result.experiment = "bank";
    result.preset = "notes";
    result.outcome = Outcome::failed;
    result.machine = {"AMD \"EPYC\"", 2, "Debian"};
    result.failure = Text(TS_TEXT("runner", "The system refused: %1, %2, %3, %4, %5."))
                         .arg("Zoë \"\n")
                         .arg(std::int64_t{-7})
                         .arg(DurationArg{2'500'000})
                         .arg(NumberArg{std::nan(""), 3})
                         .arg(TS_TEXT("bank", "Balance"))
                         .count(3);
    result.findings.add("near", TS_TEXT("t", "Near"), 1.0005, "", Evidence::none, 0.0005);
    result.findings.add("int", TS_TEXT("bank", "Int"), std::int64_t{std::numeric_limits<std::int64_t>::min()},
                        "ms");
    result.findings.add("real", TS_TEXT("bank", "Real"), 1.0);
    result.findings.add("infinite", TS_TEXT("bank", "Real"), -std::numeric_limits<double>::infinity());
    result.findings.add("bool", TS_TEXT("bank", "Bool"), true);
    result.findings.add("none", TS_TEXT("bank", "None"), std::monostate());
    result.findings.add("text", TS_TEXT("bank", "Text"), std::string("ä"));
    result.findings.add("list", TS_TEXT("bank", "List"), std::vector<std::string>{"a", "b"});
    result.findings.add("words", TS_TEXT("bank", "Words"),
                        Text(TS_TEXT("runner", "The system refused: %1.")).arg("ä"));
    recording.trace = samples::randomTrace(1, 100);
    return recording;
}

TEST(Recording, OpensWithAllThatWasSaved)
{
    const TemporaryFolder folder;
    const auto run = shortBank();
    const Recording saved = recordingOf(*run);
    ASSERT_TRUE(saveRecording(saved, folder.file("bank.tscape")));
    const auto opened = openRun(folder.file("bank.tscape"));
    ASSERT_TRUE(opened) << opened.error().text.english();
    EXPECT_FALSE(opened->damage);
    const auto& shown = *opened->run;
    EXPECT_EQ(recordingJson(recordingOf(shown)), recordingJson(saved));
    EXPECT_TRUE(everything(*shown.trace()) == everything(*saved.trace));

    const auto again = shown.request();
    ASSERT_TRUE(again);
    EXPECT_EQ(again->settings.at("withdrawers"), "3");
    EXPECT_TRUE(configure(*again));

    EXPECT_TRUE(shown.finished());
    EXPECT_EQ(shown.outcome(), run->outcome());
    EXPECT_EQ(shown.elapsedNs(), run->elapsedNs());
    EXPECT_EQ(shown.plannedSeconds(), run->plannedSeconds());
    EXPECT_EQ(shown.cores(), run->cores());
    EXPECT_EQ(shown.answer().english(), run->answer().english());
    EXPECT_EQ(shown.findings().all().size(), run->findings().all().size());
    EXPECT_EQ(shown.experiment().setting("withdrawers")->current(), SettingValue(std::int64_t{4}));
    const std::string answer = run->answer().english();
    EXPECT_EQ(resultJson(shown.result(), answer), resultJson(run->result(), answer));
}

TEST(Recording, SentencesAndValuesKeepTheirKind)
{
    const Recording saved = handMade();
    const auto read = readRecordingJson(recordingJson(saved));
    ASSERT_TRUE(read);
    const Text& text = read->result.failure;
    EXPECT_STREQ(text.form().context, "runner");
    EXPECT_TRUE(text.form() == saved.result.failure.form());
    EXPECT_EQ(text.english(), saved.result.failure.english());
    ASSERT_EQ(text.args().size(), 5U);
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_EQ(text.args()[i].index(), saved.result.failure.args()[i].index());
    EXPECT_EQ(text.count(), 3);
    const auto& findings = saved.result.findings.all();
    ASSERT_EQ(read->result.findings.all().size(), findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i) {
        EXPECT_EQ(read->result.findings.all()[i].name, findings[i].name);
        EXPECT_EQ(read->result.findings.all()[i].unit, findings[i].unit);
        EXPECT_TRUE(read->result.findings.all()[i].value == findings[i].value) << findings[i].name;
        EXPECT_EQ(read->result.findings.all()[i].resolution, findings[i].resolution);
    }
}

TEST(Recording, ADamagedOneShowsWhatItHas)
{
    const TemporaryFolder folder;
    const std::string path = folder.file("x.tscape");
    ASSERT_TRUE(saveRecording(handMade(), path));
    const std::string file = contentsOf(path);
    put(path, file.substr(0, file.size() / 2));
    const auto opened = openRun(path);
    ASSERT_TRUE(opened) << opened.error().text.english();
    ASSERT_TRUE(opened->damage);
    EXPECT_THAT(opened->damage->english(), HasSubstr("x.tscape is cut off"));
    EXPECT_EQ(opened->run->result().experiment, "bank");
    ASSERT_TRUE(opened->run->request());
    EXPECT_EQ(opened->run->request()->experiment, "bank");
}

TEST(Recording, SaysWhyNothingCanBeShown)
{
    const TemporaryFolder folder;
    const std::string path = folder.file("x.tscape");
    EXPECT_THAT(refusalToOpen(path), HasSubstr("There is no file " + path));
    EXPECT_THAT(refusalToOpen(folder.path().string()), HasSubstr("is no file"));
    EXPECT_THAT(refusalToOpen("/dev/zero"), HasSubstr("is no file"));
    put(path, "");
    EXPECT_THAT(refusalToOpen(path), HasSubstr("is empty"));
    put(path, "{}");
    EXPECT_THAT(refusalToOpen(path), HasSubstr("is no trace file"));
    std::ofstream out(path, std::ios::binary);
    writeTscape(*handMade().trace, "no json", out);
    out.close();
    EXPECT_THAT(refusalToOpen(path), HasSubstr("is damaged"));
    EXPECT_FALSE(saveRecording(handMade(), folder.file("missing/x.tscape")));
}

TEST(Recording, AnExperimentOfAnotherVersionIsRefused)
{
    Recording recording = handMade();
    recording.result.experiment = "philosophers_of_2031";
    const auto shown = RecordedRun::of(recording);
    ASSERT_FALSE(shown);
    EXPECT_THAT(shown.error().text.english(), HasSubstr("philosophers_of_2031"));
}

TEST(Recording, SettingsOfAnotherVersionAreLeftOut)
{
    Recording recording = handMade();
    recording.result.settings = {{"withdrawers", std::int64_t{7}},
                                 {"unheard_of", true},
                                 {"depositors", std::int64_t{1'000'000}},
                                 {"notify", 0.5}};
    const auto shown = RecordedRun::of(recording);
    ASSERT_TRUE(shown);
    ASSERT_EQ((*shown)->result().settings.size(), 1U);
    EXPECT_EQ((*shown)->experiment().setting("withdrawers")->current(), SettingValue(std::int64_t{7}));
}

// Every value in turn is replaced by something that nobody expects there.
TEST(Recording, StrangeTextsAreRefusedOrRead)
{
    const auto whole = nlohmann::json::parse(recordingJson(handMade()));
    const auto flat = whole.flatten();
    for (const auto& [place, value] : flat.items()) {
        for (const nlohmann::json& strange :
             {nlohmann::json(), nlohmann::json(-1), nlohmann::json(1e300), nlohmann::json("?"),
              nlohmann::json::array(), nlohmann::json::object()}) {
            auto changed = whole;
            changed[nlohmann::json::json_pointer(place)] = strange;
            if (auto read = readRecordingJson(changed.dump())) {
                read->trace = handMade().trace;
                const auto shown = RecordedRun::of(*read);
                if (shown) {
                    EXPECT_FALSE(resultJson((*shown)->result(), read->result.answer.english()).empty());
                }
                EXPECT_GE(read->result.failure.english().size(), 0U);
            }
        }
    }
    const std::string text = whole.dump();
    for (std::size_t size = 0; size < text.size(); size += 7)
        EXPECT_FALSE(readRecordingJson(text.substr(0, size)));
}

} // namespace
} // namespace threadscape
