#pragma once

#include <functional>
#include <string>

namespace threadscape::bench {

/// Times ours and a peer's way of doing the same, in turn, and prints one line of the table: median ns per item of
/// each, and the median of the ratios ours / peer with its 95 % interval (percentile bootstrap over the rounds). What the
/// machine does meanwhile hits both alike.
struct Comparison {
    std::string what;
    std::string peer;
    double goal = 0;               ///< the ratio to reach; 0: none
    bool goalIsThroughput = false; ///< the goal is on peer / ours, to be reached or passed
    double items = 1;              ///< done by one call of each
    std::function<void()> ours;
    std::function<void()> theirs;
    int rounds = 25;
};
void compare(const Comparison& comparison);

/// Measures something that has a limit instead of a peer, and prints the median and the largest of the rounds.
struct Limit {
    std::string what;
    std::string unit;
    double most = 0; ///< that the largest may be
    std::function<double()> measure;
    int rounds = 11;
};
void limit(const Limit& limit);

/// Prints the table's head.
void printHead();

} // namespace threadscape::bench
