#pragma once

#include "lab/run/run_request.h"

#include <filesystem>

namespace threadscape {

/// Whether a file holds settings, by its name: bank.threadscape.
bool isSettingsFile(const std::filesystem::path& path);

/// Writes what to run and how, without a run: experiment, preset, the values of all settings, seed and speed. Whole or not
/// at all. Threads: any. Errors: the sentence of what is wrong with the request, or of why it could not be written.
tl::expected<void, Error> saveSettings(const RunRequest& request, const std::filesystem::path& path);

/// Reads them; nothing in the file is trusted. What comes back can be run. Threads: any. Errors: the sentence of what is
/// wrong with the file, or with a setting in it.
tl::expected<RunRequest, Error> openSettings(const std::filesystem::path& path);

} // namespace threadscape
