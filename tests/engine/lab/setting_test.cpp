#include "lab/run/live_run.h"
#include "lab/run/registry.h"

#include <gtest/gtest.h>
#include <thread>

namespace threadscape {
namespace {

std::string refusal(const RunRequest& request)
{
    const auto configured = configure(request);
    return configured ? std::string() : configured.error().text.english();
}

RunRequest bank(std::map<std::string, std::string> settings)
{
    return {.experiment = "bank", .settings = std::move(settings)};
}

TEST(Setting, EveryDefaultIsAllowedAndReadsBackAsItself)
{
    for (const auto& experiment : makeExperiments())
        for (const Setting* setting : experiment->settings()) {
            const auto parsed = parseSetting(setting->spec(), settingText(setting->current()));
            ASSERT_TRUE(parsed) << experiment->id() << " " << setting->spec().name;
            EXPECT_EQ(*parsed, setting->current());
        }
}

TEST(Setting, EveryPresetIsAllowed)
{
    for (const auto& experiment : makeExperiments()) {
        std::vector<std::string> names;
        for (const Preset& preset : experiment->presets()) {
            EXPECT_EQ(refusal({.experiment = experiment->id(), .preset = preset.name}), "");
            names.push_back(preset.name);
        }
        EXPECT_EQ(names.front(), "lecture");
        EXPECT_NE(std::find(names.begin(), names.end(), "notes"), names.end());
    }
}

TEST(Setting, WhatIsOutOfRangeIsRefusedWithTheRange)
{
    EXPECT_EQ(refusal(bank({{"depositors", "65"}})),
              "depositors is \"65\": it must be a whole number from 0 to 64.");
    EXPECT_EQ(refusal(bank({{"depositors", "5.5"}})),
              "depositors is \"5.5\": it must be a whole number from 0 to 64.");
    EXPECT_EQ(refusal(bank({{"seconds", "nan"}})), "seconds is \"nan\": it must be a number from 0 to 3600.");
    EXPECT_EQ(refusal(bank({{"depositors", "0"}})), "");
}

TEST(Setting, WordsAreMatchedExactlyAndTheMeantOneIsNamed)
{
    EXPECT_EQ(refusal(bank({{"notify", "al"}})),
              "notify is \"al\": did you mean all? It must be one of all, one.");
    EXPECT_EQ(refusal(bank({{"notify", "All"}})),
              "notify is \"All\": did you mean all? It must be one of all, one.");
    EXPECT_EQ(refusal({.experiment = "deposit", .settings = {{"lock", "yes"}}}),
              "lock is \"yes\": it must be true or false.");
}

TEST(Setting, UnknownNamesNameTheNearest)
{
    EXPECT_NE(refusal(bank({{"depositor", "3"}})).find("did you mean depositors?"), std::string::npos);
    EXPECT_NE(refusal({.experiment = "bnak"}).find("did you mean bank?"), std::string::npos);
    EXPECT_NE(refusal({.experiment = "bank", .preset = "lectur"}).find("did you mean lecture?"),
              std::string::npos);
}

TEST(Setting, RulesBetweenSettingsAreKept)
{
    EXPECT_EQ(refusal(bank({{"deposit_min", "11"}})), "deposit_min is 11 and deposit_max is 10: the first "
                                                      "must not be greater. Lower it, or raise the second.");
}

/// An experiment with a setting of any text.
class Postcard final : public Experiment {
public:
    Postcard() : Experiment({"postcard", TS_TEXT("test", "Topic"), TS_TEXT("test", "Postcard")}) {}
    std::vector<Preset> presets() const override { return {}; }
    std::vector<PlotSpec> plots() const override { return {}; }
    std::vector<LaneGroup> lanes() const override { return {}; }
    void run(Lab& /*lab*/) override {}
    Findings findings() const override { return {}; }
    Answer answer(const Findings& /*found*/, Outcome /*outcome*/) const override { return {}; }

    FreeText words{this, "words", TS_TEXT("test", "Words"), "hello", kRules.live().folder()};
};

TEST(Setting, AFreeTextIsAnyText)
{
    Postcard card;
    Setting& setting = *card.setting("words");
    EXPECT_STREQ(settingTypeName(setting.spec().type), "text");
    EXPECT_TRUE(setting.spec().folder);
    EXPECT_EQ(card.words.value(), "hello");
    for (const char* text : {"", "7", "true", "a, b", "Zoë \"quoted\"\n", "/tmp/x y"}) {
        const auto parsed = parseSetting(setting.spec(), text);
        ASSERT_TRUE(parsed) << text;
        setting.assign(*parsed);
        EXPECT_EQ(card.words.value(), text);
        EXPECT_EQ(settingText(setting.current()), text);
    }
    EXPECT_FALSE(checkSetting(setting.spec(), std::int64_t{7}));
}

TEST(Setting, AFreeTextIsReadWhileItIsChanged)
{
    Postcard card;
    const std::string longer(1000, 'b');
    const std::string shorter = "a";
    std::jthread changer([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            card.words.assign(longer);
            card.words.assign(shorter);
        }
    });
    for (int i = 0; i < 10000; ++i) {
        const std::string read = card.words.value();
        EXPECT_TRUE(read == "hello" || read == longer || read == shorter) << read;
    }
}

} // namespace
} // namespace threadscape
