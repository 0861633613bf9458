#include "base/text.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(Text, DurationsHaveAUnitThatFits)
{
    struct Case {
        std::int64_t ns;
        const char* text;
    };
    for (const Case& c :
         {Case{0, "0 ns"}, Case{1, "1 ns"}, Case{999, "999 ns"}, Case{1'000, "1 us"}, Case{1'500, "1.5 us"},
          Case{12'340, "12.3 us"}, Case{123'456, "123 us"}, Case{999'600, "1 ms"},
          Case{412'000'000, "412 ms"}, Case{999'400'000, "999 ms"}, Case{999'600'000, "1 s"},
          Case{2'500'000'000, "2.5 s"}, Case{7'654'000'000, "7.65 s"}, Case{99'960'000'000, "100 s"},
          Case{123'456'000'000, "123 s"}, Case{-2'500'000, "-2.5 ms"}})
        EXPECT_EQ(formatDuration(c.ns), c.text) << c.ns;
}

TEST(Text, ArgumentsStandWhereTheTemplateSays)
{
    const Text text = Text(TS_TEXT("bank", "%2 waited %1 for %3, %4"))
                          .arg(DurationArg{412'000'000})
                          .arg(std::string("Withdrawer 7"))
                          .arg(TS_TEXT("bank", "the lock"))
                          .arg(NumberArg{2.0 / 3, 3});
    EXPECT_EQ(text.english(), "Withdrawer 7 waited 412 ms for the lock, 0.667");
    EXPECT_EQ(text.args().size(), 4U);
}

TEST(Text, CountsStandAtN)
{
    EXPECT_EQ(Text(TS_TEXT("bank", "%n threads on %1 cores")).arg(2).count(15).english(),
              "15 threads on 2 cores");
}

TEST(Text, WhatIsNoArgumentStays)
{
    EXPECT_EQ(Text(TS_TEXT("bank", "100 % of %1, %2 and %n, 5%")).arg(3).english(),
              "100 % of 3, %2 and %n, 5%");
}

TEST(Text, AnArgumentIsNotReadAsATemplate)
{
    EXPECT_EQ(Text(TS_TEXT("bank", "%1 %2")).arg(std::string("%2")).arg(std::string("x")).english(), "%2 x");
}

TEST(Text, EmptyUntilItHasAForm)
{
    EXPECT_TRUE(Text().empty());
    EXPECT_EQ(Text().english(), "");
    EXPECT_FALSE(Text(TS_TEXT("bank", "x")).empty());
}

} // namespace
} // namespace threadscape
