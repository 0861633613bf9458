#pragma once

#include "plots/style/theme.h"

#include <QAbstractButton>

namespace threadscape {

/// Toggles additional curves of a plot: a small outlined word, filled while they are drawn. Threads: the GUI thread.
class LawButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit LawButton(QWidget* parent);

    void setTheme(const Theme& theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Theme m_theme;
};

} // namespace threadscape
