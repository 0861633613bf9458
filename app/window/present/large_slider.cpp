#include "window/present/large_slider.h"

#include "text/experiment_words.h"
#include "text/language_change.h"
#include "text/texts.h"
#include "window/settings/settings_panel.h"
#include "window/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace threadscape {

LargeSlider::LargeSlider(const SettingSpec& spec, QWidget* parent)
    : QWidget(parent),
      m_spec(spec),
      m_label(new ElidedLabel(this)),
      m_value(new QLabel(this)),
      m_editor(SettingEditor::make(spec, this)),
      m_slider(qobject_cast<QSlider*>(m_editor->body()))
{
    setObjectName(QString::fromStdString(spec.name));
    m_editor->field()->hide(); // no typing in a presentation
    m_value->setObjectName(QStringLiteral("value"));
    m_value->setTextFormat(Qt::PlainText);
    auto* head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(m_label, 1);
    head->addWidget(m_value);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_slider);
    connect(m_editor, &SettingEditor::edited, this,
            [this](const SettingValue& value) { emit moved(m_spec.name, value); });
    onLanguageChange(this, [this] { retranslate(); });
}

void LargeSlider::retranslate()
{
    m_label->setWords(inWords(m_spec.label));
    m_slider->setAccessibleName(m_label->text());
    m_slider->setAccessibleDescription(inWords(m_spec.help));
}

void LargeSlider::setTheme(const Theme& theme)
{
    m_theme = theme;
    // Constant height, whatever its type size.
    const int line = QFontMetrics(theme.font(Theme::Type::title)).height();
    m_label->setFixedHeight(line);
    m_value->setFixedHeight(line);
}

void LargeSlider::show(const SettingValue& value, const std::optional<SettingValue>& running)
{
    m_editor->setValue(value);
    const QString words = valueInWords(m_spec, value);
    const bool later = running && *running != value;
    m_value->setText(later ? tr("%1 → %2", "a setting of this run and of the next")
                                 .arg(valueInWords(m_spec, *running), words)
                           : words);
}

int LargeSlider::widthNeeded(Theme::Type type) const
{
    return QFontMetrics(m_theme.font(type)).horizontalAdvance(m_label->text()) + qRound(m_theme.px(12)) +
           QFontMetrics(m_theme.font(type, true)).horizontalAdvance(m_value->text());
}

void LargeSlider::setType(Theme::Type type)
{
    m_label->setFont(m_theme.font(type));
    m_value->setFont(m_theme.font(type, true));
}

std::vector<std::string> settingsToPresent(const Experiment& experiment, std::size_t count)
{
    std::vector<std::string> chosen;
    const std::vector<std::string> first = settingsShownFirst(experiment, SettingsPanel::kShown);
    for (const bool live : {true, false}) {
        for (const std::string& name : first) {
            const SettingSpec& spec = experiment.setting(name)->spec();
            const bool number = spec.type == SettingType::integer || spec.type == SettingType::real;
            if (number && spec.live == live && chosen.size() < count)
                chosen.push_back(name);
        }
    }
    std::vector<std::string> ordered;
    for (const Setting* setting : experiment.settings())
        if (std::ranges::find(chosen, setting->spec().name) != chosen.end())
            ordered.push_back(setting->spec().name);
    return ordered;
}

} // namespace threadscape
