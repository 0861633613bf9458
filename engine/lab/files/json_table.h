#pragma once

#include "base/text_sink.h"

#include <nlohmann/json.hpp>
#include <span>
#include <string>

namespace threadscape {

/// A column of a table whose lines are objects of the result file: so a number is the same in both.
struct JsonColumn {
    std::string name;  ///< "running_s"
    std::string place; ///< within a line's object, as a JSON pointer: "/states/running"
};

/// The first line, which names the columns.
void writeHeader(std::span<const JsonColumn> columns, TextSink& out);
/// A line of one row's values; what is null or absent is an empty field.
void writeRow(std::span<const JsonColumn> columns, const nlohmann::ordered_json& row, TextSink& out);
/// A field: numbers with all their digits, text quoted as in RFC 4180, the items of a list separated by semicolons.
std::string fieldOf(const nlohmann::ordered_json& value);

} // namespace threadscape
