#include "os/shared_segment.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace threadscape {

namespace {

constexpr int kSizeSeals = F_SEAL_SHRINK | F_SEAL_GROW;

std::error_code lastError() noexcept
{
    return {errno, std::system_category()};
}

// Memory available without swapping; no limit if unknown.
std::size_t availableBytes() noexcept
{
    const Descriptor file(::open("/proc/meminfo", O_RDONLY | O_CLOEXEC));
    std::array<char, 512> text{};
    if (!file || ::read(file.get(), text.data(), text.size() - 1) <= 0)
        return SIZE_MAX;
    const char* const line = std::strstr(text.data(), "MemAvailable:");
    unsigned long long kib = 0;
    if (line == nullptr || std::sscanf(line, "MemAvailable: %llu", &kib) != 1)
        return SIZE_MAX;
    return static_cast<std::size_t>(kib) * 1024;
}

} // namespace

tl::expected<SharedSegment, std::error_code> SharedSegment::create(const char* name, std::size_t bytes)
{
    if (bytes > kMostBytes || bytes > availableBytes() / 2)
        return tl::unexpected(std::make_error_code(std::errc::not_enough_memory));
    SharedSegment segment(Descriptor(::memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING)));
    if (!segment.m_descriptor)
        return tl::unexpected(lastError());
    const int fd = segment.m_descriptor.get();
    // Memory is allocated here, where failure can be reported: a later shortage would be a SIGBUS in the writer.
    int error = EINTR;
    while (error == EINTR)
        error = ::posix_fallocate(fd, 0, static_cast<off_t>(bytes));
    if (error != 0)
        return tl::unexpected(std::error_code(error, std::system_category()));
    if (::fcntl(fd, F_ADD_SEALS, kSizeSeals | F_SEAL_SEAL) != 0)
        return tl::unexpected(lastError());
    if (const std::error_code failure = segment.map(bytes))
        return tl::unexpected(failure);
    return segment;
}

tl::expected<SharedSegment, std::error_code> SharedSegment::open(Descriptor descriptor)
{
    SharedSegment segment(std::move(descriptor));
    const int fd = segment.m_descriptor.get();
    const int seals = ::fcntl(fd, F_GET_SEALS);
    if (seals < 0)
        return tl::unexpected(lastError());
    if ((seals & kSizeSeals) != kSizeSeals)
        return tl::unexpected(std::make_error_code(std::errc::operation_not_permitted));
    struct stat status {};
    if (::fstat(fd, &status) != 0)
        return tl::unexpected(lastError());
    if (const std::error_code failure = segment.map(static_cast<std::size_t>(status.st_size)))
        return tl::unexpected(failure);
    return segment;
}

SharedSegment::SharedSegment(SharedSegment&& other) noexcept
    : m_descriptor(std::move(other.m_descriptor)),
      m_data(std::exchange(other.m_data, nullptr)),
      m_size(std::exchange(other.m_size, 0))
{
}

SharedSegment& SharedSegment::operator=(SharedSegment&& other) noexcept
{
    if (this != &other) {
        unmap();
        m_descriptor = std::move(other.m_descriptor);
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

std::error_code SharedSegment::map(std::size_t bytes) noexcept
{
    // Populated, else the first event in each page would cause a page fault.
    void* const address =
        ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, m_descriptor.get(), 0);
    if (address == MAP_FAILED)
        return lastError();
    m_data = static_cast<std::byte*>(address);
    m_size = bytes;
    return {};
}

void SharedSegment::unmap() noexcept
{
    if (m_data != nullptr)
        ::munmap(m_data, m_size);
    m_data = nullptr;
}

} // namespace threadscape
