#pragma once

#include <filesystem>

namespace threadscape {

/// A new empty folder among the system's temporary files, that goes with all it holds when this object does.
/// Threads: made and destroyed by one; what it holds is anybody's.
class ScratchFolder {
public:
    /// Throws std::system_error with the system's reason.
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const noexcept { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace threadscape
