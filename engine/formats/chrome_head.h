#pragma once

#include "trace/trace.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadscape {

/// What the events of a Chrome trace do not tell of one of ours; it stands in the file's "otherData".
struct ChromeHead {
    /// Of one track.
    struct Life {
        std::int64_t beginNs = Lane::kNotYet;
        std::int64_t endNs = Lane::kNotYet;
        std::vector<Span> gaps;
    };
    std::shared_ptr<Catalogue> names; ///< tracks, objects and labels; no texts
    std::vector<Life> lives;          ///< by track
    std::int64_t nowNs = 0;
    bool finished = true;
    std::uint64_t events = 0;
    std::uint64_t lost = 0;
    std::uint64_t thinned = 0;
};

/// As a JSON object. Threads: any, under a Trace::Reader.
std::string chromeHeadJson(const Trace& trace, const Snapshot& snapshot);

/// The same back; nothing when it is no such text. Nothing in it is trusted. Threads: any.
std::optional<ChromeHead> readChromeHead(std::string_view json);

} // namespace threadscape
