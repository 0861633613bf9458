#include "export/writable.h"

#include "os/atomic_file.h"

#include <system_error>
#include <unistd.h>

namespace threadscape {

namespace {

using std::filesystem::path;
using Done = tl::expected<void, Error>;

Error cannotWrite(const path& file, const std::error_code& why)
{
    return {Text(TS_TEXT("output", "%1 cannot be written: %2.")).arg(file.string()).arg(why.message())};
}

Done tryFolder(const path& folder, const path& file)
{
    std::error_code error;
    const auto status = std::filesystem::status(folder, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return tl::unexpected(Error{Text(TS_TEXT("output", "%1 cannot be written: there is no folder %2."))
                                        .arg(file.string())
                                        .arg(folder.string())});
    if (!is_directory(status) && !error)
        return tl::unexpected(Error{Text(TS_TEXT("output", "%1 cannot be written: %2 is no folder."))
                                        .arg(file.string())
                                        .arg(folder.string())});
    // Permissions do not reveal a file system mounted read-only; creating and removing a file does.
    try {
        const AtomicFile trial(folder / "threadscape");
    } catch (const std::system_error& failure) {
        return tl::unexpected(cannotWrite(file, failure.code()));
    }
    return {};
}

} // namespace

Done checkFile(const path& file)
{
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (is_directory(status) || !file.has_filename())
        return tl::unexpected(
            Error{Text(TS_TEXT("output", "%1 cannot be written: it is a folder.")).arg(file.string())});
    if (exists(status) && ::access(file.c_str(), W_OK) != 0)
        return tl::unexpected(
            Error{Text(TS_TEXT("output", "%1 cannot be written: it is protected.")).arg(file.string())});
    if (exists(status) && !is_regular_file(status))
        return {};
    if (const path folder = absolute(file).parent_path(); !is_directory(folder, error))
        return tryFolder(folder, file); // which says why not
    try {
        const AtomicFile trial(file);
    } catch (const std::system_error& failure) {
        return tl::unexpected(cannotWrite(file, failure.code()));
    }
    return {};
}

Done checkFolder(const path& folder)
{
    std::error_code error;
    const auto status = std::filesystem::status(folder, error);
    if (error && status.type() != std::filesystem::file_type::not_found)
        return tl::unexpected(cannotWrite(folder, error));
    const path whole = (absolute(folder) / "").lexically_normal().parent_path(); // without a slash at its end
    return tryFolder(exists(status) ? whole : whole.parent_path(), folder);
}

} // namespace threadscape
