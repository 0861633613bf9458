#pragma once

#include "base/text.h"
#include "base/text_sink.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace threadscape {

/// One table: its file's name and its writer.
struct Table {
    std::string name; ///< "spans.csv"
    std::function<void(TextSink&)> write;
};

inline constexpr std::string_view kTableLineEnd = "\r\n";
/// A field with this text, quoted as in RFC 4180.
std::string tableField(std::string_view text);

/// Writes tables into a folder, which is created if missing; each file is written atomically. The error names the path and the
/// system's reason. Threads: any.
tl::expected<void, Error> writeTables(const std::filesystem::path& folder, std::span<const Table> tables);

} // namespace threadscape
