#pragma once

#include "plots/style/theme.h"

#include <QAbstractButton>

namespace threadscape {

/// A heading beside lanes that expands and collapses what is below it. Threads: the GUI thread.
class FoldButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit FoldButton(QWidget* parent);

    void setTheme(const Theme& theme);
    /// Width of its text and the chevron.
    static double widthOf(const Theme& theme, const QString& words);

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Theme m_theme;
};

} // namespace threadscape
