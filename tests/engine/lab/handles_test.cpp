#include "lab/threads.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace threadscape {

namespace {

class Handles final : public Experiment {
public:
    explicit Handles(std::int64_t inPreset = 3)
        : Experiment({"handles", TS_TEXT("test", "Tests"), TS_TEXT("test", "Handles")})
    {
        const Preset slow = preset("slow", TS_TEXT("test", "Slow"), low = inPreset, word = "two", Speed{0.5});
        preset("slower", TS_TEXT("test", "Slower"), slow, low = 4, text = "a,b");
        rule(low <= high);
        rule([this] { return low + high <= 12; }, TS_TEXT("test", "%1 and %2 are too many."), low, high);
        shows({timelinePlot(5), valuesPlot(kMoney, 2)});
        band(TS_TEXT("test", "between"), low, high);
        many.when([this] { return high > 1; });
    }
    void run(Lab& /*lab*/) override {}
    Answer answer(const Findings& /*found*/, Outcome /*outcome*/) const override { return {}; }

    Integer low{this, "low", TS_TEXT("test", "Low"), 1, kWho.between(0, 10)};
    Integer high{this, "high", TS_TEXT("test", "High"), 5, kWho.between(0, 10)};
    OneOf<"one", "two"> word{this, "word", TS_TEXT("test", "Word"),
                             words(TS_TEXT("test", "first"), TS_TEXT("test", "second")), kRules};
    FreeText text{this, "text", TS_TEXT("test", "Text"), "", kRules};
    Real seconds{this, "seconds", TS_TEXT("test", "Time"), 2.5, kRun.between(0, 9)};

    static constexpr Variable kMoney{TS_NAME("name", "Money"), "money", TS_TEXT("test", "Money")};
    Group many{this, TS_TEXT("test", "Many"), TS_NAME("name", "One"), high,
               kHyphened.counting(TS_TEXT("test", "steps"))};
    Group hidden{this, TS_TEXT("test", "Hidden"), TS_NAME("name", "Hidden"), 1, kSingle.unseen()};

    int made = 0;
    Basis<int> basis{this, [this] { return ++made; }};
    Count steps{this, "steps", TS_TEXT("test", "Steps"), in("money", Evidence::belowZero)};
    Measured wait{this, "wait_ms", TS_TEXT("test", "Wait"), [] { return 2.5; }, "ms"};
    Whole twice{this, "twice", TS_TEXT("test", "Twice"), [this] { return 2 * *basis; }};
    Whole once{this, "once", TS_TEXT("test", "Once"), [this] { return *basis; }};
    Elapsed took{this, "took_s", TS_TEXT("test", "Took"), "s"};
    Measured share{this, "share", TS_TEXT("test", "Share"), [] { return std::optional(0.25); }};
    Measured nothing{this, "nothing", TS_TEXT("test", "Nothing"), [] { return std::optional<double>(); }};
    Known<Text> error{this, "error", TS_TEXT("test", "Error"), when([this] { return high > 4; })};
};

std::vector<std::string> names(const Findings& found)
{
    std::vector<std::string> all;
    for (const Finding& finding : found.all())
        all.push_back(finding.name);
    return all;
}

TEST(Handles, AreReportedInTheOrderOfTheirDeclarationWhereTheyAreToBe)
{
    Handles experiment;
    experiment.steps.add(7);
    const Findings found = experiment.findings();
    EXPECT_EQ(names(found), (std::vector<std::string>{"steps", "wait_ms", "twice", "once", "took_s", "share",
                                                      "nothing", "error"}));
    EXPECT_EQ(found.all().front().value, FindingValue(std::int64_t{7}));
    EXPECT_EQ(found.all().front().unit, "money");
    EXPECT_EQ(found.all().front().evidence, Evidence::belowZero);
    experiment.high.assign(std::int64_t{4});
    EXPECT_EQ(experiment.findings().find("error"), nullptr);
}

TEST(Handles, OfOneBasisAgree)
{
    const Handles experiment;
    const Findings found = experiment.findings();
    EXPECT_EQ(found[experiment.twice], 2 * found[experiment.once]);
    EXPECT_EQ(experiment.made, 1);
}

TEST(Handles, AreQuotedAsTheirUnitsSayWithALinkOrWithout)
{
    Handles experiment;
    experiment.took.set(1'500'000'000);
    experiment.error.set(TS_TEXT("test", "It failed."));
    const Findings found = experiment.findings();
    const Text text(TS_TEXT("test", "%1 %2 %3 %4 %5"), found(experiment.wait), found[experiment.took],
                    found(experiment.share).percent(), found(experiment.steps), found[experiment.error]);
    const std::vector<Text::Arg> args{DurationArg{2'500'000}, DurationArg{1'500'000'000}, NumberArg{25, 0},
                                      std::int64_t{0}, TS_TEXT("test", "It failed.")};
    EXPECT_EQ(text.args(), args);
    EXPECT_EQ(text.findingOf(0), "wait_ms");
    EXPECT_EQ(text.findingOf(1), "");
    EXPECT_EQ(text.findingOf(2), "share");
    EXPECT_EQ(Text(TS_TEXT("test", "%1"), 5).of(experiment.took).findingOf(0), "took_s");
}

TEST(Handles, SayWhetherTheyCameToAnything)
{
    const Handles experiment;
    const Findings found = experiment.findings();
    EXPECT_TRUE(found.know(experiment.share));
    EXPECT_FALSE(found.know(experiment.nothing));
    EXPECT_EQ(found[experiment.nothing], 0);
}

TEST(Handles, PresetsTakeOverWhatOthersSay)
{
    const std::vector<Preset> presets = Handles().presets();
    ASSERT_EQ(presets.size(), 2U);
    using Settings = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(presets[1].settings, (Settings{{"low", "4"}, {"word", "two"}, {"text", "a,b"}}));
    EXPECT_EQ(presets[1].speed, 0.5);
}

TEST(Handles, PresetsAndDefaultsThatAreNotAllowedAreRefusedByName)
{
    try {
        Handles experiment(11);
        ADD_FAILURE() << "11 was taken";
    } catch (const std::logic_error& refused) {
        EXPECT_STREQ(refused.what(), "Preset slow: low is \"11\": it must be a whole number from 0 to 10.");
    }
    Handles owner;
    EXPECT_THROW(Integer(&owner, "none", TS_TEXT("test", "None"), 1, kWho), std::logic_error);
    EXPECT_THROW(Elapsed(&owner, "none", TS_TEXT("test", "None"), "h"), std::logic_error);
}

TEST(Handles, RulesSayWhatIsWrong)
{
    Handles experiment;
    EXPECT_FALSE(experiment.brokenRule());
    experiment.low.assign(std::int64_t{6});
    EXPECT_EQ(experiment.brokenRule()->text.english(),
              "low is 6 and high is 5: the first must not be greater. Lower it, or raise the second.");
    experiment.high.assign(std::int64_t{7});
    EXPECT_EQ(experiment.brokenRule()->text.english(), "6 and 7 are too many.");
}

TEST(Handles, WordsAreTakenAndComparedAsTheyStand)
{
    Handles experiment;
    EXPECT_TRUE(experiment.word.is("one"));
    experiment.word.assign(std::string("two"));
    EXPECT_TRUE(experiment.word.is("two"));
    EXPECT_EQ(Text(TS_TEXT("test", "%1"), experiment.word).args().front(),
              Text::Arg(TS_TEXT("test", "second")));
}

TEST(Handles, GroupsAreLanesAndNames)
{
    Handles experiment;
    const std::vector<LaneGroup> lanes = experiment.lanes();
    ASSERT_EQ(lanes.size(), 1U);
    EXPECT_EQ(lanes[0].group.source, std::string("Many"));
    EXPECT_EQ(lanes[0].count, 5);
    EXPECT_EQ(lanes[0].number.source, std::string("steps"));
    EXPECT_EQ(experiment.many.name(3), "One-3");
    const ThreadPool::Names pool = experiment.many;
    EXPECT_EQ(pool.group + "/" + pool.prefix, "Many/One");
    experiment.high.assign(std::int64_t{1});
    EXPECT_TRUE(experiment.lanes().empty());
}

TEST(Handles, PlotsAndPlannedTimeFollow)
{
    const Handles experiment;
    const std::vector<PlotSpec> plots = experiment.plots();
    ASSERT_EQ(plots.size(), 2U);
    EXPECT_EQ(plots[1].variable, "Money");
    EXPECT_EQ(experiment.bands(plots[1]).front().high, 5);
    EXPECT_EQ(experiment.plannedSeconds(), 2.5);
}

} // namespace

} // namespace threadscape
