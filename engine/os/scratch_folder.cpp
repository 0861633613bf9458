#include "os/scratch_folder.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace threadscape {

namespace {

constexpr std::string_view kPrefix = "threadscape-scratch-";
constexpr std::string_view kPattern = "XXXXXX";

[[noreturn]] void fail(const std::string& what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

/// The lock of a folder of ours; none: its program lives, or it is another user's.
Descriptor tryLock(const std::filesystem::path& folder)
{
    Descriptor lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat owned {};
    if (!lock || ::fstat(lock.get(), &owned) != 0 || owned.st_uid != ::geteuid() || owned.st_nlink == 0 ||
        ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0)
        return {};
    return lock;
}

bool hasOurName(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    return name.starts_with(kPrefix) && name.size() == kPrefix.size() + kPattern.size();
}

void clearForgotten(const std::filesystem::path& where)
{
    std::error_code unknown;
    for (auto entry = std::filesystem::directory_iterator(where, unknown);
         entry != std::filesystem::directory_iterator(); entry.increment(unknown))
        if (hasOurName(entry->path()))
            if (const Descriptor lock = tryLock(entry->path()))
                std::filesystem::remove_all(entry->path(), unknown);
}

} // namespace

ScratchFolder::ScratchFolder()
{
    const std::filesystem::path where = std::filesystem::temp_directory_path();
    clearForgotten(where);
    do {
        std::string name = (where / std::string(kPrefix).append(kPattern)).string();
        if (::mkdtemp(name.data()) == nullptr)
            fail(name);
        m_path = name;
        m_lock = tryLock(m_path);
        if (!m_lock && errno != ENOENT && errno != EWOULDBLOCK) {
            std::error_code leftBehind;
            std::filesystem::remove(m_path, leftBehind);
            fail(name);
        }
    } while (!m_lock || ::access(m_path.c_str(), F_OK) != 0); // another program took it for forgotten
}

ScratchFolder::~ScratchFolder()
{
    std::error_code leftBehind; // the system eventually clears its temporary files
    std::filesystem::remove_all(m_path, leftBehind);
}

} // namespace threadscape
