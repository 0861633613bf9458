#pragma once

namespace threadscape {

/// Sets the language of texts and the way numbers are written: English, with its plural forms. Call once, when the
/// application object exists and no window yet.
void installLanguage();

} // namespace threadscape
