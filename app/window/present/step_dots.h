#pragma once

#include <QWidget>

#include "plots/style/theme.h"
#include "window/present/presentation_steps.h"

namespace threadscape {

/// A dot per step of a presentation, the current one filled.
class StepDots final : public QWidget {
    Q_OBJECT

public:
    explicit StepDots(QWidget* parent);

    void setTheme(const Theme& theme);
    void setStep(PresentationStep step);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();

    Theme m_theme;
    PresentationStep m_step = PresentationStep::question;
};

} // namespace threadscape
