#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace threadscape {

/// A regular file in memory, for readers that take a path.
class MemoryFile {
public:
    MemoryFile(const std::uint8_t* bytes, std::size_t count) : m_fd(::memfd_create("fuzz", MFD_CLOEXEC))
    {
        while (count > 0) {
            const ssize_t written = ::write(m_fd, bytes, count);
            if (written <= 0)
                break;
            bytes += written;
            count -= static_cast<std::size_t>(written);
        }
    }
    ~MemoryFile() { ::close(m_fd); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(m_fd); }

private:
    int m_fd;
};

} // namespace threadscape
