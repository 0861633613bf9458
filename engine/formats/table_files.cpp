#include "formats/table_files.h"

#include "os/atomic_file.h"

#include <system_error>

namespace threadscape {

std::string tableField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

tl::expected<void, Error> writeTables(const std::filesystem::path& folder, std::span<const Table> tables)
{
    const auto failed = [](Template form, const std::filesystem::path& path, const std::error_code& reason) {
        return tl::unexpected(Error{Text(form).arg(path.string()).arg(reason.message())});
    };
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return failed(TS_TEXT("files", "The folder %1 cannot be made: %2."), folder, error);
    for (const Table& table : tables) {
        const std::filesystem::path path = folder / table.name;
        try {
            AtomicFile file(path);
            {
                TextSink out(file.stream());
                table.write(out);
            }
            file.commit();
        } catch (const std::system_error& e) {
            return failed(TS_TEXT("files", "The file %1 cannot be written: %2."), path, e.code());
        }
    }
    return {};
}

} // namespace threadscape
