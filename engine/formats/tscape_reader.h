#pragma once

#include "base/text.h"
#include "trace/trace.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace threadscape {

/// The contents of a trace file, or as much as could be read.
struct TscapeContents {
    std::shared_ptr<Trace> trace; ///< never null
    std::string result;           ///< as passed to writeTscape; empty when it could not be read
    std::optional<Text> damage;   ///< what is wrong with the file; nullopt when intact
};

/// Reads what writeTscape wrote. `bytes` is untrusted. `name` appears in sentences.
/// Reading ends when `stop` is requested. Threads: any. Error: why nothing could be read (another kind of file, a later
/// version).
tl::expected<TscapeContents, Error> readTscape(std::string_view bytes, const std::string& name,
                                               const std::stop_token& stop = {});

} // namespace threadscape
