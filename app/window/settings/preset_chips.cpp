#include "window/settings/preset_chips.h"

#include "text/texts.h"
#include "window/widgets/flow_layout.h"

#include <QPushButton>
#include <QStyle>

namespace threadscape {

PresetChips::PresetChips(QWidget* parent) : QWidget(parent)
{
    setLayout(new FlowLayout(8));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&m_buttons, &QButtonGroup::idClicked, this,
            [this](int id) { emit picked(m_names[static_cast<std::size_t>(id)]); });
}

void PresetChips::setPresets(const std::vector<Preset>& presets)
{
    qDeleteAll(m_buttons.buttons());
    m_names.clear();
    for (const Preset& preset : presets) {
        auto* chip = new QPushButton(inWords(preset.label), this);
        chip->setProperty("part", "chip");
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::TabFocus);
        chip->setAccessibleName(tr("Preset %1").arg(inWords(preset.label)));
        chip->setObjectName(QStringLiteral("preset_") + QString::fromStdString(preset.name));
        m_buttons.addButton(chip, static_cast<int>(m_names.size()));
        layout()->addWidget(chip);
        m_names.push_back(preset.name);
        chip->show();
    }
}

void PresetChips::setCurrent(const std::string& name, bool moved)
{
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        QAbstractButton* chip = m_buttons.button(static_cast<int>(i));
        const bool current = m_names[i] == name;
        if (current)
            chip->setChecked(true);
        chip->setToolTip(current && moved ? tr("Chosen, and changed since; a click takes it as it was")
                                          : tr("Takes these settings"));
        chip->setProperty("moved", current && moved);
        chip->style()->unpolish(chip);
        chip->style()->polish(chip);
    }
}

} // namespace threadscape
