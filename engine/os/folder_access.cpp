#include "os/folder_access.h"

#include <system_error>
#include <unistd.h>

namespace threadscape {

bool mayWriteInto(const std::filesystem::path& folder) noexcept
{
    std::error_code unknown;
    std::filesystem::path nearest = std::filesystem::absolute(folder, unknown);
    while (!std::filesystem::exists(nearest, unknown) && nearest.has_relative_path())
        nearest = nearest.parent_path();
    return ::access(nearest.c_str(), W_OK | X_OK) == 0;
}

} // namespace threadscape
