#pragma once

#include <QLocale>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace threadscape {

/// One that texts are in: its place in languages(), from 1; 0: whichever of them is the system's, else English.
enum class Language : std::uint8_t { system, english, russian };

/// A language that the program speaks. Its texts are resources/translations/threadscape_CODE.ts.
struct LanguageRow {
    const char* code; ///< "en": on the command line and in files
    const char* name; ///< in itself, for who reads no other
    QLocale::Language language;
    QLocale::Territory territory;
};

/// All of them, English first. Another one is a row here and a file of texts.
std::span<const LanguageRow> languages();
/// The row of a language; of the system's that which it stands for.
const LanguageRow& rowOf(Language language);
/// "en", "system"; and back, nothing where there is no such language.
std::string_view codeOf(Language language);
std::optional<Language> languageOf(std::string_view code);

/// Sets the language of texts and the way numbers are written, from now on. Widgets that are there are told by
/// QEvent::LanguageChange before this returns: see onLanguageChange(). Call when the application object exists.
/// Threads: the application's.
void installLanguage(Language language = Language::english);

/// The one that is spoken now, whichever was chosen: never Language::system.
Language spokenLanguage();

} // namespace threadscape
