#pragma once

#include <QLocale>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace threadscape {

/// A language of the texts: its 1-based index in languages(); 0: the system's if available, else English.
enum class Language : std::uint8_t { system, english, russian };

/// An available language. Its texts are resources/translations/threadscape_CODE.ts.
struct LanguageRow {
    const char* code; ///< "en": on the command line and in files
    const char* name; ///< its name in itself
    QLocale::Language language;
    QLocale::Territory territory;
};

/// All of them, English first. A new one is a row here and a file of texts.
std::span<const LanguageRow> languages();
/// The row of a language; Language::system is resolved.
const LanguageRow& rowOf(Language language);
/// "en", "system"; and the inverse: nullopt if there is no such language.
std::string_view codeOf(Language language);
std::optional<Language> languageOf(std::string_view code);

/// Sets the language of texts and the number format. Existing widgets receive QEvent::LanguageChange before this returns:
/// see onLanguageChange(). Requires the application object.
/// Threads: the application's.
void installLanguage(Language language = Language::english);

/// The current language, resolved: never Language::system.
Language spokenLanguage();

} // namespace threadscape
