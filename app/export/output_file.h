#pragma once

#include "base/text.h"

#include <QString>
#include <functional>
#include <iosfwd>
#include <tl/expected.hpp>

namespace threadscape {

/// Whether a file can be written at `path`, tested without leaving anything behind; or the sentence of why not.
tl::expected<void, Error> checkFile(const QString& path);
/// The same for files in a folder, which need not exist.
tl::expected<void, Error> checkFolder(const QString& path);

/// Writes a file atomically: `write` fills it, and may throw std::exception to abort. Anything but a regular file (a
/// pipe, a device) is written to directly.
/// Threads: any. Errors: the sentence of what could not be written, and why.
tl::expected<void, Error> writeFile(const QString& path, const std::function<void(std::ostream&)>& write);

} // namespace threadscape
