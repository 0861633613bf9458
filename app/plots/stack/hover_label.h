#pragma once

#include "plots/style/theme.h"

#include <QLabel>

namespace threadscape {

/// Describes what is under the pointer, next to it. Threads: the GUI thread.
class HoverLabel final : public QLabel {
public:
    explicit HoverLabel(QWidget* parent);

    void setTheme(const Theme& theme);
    /// Next to that position of the parent, and within the parent. Empty: hides it.
    void show(const QString& sentence, QPointF at);

private:
    double m_awayPx = 16;
};

/// Style sheet of a label that stands out from a plot.
QString chipStyle(const Theme& theme);

} // namespace threadscape
