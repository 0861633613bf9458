// The samples of real runs, on a quiet machine and on a busy one: a judge that always resolves fails on the one kind, and one that
// never does on the other.
#include "measure/speedup_analysis.h"
#include "measure/speedup_best.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace threadscape {
namespace {

SpeedupStudy studyOf(const std::filesystem::path& path)
{
    std::ifstream in(path);
    const auto run = nlohmann::json::parse(in);
    SpeedupStudy study;
    study.cores = run.at("cores").get<int>();
    study.othersShare = run.at("others_share").get<double>();
    for (const auto& read : run.at("points")) {
        SpeedupPoint point;
        point.backend = backendNamed(read.at("backend").get<std::string>()).value_or(Backend::sequential);
        point.jobs = read.at("jobs").get<int>();
        point.samplesS = read.at("samples_s").get<std::vector<double>>();
        study.jobsMax = std::max(study.jobsMax, point.jobs);
        study.points.push_back(std::move(point));
    }
    for (const Backend backend : {Backend::threads, Backend::gil, Backend::processes})
        study.backends.push_back(backend);
    analyse(study, 1);
    return study;
}

std::vector<std::filesystem::path> runsOf(const std::string& kind)
{
    std::vector<std::filesystem::path> runs;
    for (const auto& file : std::filesystem::directory_iterator(THREADSCAPE_TESTS "/engine/measure/runs"))
        if (file.path().filename().string().starts_with(kind))
            runs.push_back(file.path());
    return runs;
}

TEST(JudgedRuns, OnABusyMachineNothingIsSaidToGain)
{
    const auto runs = runsOf("busy-");
    ASSERT_GE(runs.size(), 4U);
    int refused = 0;
    for (const auto& path : runs) {
        SpeedupStudy study = studyOf(path);
        EXPECT_FALSE(bestSpeedup(study, 1).isGain()) << path;
        EXPECT_EQ(bestUnderLock(study), nullptr) << path;
        // Without knowing how busy it was, what is impossible is still refused.
        study.othersShare.reset();
        analyse(study, 1);
        for (const SpeedupPoint& point : study.points) {
            EXPECT_LE(point.speedup, kAboveLimit * speedupLimit(study, point))
                << path << ' ' << backendName(point.backend) << ' ' << point.jobs;
            refused += point.judged.standing == Standing::impossible ? 1 : 0;
        }
    }
    EXPECT_GT(refused, 0); // such were measured
}

TEST(JudgedRuns, OnAQuietMachineThreadsAreToldFromTheLock)
{
    const auto runs = runsOf("quiet-");
    ASSERT_GE(runs.size(), 4U);
    for (const auto& path : runs) {
        const SpeedupStudy study = studyOf(path);
        const SpeedupPoint* const threads = study.find(Backend::threads, 2);
        const SpeedupPoint* const locked = study.find(Backend::gil, 2);
        ASSERT_TRUE(threads != nullptr && locked != nullptr) << path;
        EXPECT_EQ(threads->judged.standing, Standing::resolved) << path;
        EXPECT_TRUE(locked->judged.maySay()) << path;
        ASSERT_TRUE(threads->speedupCi && locked->speedupCi) << path;
        EXPECT_GT(threads->speedupCi->low, locked->speedupCi->high) << path;
        EXPECT_TRUE(bestSpeedup(study, 1).isGain()) << path;
    }
}

} // namespace
} // namespace threadscape
