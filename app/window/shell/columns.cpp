#include "window/shell/columns.h"

#include "window/shell/focus.h"

#include <QFrame>
#include <QHBoxLayout>
#include <algorithm>

namespace threadscape {

namespace {

constexpr int kCompactBelow = 1200; // px at the default type size
constexpr int kWideFrom = 1400;

} // namespace

Columns::Columns(ExperimentList* experiments, QWidget* centre, SidePanel* side, QWidget* parent)
    : QWidget(parent),
      m_experiments(experiments),
      m_centre(centre),
      m_side(side),
      m_popup(new QFrame(this, Qt::Popup)),
      m_row(new QHBoxLayout(this))
{
    m_experiments->setObjectName(QStringLiteral("experiments"));
    m_experiments->setAttribute(Qt::WA_StyledBackground);
    m_popup->setObjectName(QStringLiteral("popup"));
    (new QVBoxLayout(m_popup))->setContentsMargins(1, 1, 1, 1);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_row->addWidget(m_experiments);
    m_row->addWidget(m_centre, 1);
    m_row->addWidget(m_side);
}

void Columns::setTheme(const Theme& theme)
{
    m_theme = theme;
    arrange();
}

void Columns::arrange()
{
    const int room = window()->width(); // this will have that width, once laid out
    setCompact(room < m_theme.px(kCompactBelow));
    const bool wide = room >= m_theme.px(kWideFrom);
    m_experiments->setFixedWidth(static_cast<int>(m_theme.px(m_compact ? 256 : wide ? 208 : 176)));
    const int sideWidth = static_cast<int>(m_theme.px(wide || m_compact ? 320 : 272));
    m_side->setFixedWidth(sideWidth);
    if (!m_compact) {
        m_side->show();
        return;
    }
    m_side->setVisible(m_settingsOpen);
    m_side->setGeometry(width() - sideWidth, 0, sideWidth, height());
    m_side->raise();
}

void Columns::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    if (compact) {
        m_row->removeWidget(m_side);
        m_popup->layout()->addWidget(m_experiments);
    } else {
        m_popup->hide();
        m_row->insertWidget(0, m_experiments);
        m_row->addWidget(m_side);
        // Reparented from another window, they are last in the Tab order.
        setTabOrder(m_centre->previousInFocusChain(), m_experiments->search());
        setTabOrder(m_experiments->search(), m_experiments->tree());
    }
    m_experiments->show();
    emit compactChanged(compact);
    setSettingsOpen(false); // closes what was open before
}

void Columns::dropList(const QWidget* below)
{
    m_popup->setFixedSize(m_experiments->width() + 2, std::min(height(), m_experiments->wholeHeight()));
    m_popup->move(below->mapToGlobal(QPoint(0, below->height() + 4)));
    m_popup->show();
    m_experiments->search()->setFocus();
}

void Columns::closeList()
{
    m_popup->hide();
}

void Columns::setSettingsOpen(bool open)
{
    if (open == m_settingsOpen)
        return;
    m_settingsOpen = open;
    if (m_compact && !open)
        returnFocus(); // before it hides, which would move the focus arbitrarily
    arrange();
    if (m_compact && open)
        takeFocus();
    emit settingsOpenChanged(open);
}

void Columns::takeFocus()
{
    m_before = window()->focusWidget();
    if (QWidget* first = firstControlIn(m_side))
        first->setFocus(Qt::TabFocusReason);
}

void Columns::returnFocus()
{
    if (m_before != nullptr && m_side->isAncestorOf(window()->focusWidget()))
        m_before->setFocus(Qt::OtherFocusReason);
}

void Columns::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace threadscape
