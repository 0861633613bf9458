#include "window/shortcuts_help.h"

#include "text/every_language.h"

#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>

namespace threadscape {

namespace {

struct Shortcut {
    const char* keys;
    const char* meaning;
};

constexpr Shortcut kShortcuts[] = {
    {QT_TRANSLATE_NOOP("Shortcuts", "Space"), QT_TRANSLATE_NOOP("Shortcuts", "run, stop")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Wheel, W, S"),
     QT_TRANSLATE_NOOP("Shortcuts", "zoom in and out of the plots")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Drag, A, D, arrows"),
     QT_TRANSLATE_NOOP("Shortcuts", "move the plots in time")},
    {QT_TRANSLATE_NOOP("Shortcuts", "F"),
     QT_TRANSLATE_NOOP("Shortcuts", "fit what is measured or selected, or the whole run")},
    {QT_TRANSLATE_NOOP("Shortcuts", "H"), QT_TRANSLATE_NOOP("Shortcuts", "hold the view, let it go")},
    {QT_TRANSLATE_NOOP("Shortcuts", "C"),
     QT_TRANSLATE_NOOP("Shortcuts", "show who ran on each core, hide it")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Arrows, Enter"),
     QT_TRANSLATE_NOOP("Shortcuts", "choose a point of a speedup, see what its workers did")},
    {QT_TRANSLATE_NOOP("Shortcuts", "U"),
     QT_TRANSLATE_NOOP("Shortcuts", "draw the USL through a speedup, or not")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Shift+Drag"),
     QT_TRANSLATE_NOOP("Shortcuts", "measure a stretch of time")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Ctrl+D"),
     QT_TRANSLATE_NOOP("Shortcuts", "pin the run to compare the next with it; unpin")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Click"),
     QT_TRANSLATE_NOOP("Shortcuts", "select a span, open a point of a speedup; Escape lets it go")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Ctrl+1, 2, 3, 4, 5"),
     QT_TRANSLATE_NOOP("Shortcuts", "open threads, locks, log, futures, cores below the plots")},
    {QT_TRANSLATE_NOOP("Shortcuts", "Backspace"), QT_TRANSLATE_NOOP("Shortcuts", "go back one zoom")},
    {QT_TRANSLATE_NOOP("Shortcuts", "End"), QT_TRANSLATE_NOOP("Shortcuts", "go back to now")},
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

} // namespace

void showShortcuts(QWidget* window)
{
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    inEveryLanguage(dialog,
                    [dialog] { dialog->setWindowTitle(QCoreApplication::translate("Shortcuts", "Keys")); });
    auto* grid = new QGridLayout(dialog);
    grid->setContentsMargins(24, 16, 24, 16);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    int row = 0;
    for (const Shortcut& shortcut : kShortcuts) {
        auto* keys = new QLabel(dialog);
        auto* meaning = new QLabel(dialog);
        keys->setProperty("part", "heading");
        grid->addWidget(keys, row, 0);
        grid->addWidget(meaning, row++, 1);
        inEveryLanguage(dialog, [keys, meaning, shortcut] {
            keys->setText(translated(shortcut.keys));
            meaning->setText(translated(shortcut.meaning));
        });
    }
    dialog->open();
}

} // namespace threadscape
