#pragma once

#include "lab/run/setting_change.h"

#include <filesystem>
#include <tl/expected.hpp>
#include <vector>

namespace threadscape {

/// Writes what was changed while a run went on as changes.csv into a folder, which is created if missing: time in s, setting, value
/// before and after, in the order of the times; without a change, the names of its columns alone. Threads: any. Error: what could
/// not be written.
tl::expected<void, Error> writeChangesCsv(const std::vector<SettingChange>& changes,
                                          const std::filesystem::path& folder);

} // namespace threadscape
