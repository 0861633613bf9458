#pragma once

#include "plots/style/theme.h"
#include "window/shell/experiment_list.h"
#include "window/shell/side_panel.h"

#include <QPointer>

class QFrame;
class QHBoxLayout;

namespace threadscape {

/// The experiments, the plots and the settings side by side. Below 1200 px (at the default type size) the plots have all
/// the width: the list drops down from the title, and the settings are a drawer over the plots.
class Columns final : public QWidget {
    Q_OBJECT

public:
    /// Takes ownership of the three, which are in this order, also for the Tab key.
    Columns(ExperimentList* experiments, QWidget* centre, SidePanel* side, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// List and settings have no column of their own.
    bool compact() const { return m_compact; }
    /// Shows the list as a popup there. Only while compact.
    void dropList(const QWidget* below);
    void closeList();
    /// Opens or closes the settings' drawer, if compact. Moves the focus into it, and back to where it was.
    void setSettingsOpen(bool open);
    bool settingsOpen() const { return m_settingsOpen; }

signals:
    void compactChanged(bool compact);
    void settingsOpenChanged(bool open);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void setCompact(bool compact);
    void takeFocus();
    void returnFocus();

    Theme m_theme;
    ExperimentList* m_experiments;
    QWidget* m_centre;
    SidePanel* m_side;
    QFrame* m_popup; ///< the list, dropped down
    QHBoxLayout* m_row;
    QPointer<QWidget> m_before; ///< had the focus when the settings opened
    bool m_compact = false;
    bool m_settingsOpen = false;
};

} // namespace threadscape
