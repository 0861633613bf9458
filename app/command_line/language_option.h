#pragma once

#include "base/text.h"
#include "text/language.h"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace threadscape {

/// A command line without its language option, which every command accepts.
struct SpokenArguments {
    std::optional<Language> language;
    std::vector<std::string> others;
};

/// Extracts "--language CODE" (or with "="), anywhere before "--"; or returns what is wrong with it.
tl::expected<SpokenArguments, Error> takeLanguage(const std::vector<std::string>& arguments);

} // namespace threadscape
