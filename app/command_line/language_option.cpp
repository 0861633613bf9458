#include "command_line/language_option.h"

#include "command_line/option_reader.h"

namespace threadscape {

namespace {

constexpr const char* kOption = "--language";

std::vector<std::string> codes()
{
    std::vector<std::string> all;
    for (const LanguageRow& row : languages())
        all.emplace_back(row.code);
    return all;
}

} // namespace

tl::expected<SpokenArguments, Error> takeLanguage(const std::vector<std::string>& arguments)
{
    const std::string withValue = std::string(kOption) + "=";
    const auto end = std::ranges::find(arguments, "--");
    SpokenArguments taken;
    for (auto word = arguments.begin(); word != arguments.end(); ++word) {
        // Never the value of another option: none begins with two dashes.
        if (word >= end || (*word != kOption && !word->starts_with(withValue))) {
            taken.others.push_back(*word);
            continue;
        }
        const bool apart = *word == kOption && word + 1 != end;
        OptionReader reader(apart ? std::vector{*word, *(word + 1)} : std::vector{*word});
        const auto language =
            reader.value(*reader.next(), {kOption}, {}).and_then([](const std::string& text) {
                return readWord(kOption, text, codes());
            });
        if (!language)
            return tl::unexpected(language.error());
        if (taken.language)
            return tl::unexpected(
                Error{Text(TS_TEXT("command_line", "%1 is given twice; once is allowed.")).arg(kOption)});
        taken.language = static_cast<Language>(*language + 1);
        word += apart ? 1 : 0;
    }
    return taken;
}

} // namespace threadscape
