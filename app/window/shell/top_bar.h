#pragma once

#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

#include "window/settings/speed_control.h"

namespace threadscape {

/// The bar above everything: Run or Stop, the speed, and on the right the menus.
class TopBar final : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);

    void setMenus(QMenu* exports, QMenu* view);
    void setRunning(bool running, bool stopping);
    /// `why`: the reason why it cannot run; empty: it can.
    void setBlocked(const QString& why);
    void setSettingsButtonShown(bool shown);

    /// Freezes the view; connected by the owner.
    QToolButton* hold() const { return m_hold; }
    /// Pins or unpins a run; connected by the owner.
    QToolButton* compare() const { return m_compare; }
    SpeedControl* speed() const { return m_speed; }
    QPushButton* run() const { return m_run; }
    QToolButton* exports() const { return m_exports; }
    /// Opens the presentation; connected by the owner.
    QToolButton* present() const { return m_present; }
    /// Opens the settings where they have no column of their own.
    QToolButton* settings() const { return m_settings; }
    QSize minimumSizeHint() const override;

signals:
    void runOrStop();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QList<QToolButton*> tools() const { return {m_hold, m_compare, m_exports, m_view, m_settings}; }
    int widthWith(Qt::ToolButtonStyle style) const;
    void fit();
    QToolButton* addButton(const QString& icon);
    void retranslate();
    void showState();

    QPushButton* m_run;
    SpeedControl* m_speed;
    QToolButton* m_hold;
    QToolButton* m_compare;
    QToolButton* m_exports;
    QToolButton* m_present; ///< always shows its text
    QToolButton* m_view;
    QToolButton* m_settings;
    QString m_blocked;
    bool m_running = false;
    bool m_stopping = false;
};

} // namespace threadscape
