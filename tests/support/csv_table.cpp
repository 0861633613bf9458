#include "support/csv_table.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace threadscape {

namespace {

// RFC 4180, strictly: every line ends with CR LF, quotes only round whole fields.
std::vector<std::vector<std::string>> parseCsv(const std::string& text)
{
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string& field = rows.back().back();
        if (quoted) {
            if (text[i] != '"')
                field += text[i];
            else if (i + 1 < text.size() && text[i + 1] == '"')
                field += text[++i];
            else
                quoted = false;
        } else if (text[i] == '"') {
            EXPECT_TRUE(field.empty());
            quoted = true;
        } else if (text[i] == ',') {
            rows.back().emplace_back();
        } else if (text[i] == '\r') {
            EXPECT_EQ(text.at(++i), '\n');
            rows.emplace_back(1);
        } else {
            EXPECT_NE(text[i], '\n');
            field += text[i];
        }
    }
    EXPECT_EQ(rows.back(), std::vector<std::string>(1)); // the last line ends too
    rows.pop_back();
    return rows;
}

} // namespace

std::vector<CsvRow> csvTable(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    EXPECT_TRUE(in) << file;
    const auto lines = parseCsv({std::istreambuf_iterator<char>(in), {}});
    std::vector<CsvRow> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        EXPECT_EQ(lines[i].size(), lines[0].size()) << file << " line " << i;
        CsvRow& row = rows.emplace_back();
        for (std::size_t c = 0; c < std::min(lines[i].size(), lines[0].size()); ++c)
            row[lines[0][c]] = lines[i][c];
    }
    return rows;
}

} // namespace threadscape
