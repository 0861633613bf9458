#pragma once

#include "base/text.h"
#include "base/text_sink.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <tl/expected.hpp>

namespace threadscape {

/// One table: its file's name and its writer.
struct Table {
    std::string name; ///< "spans.csv"
    std::function<void(TextSink&)> write;
};

/// Writes tables into a folder, which is created if missing; each file is written atomically. The error names the path and the
/// system's reason. Threads: any.
tl::expected<void, Error> writeTables(const std::filesystem::path& folder, std::span<const Table> tables);

} // namespace threadscape
