#pragma once

class QWidget;

namespace threadscape {

/// Shows all keys of the window. Returns at once.
void showShortcuts(QWidget* window);

} // namespace threadscape
