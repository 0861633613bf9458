#pragma once

#include <filesystem>

namespace threadscape {

/// Whether this process may make files in a folder, or, where there is none yet, the folder. Only what the system tells before:
/// a disk may still be full. Threads: any.
bool mayWriteInto(const std::filesystem::path& folder) noexcept;

} // namespace threadscape
