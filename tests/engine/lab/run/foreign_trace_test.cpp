#include "lab/run/foreign_trace.h"

#include "lab/files/result_json.h"
#include "lab/run/open_run.h"
#include "support/run_program.h"

#include <fstream>
#include <gmock/gmock.h>

namespace threadscape {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class ForeignTraceTest : public testing::Test {
protected:
    std::shared_ptr<const threadscape::Run> opened(const std::string& bytes)
    {
        std::ofstream(m_file, std::ios::binary) << bytes;
        auto run = openRun(m_file);
        EXPECT_TRUE(run) << run.error().text.english();
        return run ? run->run : nullptr;
    }

    static std::vector<std::string> warnings(const threadscape::Run& run)
    {
        std::vector<std::string> all;
        for (const Text& warning : run.warnings())
            all.push_back(warning.english());
        return all;
    }

    TemporaryFolder m_folder;
    std::string m_file = m_folder.file("t.json");
};

std::string slice(int us, int durationUs)
{
    return R"({"ph":"X","name":"f","ts":)" + std::to_string(us) + R"(,"dur":)" + std::to_string(durationUs) +
           R"(,"pid":1,"tid":1},)";
}

std::string nested(int levels)
{
    std::string all;
    for (int level = 0; level < levels; ++level)
        all += slice(level, 100 - 2 * level);
    return all;
}

TEST_F(ForeignTraceTest, SaysNothingOfATraceThatIsWholeInThePicture)
{
    const auto run = opened("[" + nested(4));
    EXPECT_THAT(run->answer().english(), StartsWith("4 slices in 100 us"));
    EXPECT_THAT(warnings(*run), IsEmpty());
    EXPECT_FALSE(run->unsavable());
}

TEST_F(ForeignTraceTest, SaysWithNumbersWhatIsNotDrawn)
{
    std::string file = "[" + nested(7) + slice(200, 10) + slice(205, 10);
    for (const char* phase : {"b", "e", "i", "s", "f", "t", "O", "E"})
        file += std::string(R"({"ph":")") + phase + R"(","id":1,"ts":300,"pid":1,"tid":1},)";
    for (const char* name : {"a", "b", "c", "d", "e"})
        file += std::string(R"({"ph":"C","name":")") + name + R"(","ts":1,"pid":1,"args":{"v":1,"w":"x"}},)";
    const auto run = opened(file);
    EXPECT_THAT(run->answer().english(),
                StartsWith("6 of 9 slices in 215 us, recorded elsewhere, are drawn."));
    EXPECT_THAT(warnings(*run),
                ElementsAre("3 slices are not drawn: they lie deeper than four levels.",
                            "The slices are not properly nested: 1 of them begin within another one of their "
                            "thread and end after it.",
                            "2 async events are not drawn.", "1 instants are not drawn.",
                            "3 flow events are not drawn.", "1 events of other kinds are not drawn.",
                            "1 ends of slices are not drawn: they have no begin.",
                            "3 of 5 counters are drawn.",
                            "5 values of counters are not drawn: they are no numbers, or too large."));
    const Findings findings = run->findings();
    EXPECT_EQ(findings.integer("slices"), 9);
    EXPECT_EQ(findings.integer("deeper"), 3);
    EXPECT_EQ(findings.integer("flow_events"), 3);
    EXPECT_EQ(findings.integer("not_shown"), 2);
    EXPECT_THAT(resultJson(run->result(), ""), HasSubstr("3 flow events are not drawn."));
}

TEST_F(ForeignTraceTest, APartIsNotSaved)
{
    for (const std::string& file :
         {"[" + nested(5), "[" + nested(1) + R"({"ph":"i","ts":1,"pid":1,"tid":1},)",
          "[" + nested(1) + R"({"ph":"X","ts":1,"dur":1,"pid":1,"tid":1,"args":{"n":1}},)",
          "[" + nested(1) + R"({"ph":7},)", R"({"traceEvents":[)" + nested(1)}) {
        const auto run = opened(file);
        ASSERT_TRUE(run->unsavable()) << file;
        EXPECT_EQ(run->unsavable()->english(),
                  "Only a part of t.json is shown, so that it would be another trace if it were saved from "
                  "here. Keep the file itself.");
        const auto saved = saveRecording(recordingOf(*run), m_folder.file("t.tscape"));
        ASSERT_FALSE(saved);
        EXPECT_EQ(saved.error().text, *run->unsavable());
        EXPECT_FALSE(std::filesystem::exists(m_folder.file("t.tscape")));
    }
}

TEST_F(ForeignTraceTest, DamageIsSaidWhereFiguresSayIt)
{
    EXPECT_THAT(warnings(*opened("[" + nested(1) + R"({"ph":7},)")),
                ElementsAre("t.json is damaged: 1 of 2 events could not be read."));
}

TEST_F(ForeignTraceTest, ItsFileIsCopiedAsLongAsItIsTheSame)
{
    const std::string bytes = "[" + nested(2);
    const auto run = opened(bytes);
    ASSERT_TRUE(run->source());
    EXPECT_EQ(run->source()->contents().value_or(""), bytes);
    std::ofstream(m_file, std::ios::binary) << bytes << slice(500, 5);
    const auto changed = run->source()->contents();
    ASSERT_FALSE(changed);
    EXPECT_THAT(changed.error().text.english(), StartsWith("t.json has changed since it was opened"));
    std::filesystem::remove(m_file);
    EXPECT_FALSE(run->source()->contents());
}

} // namespace
} // namespace threadscape
