#pragma once

#include "os/descriptor.h"

#include <filesystem>

namespace threadscape {

/// A new empty folder for temporary files, deleted with its contents by the destructor. Folders that killed programs left
/// behind are deleted when the next one is made: each is locked as long as its program lives.
/// Threads: made and destroyed by one; its contents by any.
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
    Descriptor m_lock; // of the folder itself
};

} // namespace threadscape
