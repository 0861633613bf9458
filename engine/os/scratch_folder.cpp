#include "os/scratch_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace threadscape {

ScratchFolder::ScratchFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "threadscape-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw std::system_error(errno, std::generic_category(), name);
    m_path = name;
}

ScratchFolder::~ScratchFolder()
{
    std::error_code leftBehind; // the system eventually clears its temporary files
    std::filesystem::remove_all(m_path, leftBehind);
}

} // namespace threadscape
