#include "lab/run/source_file.h"

#include "lab/kit/file_contents.h"

namespace threadscape {

SourceFile::SourceFile(const std::filesystem::path& path)
{
    std::error_code gone; // the members then differ from any file
    m_path = std::filesystem::absolute(path, gone);
    m_size = std::filesystem::file_size(path, gone);
    m_changed = std::filesystem::last_write_time(path, gone);
}

tl::expected<std::string, Error> SourceFile::contents() const
{
    auto bytes = contentsOf(m_path);
    std::error_code gone;
    if (bytes && (bytes->size() != m_size || std::filesystem::last_write_time(m_path, gone) != m_changed))
        return tl::unexpected(Error{
            Text(TS_TEXT("files", "%1 has changed since it was opened: it is not copied, since it may no "
                                  "longer be what is shown."))
                .arg(m_path.filename().string())});
    return bytes;
}

} // namespace threadscape
