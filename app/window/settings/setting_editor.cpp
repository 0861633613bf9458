#include "window/settings/setting_editor.h"

#include "text/finding_words.h"
#include "text/texts.h"
#include "window/settings/number_editor.h"
#include "window/settings/text_editor.h"
#include "window/widgets/segmented.h"
#include "window/widgets/toggle_switch.h"

namespace threadscape {

namespace {

class SwitchEditor final : public SettingEditor {
public:
    explicit SwitchEditor(QWidget* parent) : SettingEditor(parent), m_switch(new ToggleSwitch(parent))
    {
        m_field = m_switch;
        connect(m_switch, &QAbstractButton::clicked, this, [this](bool on) { emit edited(on); });
    }

    void setValue(const SettingValue& value) override { m_switch->setChecked(std::get<bool>(value)); }

private:
    ToggleSwitch* m_switch;
};

// Whether the choices fit on one line with the setting's name; a narrow panel has 18 em.
bool fitsBeside(const QString& name, const QStringList& choices, const QFontMetrics& metrics)
{
    constexpr int kRoomEm = 18;
    constexpr int kPaddingPx = 22;
    constexpr int kOtherPx = 60; // the dot, the reset button, the gaps
    int width = metrics.horizontalAdvance(name) + kOtherPx;
    for (const QString& choice : choices)
        width += metrics.horizontalAdvance(choice) + kPaddingPx;
    return width <= kRoomEm * metrics.ascent() * 9 / 8;
}

class ChoiceEditor final : public SettingEditor {
public:
    ChoiceEditor(const SettingSpec& spec, QWidget* parent) : SettingEditor(parent), m_choices(spec.choices)
    {
        QStringList labels;
        for (const ChoiceSpec& choice : m_choices)
            labels << inWords(choice.label);
        m_segments = new Segmented(labels, parent);
        (fitsBeside(inWords(spec.label), labels, parent->fontMetrics()) ? m_field : m_body) = m_segments;
        connect(m_segments, &Segmented::picked, this,
                [this](int index) { emit edited(m_choices[static_cast<std::size_t>(index)].name); });
    }

    void setValue(const SettingValue& value) override
    {
        for (std::size_t i = 0; i < m_choices.size(); ++i) {
            if (m_choices[i].name == std::get<std::string>(value))
                m_segments->setIndex(static_cast<int>(i));
        }
    }

private:
    std::vector<ChoiceSpec> m_choices;
    Segmented* m_segments;
};

/// Any of several, reported in the order of the choices.
class ListEditor final : public SettingEditor {
public:
    ListEditor(const SettingSpec& spec, QWidget* parent) : SettingEditor(parent), m_choices(spec.choices)
    {
        QStringList labels;
        for (const ChoiceSpec& choice : m_choices)
            labels << inWords(choice.label);
        m_segments = new Segmented(labels, Segmented::Takes::several, parent);
        m_body = m_segments;
        connect(m_segments, &Segmented::picked, this, [this] {
            QStringList names;
            const std::vector<bool> taken = m_segments->taken();
            for (std::size_t i = 0; i < m_choices.size(); ++i)
                if (taken[i])
                    names << QString::fromStdString(m_choices[i].name);
            emit edited(names.join(QLatin1Char(',')).toStdString());
        });
    }

    void setValue(const SettingValue& value) override
    {
        const std::vector<std::string> names = listParts(std::get<std::string>(value));
        std::vector<bool> taken;
        for (const ChoiceSpec& choice : m_choices)
            taken.push_back(std::ranges::find(names, choice.name) != names.end());
        m_segments->setTaken(taken);
    }

private:
    std::vector<ChoiceSpec> m_choices;
    Segmented* m_segments;
};

} // namespace

SettingEditor* SettingEditor::make(const SettingSpec& spec, QWidget* parent)
{
    switch (spec.type) {
    case SettingType::integer:
    case SettingType::real: return new NumberEditor(spec, parent);
    case SettingType::boolean: return new SwitchEditor(parent);
    case SettingType::choice: return new ChoiceEditor(spec, parent);
    case SettingType::list: return new ListEditor(spec, parent);
    case SettingType::text: break;
    }
    return new TextEditor(spec, parent);
}

} // namespace threadscape
