#include "formats/foreign_builder.h"

#include "formats/chrome_json.h"
#include "formats/chrome_reader.h"
#include "formats/csv.h"
#include "formats/tscape_reader.h"
#include "formats/tscape_writer.h"
#include "support/random_trace.h"
#include "support/run_program.h"

#include <fstream>
#include <gmock/gmock.h>
#include <map>
#include <random>
#include <sstream>
#include <tuple>

namespace threadscape {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

ChromeContents builtFrom(const std::string& file)
{
    auto read = readChromeTrace(file, "x.json");
    EXPECT_TRUE(read) << read.error().text.english();
    return read ? std::move(*read) : ChromeContents{std::make_shared<Trace>(std::make_shared<Catalogue>())};
}

std::string refusalOfForeign(const std::string& file)
{
    const auto read = readChromeTrace(file, "x.json");
    return read ? "opened" : read.error().text.english();
}

/// A slice of the file or of the trace, in ns since the first.
using FileSlice = std::tuple<std::string, std::int64_t, std::int64_t>;

std::vector<FileSlice> slicesIn(const Trace& trace, TrackId track)
{
    std::vector<FileSlice> all;
    for (const auto& row : trace.lane(track).operations)
        for (std::size_t i = 0; i < row.size(); ++i)
            all.emplace_back(trace.catalogue().text(row[i].object), row[i].startNs, row[i].endNs);
    return all;
}

std::vector<std::string> rowsOf(const Trace& trace, TrackId track)
{
    std::vector<std::string> rows;
    for (const auto& row : trace.lane(track).operations) {
        std::string names;
        for (std::size_t i = 0; i < row.size(); ++i)
            names += trace.catalogue().text(row[i].object);
        rows.push_back(names);
    }
    return rows;
}

std::string completeEvent(const std::string& name, std::int64_t us, std::int64_t durationUs)
{
    return R"({"ph":"X","name":")" + name + R"(","ts":)" + std::to_string(us) + R"(,"dur":)" +
           std::to_string(durationUs) + R"(,"pid":1,"tid":1})";
}

TEST(ForeignBuilder, OverlappingSlicesKeepTheirTimes)
{
    const ChromeContents read =
        builtFrom('[' + completeEvent("A", 0, 10'000) + ',' + completeEvent("B", 5'000, 10'000) + ',' +
                  completeEvent("C", 12'000, 8'000) + ',' + completeEvent("D", 20'000, 1'000) + ']');
    EXPECT_THAT(slicesIn(*read.trace, 0),
                UnorderedElementsAre(FileSlice("A", 0, 10'000'000), FileSlice("B", 5'000'000, 15'000'000),
                                     FileSlice("C", 12'000'000, 20'000'000),
                                     FileSlice("D", 20'000'000, 21'000'000)));
    EXPECT_THAT(rowsOf(*read.trace, 0), ElementsAre("ACD", "B", "", ""));
    EXPECT_EQ(read.counts.overlapping, 2U); // B ends after A, C after B
    EXPECT_EQ(read.counts.deeper, 0U);
    EXPECT_TRUE(read.counts.complete());
}

TEST(ForeignBuilder, NestedSlicesDoNotOverlap)
{
    const ChromeContents read =
        builtFrom('[' + completeEvent("a", 0, 100) + ',' + completeEvent("b", 0, 50) + ',' +
                  completeEvent("c", 50, 50) + ',' + completeEvent("d", 60, 40) + ',' +
                  completeEvent("e", 70, 0) + ',' + completeEvent("f", 100, 5) + ']');
    EXPECT_THAT(rowsOf(*read.trace, 0), ElementsAre("af", "bc", "d", "e"));
    EXPECT_EQ(read.counts.overlapping, 0U);
}

// Whatever the slices: each has its start and its duration, or is counted.
TEST(ForeignBuilder, EverySliceIsAsInTheFileOrCounted)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        const auto below = [&](unsigned limit) { return static_cast<std::int64_t>(random() % limit); };
        std::map<TrackId, std::vector<FileSlice>> inFile;
        std::string file = "[";
        std::size_t slices = 0;
        const unsigned span = seed % 3 == 0 ? 40 : 4'000;
        for (int i = 0; i < 300; ++i, ++slices) {
            const TrackId track = static_cast<TrackId>(below(3));
            const std::int64_t us = i < 3 ? 0 : below(span);
            const std::int64_t duration = i % 5 == 0 ? 0 : below(seed % 2 == 0 ? span : 60);
            const std::string name = "s" + std::to_string(i);
            inFile[i < 3 ? static_cast<TrackId>(i) : track].emplace_back(name, us * 1000,
                                                                         (us + duration) * 1000);
            file += std::string(i > 0 ? "," : "") + R"({"ph":"X","pid":1,"name":")" + name + R"(","tid":)" +
                    std::to_string(1 + (i < 3 ? i : track)) + R"(,"ts":)" + std::to_string(us) +
                    R"(,"dur":)" + std::to_string(duration) + "}";
        }
        const ChromeContents read = builtFrom(file + "]");
        std::size_t drawn = 0;
        for (auto& [track, expected] : inFile) {
            for (const FileSlice& slice : slicesIn(*read.trace, track)) {
                const auto found = std::ranges::find(expected, slice);
                ASSERT_NE(found, expected.end()) << seed << ' ' << std::get<0>(slice);
                expected.erase(found);
                ++drawn;
            }
        }
        EXPECT_EQ(read.counts.slices, slices);
        EXPECT_EQ(read.counts.slicesDrawn(), drawn) << seed;
        EXPECT_EQ(read.counts.deeper, slices - drawn) << seed;
    }
}

// Begins and ends of two activities that interleave: the names tell which is whose.
TEST(ForeignBuilder, AnEndBelongsToTheSliceOfItsName)
{
    const ChromeContents read = builtFrom(R"([
        {"ph":"B","name":"A","ts":0,"pid":1,"tid":1}, {"ph":"B","name":"B","ts":10,"pid":1,"tid":1},
        {"ph":"E","name":"A","ts":20,"pid":1,"tid":1}, {"ph":"E","name":"B","ts":30,"pid":1,"tid":1},
        {"ph":"B","name":"C","ts":40,"pid":1,"tid":1}, {"ph":"B","name":"D","ts":50,"pid":1,"tid":1},
        {"ph":"E","ts":60,"pid":1,"tid":1}, {"ph":"E","name":"another","ts":70,"pid":1,"tid":1}])");
    EXPECT_THAT(slicesIn(*read.trace, 0),
                UnorderedElementsAre(FileSlice("A", 0, 20'000), FileSlice("B", 10'000, 30'000),
                                     FileSlice("D", 50'000, 60'000), FileSlice("C", 40'000, 70'000)));
    EXPECT_EQ(read.counts.overlapping, 1U);
}

TEST(ForeignBuilder, WhatIsNotKeptMakesItIncomplete)
{
    const auto completeWith = [](const std::string& more) {
        return builtFrom(R"([{"ph":"X","name":"a","ts":0,"dur":5,"pid":1,"tid":1}, {"ph":"X","name":"b",)"
                         R"("ts":5,"dur":5,"pid":1,"tid":1)" +
                         more + "]")
            .counts.complete();
    };
    EXPECT_TRUE(completeWith("}"));
    EXPECT_TRUE(completeWith(R"(,"args":{},"cat":""})"));
    EXPECT_TRUE(completeWith(R"(},{"ph":"C","name":"c","ts":1,"pid":1,"args":{"v":0.5}})"));
    EXPECT_TRUE(completeWith(
        R"(},{"ph":"M","name":"thread_name","pid":1,"tid":1,"cat":"__metadata","args":{"name":"main"}})"));
    for (const char* more :
         {R"(,"args":{"n":1}})", R"(,"cat":"net"})", R"(,"tts":3})", R"(,"args":"text"})",
          R"(,"bind_id":"0x1","flow_out":true})", R"(},{"ph":"i","ts":1,"pid":1,"tid":1})",
          R"(},{"ph":"s","id":1,"ts":1,"pid":1,"tid":1})", R"(},{"ph":"b","id":1,"ts":1,"pid":1,"tid":1})",
          R"(},{"ph":"O","id":1,"ts":1,"pid":1,"tid":1})", R"(},{"ph":"E","ts":90,"pid":1,"tid":1})",
          R"(},{"ph":"C","name":"c","ts":1,"pid":1,"args":{"v":"idle"}})",
          R"(},{"ph":"C","name":"c","ts":1,"pid":1,"args":{"v":1e15}})",
          R"(},{"ph":"C","name":"c","ts":1,"pid":1,"args":{}})",
          R"(},{"ph":"M","name":"process_labels","pid":1,"args":{"labels":"x"}})"})
        EXPECT_FALSE(completeWith(more)) << more;
}

TEST(ForeignBuilder, NamesBeyondTheLargestNumberAreCounted)
{
    std::string file = "[";
    constexpr int kMore = 5;
    for (int i = 0; i < kNoObject + kMore; ++i)
        file += (i > 0 ? "," : "") + completeEvent(std::to_string(i), i, 1);
    const ChromeContents read = builtFrom(file + "]");
    EXPECT_EQ(read.counts.nameless, static_cast<std::uint64_t>(kMore));
    EXPECT_EQ(read.counts.slicesDrawn(), read.counts.slices);
}

/// A counter of these values, one every µs.
std::string counterFile(const std::vector<std::string>& values)
{
    std::string file = "[";
    for (std::size_t i = 0; i < values.size(); ++i)
        file += std::string(i > 0 ? "," : "") + R"({"ph":"C","name":"load","pid":1,"ts":)" +
                std::to_string(i) + R"(,"args":{"load":)" + values[i] + "}}";
    return file + "]";
}

std::vector<double> valuesOf(const Trace& trace)
{
    std::vector<double> values;
    const ValueSeries& series = trace.object(0).values;
    for (std::size_t i = 0; i < series.size(); ++i)
        values.push_back(trace.catalogue().object(0).scale.real(series[i].value));
    return values;
}

TEST(ForeignBuilder, CountersHaveTheValuesOfTheFile)
{
    for (const std::vector<std::string>& written : {std::vector<std::string>{"0.125", "2.375", "-0.5"},
                                                    {"123456.75", "7"},
                                                    {"0.001", "0.0000001"},
                                                    {"12.333333333333", "99.9"},
                                                    {"5", "-6"}}) {
        const ChromeContents read = builtFrom(counterFile(written));
        std::vector<double> expected;
        for (const std::string& value : written)
            expected.push_back(std::stod(value));
        EXPECT_EQ(valuesOf(*read.trace), expected);
        EXPECT_EQ(read.trace->catalogue().object(0).name, "load");
        EXPECT_TRUE(read.counts.complete());
    }
}

TEST(ForeignBuilder, AValueThatLosesItsDigitsIsCounted)
{
    const ChromeContents read = builtFrom(counterFile({"1e13", "0.0001234567"}));
    EXPECT_EQ(read.counts.rounded, 1U);
    EXPECT_FALSE(read.counts.complete());
}

TEST(ForeignBuilder, DecimalsAreKeptInEveryFormat)
{
    const ChromeContents read = builtFrom(counterFile({"0.125", "-2.5", "1000.75"}));
    const std::vector<double> values{0.125, -2.5, 1000.75};
    std::ostringstream tscape;
    writeTscape(*read.trace, "{}", tscape);
    const auto again = readTscape(tscape.str(), "x.tscape");
    ASSERT_TRUE(again);
    EXPECT_EQ(valuesOf(*again->trace), values);

    std::ostringstream chrome;
    writeChromeTrace(*read.trace, chrome, "{}");
    EXPECT_THAT(chrome.str(), HasSubstr(R"("args":{"value":1000.750})"));
    const auto own = readChromeTrace(chrome.str(), "x.json");
    ASSERT_TRUE(own);
    EXPECT_TRUE(own->ours);
    EXPECT_EQ(valuesOf(*own->trace), values);
    EXPECT_TRUE(samples::everything(*own->trace) == samples::everything(*read.trace));

    const TemporaryFolder folder;
    ASSERT_TRUE(writeCsv(*read.trace, folder.path()));
    const std::string table = contentsOf(folder.file("values.csv"));
    EXPECT_THAT(table, HasSubstr("load,,0.000000000,0.125,"));
    EXPECT_THAT(table, HasSubstr("load,,0.000001000,-2.500,"));
}

TEST(ForeignBuilder, DecimalsOfAFileAreNotTrusted)
{
    const ChromeContents read = builtFrom(counterFile({"0.5", "1"}));
    std::ostringstream chrome;
    writeChromeTrace(*read.trace, chrome, "{}");
    for (const char* wrong : {"19", "-1", "1e9", "\"x\""}) {
        std::string file = chrome.str();
        const std::string key = R"("decimals":1)";
        file.replace(file.find(key), key.size(), R"("decimals":)" + std::string(wrong));
        const auto opened = readChromeTrace(file, "x.json"); // read as anybody's
        ASSERT_TRUE(opened) << wrong;
        EXPECT_FALSE(opened->ours) << wrong;
    }
}

TEST(ForeignBuilder, AFileOfOtherEventsAloneIsSaidToHoldThem)
{
    const auto file = [](std::initializer_list<const char*> phases) {
        std::string all = "[";
        for (const char* phase : phases)
            all += std::string(all.size() > 1 ? "," : "") + R"({"ph":")" + phase +
                   R"(","id":1,"ts":1,"pid":1,"tid":1,"name":"n"})";
        return all + "]";
    };
    EXPECT_EQ(refusalOfForeign(file({"b", "b", "e", "e"})),
              "x.json is a Chrome trace of 4 async events alone, which are not drawn: it has no slices and "
              "no counters.");
    EXPECT_EQ(refusalOfForeign(file({"i", "I", "i"})),
              "x.json is a Chrome trace of 3 instants alone, which are not drawn: it has no slices and no "
              "counters.");
    EXPECT_EQ(refusalOfForeign(file({"s", "f"})),
              "x.json is a Chrome trace of 2 flow events alone, which are not drawn: it has no slices and no "
              "counters.");
    EXPECT_EQ(refusalOfForeign(file({"s", "f", "b", "i", "O", "E"})),
              "x.json is a Chrome trace of 6 events that are not drawn (async: 1, instants: 1, flow: 2, "
              "others: 2): it has no slices and no counters.");
    EXPECT_EQ(refusalOfForeign(counterFile({"\"idle\"", "true"})),
              "x.json is a Chrome trace of 2 events that are not drawn (async: 0, instants: 0, flow: 0, "
              "others: 2): it has no slices and no counters.");
}

} // namespace
} // namespace threadscape
