#include "window/shell/top_bar.h"

#include "text/language_change.h"
#include "window/widgets/icons.h"

#include <QHBoxLayout>
#include <QStyle>
#include <algorithm>

namespace threadscape {

TopBar::TopBar(QWidget* parent)
    : QWidget(parent), m_run(new QPushButton(this)), m_speed(new SpeedControl(this))
{
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_run->setObjectName(QStringLiteral("run"));
    m_run->setFocusPolicy(Qt::TabFocus);
    m_hold = addButton(QStringLiteral("hold"));
    m_hold->setObjectName(QStringLiteral("hold"));
    m_hold->setCheckable(true);
    m_hold->setEnabled(false);
    m_compare = addButton(QStringLiteral("compare"));
    m_compare->setObjectName(QStringLiteral("compare"));
    m_compare->setCheckable(true);
    m_compare->setEnabled(false);
    m_exports = addButton(QStringLiteral("export"));
    m_present = addButton(QStringLiteral("present"));
    m_present->setObjectName(QStringLiteral("present"));
    m_view = addButton(QStringLiteral("view"));
    m_settings = addButton(QStringLiteral("settings"));
    m_settings->setCheckable(true);
    m_settings->hide();

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_run);
    row->addSpacing(8);
    row->addWidget(m_hold);
    row->addSpacing(8);
    row->addWidget(m_speed);
    row->addSpacing(8);
    row->addWidget(m_compare);
    row->addStretch();
    for (QToolButton* button : {m_exports, m_present, m_view, m_settings})
        row->addWidget(button);
    connect(m_run, &QPushButton::clicked, this, &TopBar::runOrStop);
    onLanguageChange(this, [this] { retranslate(); });
}

void TopBar::retranslate()
{
    const auto put = [](QToolButton* button, const QString& word, const QString& toolTip) {
        button->setText(word);
        button->setAccessibleName(word);
        button->setToolTip(toolTip);
    };
    put(m_hold, tr("Hold view"), tr("Holds the picture while the run goes on (H in the plots; End lets go)"));
    put(m_compare, tr("Compare"),
        tr("Pins this run: the next is drawn below it, on the same scale (Ctrl+D)"));
    m_compare->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D)); // a new text clears it
    put(m_exports, tr("Export"), tr("Saves the figure, the data or the run, and opens runs"));
    put(m_present, tr("Present"),
        tr("Fills the screen for a lecture hall (F5; F11 begins at what is shown)"));
    put(m_view, tr("View"), tr("Light or dark, language, size of type"));
    put(m_settings, tr("Settings"), tr("Shows presets and settings (Ctrl+,)"));
    showState();
    fit();
}

QToolButton* TopBar::addButton(const QString& icon)
{
    auto* button = new QToolButton(this);
    button->setIcon(lineIcon(icon));
    button->setIconSize({20, 20});
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void TopBar::setMenus(QMenu* exports, QMenu* view)
{
    m_exports->setMenu(exports);
    m_view->setMenu(view);
}

void TopBar::setRunning(bool running, bool stopping)
{
    m_running = running;
    m_stopping = stopping;
    showState();
}

void TopBar::setBlocked(const QString& why)
{
    m_blocked = why;
    showState();
}

void TopBar::setSettingsButtonShown(bool shown)
{
    m_settings->setVisible(shown);
    fit();
}

QSize TopBar::minimumSizeHint() const
{
    return {widthWith(Qt::ToolButtonIconOnly), QWidget::minimumSizeHint().height()};
}

// Width of the bar with the buttons in that style.
int TopBar::widthWith(Qt::ToolButtonStyle style) const
{
    int width = layout()->sizeHint().width();
    for (const QToolButton* tool : tools()) {
        if (tool->isHidden() || tool->toolButtonStyle() == style)
            continue;
        const int words = fontMetrics().horizontalAdvance(tool->text()) + 4;
        width += style == Qt::ToolButtonIconOnly ? -words : words;
    }
    return width;
}

// If texts do not fit only icons are shown; names and tooltips stay.
void TopBar::fit()
{
    const auto style = widthWith(Qt::ToolButtonTextBesideIcon) <= width() ? Qt::ToolButtonTextBesideIcon
                                                                          : Qt::ToolButtonIconOnly;
    for (QToolButton* tool : tools())
        tool->setToolButtonStyle(style);
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void TopBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        fit();
}

void TopBar::showState()
{
    const QString run = tr("Run");
    const QString stop = tr("Stop");
    m_run->setText(m_running ? stop : run);
    m_run->setAccessibleName(m_run->text());
    m_run->setIcon(m_running ? lineIcon(QStringLiteral("stop"), QPalette::Base)
                             : lineIcon(QStringLiteral("run"), QPalette::HighlightedText));
    m_run->setIconSize({20, 20});
    m_run->setEnabled(m_running ? !m_stopping : m_blocked.isEmpty());
    m_run->setToolTip(m_running             ? tr("Stops the run (Space)")
                      : m_blocked.isEmpty() ? tr("Runs it (Space)")
                                            : m_blocked);
    // Wide enough for either text: the button does not move under the pointer.
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    m_run->setFixedWidth(std::max(metrics.horizontalAdvance(run), metrics.horizontalAdvance(stop)) + 64);
    m_run->setProperty("running", m_running);
    m_run->style()->unpolish(m_run);
    m_run->style()->polish(m_run);
}

} // namespace threadscape
