#pragma once

#include "plots/plot.h"

#include <QScrollBar>

namespace threadscape {

/// Beside a plot whose lanes reach beyond it. Threads: the GUI thread.
class LaneScrollBar final : public QScrollBar {
public:
    explicit LaneScrollBar(QWidget* parent);

    void setTheme(const Theme& theme);
    /// Stands at the right edge of `lanes`, scrolled to `px` as far as they go, if there is anything to scroll; null: no lanes.
    void place(Plot* lanes, int px);

private:
    double m_stepPx = 24;
};

} // namespace threadscape
