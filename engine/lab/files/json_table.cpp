#include "lab/files/json_table.h"

#include "formats/table_files.h"

#include <cmath>
#include <fmt/format.h>

namespace threadscape {

namespace {

using Json = nlohmann::ordered_json;

std::string plain(const Json& value)
{
    switch (value.type()) {
    case Json::value_t::string: return value.get<std::string>();
    case Json::value_t::boolean: return value.get<bool>() ? "true" : "false";
    case Json::value_t::number_integer: return std::to_string(value.get<std::int64_t>());
    case Json::value_t::number_unsigned: return std::to_string(value.get<std::uint64_t>());
    case Json::value_t::number_float: {
        const auto number = value.get<double>();
        return std::isfinite(number) ? fmt::format("{}", number) : std::string(); // null in JSON
    }
    case Json::value_t::array: {
        std::string items;
        for (const Json& item : value) {
            if (!items.empty())
                items += ';';
            items += plain(item);
        }
        return items;
    }
    default: return {};
    }
}

} // namespace

void writeHeader(std::span<const JsonColumn> columns, TextSink& out)
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        out << (i > 0 ? "," : "") << columns[i].name;
    out << kTableLineEnd;
}

void writeRow(std::span<const JsonColumn> columns, const Json& row, TextSink& out)
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        out << (i > 0 ? "," : "") << fieldOf(row.value(Json::json_pointer(columns[i].place), Json()));
    out << kTableLineEnd;
}

std::string fieldOf(const Json& value)
{
    return tableField(plain(value));
}

} // namespace threadscape
