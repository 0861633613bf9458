#pragma once

#include "base/text.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace threadscape {

/// A file that was read, to be copied later as long as it is still the same. Threads: a value type.
class SourceFile {
public:
    /// As it is now. Of a file that is already gone nothing can be copied later.
    explicit SourceFile(const std::filesystem::path& path);

    /// Its bytes. Error: it cannot be read any more, or has changed since. Throws std::bad_alloc.
    tl::expected<std::string, Error> contents() const;

private:
    std::filesystem::path m_path;
    std::uintmax_t m_size = 0;
    std::filesystem::file_time_type m_changed;
};

} // namespace threadscape
