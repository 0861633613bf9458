#include "bench/comparison.h"

#include "os/clock.h"

#include <algorithm>
#include <cstdio>
#include <random>
#include <vector>

namespace threadscape::bench {

namespace {

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double timed(const std::function<void()>& work)
{
    const std::int64_t from = monotonicNs();
    work();
    return static_cast<double>(monotonicNs() - from);
}

const char* verdict(const Comparison& comparison, double low, double high)
{
    if (comparison.goal == 0)
        return "";
    if (comparison.goalIsThroughput)
        return low >= comparison.goal ? "reached" : high < comparison.goal ? "NOT reached" : "not resolved";
    return high <= comparison.goal ? "reached" : low > comparison.goal ? "NOT reached" : "not resolved";
}

} // namespace

void printHead()
{
    std::printf("%-46s %-34s %10s %10s %8s  %-16s %s\n", "what", "peer", "ours ns", "peer ns", "ratio",
                "95 %", "goal");
}

void compare(const Comparison& comparison)
{
    comparison.ours();
    comparison.theirs();
    std::vector<double> ours;
    std::vector<double> theirs;
    std::vector<double> ratios;
    for (int round = 0; round < comparison.rounds; ++round) {
        const bool oursFirst = round % 2 == 0;
        const double first = timed(oursFirst ? comparison.ours : comparison.theirs);
        const double second = timed(oursFirst ? comparison.theirs : comparison.ours);
        ours.push_back(oursFirst ? first : second);
        theirs.push_back(oursFirst ? second : first);
        ratios.push_back(comparison.goalIsThroughput ? theirs.back() / ours.back()
                                                     : ours.back() / theirs.back());
    }
    std::mt19937 random(1);
    std::vector<double> medians;
    for (int i = 0; i < 2'000; ++i) {
        std::vector<double> sample;
        for (std::size_t k = 0; k < ratios.size(); ++k)
            sample.push_back(ratios[random() % ratios.size()]);
        medians.push_back(median(std::move(sample)));
    }
    std::sort(medians.begin(), medians.end());
    const double low = medians[50];
    const double high = medians[1'949];
    char goal[64] = "";
    if (comparison.goal != 0)
        std::snprintf(goal, sizeof goal, "%s %.2fx: %s",
                      comparison.goalIsThroughput ? ">=" : "<=", comparison.goal,
                      verdict(comparison, low, high));
    std::printf("%-46s %-34s %10.1f %10.1f %7.2fx  [%.2f, %.2f]%*s %s\n", comparison.what.c_str(),
                comparison.peer.c_str(), median(ours) / comparison.items, median(theirs) / comparison.items,
                median(ratios), low, high, 2, "", goal);
    std::fflush(stdout);
}

void limit(const Limit& limit)
{
    std::vector<double> values;
    for (int round = 0; round < limit.rounds; ++round)
        values.push_back(limit.measure());
    const double largest = *std::max_element(values.begin(), values.end());
    std::printf("%-46s %d rounds: median %.2f %s, largest %.2f %s <= %.0f: %s\n", limit.what.c_str(),
                limit.rounds, median(values), limit.unit.c_str(), largest, limit.unit.c_str(), limit.most,
                largest <= limit.most ? "reached" : "NOT reached");
    std::fflush(stdout);
}

} // namespace threadscape::bench
