#pragma once

#include "os/folder_access.h"
#include "os/scratch_folder.h"

#include <filesystem>
#include <optional>
#include <string>

namespace threadscape {

/// A folder that a setting names, or for an empty setting a temporary one, which the destructor deletes.
/// Threads: made and destroyed by one; its contents by any.
class WorkingFolder {
public:
    /// Throws std::system_error when no temporary one can be made.
    explicit WorkingFolder(const std::string& named) : m_path(named)
    {
        if (named.empty())
            m_path = m_scratch.emplace().path();
    }

    const std::filesystem::path& path() const noexcept { return m_path; }
    bool temporary() const noexcept { return m_scratch.has_value(); }

private:
    std::optional<ScratchFolder> m_scratch;
    std::filesystem::path m_path;
};

} // namespace threadscape
