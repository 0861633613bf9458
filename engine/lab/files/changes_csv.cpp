#include "lab/files/changes_csv.h"

#include "formats/table_files.h"

#include <array>

namespace threadscape {

namespace {

constexpr std::string_view kRowEnd = "\r\n";
constexpr int kDecimalsOfS = 9;

// Quoted where a list's commas or a text need it, as in RFC 4180.
std::string field(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

void writeRows(const std::vector<SettingChange>& changes, TextSink& out)
{
    out << "at_s,setting,from,to" << kRowEnd;
    for (const SettingChange& change : changes) {
        out.fixed(change.atNs, kDecimalsOfS);
        out << ',' << field(change.setting) << ',' << field(settingText(change.from)) << ','
            << field(settingText(change.to)) << kRowEnd;
    }
}

} // namespace

tl::expected<void, Error> writeChangesCsv(const std::vector<SettingChange>& changes,
                                          const std::filesystem::path& folder)
{
    const std::array<Table, 1> tables{{{"changes.csv", [&](TextSink& out) { writeRows(changes, out); }}}};
    return writeTables(folder, tables);
}

} // namespace threadscape
