#pragma once

#include "window/settings/settings_panel.h"
#include "window/tables/findings_table.h"

namespace threadscape {

/// At the right: presets and settings, and below them the run's findings.
class SidePanel final : public QWidget {
    Q_OBJECT

public:
    explicit SidePanel(Setup& setup, QWidget* parent = nullptr);

    SettingsPanel& settings() const { return *m_settings; }
    void showFindings(const Findings& findings);
    /// No findings yet: the settings have the whole height.
    void hideFindings();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFindings();

    SettingsPanel* m_settings;
    FindingsTable* m_findings;
    QWidget* m_findingsBox;
};

} // namespace threadscape
