#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace threadscape {

/// The files of the thumbnails of several pictures, in one folder: "name_64_64.png", or "name.jpg_64_64.png" where two pictures
/// differ in their extensions only, as their thumbnails must differ too.
/// Threads: any.
class ThumbnailNames {
public:
    ThumbnailNames(const std::vector<std::filesystem::path>& pictures, std::filesystem::path folder);

    /// For one of those pictures, scaled to fit into a square of `side` pixels.
    std::filesystem::path of(const std::filesystem::path& picture, int side) const;

private:
    std::filesystem::path m_folder;
    std::multiset<std::string> m_stems;
};

} // namespace threadscape
