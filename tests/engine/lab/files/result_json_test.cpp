#include "lab/files/result_json.h"

#include "lab/run/registry.h"

#include <cmath>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

namespace threadscape {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keys(const Json& object)
{
    std::vector<std::string> names;
    for (const auto& [name, value] : object.items())
        names.push_back(name);
    return names;
}

RunResult bankResult()
{
    RunResult result;
    result.experiment = "bank";
    result.preset = "notes";
    result.settingsAtStart = {
        {"depositors", std::int64_t{5}}, {"notify", std::string("all")}, {"seconds", 10.0}};
    result.seed = 18'446'744'073'709'551'615U;
    result.seconds = 10.01;
    result.outcome = Outcome::timeUp;
    result.machine = {"AMD \"EPYC\"", 2, "Debian"};
    result.build = "Release";
    result.version = "0.1.0";
    result.schedulerSource = "clocks";
    result.findings.add("balance", TS_TEXT("bank", "Balance"), std::int64_t{-12}, "money");
    result.findings.add("wait_mean_ms", TS_TEXT("bank", "Mean wait"), std::nan(""), "ms");
    result.findings.add("stalled", TS_TEXT("bank", "Stalled"), true);
    result.findings.add("error", TS_TEXT("bank", "Error"), std::monostate{});
    result.findings.add("best", TS_TEXT("bank", "Best"), std::string("Zoë \xFF"));
    result.findings.add("titles", TS_TEXT("bank", "Titles"), std::vector<std::string>{"a", "b"});
    LockSummary lock;
    lock.name = "Account";
    lock.kind = "RLock";
    lock.acquisitions = 7;
    lock.waitMaxS = 0.25;
    result.locks.push_back(lock);
    TrackSummary track;
    track.name = "Withdrawer 1";
    track.stateS[static_cast<std::size_t>(State::condition)] = 2.5;
    result.tracks.push_back(track);
    track.kind = TrackKind::process;
    track.exitCode = -9;
    result.tracks.push_back(track);
    result.events = 123;
    return result;
}

TEST(ResultJson, HasEveryKeyOfTheContract)
{
    const Json json = Json::parse(resultJson(bankResult(), "Some nearly."));
    EXPECT_EQ(keys(json), (std::vector<std::string>{"experiment", "preset", "settings", "seed", "speed",
                                                    "seconds", "outcome", "answer", "machine",
                                                    "scheduler_source", "findings", "points", "fits", "locks",
                                                    "tracks", "changes", "stretches", "recording"}));
    EXPECT_EQ(keys(json["machine"]), (std::vector<std::string>{"cpu", "cores", "os", "build", "version"}));
    EXPECT_EQ(keys(json["locks"][0]),
              (std::vector<std::string>{"name", "kind", "acquisitions", "contended", "wait_total_s",
                                        "wait_p99_s", "wait_max_s", "hold_total_s"}));
    EXPECT_EQ(keys(json["tracks"][0]),
              (std::vector<std::string>{"name", "kind", "os_id", "daemon", "alive", "cpu_s", "exit_code",
                                        "states", "switches", "system_ready_s"}));
    EXPECT_EQ(keys(json["tracks"][0]["states"]).size(), static_cast<std::size_t>(kStates));
    EXPECT_EQ(keys(json["recording"]),
              (std::vector<std::string>{"events", "lost", "switches_lost", "overhead_share"}));
    EXPECT_EQ(json["points"], Json::array());
    EXPECT_EQ(json["fits"], Json::array());
}

TEST(ResultJson, ValuesKeepTheirTypes)
{
    const Json json = Json::parse(resultJson(bankResult(), "Some \"nearly\"."));
    EXPECT_EQ(json["answer"], "Some \"nearly\".");
    EXPECT_EQ(json["outcome"], "time_up");
    EXPECT_EQ(json["seed"], 18'446'744'073'709'551'615U);
    EXPECT_TRUE(json["settings"]["depositors"].is_number_integer());
    EXPECT_TRUE(json["settings"]["seconds"].is_number_float());
    EXPECT_EQ(json["settings"]["notify"], "all");
    const Json& findings = json["findings"];
    EXPECT_EQ(findings["balance"], Json({{"value", -12}, {"unit", "money"}}));
    EXPECT_TRUE(findings["wait_mean_ms"]["value"].is_null()); // no number
    EXPECT_EQ(findings["stalled"]["value"], true);
    EXPECT_TRUE(findings["error"]["value"].is_null());
    EXPECT_EQ(findings["best"]["value"], "Zoë \uFFFD");
    EXPECT_EQ(findings["titles"]["value"], Json({"a", "b"}));
    EXPECT_EQ(json["locks"][0]["acquisitions"], 7);
    EXPECT_EQ(json["tracks"][0]["states"]["condition"], 2.5);
    EXPECT_TRUE(json["tracks"][0]["exit_code"].is_null());
    EXPECT_EQ(json["tracks"][1]["exit_code"], -9);
    EXPECT_EQ(json["tracks"][1]["kind"], "process");
}

TEST(ResultJson, AFailureSaysWhy)
{
    RunResult result = bankResult();
    result.outcome = Outcome::failed;
    result.failure = Text(TS_TEXT("exec", "Only %1 of %2 threads started.")).arg(52).arg(64);
    EXPECT_EQ(Json::parse(resultJson(result, ""))["failure"], "Only 52 of 64 threads started.");
}

TEST(ResultJson, IsIndentedAndEndsItsLastLine)
{
    const std::string text = resultJson(bankResult(), "");
    EXPECT_EQ(text.substr(0, 26), "{\n  \"experiment\": \"bank\",\n");
    EXPECT_EQ(text.substr(text.size() - 3), "\n}\n");
}

TEST(ListJson, TellsOfEveryExperiment)
{
    const Json json = Json::parse(listJson());
    EXPECT_EQ(keys(json), std::vector<std::string>{"experiments"});
    const auto experiments = makeExperiments();
    ASSERT_EQ(json["experiments"].size(), experiments.size());
    for (std::size_t e = 0; e < experiments.size(); ++e) {
        const Json& told = json["experiments"][e];
        EXPECT_EQ(keys(told),
                  (std::vector<std::string>{"id", "topic", "title", "question", "presets", "settings"}));
        EXPECT_EQ(told["id"], experiments[e]->id());
        for (const char* text : {"topic", "title", "question"})
            EXPECT_FALSE(told[text].get<std::string>().empty());
        const std::set<std::string> presets(told["presets"].begin(), told["presets"].end());
        EXPECT_TRUE(presets.contains("notes"));
        EXPECT_TRUE(presets.contains("lecture"));
        ASSERT_EQ(told["settings"].size(), experiments[e]->settings().size());
        for (const Json& setting : told["settings"]) {
            EXPECT_EQ(keys(setting), (std::vector<std::string>{"name", "type", "default", "min", "max",
                                                               "choices", "unit", "live"}));
            const std::string type = setting["type"];
            const Json& value = setting["default"];
            if (type == "int") {
                EXPECT_TRUE(value.is_number_integer() && setting["min"].is_number_integer()) << setting;
            } else if (type == "real") {
                EXPECT_TRUE(value.is_number_float() && setting["max"].is_number_float()) << setting;
            } else if (type == "bool") {
                EXPECT_TRUE(value.is_boolean() && setting["min"].is_null()) << setting;
            } else if (type == "choice") {
                const std::set<std::string> choices(setting["choices"].begin(), setting["choices"].end());
                EXPECT_TRUE(choices.contains(value)) << setting;
            } else if (type == "list") {
                EXPECT_TRUE(value.is_array()) << setting;
            } else {
                EXPECT_EQ(type, "text");
            }
        }
    }
}

TEST(ListJson, TheBankIsAsTheContractSays)
{
    const Json json = Json::parse(listJson());
    for (const Json& experiment : json["experiments"]) {
        if (experiment["id"] != "bank")
            continue;
        for (const Json& setting : experiment["settings"]) {
            if (setting["name"] == "withdrawers") {
                EXPECT_EQ(setting, Json({{"name", "withdrawers"},
                                         {"type", "int"},
                                         {"default", 10},
                                         {"min", 0},
                                         {"max", 64},
                                         {"choices", Json::array()},
                                         {"unit", setting["unit"]},
                                         {"live", true}}));
                return;
            }
        }
    }
    FAIL() << "no bank, or no withdrawers";
}

} // namespace
} // namespace threadscape
