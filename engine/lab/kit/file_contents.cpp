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
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return tl::unexpected(Error{Text(TS_TEXT("files", "There is no file %1.")).arg(path.string())});
    if (error)
        return tl::unexpected(notRead(path, error));
    if (!std::filesystem::is_regular_file(status)) // a pipe or a device may never end
        return tl::unexpected(Error{Text(TS_TEXT("files", "%1 is no file.")).arg(path.string())});
    const auto size = static_cast<std::size_t>(std::min(std::filesystem::file_size(path, error), most));
    if (error)
        return tl::unexpected(notRead(path, error));
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    constexpr std::size_t kRoom =
        64; // padding for readers that need some bytes behind the file, so that they need not copy it
    bytes.reserve(size + kRoom);
    // In steps, each a few ms.
    constexpr std::size_t kStep = std::size_t{4} << 20U;
    while (file && bytes.size() < size && !stop.stop_requested()) {
        const std::size_t before = bytes.size();
        bytes.resize(std::min(size, before + kStep));
        file.read(bytes.data() + before, static_cast<std::streamsize>(bytes.size() - before));
        bytes.resize(before + static_cast<std::size_t>(file.gcount())); // shorter when truncated meanwhile
    }
    if (file.bad() || !file.is_open())
        return tl::unexpected(notRead(path, std::error_code(errno, std::generic_category())));
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
