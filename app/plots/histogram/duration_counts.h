#pragma once

#include "stats/histogram.h"
#include "trace/trace.h"

#include <string_view>
#include <vector>

namespace threadscape {

/// Histogram of an operation's durations over the whole run, whatever the view. Pure.
/// Threads: one, under a Trace::Reader.
class DurationCounts {
public:
    /// Durations in [fromNs, toNs).
    struct Bar {
        double fromNs = 0;
        double toNs = 0;
        std::uint64_t count = 0;
    };

    /// Adds what has ended since the last call; of another run everything. Cost: what is new.
    void take(const Trace& trace, std::string_view operation);

    const Histogram& histogram() const { return m_histogram; }
    /// Four per factor of 2, from the first nonempty one to the last.
    std::vector<Bar> bars() const;

private:
    const Trace* m_trace = nullptr; // whose they are; only compared
    ObjectId m_text = kNoObject;
    std::size_t m_textsSeen = 0;      // the number of texts that were searched for the operation's
    std::vector<std::size_t> m_taken; // by track: the number of its operations
    Histogram m_histogram;
};

} // namespace threadscape
