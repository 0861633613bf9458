#include "lab/kit/file_contents.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <limits>
#include <new>
#include <stdexcept>
#include <system_error>

namespace threadscape {

namespace {

Error notRead(const std::filesystem::path& path, const std::error_code& reason)
{
    return {
        Text(TS_TEXT("files", "The file %1 cannot be read: %2.")).arg(path.string()).arg(reason.message())};
}

// Its first `most` bytes.
tl::expected<std::string, Error> read(const std::filesystem::path& path, std::uintmax_t most,
                                      const std::stop_token& stop)
{
    auto file = FileReader::open(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto size =
        static_cast<std::size_t>(std::min<std::uintmax_t>(most, static_cast<std::uintmax_t>(file->size())));
    std::string bytes;
    constexpr std::size_t kRoom =
        64; // padding for readers that need some bytes behind the file, so that they need not copy it
    bytes.reserve(size + kRoom);
    constexpr std::size_t kStep = std::size_t{4} << 20U; // takes a few ms
    while (bytes.size() < size && !stop.stop_requested()) {
        const auto more = file->append(bytes, std::min(kStep, size - bytes.size()));
        if (!more)
            return tl::unexpected(more.error());
        if (!*more) // truncated meanwhile
            break;
    }
    return bytes;
}

} // namespace

tl::expected<std::string, Error> contentsOf(const std::filesystem::path& path, const std::stop_token& stop)
{
    return read(path, std::numeric_limits<std::uintmax_t>::max(), stop);
}

tl::expected<std::string, Error> beginningOf(const std::filesystem::path& path, std::size_t most)
{
    return read(path, most, {});
}

FileReader::FileReader(std::filesystem::path path, std::ifstream file, std::int64_t size)
    : m_path(std::move(path)), m_file(std::move(file)), m_size(size)
{
}

tl::expected<FileReader, Error> FileReader::open(const std::filesystem::path& path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return tl::unexpected(Error{Text(TS_TEXT("files", "There is no file %1.")).arg(path.string())});
    if (error)
        return tl::unexpected(notRead(path, error));
    if (!std::filesystem::is_regular_file(status)) // a pipe or a device may never end
        return tl::unexpected(Error{Text(TS_TEXT("files", "%1 is no file.")).arg(path.string())});
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error)
        return tl::unexpected(notRead(path, error));
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file.is_open())
        return tl::unexpected(notRead(path, std::error_code(errno, std::generic_category())));
    return FileReader(path, std::move(file), static_cast<std::int64_t>(size));
}

tl::expected<bool, Error> FileReader::append(std::string& bytes, std::size_t most)
{
    const std::size_t before = bytes.size();
    bytes.resize(before + most);
    errno = 0;
    m_file.read(bytes.data() + before, static_cast<std::streamsize>(most));
    if (m_file.bad())
        return tl::unexpected(notRead(m_path, std::error_code(errno, std::generic_category())));
    bytes.resize(before + static_cast<std::size_t>(
                              m_file.gcount())); // shorter at its end, or when truncated meanwhile
    return m_file.good();
}

tl::expected<void, Error> writeFile(const std::filesystem::path& path,
                                    const std::function<void(std::ostream&)>& write, AtomicFile::Until until)
{
    const auto failed = [&](const std::string& why) {
        return tl::unexpected(
            Error{Text(TS_TEXT("files", "The file %1 cannot be written: %2.")).arg(path.string()).arg(why)});
    };
    try {
        AtomicFile file(path);
        write(file.stream());
        file.commit(until);
    } catch (const std::system_error& e) {
        return failed(e.code().message());
    } catch (const std::bad_alloc&) {
        return failed(std::make_error_code(std::errc::not_enough_memory).message());
    } catch (const std::runtime_error& e) {
        return failed(e.what());
    }
    return {};
}

} // namespace threadscape
