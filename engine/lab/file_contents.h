#pragma once

#include "trace/text.h"

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace threadscape {

/// All bytes of a regular file. Threads: any. Errors: the sentence of why it cannot be read. Throws std::bad_alloc.
tl::expected<std::string, Error> contentsOf(const std::filesystem::path& path);

} // namespace threadscape
