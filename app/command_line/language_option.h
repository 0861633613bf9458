#pragma once

#include "base/text.h"
#include "text/language.h"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace threadscape {

/// What is left of a command line when the language that it asks for, which every command takes, is taken out.
struct SpokenArguments {
    std::optional<Language> language;
    std::vector<std::string> others;
};

/// Takes "--language CODE" (or with "=") out, wherever it stands before "--"; or says what is wrong with it.
tl::expected<SpokenArguments, Error> takeLanguage(const std::vector<std::string>& arguments);

} // namespace threadscape
