#include "window/settings/text_editor.h"

#include "text/texts.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QToolButton>

namespace threadscape {

TextEditor::TextEditor(const SettingSpec& spec, QWidget* parent)
    : SettingEditor(parent), m_line(new QLineEdit(parent))
{
    m_body = m_line;
    m_line->setPlaceholderText(inWords(spec.whenEmpty));
    m_line->setAccessibleName(inWords(spec.label));
    m_line->setAccessibleDescription(inWords(spec.help));
    connect(m_line, &QLineEdit::editingFinished, this, &TextEditor::take);
    if (spec.folder)
        addFolderButton(inWords(spec.label), parent);
}

void TextEditor::addFolderButton(const QString& label, QWidget* parent)
{
    m_body = new QWidget(parent);
    auto* choose = new QToolButton(m_body);
    choose->setProperty("part", "beside");
    choose->setText(QStringLiteral("…"));
    choose->setToolTip(tr("Choose a folder"));
    choose->setAccessibleName(tr("%1: choose a folder").arg(label));
    choose->setFocusPolicy(Qt::TabFocus);
    connect(choose, &QToolButton::clicked, this, [this, label] { chooseFolder(label); });
    auto* row = new QHBoxLayout(m_body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addWidget(choose);
    m_body->setFocusProxy(m_line);
}

void TextEditor::chooseFolder(const QString& label)
{
    const QString at = m_value.isEmpty() || !QDir(m_value).exists() ? QDir::homePath() : m_value;
    const QString chosen = QFileDialog::getExistingDirectory(m_body->window(), label, at);
    if (chosen.isEmpty())
        return;
    m_line->setText(QDir::toNativeSeparators(chosen));
    take();
}

void TextEditor::take()
{
    if (m_line->text() == m_value)
        return;
    m_value = m_line->text();
    emit edited(m_value.toStdString());
}

// A text that is being typed is kept when another setting changes.
void TextEditor::setValue(const SettingValue& value)
{
    const QString text = QString::fromStdString(std::get<std::string>(value));
    if (text == m_value)
        return;
    m_value = text;
    m_line->setText(text);
    m_line->setCursorPosition(0);
}

} // namespace threadscape
