#include "lab/files/study_json.h"

#include "lab/files/recording_json.h"
#include "lab/files/study_csv.h"
#include "lab/run/recording.h"
#include "support/sample_study.h"

#include <fstream>
#include <gmock/gmock.h>
#include <unistd.h>

namespace threadscape {
namespace {

using ::testing::HasSubstr;

TEST(StudyJson, ReadsBackWhatItWrote)
{
    const SpeedupStudy study = samples::fullStudy();
    EXPECT_EQ(studyFrom(nlohmann::json::parse(studyJson(study).dump())), study);
    EXPECT_EQ(studyFrom(nlohmann::json::parse(studyJson(SpeedupStudy()).dump())), SpeedupStudy());
}

// Earlier versions stored no values of points.
TEST(StudyJson, ReadsPointsWithoutAValue)
{
    auto written = nlohmann::json::parse(studyJson(samples::fullStudy()).dump());
    for (auto& point : written["points"])
        point.erase("value");
    EXPECT_EQ(studyFrom(written).points.at(1).value, std::nullopt);
}

TEST(StudyJson, HasThePointsOfTheContract)
{
    const auto point = studyJson(samples::fullStudy()).at("points").at(1);
    for (const char* key :
         {"backend", "jobs", "time_median_s", "time_mean_s", "time_std_s", "time_ci95_s", "samples_s",
          "startup_s", "cpu_user_s", "cpu_sys_s", "speedup", "speedup_ci95", "efficiency", "lost", "value"})
        EXPECT_TRUE(point.contains(key)) << key;
    for (const char* key : {"imbalance", "waiting", "ready", "startup", "unexplained"})
        EXPECT_TRUE(point.at("lost").contains(key)) << key;
    EXPECT_EQ(point.at("judged"), "unresolved");
    EXPECT_EQ(point.at("doubt"), "others");
    const auto fit = studyJson(samples::fullStudy()).at("fits").at(0);
    EXPECT_EQ(fit.at("law"), "usl");
    EXPECT_EQ(fit.at("serial_fraction"), 0.1);
}

// What is refused has no number anywhere, and what is not known has none either.
TEST(StudyJson, WhatMayNotBeSaidIsNull)
{
    SpeedupStudy study = samples::fullStudy();
    study.points[1].judged = {Standing::impossible, Doubt::limit};
    study.points[1].speedup = study.points[1].efficiency = 0;
    study.points[1].speedupCi = std::nullopt;
    study.points[1].karpFlatt = std::nullopt;
    study.fits[0].coherence = std::nullopt;
    study.fits[0].coherenceCi = std::nullopt;
    const auto written = studyJson(study);
    for (const char* key : {"speedup", "speedup_ci95", "time_ci95_s", "efficiency", "karp_flatt"})
        EXPECT_TRUE(written.at("points").at(1).at(key).is_null()) << key;
    for (const char* key : {"coherence", "coherence_ci95"})
        EXPECT_TRUE(written.at("fits").at(0).at(key).is_null()) << key;
    EXPECT_EQ(studyFrom(nlohmann::json::parse(written.dump())), study);
}

// Older files have no judgement.
TEST(StudyJson, WithoutAJudgementTheIntervalDecides)
{
    auto written = nlohmann::json::parse(studyJson(samples::fullStudy()).dump());
    written["points"][1].erase("judged");
    written["points"][1].erase("doubt");
    EXPECT_EQ(studyFrom(written).points[1].judged, (Judgement{Standing::resolved, Doubt::none}));
    written["points"][1]["speedup_ci95"] = {0.5, 2.5};
    EXPECT_EQ(studyFrom(written).points[1].judged, (Judgement{Standing::unresolved, Doubt::overlap}));
}

// Every value is replaced by what cannot be: either it is refused, or it is harmless.
TEST(StudyJson, TrustsNothing)
{
    const auto written = nlohmann::json::parse(studyJson(samples::fullStudy()).dump());
    const auto flat = written.flatten();
    for (const auto& [path, value] : flat.items())
        for (const nlohmann::json& odd :
             {nlohmann::json(nullptr), nlohmann::json("x"), nlohmann::json(-1e300), nlohmann::json(1e300),
              nlohmann::json(INT64_MIN), nlohmann::json(INT64_MAX), nlohmann::json::array(),
              nlohmann::json::object()}) {
            auto damaged = written;
            damaged[nlohmann::json::json_pointer(path)] = odd;
            try {
                const SpeedupStudy read = studyFrom(damaged);
                EXPECT_GE(read.jobsMax, 1);
                EXPECT_GE(read.cores, 1);
                for (const SpeedupPoint& point : read.points) {
                    EXPECT_GE(point.jobs, 1);
                    EXPECT_LE(point.fromNs, point.toNs);
                }
            } catch (const nlohmann::json::exception&) { // NOLINT(bugprone-empty-catch): refused
            }
        }
}

TEST(StudyJson, IsKeptInTraceFiles)
{
    Recording recording;
    recording.result.experiment = "integrate";
    recording.result.study = samples::fullStudy();
    const auto read = readRecordingJson(recordingJson(recording));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->result.study, recording.result.study);
}

TEST(StudyCsv, HasEverySample)
{
    const auto folder =
        std::filesystem::temp_directory_path() / ("threadscape-study-" + std::to_string(::getpid()));
    ASSERT_TRUE(writeStudyCsv(samples::fullStudy(), folder));
    const auto text = [&](const char* name) {
        std::ifstream in(folder / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    EXPECT_EQ(text("samples.csv"),
              "backend,jobs,round,time_s\r\nsequential,1,1,0.25\r\nsequential,1,2,0.5\r\n"
              "sequential,1,3,0.125\r\nthreads,2,1,0.125\r\n");
    EXPECT_THAT(text("points.csv"),
                HasSubstr("\r\nthreads,2,1,0.125,0.125,0,,,0.001,0.24,0.01,2,1.5,2.5,unresolved,others,1,"
                          "0.0625,0.03125,0.25,0.125,0.5,0.0625,0.03125,1.0007851925466305\r\n"));
    EXPECT_THAT(text("points.csv"),
                HasSubstr("\r\nsequential,1,3,0.25,0.291,0.156,0.125,0.5,0,0,0,1,1,1,level,,1,,,,,,,,\r\n"));
    EXPECT_THAT(text("fits.csv"), HasSubstr("\r\nthreads,usl,0.1,0.05,0.2,0.01,0,0.02,true\r\n"));
    std::filesystem::remove_all(folder);
    EXPECT_FALSE(writeStudyCsv(samples::fullStudy(), "/proc/no-such-folder"));
}

} // namespace
} // namespace threadscape
