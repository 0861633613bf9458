#pragma once

#include <cstdint>

namespace threadscape {

/// The languages that there are; and whichever of them is the system's (Russian where that is Russian, else English).
enum class Language : std::uint8_t { system, english, russian };

/// Sets the language of texts and the way numbers are written, from now on. Widgets that are there are told by
/// QEvent::LanguageChange before this returns: see inEveryLanguage(). Call when the application object exists.
/// Threads: the application's.
void installLanguage(Language language = Language::english);

/// The one that is spoken now: English or Russian, whichever was chosen.
Language spokenLanguage();

} // namespace threadscape
