#pragma once

#include <QObject>
#include <functional>

namespace threadscape {

/// Calls `retranslate` now and whenever the language changes, as long as `widget` lives. The parts of a widget are told after
/// itself, in the order in which they were made.
/// Threads: the widget's.
void onLanguageChange(QObject* widget, std::function<void()> retranslate);

/// A sentence that can be put into words again when the language is another; null: there is none.
using Words = std::function<QString()>;

} // namespace threadscape
