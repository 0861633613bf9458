#pragma once

#include "plots/style/theme.h"

#include <QLabel>

namespace threadscape {

/// What is pointed at, in words beside the pointer. Threads: the GUI thread.
class HoverLabel final : public QLabel {
public:
    explicit HoverLabel(QWidget* parent);

    void setTheme(const Theme& theme);
    /// Beside that place of the parent, and within it. Empty: it hides.
    void show(const QString& sentence, QPointF at);

private:
    double m_awayPx = 16;
};

/// A label that stands out from a plot.
QString chipStyle(const Theme& theme);

} // namespace threadscape
