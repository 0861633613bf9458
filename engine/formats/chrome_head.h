#pragma once

#include "trace/trace.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadscape {

/// The data of a trace that Chrome trace events cannot represent; stored in the file's "otherData".
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

/// The inverse; nullopt when invalid. The input is untrusted. Threads: any.
std::optional<ChromeHead> readChromeHead(std::string_view json);

} // namespace threadscape
