#pragma once

#include "base/text.h"

#include <nlohmann/json.hpp>

namespace threadscape {

/// A sentence with its template and its arguments. Any thread.
nlohmann::json textJson(const Text& text);
nlohmann::json templateJson(Template form);

/// The inverse: the source texts are retained for the life of the program. Any thread. Throws nlohmann::json::exception when it
/// is not valid.
Text textFrom(const nlohmann::json& json);
Template templateFrom(const nlohmann::json& json);

/// A number, including those that JSON cannot represent (NaN, infinities). Any thread. Throws nlohmann::json::exception when it
/// is not valid.
nlohmann::json realJson(double value);
double realFrom(const nlohmann::json& json);

} // namespace threadscape
