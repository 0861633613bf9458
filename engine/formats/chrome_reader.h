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

/// What a Chrome trace holds, or as much of it as could be read.
struct ChromeContents {
    std::shared_ptr<Trace> trace; ///< never null
    bool ours = false;            ///< writeChromeTrace wrote it
    std::string run;      ///< ours: as it was given to writeChromeTrace; empty when it could not be read
    ForeignCounts counts; ///< not ours: what became of the events
    std::optional<Text> damage; ///< the sentence of what is wrong with the file; none when it is whole
};

/// Whether bytes look like JSON, by their first character.
bool looksLikeJson(std::string_view bytes) noexcept;

/// Reads a Chrome trace: ours as writeChromeTrace wrote it, anybody else's as ForeignBuilder says. Nothing in `bytes` is
/// trusted; they come by value since some room is made behind them. `name` stands in sentences.
/// What stands after the moment in which `stop` is requested is not read. Threads: any. Errors: the sentence of why nothing
/// could be read (no JSON, no trace, nothing in it).
tl::expected<ChromeContents, Error> readChromeTrace(std::string bytes, const std::string& name,
                                                    const std::stop_token& stop = {});

} // namespace threadscape
