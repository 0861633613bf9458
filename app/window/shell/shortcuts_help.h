#pragma once

class QWidget;

namespace threadscape {

class Gestures;

/// Shows all keys of the window, and what `gestures` does with them. Returns at once.
void showShortcuts(QWidget* window, const Gestures& gestures);

} // namespace threadscape
