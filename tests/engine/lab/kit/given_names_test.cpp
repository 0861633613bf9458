#include "lab/kit/given_names.h"
#include "lab/threads.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

using Names = std::vector<std::string>;

class NamedThreads final : public Experiment {
public:
    NamedThreads() : Experiment({"named", TS_TEXT("test", "Tests"), TS_TEXT("test", "NamedThreads")}) {}
    void run(Lab& /*lab*/) override {}
    Answer answer(const Findings& /*found*/, Outcome /*outcome*/) const override { return {}; }

    Group threads{this, TS_TEXT("test", "Threads"), "Thread", 1, kHyphened};
};

TEST(GivenNames, StandBetweenCommas)
{
    EXPECT_EQ(givenNames(""), Names());
    EXPECT_EQ(givenNames("Anna"), Names{"Anna"});
    EXPECT_EQ(givenNames(" Anna,Bert B. , ,Carl,"), (Names{"Anna", "Bert B.", "", "Carl"}));
}

TEST(GivenNames, AreFilledUpWithThoseOfTheGroup)
{
    const NamedThreads kit;
    EXPECT_EQ(filledUp({"Anna"}, kit.threads, 3), (Names{"Anna", "Thread-1", "Thread-2"}));
    EXPECT_EQ(filledUp({"Anna", "Bert"}, kit.threads, 1), (Names{"Anna", "Bert"}));
}

} // namespace
} // namespace threadscape
