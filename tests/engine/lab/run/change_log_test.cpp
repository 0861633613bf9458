#include "lab/run/change_log.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

constexpr std::int64_t kMs = 1'000'000;

SettingValue number(std::int64_t n)
{
    return n;
}

/// A log whose time is told by hand, in ms; readings are numbered in the order in which they were taken.
struct Logged {
    void step(const char* setting, std::int64_t from, std::int64_t to, std::int64_t atMs)
    {
        log.step(setting, number(from), number(to), moment(atMs), [this] { return read(); });
    }
    void whole(const char* setting, std::int64_t from, std::int64_t to, std::int64_t atMs)
    {
        log.whole(setting, number(from), number(to), moment(atMs), [this] { return read(); });
    }
    static ChangeLog::Moment moment(std::int64_t ms)
    {
        return {.ns = ms * kMs, .ticks = static_cast<Ticks>(ms) * 7};
    }
    std::vector<Reading> read()
    {
        ++reads;
        return {{.known = true, .sum = static_cast<double>(reads)}};
    }
    static SettingChange change(const char* setting, std::int64_t from, std::int64_t to, std::int64_t atMs)
    {
        return {.atNs = atMs * kMs, .setting = setting, .from = number(from), .to = number(to)};
    }

    ChangeLog log;
    int reads = 0;
};

TEST(ChangeLog, OneDragIsOneChange)
{
    Logged logged;
    std::int64_t atMs = 1'000;
    for (std::int64_t n = 5; n < 23; ++n, atMs += 100)
        logged.step("threads", n, n + 1, atMs);
    EXPECT_TRUE(logged.log.settle((atMs - 100 + 499) * kMs).empty()) << "a step may still join it";
    EXPECT_TRUE(logged.log.changes().empty());
    const auto settled = logged.log.settle((atMs - 100 + 500) * kMs);
    ASSERT_EQ(settled.size(), 1U);
    EXPECT_EQ(settled[0].change, Logged::change("threads", 5, 23, 1'000));
    EXPECT_EQ(settled[0].ticks, 7'000U) << "the mark is where it began";
    EXPECT_EQ(settled[0].before[0].sum, 1) << "as read before its first step";
    EXPECT_EQ(logged.reads, 1);
    EXPECT_TRUE(logged.log.settle(100'000 * kMs).empty()) << "told once";
    EXPECT_EQ(logged.log.changes().size(), 1U);
}

TEST(ChangeLog, AChangeBackToWhereItBeganLeavesNone)
{
    Logged logged;
    logged.step("threads", 5, 9, 0);
    logged.step("threads", 9, 5, 400);
    EXPECT_TRUE(logged.log.settleAll().empty());
    EXPECT_TRUE(logged.log.changes().empty());
}

TEST(ChangeLog, AStepThatComesLaterIsAChangeOfItsOwn)
{
    Logged logged;
    logged.step("threads", 5, 9, 0);
    logged.step("threads", 9, 5, 500);
    EXPECT_EQ(logged.log.settleAll().size(), 2U);
    EXPECT_EQ(logged.log.changes(),
              (std::vector{Logged::change("threads", 5, 9, 0), Logged::change("threads", 9, 5, 500)}));
}

TEST(ChangeLog, SettingsAreMovedIndependently)
{
    Logged logged;
    logged.step("a", 1, 2, 0);
    logged.step("b", 1, 2, 100);
    logged.step("a", 2, 3, 300);
    const auto first = logged.log.settle(600 * kMs);
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].change, Logged::change("b", 1, 2, 100));
    EXPECT_EQ(logged.log.settle(800 * kMs).size(), 1U);
    EXPECT_EQ(logged.log.changes(),
              (std::vector{Logged::change("a", 1, 3, 0), Logged::change("b", 1, 2, 100)}))
        << "in the order of their times";
}

TEST(ChangeLog, AWholeChangeIsJoinedByNone)
{
    Logged logged;
    logged.step("a", 1, 2, 0);
    logged.whole("a", 2, 3, 10);
    EXPECT_EQ(logged.log.settle(20 * kMs).size(), 2U);
    logged.step("a", 3, 4, 30);
    logged.log.settleAll();
    EXPECT_EQ(logged.log.changes(), (std::vector{Logged::change("a", 1, 2, 0), Logged::change("a", 2, 3, 10),
                                                 Logged::change("a", 3, 4, 30)}));
}

} // namespace
} // namespace threadscape
