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

/// What a trace file holds, or as much of it as could be read.
struct TscapeContents {
    std::shared_ptr<Trace> trace; ///< never null
    std::string result;           ///< as it was given to writeTscape; empty when it could not be read
    std::optional<Text> damage;   ///< the sentence of what is wrong with the file; none when it is whole
};

/// Reads what writeTscape wrote. Nothing in `bytes` is trusted. `name` stands in sentences.
/// What stands after the moment in which `stop` is requested is not read. Threads: any. Errors: the sentence of why nothing
/// could be read (another kind of file, a later version).
tl::expected<TscapeContents, Error> readTscape(std::string_view bytes, const std::string& name,
                                               const std::stop_token& stop = {});

} // namespace threadscape
