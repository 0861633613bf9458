#pragma once

#include "stats/histogram.h"
#include "trace/trace.h"

#include <string_view>
#include <vector>

namespace threadscape {

/// How often an operation took how long, in all of a run: whatever stretch of it is looked at. Pure.
/// Threads: one, under a Trace::Reader.
class DurationCounts {
public:
    /// Durations from `fromNs` on and below `toNs`.
    struct Bar {
        double fromNs = 0;
        double toNs = 0;
        std::uint64_t count = 0;
    };

    /// Takes in what has ended since the last call; of another run everything. Cost: what is new.
    void take(const Trace& trace, std::string_view operation);

    const Histogram& histogram() const { return m_histogram; }
    /// Four to a doubling, from the first that holds any to the last.
    std::vector<Bar> bars() const;

private:
    const Trace* m_trace = nullptr; // whose they are; only compared
    ObjectId m_text = kNoObject;
    std::size_t m_textsSeen = 0;      // among so many texts the operation's was looked for
    std::vector<std::size_t> m_taken; // by track: so many of its operations
    Histogram m_histogram;
};

} // namespace threadscape
