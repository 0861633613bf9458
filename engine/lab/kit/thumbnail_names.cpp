#include "lab/kit/thumbnail_names.h"

#include <fmt/format.h>
#include <utility>

namespace threadscape {

ThumbnailNames::ThumbnailNames(const std::vector<std::filesystem::path>& pictures,
                               std::filesystem::path folder)
    : m_folder(std::move(folder))
{
    for (const std::filesystem::path& picture : pictures)
        m_stems.insert(picture.stem().string());
}

std::filesystem::path ThumbnailNames::of(const std::filesystem::path& picture, int side) const
{
    const bool alone = m_stems.count(picture.stem().string()) == 1;
    const std::filesystem::path whole = m_folder / (alone ? picture.stem() : picture.filename());
    return whole.string() + fmt::format("_{0}_{0}.png", side);
}

} // namespace threadscape
