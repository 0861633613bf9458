#pragma once

class QWidget;

namespace threadscape {

class Gestures;

/// Shows all keys of the window, and those of `gestures`. Does not block.
void showShortcuts(QWidget* window, const Gestures& gestures);

} // namespace threadscape
