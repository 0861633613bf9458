#pragma once

#include "lab/run/run_request.h"

#include <filesystem>

namespace threadscape {

/// Whether a file contains settings, by its name: bank.threadscape.
bool isSettingsFile(const std::filesystem::path& path);

/// Writes a run request: experiment, preset, the values of all settings, seed and speed. Atomically. Threads: any. Error: what
/// is wrong with the request, or why it could not be written.
tl::expected<void, Error> saveSettings(const RunRequest& request, const std::filesystem::path& path);

/// Reads them; the file is untrusted, the returned request is valid. Threads: any. Error: what is wrong with the file, or with
/// a setting in it.
tl::expected<RunRequest, Error> openSettings(const std::filesystem::path& path);

} // namespace threadscape
