#include "lab/kit/files.h"

#include "kernels/picture_format.h"
#include "sync/wait_span.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

namespace threadscape {

namespace {

bool beginsLikeAPicture(const std::filesystem::path& path)
{
    std::array<char, kFormatBytes> bytes{};
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), bytes.size());
    return hasSignature(pictureFormat({bytes.data(), static_cast<std::size_t>(file.gcount())}));
}

} // namespace

Files::Files(Runtime& runtime)
    : m_object(runtime.catalogue().addObject(TS_NAME("name", "Files"), ObjectKind::storage))
{
}

template <typename Act>
auto Files::timed(VisibleOperation operation, Act&& act)
{
    const WaitSpan span(interruptible(operation, m_object), State::io, m_object);
    const std::int64_t startNs = monotonicNs();
    auto result = act();
    m_waitedNs.add(monotonicNs() - startNs);
    return result;
}

tl::expected<std::string, Error> Files::readPicture(const std::filesystem::path& path)
{
    constexpr std::size_t kPiece = std::size_t{1} << 20U; // a slow disk reads it in some ms
    std::optional<FileReader> file;
    std::string bytes;
    for (bool more = true; more;) {
        const auto read = timed(VisibleOperation::read, [&]() -> tl::expected<bool, Error> {
            if (!file) {
                auto opened = FileReader::open(path);
                if (!opened)
                    return tl::unexpected(opened.error());
                file.emplace(std::move(*opened));
            }
            return file->append(bytes, kPiece);
        });
        if (!read)
            return tl::unexpected(read.error());
        more = *read;
        if (const PictureFormat format = pictureFormat(bytes); !isRead(format))
            return tl::unexpected(unreadPicture(format));
        if (file->size() > kMostPictureBytes || std::ssize(bytes) > kMostPictureBytes)
            return tl::unexpected(Error{TS_TEXT("picture", "its file is larger than 512 MB")});
        bytes.reserve(static_cast<std::size_t>(file->size()) + kPiece); // so that it is never copied
    }
    return bytes;
}

tl::expected<void, Error> Files::write(const std::filesystem::path& path, const std::string& bytes)
{
    return timed(VisibleOperation::write, [&] {
        return writeFile(
            path, [&](std::ostream& out) { out << bytes; }, AtomicFile::Until::taken);
    });
}

std::vector<std::filesystem::path> picturesIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::error_code unknown;
        const bool hidden = entry.path().filename().string().starts_with('.');
        if (!hidden && entry.is_regular_file(unknown) &&
            (isPictureExtension(entry.path().extension().string()) || beginsLikeAPicture(entry.path())))
            found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace threadscape
