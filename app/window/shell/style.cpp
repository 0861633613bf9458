#include "window/shell/style.h"

#include <QApplication>
#include <QHash>
#include <QStyleFactory>
#include <QToolTip>
#include <cmath>

namespace threadscape {

namespace {

// @name: a colour; #Npx: a length that scales with the type.
const char* const kSheet = R"(
* { outline: none; }
QWidget { color: @text; }
QMainWindow, QDialog { background: @window; }
QToolTip { background: @panel; color: @text; border: 1px solid @grid; padding: #4px #8px; }

#topBar, #side, #experiments, #statusLine { background: @panel; }
#topBar { border-bottom: 1px solid @grid; }
#statusLine { border-top: 1px solid @grid; }
#problemLine { background: @errorBackground; }
#side { border-left: 1px solid @grid; }
#experiments { border-right: 1px solid @grid; }
#findings { border-top: 1px solid @grid; }

QLabel { background: transparent; }
QLabel[part="title"] { color: @secondary; font-weight: bold; }
QLabel[part="question"] { font-size: #20px; font-weight: bold; }
QLabel[part="answer"] { font-size: #16px; }
QLabel[part="answer"][failed="true"] { color: @error; }
QLabel[part="heading"] { color: @secondary; font-weight: bold; }
QLabel[part="runName"] { font-weight: bold; }
QLabel[part="secondary"] { color: @secondary; font-size: #12px; }
QLabel[part="settingName"][moved="true"] { color: @accent; }
QLabel[part="error"] { color: @error; background: @errorBackground; border-radius: 4px; padding: #8px; }
QLabel#settingsError[part="secondary"] { padding: 0; }
QLabel[part="problem"] { color: @error; }

QPushButton, QToolButton {
    background: transparent; border: 1px solid @border; border-radius: 6px; padding: #4px #12px; min-height: #20px; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @pressed; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: #3px #11px; }
QPushButton:disabled, QToolButton:disabled { color: @disabled; border-color: @grid; }
QToolButton:checked { background: @accentSoft; border-color: @accent; color: @accentText; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[popupMode="2"] { padding-right: #2px; }

QPushButton#run { background: @accent; color: @onAccent; border: 1px solid @accent; font-weight: bold; }
QPushButton#run:hover { background: @accentHover; border-color: @accentHover; }
QPushButton#run:focus { border: 2px solid @text; padding: #3px #11px; }
QPushButton#run[running="true"] { background: @text; color: @panel; border-color: @text; }
QPushButton#run:disabled { background: @grid; color: @disabled; border-color: @grid; }

QPushButton[part="chip"] { border-radius: #14px; padding: #3px #12px; min-height: #20px; }
QPushButton[part="chip"]:focus { padding: #2px #11px; }
QPushButton[part="chip"]:checked { background: @accentSoft; border-color: @accent; color: @accentText; }
QPushButton[part="chip"][moved="true"] { background: transparent; border: 1px dashed @accent; color: @accentText; }
QPushButton[part="chip"][moved="true"]:focus { border: 2px dashed @accent; }
QPushButton[part="link"] { border: none; color: @accentText; padding: #4px 0; }
QPushButton[part="link"]:hover { text-decoration: underline; background: transparent; }
QPushButton[part="link"]:focus { border: none; text-decoration: underline; padding: #4px 0; }
QToolButton[part="beside"] { padding: #2px #10px; }
QToolButton[part="beside"]:focus { padding: #1px #9px; }
QToolButton[part="quiet"] { border: 1px solid transparent; padding: 1px; min-height: 0; }
QToolButton[part="quiet"]:focus { border: 1px solid @accent; padding: 1px; }
QToolButton[part="title"] { border: 1px solid transparent; padding: #2px #4px; margin-left: -#4px;
    color: @secondary; font-weight: bold; }
QToolButton[part="title"]:focus { border: 1px solid @accent; padding: #2px #4px; }

QToolButton[segment] { border-radius: 0; padding: #2px #10px; border-right-width: 0; }
QToolButton[segment="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QToolButton[segment="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; border-right-width: 1px; }
QToolButton[segment]:checked { background: @accentSoft; color: @accentText; border: 1px solid @accent; }
QToolButton[segment]:focus { border: 1px solid @accent; padding: #2px #10px; text-decoration: underline; }

QLineEdit, QAbstractSpinBox {
    background: @field; border: 1px solid @border; border-radius: 6px; padding: #2px #6px; min-height: #20px;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit QToolButton { border: none; padding: 0; min-height: 0; background: transparent; }
QLineEdit:focus, QAbstractSpinBox:focus { border: 2px solid @accent; padding: #1px #5px; }

QSlider { min-height: #16px; background: transparent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @groove; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: @accent; }
QSlider::handle:horizontal:hover { background: @accentHover; }
QSlider::handle:horizontal:focus { background: @panel; border: 3px solid @accent; width: 10px; height: 10px;
    border-radius: 8px; margin: -6px 0; }

QSlider::sub-page:horizontal:disabled { background: @groove; }
QSlider::handle:horizontal:disabled { background: @disabled; }
#topBar QLabel:disabled { color: @disabled; }

QTreeWidget, QTableView { background: transparent; border: none; }
QTreeWidget::item { height: #28px; border-radius: 6px; padding-left: #8px; color: @text; border: 1px solid transparent; }
QTreeWidget::item:!has-children:hover { background: @hover; }
QTreeWidget::item:has-children { color: @secondary; padding-left: 0; }
QTreeWidget::item:selected { background: @accentSoft; color: @accentText; }
QTreeWidget::item:selected:active:focus { border: 1px solid @accent; }
QTableView::item { padding: 0 #2px; border: none; }
QTableView::item:selected { background: @accentSoft; color: @text; }

QHeaderView, QHeaderView::section { background: transparent; border: none; }
QHeaderView::section { color: @secondary; padding: #2px #6px; border-bottom: 1px solid @grid; }
#drawer QTableView::item { padding: 0 #6px; }
#drawer QPlainTextEdit { background: transparent; color: @text; }
#drawer QToolButton { padding: 0 #10px; min-height: #20px; }
#drawer QToolButton:checked { background: @accentSoft; color: @accentText; border: 1px solid @accent; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QScrollBar::handle:vertical { background: @groove; border-radius: 3px; min-height: 32px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: @secondary; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
QScrollBar::handle:horizontal { background: @groove; border-radius: 3px; min-width: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: @panel; border: 1px solid @grid; padding: #4px; }
QMenu::item { padding: #6px #24px #6px #12px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @grid; margin: #4px #8px; }
QMenu::indicator { width: 0; }
QMenu::item:checked { color: @accentText; font-weight: bold; }
#popup { background: @panel; border: 1px solid @border; }
#popup #experiments { border: none; }
)";

QColor mixed(const QColor& a, const QColor& b, double shareOfB)
{
    const auto mix = [&](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * shareOfB)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QHash<QString, QColor> coloursOf(const Theme& theme)
{
    const QColor onAccent = Theme::inkOn(theme.accent);
    return {
        {QStringLiteral("window"), theme.window},
        {QStringLiteral("panel"), theme.panel},
        {QStringLiteral("field"), theme.isDark ? theme.window : theme.plot},
        {QStringLiteral("grid"), theme.grid},
        {QStringLiteral("border"), mixed(theme.grid, theme.secondary, 0.4)},
        {QStringLiteral("groove"), mixed(theme.grid, theme.secondary, 0.25)},
        {QStringLiteral("text"), theme.text},
        {QStringLiteral("secondary"), theme.secondary},
        {QStringLiteral("disabled"), mixed(theme.secondary, theme.panel, 0.3)},
        {QStringLiteral("accent"), theme.accent},
        {QStringLiteral("accentText"), theme.isDark ? theme.accent : mixed(theme.accent, theme.text, 0.15)},
        {QStringLiteral("accentHover"), mixed(theme.accent, theme.text, 0.15)},
        {QStringLiteral("accentSoft"), mixed(theme.panel, theme.accent, theme.isDark ? 0.2 : 0.1)},
        {QStringLiteral("onAccent"), onAccent},
        {QStringLiteral("hover"), mixed(theme.panel, theme.text, 0.05)},
        {QStringLiteral("pressed"), mixed(theme.panel, theme.text, 0.1)},
        {QStringLiteral("error"), theme.error},
        {QStringLiteral("errorBackground"), theme.errorBackground}};
}

bool isWordCharacter(QChar c)
{
    return c.isLetter();
}

} // namespace

QPalette paletteOf(const Theme& theme)
{
    const QHash<QString, QColor> colours = coloursOf(theme);
    const auto colour = [&](const char* name) { return colours.value(QLatin1String(name)); };
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.secondary);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.error);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, colour("onAccent"));
    palette.setColor(QPalette::Link, colour("accentText"));
    palette.setColor(QPalette::Mid, colour("border"));
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.text);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, colour("disabled"));
    return palette;
}

QString styleSheetOf(const Theme& theme)
{
    const QHash<QString, QColor> colours = coloursOf(theme);
    const QString sheet = QString::fromLatin1(kSheet);
    QString result;
    result.reserve(sheet.size());
    for (qsizetype i = 0; i < sheet.size(); ++i) {
        if (sheet[i] == u'@') {
            qsizetype end = i + 1;
            while (end < sheet.size() && isWordCharacter(sheet[end]))
                ++end;
            result += colours.value(sheet.mid(i + 1, end - i - 1)).name();
            i = end - 1;
        } else if (sheet[i] == u'#' && i + 1 < sheet.size() && sheet[i + 1].isDigit()) {
            qsizetype end = i + 1;
            while (sheet[end].isDigit())
                ++end;
            result += QString::number(std::lround(theme.px(sheet.mid(i + 1, end - i - 1).toInt())));
            i = end - 1;
        } else {
            result += sheet[i];
        }
    }
    return result;
}

void applyTheme(const Theme& theme)
{
    if (QApplication::style()->name() != QLatin1String("fusion"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(theme.font(Theme::Type::body));
    QApplication::setPalette(paletteOf(theme));
    QToolTip::setPalette(paletteOf(theme));
    QToolTip::setFont(theme.font(Theme::Type::label));
    qApp->setStyleSheet(styleSheetOf(theme));
}

} // namespace threadscape
