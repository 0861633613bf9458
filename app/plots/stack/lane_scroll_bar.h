#pragma once

#include "plots/plot.h"

#include <QScrollBar>

namespace threadscape {

/// Scroll bar of a plot whose lanes extend beyond it. Threads: the GUI thread.
class LaneScrollBar final : public QScrollBar {
public:
    explicit LaneScrollBar(QWidget* parent);

    void setTheme(const Theme& theme);
    /// Shown at the right edge of `lanes`, at position `px` within its range, if there is anything to scroll; null: no
    /// lanes.
    void place(Plot* lanes, int px);

private:
    double m_stepPx = 24;
};

} // namespace threadscape
