#include "os/atomic_file.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <streambuf>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace threadscape {

namespace {

[[noreturn]] void fail(int error)
{
    throw std::system_error(error, std::generic_category());
}

std::filesystem::path folderOf(const std::filesystem::path& target)
{
    const std::filesystem::path folder = target.parent_path();
    return folder.empty() ? "." : folder;
}

/// Calls `make` with unused names beside `target` until it does not fail with EEXIST; returns the last one.
template <typename Make>
std::filesystem::path namedBeside(const std::filesystem::path& target, Make make)
{
    static std::atomic<unsigned> s_number{0};
    for (;;) {
        std::filesystem::path name = folderOf(target) / (".threadscape-" + std::to_string(getpid()) + "-" +
                                                         std::to_string(++s_number) + ".tmp");
        if (make(name.c_str()))
            return name;
        if (errno != EEXIST)
            fail(errno);
    }
}

std::string procName(int fd)
{
    return "/proc/self/fd/" + std::to_string(fd);
}

/// A new file beside `target`; `name` stays empty where the file system knows files without one.
int createBeside(const std::filesystem::path& target, std::filesystem::path& name)
{
    int fd = ::open(folderOf(target).c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
    if (fd >= 0) {
        if (::access(procName(fd).c_str(), F_OK) == 0)
            return fd;
        ::close(fd); // it could not be given a name later
    }
    name = namedBeside(target, [&](const char* path) {
        fd = ::open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        return fd >= 0;
    });
    return fd;
}

} // namespace

/// Writes to a descriptor and remembers the first error.
class AtomicFile::Buffer final : public std::streambuf {
public:
    explicit Buffer(int fd) : m_fd(fd), m_bytes(kBytes) { setp(m_bytes.data(), m_bytes.data() + kBytes); }
    ~Buffer() override { close(); }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    int fd() const noexcept { return m_fd; }
    int error() const noexcept { return m_error; }
    bool flush()
    {
        const bool written = write(pbase(), static_cast<std::size_t>(pptr() - pbase()));
        setp(m_bytes.data(), m_bytes.data() + kBytes);
        return written;
    }
    void close() noexcept
    {
        if (m_fd >= 0 && ::close(m_fd) != 0 && m_error == 0)
            m_error = errno;
        m_fd = -1;
    }

protected:
    int_type overflow(int_type c) override
    {
        if (!flush())
            return traits_type::eof();
        if (!traits_type::eq_int_type(c, traits_type::eof()))
            sputc(traits_type::to_char_type(c));
        return traits_type::not_eof(c);
    }
    std::streamsize xsputn(const char* bytes, std::streamsize count) override
    {
        if (count < epptr() - pptr()) {
            std::memcpy(pptr(), bytes, static_cast<std::size_t>(count));
            pbump(static_cast<int>(count));
            return count;
        }
        return flush() && write(bytes, static_cast<std::size_t>(count)) ? count : 0;
    }
    int sync() override { return flush() ? 0 : -1; }

private:
    static constexpr std::size_t kBytes = std::size_t{1} << 16U;

    bool write(const char* bytes, std::size_t count)
    {
        while (m_error == 0 && count > 0) {
            const ssize_t written = ::write(m_fd, bytes, count);
            if (written < 0 && errno != EINTR)
                m_error = errno;
            if (written > 0) {
                bytes += written;
                count -= static_cast<std::size_t>(written);
            }
        }
        return m_error == 0;
    }

    int m_fd;
    int m_error = 0;
    std::vector<char> m_bytes;
};

AtomicFile::AtomicFile(const std::filesystem::path& path) : m_target(path)
{
    struct stat old {};
    const bool exists = ::stat(path.c_str(), &old) == 0;
    if (!exists && errno != ENOENT) // else a name that is too long would fail on commit
        fail(errno);
    int fd = -1;
    if (exists && S_ISDIR(old.st_mode))
        fail(EISDIR);
    if (exists && !S_ISREG(old.st_mode)) {
        fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (fd < 0)
            fail(errno);
    } else {
        if (exists) // a link is kept: its target file is replaced
            m_target = std::filesystem::canonical(path);
        fd = createBeside(m_target, m_temporary);
        m_replaces = true;
        if (exists)
            (void)::fchmod(fd, old.st_mode & 07777U);
    }
    m_buffer = std::make_unique<Buffer>(fd);
    m_stream = std::make_unique<std::ostream>(m_buffer.get());
}

AtomicFile::~AtomicFile()
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

std::ostream& AtomicFile::stream() noexcept
{
    return *m_stream;
}

void AtomicFile::commit(Until until)
{
    if (!m_buffer->flush())
        fail(m_buffer->error());
    if (m_replaces && until == Until::onDisk && ::fsync(m_buffer->fd()) != 0)
        fail(errno);
    if (m_replaces && m_temporary.empty())
        m_temporary = namedBeside(m_target, [file = procName(m_buffer->fd())](const char* path) {
            return ::linkat(AT_FDCWD, file.c_str(), AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
        });
    m_buffer->close();
    if (m_buffer->error() != 0)
        fail(m_buffer->error());
    if (!std::exchange(m_replaces, false))
        return;
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        fail(errno);
    m_temporary.clear();
}

} // namespace threadscape
