#include "window/shell/shortcuts_help.h"

#include "text/language_change.h"
#include "viewing/gestures.h"

#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace threadscape {

namespace {

struct Shortcut {
    const char* keys;
    const char* meaning;
};

constexpr Shortcut kShortcuts[] = {
    {QT_TRANSLATE_NOOP("Shortcuts", "Space"), QT_TRANSLATE_NOOP("Shortcuts", "run, stop")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Wheel"), QT_TRANSLATE_NOOP("Shortcuts", "zoom in and out of the plots")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Drag"), QT_TRANSLATE_NOOP("Shortcuts", "move the plots in time")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Shift+Drag"),
     QT_TRANSLATE_NOOP("Shortcuts", "measure a stretch of time")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Ctrl+D"),
     QT_TRANSLATE_NOOP("Shortcuts", "pin the run to compare the next with it; unpin")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Click"),
     QT_TRANSLATE_NOOP("Shortcuts", "select a span, open a point of a speedup; Escape lets it go")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Ctrl+1, 2, 3, 4, 5"),
     QT_TRANSLATE_NOOP("Shortcuts", "open threads, locks, log, futures, cores below the plots")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Ctrl+F"), QT_TRANSLATE_NOOP("Shortcuts", "find an experiment")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Ctrl+,"),
     QT_TRANSLATE_NOOP("Shortcuts", "open the settings of a small window; Escape closes them")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Ctrl+O"), QT_TRANSLATE_NOOP("Shortcuts", "open a run that was saved")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Ctrl+S"), QT_TRANSLATE_NOOP("Shortcuts", "save the figure")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Ctrl+Shift+C"), QT_TRANSLATE_NOOP("Shortcuts", "copy the figure")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Ctrl+Plus, Ctrl+Minus, Ctrl+0"),
     QT_TRANSLATE_NOOP("Shortcuts", "larger, smaller, usual type")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Ctrl+L"), QT_TRANSLATE_NOOP("Shortcuts", "English or Russian")},
    {QT_TRANSLATE_NOOP("Shortcuts", "F5"),
     QT_TRANSLATE_NOOP("Shortcuts", "present to a lecture hall, from the question; Escape leaves")},
    {QT_TRANSLATE_NOOP("Shortcuts", "F11"),
     QT_TRANSLATE_NOOP("Shortcuts", "present what the window shows; Escape leaves")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Page Down, Page Up"),
     QT_TRANSLATE_NOOP("Shortcuts",
                       "when presenting: a step on, a step back; twice in a run: stop and answer")},
    {QT_TRANSLATE_NOOP("Shortcuts", ". or B"),
     QT_TRANSLATE_NOOP("Shortcuts", "when presenting: a black screen, until any key")},
    {QT_TRANSLATE_NOOP("Shortcuts", "F6, Shift+F6"),
     QT_TRANSLATE_NOOP("Shortcuts", "go on to the next part of the window, or back")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Ctrl+Q"), QT_TRANSLATE_NOOP("Shortcuts", "quit")},
    {QT_TRANSLATE_NOOP("Shortcuts", "F1, ?"), QT_TRANSLATE_NOOP("Shortcuts", "show these keys")},
};

QString translated(const char* source)
{
    return QCoreApplication::translate("Shortcuts", source);
}

// Named here: Qt's own names need its translations, which may be missing.
constexpr struct {
    Qt::Key key;
    const char* name;
} kNamedKeys[] = {{Qt::Key_Left, QT_TRANSLATE_NOOP("Shortcuts", "Left")},
                  {Qt::Key_Right, QT_TRANSLATE_NOOP("Shortcuts", "Right")},
                  {Qt::Key_Up, QT_TRANSLATE_NOOP("Shortcuts", "Up")},
                  {Qt::Key_Down, QT_TRANSLATE_NOOP("Shortcuts", "Down")},
                  {Qt::Key_Return, QT_TRANSLATE_NOOP("Shortcuts", "Enter")},
                  {Qt::Key_Enter, QT_TRANSLATE_NOOP("Shortcuts", "Enter")},
                  {Qt::Key_Escape, QT_TRANSLATE_NOOP("Shortcuts", "Escape")}};

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts()) {
        const auto* const named =
            std::ranges::find_if(kNamedKeys, [&](const auto& one) { return key == QKeySequence(one.key); });
        keys << (named != std::end(kNamedKeys) ? translated(named->name)
                                               : key.toString(QKeySequence::PortableText));
    }
    keys.removeDuplicates();
    return keys.join(QStringLiteral(", "));
}

void layOut(QWidget& page, const std::vector<std::pair<QLabel*, QLabel*>>& rows, int columns)
{
    delete page.layout();
    auto* grid = new QGridLayout(&page);
    grid->setContentsMargins(24, 16, 24, 16);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    const int each = (static_cast<int>(rows.size()) + columns - 1) / columns;
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        grid->addWidget(rows[static_cast<std::size_t>(i)].first, i % each, i / each * 2);
        grid->addWidget(rows[static_cast<std::size_t>(i)].second, i % each, i / each * 2 + 1);
    }
}

} // namespace

void showShortcuts(QWidget* window, const Gestures& gestures)
{
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    onLanguageChange(dialog,
                     [dialog] { dialog->setWindowTitle(QCoreApplication::translate("Shortcuts", "Keys")); });
    auto* page = new QWidget(dialog);
    std::vector<std::pair<QLabel*, QLabel*>> rows;
    const auto addRow = [&] {
        auto* keys = new QLabel(page);
        keys->setProperty("part", "heading");
        return rows.emplace_back(keys, new QLabel(page));
    };
    for (const QAction* action : gestures.actions()) {
        const auto [keys, meaning] = addRow();
        const auto put = [keys = keys, meaning = meaning, action] {
            keys->setText(keysOf(*action));
            meaning->setText(action->text());
        };
        QObject::connect(action, &QAction::changed, keys, put); // another language, or another key
        put();
    }
    for (const Shortcut& shortcut : kShortcuts) {
        const auto [keys, meaning] = addRow();
        onLanguageChange(dialog, [keys = keys, meaning = meaning, shortcut] {
            keys->setText(translated(shortcut.keys));
            meaning->setText(translated(shortcut.meaning));
        });
    }
    const QSize room = window->screen()->availableSize() * 0.95;
    layOut(*page, rows, 2);
    if (page->sizeHint().width() > room.width())
        layOut(*page, rows, 1);
    auto* scroll = new QScrollArea(dialog); // if even that does not fit
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    auto* all = new QVBoxLayout(dialog);
    all->setContentsMargins({});
    all->addWidget(scroll);
    QSize needed = page->sizeHint();
    if (needed.height() > room.height())
        needed.rwidth() += scroll->verticalScrollBar()->sizeHint().width();
    dialog->resize(needed.boundedTo(room));
    dialog->open();
}

} // namespace threadscape
