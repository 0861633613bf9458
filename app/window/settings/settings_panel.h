#pragma once

#include <QPushButton>
#include <QVBoxLayout>

#include "window/settings/preset_chips.h"
#include "window/settings/setting_row.h"
#include "window/settings/setup.h"

namespace threadscape {

/// Presets and settings of the chosen experiment, built from its declaration.
class SettingsPanel final : public QWidget {
    Q_OBJECT

public:
    /// The number of settings shown; the others are under More.
    static constexpr std::size_t kShown = 6;

    explicit SettingsPanel(Setup& setup, QWidget* parent = nullptr);

    /// What the engine refused during a run; null clears it.
    void showError(const Words& sentence);

private:
    struct Group {
        QWidget* heading = nullptr;
        std::vector<SettingRow*> rows;
    };

    void build();
    void makeRows();
    void retranslate();
    QString rowWithFocus() const;
    void addGroup(SettingGroup group);
    void showValues();
    void arrange();

    Setup& m_setup;
    PresetChips* m_chips;
    QWidget* m_rowsWidget = nullptr;
    QVBoxLayout* m_column;
    std::vector<Group> m_groups;
    std::vector<std::string> m_shownFirst;
    QPushButton* m_more;
    QWidget* m_keyNow;
    QWidget* m_keyNextRun;
    QLabel* m_error;
    Words m_refusal;
};

/// The settings shown before More: from each group in turn, those that more presets change first, otherwise in the order
/// of their declaration.
std::vector<std::string> settingsShownFirst(const Experiment& experiment, std::size_t count);

} // namespace threadscape
