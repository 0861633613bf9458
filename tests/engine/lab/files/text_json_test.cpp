#include "lab/files/text_json.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(TextJson, KeepsArgumentsCountAndWhichFindingTheyAre)
{
    const Text text = Text(TS_TEXT("test", "%1 waited %2, %n times, %3, for %4"))
                          .arg("Withdrawer 7")
                          .arg(DurationArg{7'600'000'000})
                          .of("wait_max_ms")
                          .arg(NumberArg{0.5, 1})
                          .arg(NameArg{"Account"})
                          .count(3);
    const Text read = textFrom(nlohmann::json::parse(textJson(text).dump()));
    EXPECT_EQ(read.english(), text.english());
    EXPECT_TRUE(std::holds_alternative<NameArg>(read.args().at(3)));
    EXPECT_EQ(read.count(), text.count());
    EXPECT_EQ(read.findingOf(0), "");
    EXPECT_EQ(read.findingOf(1), "wait_max_ms");
    EXPECT_EQ(read.findingOf(2), "");
}

} // namespace
} // namespace threadscape
