#pragma once

#include <QButtonGroup>
#include <QWidget>

#include "lab/experiment.h"

namespace threadscape {

/// The presets of an experiment, one button each.
class PresetChips final : public QWidget {
    Q_OBJECT

public:
    explicit PresetChips(QWidget* parent = nullptr);

    void setPresets(const std::vector<Preset>& presets);
    /// `moved`: settings were changed since.
    void setCurrent(const std::string& name, bool moved);

signals:
    void picked(const std::string& name);

private:
    QButtonGroup m_buttons;
    std::vector<std::string> m_names;
};

} // namespace threadscape
