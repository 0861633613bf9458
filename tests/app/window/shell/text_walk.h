#pragma once

#include <QAbstractButton>
#include <QAction>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QTreeWidget>
#include <functional>

namespace threadscape {

/// Goes through the texts of a window: what is seen, what a tooltip says, what a screen reader says, of what is shown and of
/// what is not shown yet.
class TextWalk {
public:
    /// `fits`: the text is as it should be.
    explicit TextWalk(std::function<bool(const QString&)> fits) : m_fits(std::move(fits)) {}

    /// Those texts that do not fit, each with what it is.
    QStringList over(const QWidget& window)
    {
        look("title", window.windowTitle());
        for (const QWidget* widget : window.findChildren<QWidget*>())
            lookAt(*widget);
        for (const QAction* action : window.findChildren<QAction*>()) {
            look("action", action->text());
            look("tooltip of an action", action->toolTip());
        }
        return m_offences;
    }

private:
    void lookAt(const QWidget& widget)
    {
        look("title", widget.windowTitle());
        look("tooltip", widget.toolTip());
        look("accessible name", widget.accessibleName());
        look("accessible description", widget.accessibleDescription());
        if (const auto* label = qobject_cast<const QLabel*>(&widget))
            look("label", label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            look("button", button->text());
        if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
            look("placeholder", line->placeholderText());
        if (const auto* log = qobject_cast<const QPlainTextEdit*>(&widget))
            for (const QString& line : log->toPlainText().split(u'\n'))
                look("log", line);
        if (const auto* number = qobject_cast<const QDoubleSpinBox*>(&widget))
            look("unit", number->suffix().trimmed());
        if (const auto* table = qobject_cast<const QTableWidget*>(&widget))
            lookAt(*table);
        if (const auto* tree = qobject_cast<const QTreeWidget*>(&widget))
            for (QTreeWidgetItemIterator it(const_cast<QTreeWidget*>(tree)); *it != nullptr; ++it) {
                look("list", (*it)->text(0));
                look("tooltip of the list", (*it)->toolTip(0));
            }
    }

    void lookAt(const QTableWidget& table)
    {
        for (int column = 0; column < table.columnCount(); ++column) {
            if (const QTableWidgetItem* heading = table.horizontalHeaderItem(column))
                look("heading", heading->text());
            for (int row = 0; row < table.rowCount(); ++row) {
                look("cell", table.item(row, column)->text());
                look("tooltip of a cell", table.item(row, column)->toolTip());
            }
        }
    }

    void look(const char* what, const QString& text)
    {
        const bool hasWords = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
        if (hasWords && !m_fits(text))
            m_offences << QStringLiteral("%1: %2").arg(QLatin1String(what), text);
    }

    std::function<bool(const QString&)> m_fits;
    QStringList m_offences;
};

} // namespace threadscape
