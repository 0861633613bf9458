#include "plots/stack/lane_scroll_bar.h"

namespace threadscape {

LaneScrollBar::LaneScrollBar(QWidget* parent) : QScrollBar(Qt::Vertical, parent)
{
    hide();
}

void LaneScrollBar::setTheme(const Theme& theme)
{
    m_stepPx = theme.px(24);
    setStyleSheet(
        QStringLiteral(
            "QScrollBar { background: transparent; width: 10px; margin: 0; border: none; }"
            "QScrollBar::handle { background: %1; border-radius: 3px; min-height: 24px; margin: 0 2px; }"
            "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
            "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }")
            .arg(theme.faded(theme.secondary).name()));
}

void LaneScrollBar::place(Plot* lanes, int px)
{
    const double hidden = lanes != nullptr ? lanes->hiddenHeight() : 0;
    setVisible(hidden > 0);
    if (lanes == nullptr)
        return;
    const QRect at = lanes->geometry();
    const QSignalBlocker quiet(this);
    setRange(0, qCeil(hidden));
    setPageStep(at.height());
    setSingleStep(qRound(m_stepPx));
    setGeometry(at.right() - 9, at.top(), 10, at.height());
    setValue(px);
    lanes->setScroll(value());
}

} // namespace threadscape
