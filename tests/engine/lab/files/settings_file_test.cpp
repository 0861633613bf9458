#include "lab/files/settings_file.h"

#include "support/run_program.h"

#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <random>

namespace threadscape {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

void putSettings(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string refusal(const std::string& path)
{
    const auto opened = openSettings(path);
    return opened ? std::string() : opened.error().text.english();
}

class SettingsFileTest : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(saveSettings({.experiment = "bank",
                                  .preset = "lecture",
                                  .settings = {{"withdrawers", "20"}, {"notify", "one"}, {"seconds", "2.5"}},
                                  .seed = 18'446'744'073'709'551'615U,
                                  .speed = 0.5},
                                 m_file));
    }

    // The file with one thing changed.
    template <typename Change>
    std::string with(Change&& change)
    {
        json all = json::parse(contentsOf(m_file));
        change(all);
        const std::string path = m_folder.file("changed.threadscape");
        putSettings(path, all.dump());
        return path;
    }

    TemporaryFolder m_folder;
    std::string m_file = m_folder.file("bank.threadscape");
};

TEST_F(SettingsFileTest, ComesBackAsItWas)
{
    const auto opened = openSettings(m_file);
    ASSERT_TRUE(opened) << opened.error().text.english();
    EXPECT_EQ(opened->experiment, "bank");
    EXPECT_EQ(opened->preset, "lecture");
    EXPECT_EQ(opened->seed, 18'446'744'073'709'551'615U);
    EXPECT_EQ(opened->speed, 0.5);
    const auto experiment = configure(*opened);
    ASSERT_TRUE(experiment);
    EXPECT_EQ((*experiment)->setting("withdrawers")->current(), SettingValue(std::int64_t{20}));
    EXPECT_EQ((*experiment)->setting("notify")->current(), SettingValue(std::string("one")));
    EXPECT_EQ((*experiment)->setting("seconds")->current(), SettingValue(2.5));
    EXPECT_EQ((*experiment)->setting("work_ms")->current(), SettingValue(std::int64_t{20})); // the preset's
}

// A preset may be another one in a later version: the file holds every value.
TEST_F(SettingsFileTest, HoldsEverySetting)
{
    const json all = json::parse(contentsOf(m_file));
    const auto experiment = configure({.experiment = "bank"});
    ASSERT_TRUE(experiment);
    EXPECT_EQ(all.at("settings").size(), (*experiment)->settings().size());
}

TEST_F(SettingsFileTest, TakesWhatPeopleWrite)
{
    const auto opened = openSettings(with([](json& all) {
        all["settings"] = {{"withdrawers", 7}, {"seconds", 1.5}};
    }));
    ASSERT_TRUE(opened) << opened.error().text.english();
    EXPECT_EQ(opened->settings.at("withdrawers"), "7");
    EXPECT_EQ(opened->settings.at("seconds"), "1.5");
}

TEST_F(SettingsFileTest, WhatIsWrongIsNamed)
{
    EXPECT_THAT(refusal(with([](json& all) { all["settings"]["withdrawers"] = "1000"; })),
                HasSubstr("withdrawers"));
    EXPECT_THAT(refusal(with([](json& all) { all["settings"]["withdrawes"] = "1"; })),
                HasSubstr("did you mean withdrawers?"));
    EXPECT_THAT(refusal(with([](json& all) { all["experiment"] = "bonk"; })), HasSubstr("bank"));
    EXPECT_THAT(refusal(with([](json& all) { all["preset"] = "lektur"; })), HasSubstr("lecture"));
    EXPECT_THAT(refusal(with([](json& all) { all["speed"] = 1000; })), HasSubstr("speed"));
    EXPECT_THAT(refusal(with([](json& all) { all["version"] = 2; })), HasSubstr("another version"));
    EXPECT_THAT(refusal(with([](json& all) { all["seed"] = -1; })),
                HasSubstr("the seed -1: it must be a whole"));
    EXPECT_THAT(refusal(with([](json& all) { all["seed"] = 1.5; })),
                HasSubstr("the seed 1.5: it must be a whole"));
    EXPECT_THAT(refusal(with([](json& all) { all["seed"] = "1"; })), HasSubstr("the seed \"1\": it must be"));
    EXPECT_THAT(refusal(m_folder.file("missing.threadscape")), HasSubstr("missing.threadscape"));
    EXPECT_THAT(refusal(m_folder.path().string()), HasSubstr("is no file"));
    for (const char* key : {"format", "version", "experiment", "preset", "settings", "seed", "speed"})
        EXPECT_THAT(refusal(with([&](json& all) { all.erase(key); })), HasSubstr("changed.threadscape is no"))
            << key;
    const std::string large = m_folder.file("large.threadscape");
    putSettings(large, contentsOf(m_file) + std::string(2U << 20U, ' '));
    EXPECT_THAT(refusal(large), HasSubstr("large.threadscape is no"));
}

TEST_F(SettingsFileTest, NoDamageIsFatal)
{
    const std::string whole = contentsOf(m_file);
    const std::string path = m_folder.file("damaged.threadscape");
    std::mt19937 random(1);
    for (std::size_t i = 0; i + 2 < whole.size(); i += 7) {
        putSettings(path, whole.substr(0, i));
        EXPECT_THAT(refusal(path), HasSubstr("damaged.threadscape")) << i;
        std::string bytes = whole;
        bytes[i] = static_cast<char>(random());
        putSettings(path, bytes);
        const auto opened = openSettings(path); // a space or a figure may be another one
        EXPECT_TRUE(!opened || configure(*opened)) << bytes;
    }
}

TEST_F(SettingsFileTest, WhatCannotRunIsNotWritten)
{
    const std::string path = m_folder.file("none.threadscape");
    EXPECT_FALSE(saveSettings({.experiment = "bank", .settings = {{"deposit_min", "20"}}}, path));
    EXPECT_FALSE(std::filesystem::exists(path));
    const auto unwritable = saveSettings({.experiment = "bank"}, m_folder.file("no/such/a.threadscape"));
    ASSERT_FALSE(unwritable);
    EXPECT_THAT(unwritable.error().text.english(), HasSubstr("a.threadscape"));
}

} // namespace
} // namespace threadscape
