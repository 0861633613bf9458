#pragma once

#include "base/text.h"
#include "formats/foreign_builder.h"
#include "trace/trace.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace threadscape {

/// The contents of a Chrome trace, or as much as could be read.
struct ChromeContents {
    std::shared_ptr<Trace> trace; ///< never null
    bool ours = false;            ///< writeChromeTrace wrote it
    std::string run;              ///< ours: as passed to writeChromeTrace; empty when it could not be read
    ForeignCounts counts;         ///< not ours: the outcome of its events
    std::optional<Text> damage;   ///< what is wrong with the file; nullopt when intact
};

/// Whether bytes look like JSON, by their first character.
bool looksLikeJson(std::string_view bytes) noexcept;

/// Reads a Chrome trace: ours as writeChromeTrace wrote it, others as in ForeignBuilder. `bytes` is untrusted, and passed by
/// value since padding is appended. `name` appears in sentences.
/// Reading ends when `stop` is requested. Threads: any. Error: why nothing could be read (no JSON, no trace, empty).
tl::expected<ChromeContents, Error> readChromeTrace(std::string bytes, const std::string& name,
                                                    const std::stop_token& stop = {});

} // namespace threadscape
