#pragma once

#include "base/text.h"

#include <filesystem>
#include <tl/expected.hpp>

namespace threadscape {

/// Whether a file can be written at `path`, tested without leaving anything behind; or the sentence of why not.
tl::expected<void, Error> checkFile(const std::filesystem::path& path);
/// The same for files in a folder, which need not exist.
tl::expected<void, Error> checkFolder(const std::filesystem::path& path);

} // namespace threadscape
