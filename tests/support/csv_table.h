#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace threadscape {

using CsvRow = std::map<std::string, std::string>; // by column

/// The lines of a table after the first, which names the columns. Read as RFC 4180 says, strictly: a violation is a failure of
/// the test.
std::vector<CsvRow> csvTable(const std::filesystem::path& file);

} // namespace threadscape
