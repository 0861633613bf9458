#include "window/settings/setting_row.h"

#include "text/texts.h"
#include "window/shell/focus.h"
#include "window/widgets/dot.h"
#include "window/widgets/icons.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace threadscape {

SettingRow::SettingRow(const SettingSpec& spec, QWidget* parent)
    : QWidget(parent),
      m_name(spec.name),
      m_editor(SettingEditor::make(spec, this)),
      m_label(new QLabel(inWords(spec.label), this)),
      m_reset(new QToolButton(this))
{
    setObjectName(QString::fromStdString(spec.name));
    m_label->setProperty("part", "settingName");
    m_label->setWordWrap(true);
    m_reset->setProperty("part", "quiet");
    m_reset->setIcon(lineIcon(QStringLiteral("reset"), QPalette::Link));
    m_reset->setIconSize({16, 16});
    m_reset->setFocusPolicy(Qt::TabFocus);
    QSizePolicy keepsItsPlace = m_reset->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepsItsPlace);

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Dot(spec.live, this));
    head->addWidget(m_label, 1);
    head->addWidget(m_reset);
    if (QWidget* field = m_editor->field())
        head->addWidget(field);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    if (QWidget* body = m_editor->body())
        column->addWidget(body);
    tell(spec);

    connect(m_editor, &SettingEditor::edited, this,
            [this](const SettingValue& value) { emit edited(m_name, value); });
    connect(m_editor, &SettingEditor::corrected, this,
            [this, label = spec.label](const QString& typed, const QString& low, const QString& high) {
                emit corrected([=] {
                    return tr("%1 can be from %2 to %3: %4 is out of that, and the nearest was taken.")
                        .arg(inWords(label), low, high, typed);
                });
            });
    connect(m_reset, &QToolButton::clicked, this, [this] { emit resetAsked(m_name); });
}

// Accessible names and tooltips, so that each control is self-explanatory.
void SettingRow::tell(const SettingSpec& spec)
{
    const QString label = inWords(spec.label);
    const QString when = spec.live ? tr("Acts now, also while a run goes on.") : tr("Acts at the next Run.");
    const QString help = inWords(spec.help);
    setToolTip(help.isEmpty() ? when : tr("%1\n%2", "what a setting does, and when").arg(help, when));
    m_reset->setToolTip(tr("Back to the preset's value"));
    m_reset->setAccessibleName(tr("%1: back to the preset's value").arg(label));
    for (QWidget* control : {m_editor->field(), m_editor->body()}) {
        if (control == nullptr)
            continue;
        control->setAccessibleName(label);
        control->setAccessibleDescription(help);
    }
    m_label->setBuddy(m_editor->field() != nullptr ? m_editor->field() : m_editor->body());
}

void SettingRow::takeFocus()
{
    if (QWidget* first = firstControlIn(this))
        first->setFocus(Qt::OtherFocusReason);
}

void SettingRow::show(const SettingValue& value, bool moved)
{
    m_editor->setValue(value);
    m_reset->setVisible(moved);
    if (m_label->property("moved").toBool() == moved)
        return;
    m_label->setProperty("moved", moved);
    m_label->style()->unpolish(m_label);
    m_label->style()->polish(m_label);
}

} // namespace threadscape
