#pragma once

#include <QObject>
#include <functional>

namespace threadscape {

/// Calls `retranslate` now and on every QEvent::LanguageChange, as long as `widget` lives. Children of a widget are
/// notified after it, in the order of their creation.
/// Threads: the widget's.
void onLanguageChange(QObject* widget, std::function<void()> retranslate);

/// A lazily translated sentence, evaluated again when the language changes; null: none.
using Words = std::function<QString()>;

} // namespace threadscape
