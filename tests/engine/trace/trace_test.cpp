#include "trace/trace.h"

#include "trace/trace_writer.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(Trace, ALaneCostsWhatItHolds)
{
    auto names = std::make_shared<Catalogue>();
    Trace trace(names);
    TraceWriter writer(trace);
    constexpr TrackId kLanes = 1'000;
    for (TrackId t = 0; t < kLanes; ++t)
        names->addTrack("T", {}, TrackKind::thread);
    writer.lane(kLanes - 1);
    writer.keepBelowCap();
    const std::size_t empty = trace.bytes();
    EXPECT_LE(empty, kLanes * std::size_t{5'000});
    for (TrackId t = 0; t < kLanes; ++t) {
        Lane& lane = writer.lane(t);
        for (int i = 0; i < 4; ++i) {
            lane.waits.append(spanOf(10 * i, 10 * i + 5, 0, kNoObject, 1), 1);
            lane.operations[0].append(spanOf(10 * i, 10 * i + 5, 0, kNoObject, 0), 0);
        }
        lane.moments.emplace();
    }
    writer.keepBelowCap();
    EXPECT_GT(trace.bytes(), empty + kLanes * 8 * sizeof(Span)) << "they are counted";
    EXPECT_LE(trace.bytes(), empty + kLanes * std::size_t{2'000});
}

TEST(Trace, AnObjectCostsWhatItHolds)
{
    auto names = std::make_shared<Catalogue>();
    Trace trace(names);
    TraceWriter writer(trace);
    constexpr ObjectId kObjects = 1'000;
    for (ObjectId o = 0; o < kObjects; ++o)
        names->addObject("v", ObjectKind::variable);
    for (ObjectId o = 0; o < kObjects; ++o)
        for (int i = 0; i < 4; ++i)
            writer.object(o).values.append({i, i, kNoTrack});
    writer.keepBelowCap();
    EXPECT_GE(trace.bytes(), kObjects * 4 * sizeof(ValuePoint));
    EXPECT_LE(trace.bytes(), kObjects * std::size_t{2'000});
}

TEST(Trace, WhatElseTheRunTakesCountsAgainstTheCap)
{
    auto names = std::make_shared<Catalogue>();
    names->addTrack("T", {}, TrackKind::thread);
    constexpr std::size_t kCap = std::size_t{4} << 20U;
    Trace trace(names, kCap);
    TraceWriter writer(trace);
    const auto append = [&](std::int64_t spans) {
        SpanChannel<kStates>& waits = writer.lane(0).waits;
        for (std::int64_t i = 0; i < spans; ++i) {
            const auto at = static_cast<std::int64_t>(waits.size()) * 10;
            waits.append(spanOf(at, at + 5, 0, kNoObject, 1), 1);
        }
    };
    append(120'000);
    writer.keepBelowCap();
    EXPECT_EQ(trace.thinned(), 0U);
    writer.keepBelowCap(kCap / 2);
    EXPECT_GT(trace.thinned(), 0U);
    EXPECT_LE(trace.bytes(), kCap / 2);
    writer.keepBelowCap(10 * kCap);
    EXPECT_LE(trace.bytes(), kCap / 4);
    EXPECT_GT(trace.bytes(), kCap / 8) << "a quarter is the trace's";
}

// An hour of events: also what stays of them where they are dropped is bounded.
TEST(Trace, StaysBelowItsCapForGood)
{
    auto names = std::make_shared<Catalogue>();
    names->addTrack("T", {}, TrackKind::thread);
    constexpr std::size_t kCap = std::size_t{1} << 20U;
    Trace trace(names, kCap);
    TraceWriter writer(trace);
    constexpr std::int64_t kSpans = 4'000'000; // their marks would take 7 MiB
    for (std::int64_t i = 0; i < kSpans; ++i) {
        writer.lane(0).waits.append(spanOf(10 * i, 10 * i + 5, 0, kNoObject, 1), 1);
        if (i % 10'000 == 0)
            writer.keepBelowCap();
    }
    writer.keepBelowCap();
    EXPECT_LE(trace.bytes(), kCap);
    const auto& waits = trace.lane(0).waits;
    EXPECT_EQ(waits.size(), static_cast<std::size_t>(kSpans));
    EXPECT_EQ(waits.coveredUntil(INT64_MAX, waits.size())[1], 5 * kSpans);
}

} // namespace
} // namespace threadscape
