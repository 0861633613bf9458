#pragma once

#include "base/text.h"

#include <nlohmann/json.hpp>

namespace threadscape {

/// A sentence with its template and its arguments. Any thread.
nlohmann::json textJson(const Text& text);
nlohmann::json templateJson(Template form);

/// The same back: the source texts are kept for as long as the program runs. Any thread. Throws nlohmann::json::exception
/// when it is none.
Text textFrom(const nlohmann::json& json);
Template templateFrom(const nlohmann::json& json);

/// A number that JSON may not have (NaN, infinities) with it. Any thread. Throws nlohmann::json::exception when it is none.
nlohmann::json realJson(double value);
double realFrom(const nlohmann::json& json);

} // namespace threadscape
