#include "lab/kit/files.h"

#include "kernels/picture.h"
#include "sync/wait_span.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>

namespace threadscape {

namespace {

bool hasPictureName(const std::filesystem::path& path)
{
    std::string end = path.extension().string();
    std::transform(end.begin(), end.end(), end.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return end == ".png" || end == ".jpg" || end == ".jpeg";
}

bool beginsLikeAPicture(const std::filesystem::path& path)
{
    constexpr std::size_t kEnough = 16;
    std::array<char, kEnough> bytes{};
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), bytes.size());
    return pictureFormat({bytes.data(), static_cast<std::size_t>(file.gcount())}) != PictureFormat::none;
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

tl::expected<std::string, Error> Files::read(const std::filesystem::path& path)
{
    return timed(VisibleOperation::read, [&] { return contentsOf(path); });
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
            (hasPictureName(entry.path()) || beginsLikeAPicture(entry.path())))
            found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace threadscape
