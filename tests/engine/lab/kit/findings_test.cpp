#include "lab/disk.h"
#include "lab/kit/lines.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

class Kit final : public Experiment {
public:
    Kit() : Experiment({"kit", TS_TEXT("test", "Tests"), TS_TEXT("test", "Kit")}) {}
    void run(Lab& /*lab*/) override {}
    Answer answer(const Findings& /*found*/, Outcome /*outcome*/) const override { return {}; }

    Listed codes{this, "codes", TS_TEXT("test", "Codes")};
    Lines lines{this, "lines", TS_TEXT("test", "Lines")};
    Failures failed{this, "failed", TS_TEXT("test", "Failed")};
};

TEST(KitFindings, OfManyAreToldInTheirOrder)
{
    Kit kit;
    EXPECT_EQ(kit.findings().find("codes")->value, FindingValue()); // nothing before the first
    kit.codes.add(3);
    kit.codes.add(1);
    kit.lines.set(7, "second");
    kit.lines.set(2, "first");
    kit.failed.add("b.png", TS_TEXT("test", "broken"));
    kit.failed.add("a.png", TS_TEXT("test", "empty"));
    const Findings found = kit.findings();
    EXPECT_EQ(found.find("codes")->value, FindingValue(std::vector<std::int64_t>{3, 1}));
    EXPECT_EQ(found.find("lines")->value, FindingValue(std::vector<std::string>{"first", "second"}));
    EXPECT_EQ(kit.lines.count(), 2);
    EXPECT_EQ(found.find("failed")->value,
              FindingValue(std::vector<std::string>{"a.png: empty", "b.png: broken"}));
}

TEST(Occupancy, IsTheTimeInWhichAnybodyWasInside)
{
    constexpr std::int64_t kS = 1'000'000'000;
    Occupancy occupancy;
    EXPECT_EQ(occupancy.seconds(), 0);
    occupancy.enter(1 * kS);
    occupancy.enter(2 * kS);
    occupancy.leave(3 * kS);
    EXPECT_EQ(occupancy.seconds(), 0); // somebody is still inside
    occupancy.leave(5 * kS);
    EXPECT_DOUBLE_EQ(occupancy.seconds(), 4);
    occupancy.enter(9 * kS);
    occupancy.leave(10 * kS);
    EXPECT_DOUBLE_EQ(occupancy.seconds(), 5);
}

} // namespace
} // namespace threadscape
