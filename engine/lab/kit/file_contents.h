#pragma once

#include "base/text.h"
#include "os/atomic_file.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <tl/expected.hpp>

namespace threadscape {

/// All bytes of a regular file. Threads: any. Error: why it cannot be read. Throws std::bad_alloc.
tl::expected<std::string, Error> contentsOf(const std::filesystem::path& path);

/// Writes a file with the contents that `write` produces, atomically; the only way in which this program writes files that
/// somebody keeps. `write` may throw std::runtime_error with the reason why it has none. Threads: any. Error: why it cannot be
/// written.
tl::expected<void, Error> writeFile(const std::filesystem::path& path,
                                    const std::function<void(std::ostream&)>& write,
                                    AtomicFile::Until until = AtomicFile::Until::onDisk);

} // namespace threadscape
