#include "window/present/step_dots.h"

#include "text/language_change.h"

#include <QPainter>

namespace threadscape {

namespace {

constexpr double kDot = 6; // px at scale 1
constexpr double kBetweenDots = 6;

QString stepInWords(PresentationStep step)
{
    switch (step) {
    case PresentationStep::question: return StepDots::tr("question");
    case PresentationStep::guess: return StepDots::tr("guess");
    case PresentationStep::run: return StepDots::tr("run");
    case PresentationStep::answer: break;
    }
    return StepDots::tr("answer");
}

} // namespace

StepDots::StepDots(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    onLanguageChange(this, [this] { retranslate(); });
}

void StepDots::retranslate()
{
    setAccessibleName(tr("Step %1 of %2: %3", "which one, of how many, its name")
                          .arg(static_cast<int>(m_step) + 1)
                          .arg(kPresentationSteps)
                          .arg(stepInWords(m_step)));
}

void StepDots::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void StepDots::setStep(PresentationStep step)
{
    m_step = step;
    retranslate();
    update();
}

QSize StepDots::sizeHint() const
{
    return {qRound(m_theme.px(kPresentationSteps * (kDot + kBetweenDots))), qRound(m_theme.px(kDot + 2))};
}

void StepDots::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double size = m_theme.px(kDot);
    for (int i = 0; i < kPresentationSteps; ++i) {
        const bool now = i == static_cast<int>(m_step);
        painter.setPen(QPen(m_theme.secondary, m_theme.px(0.75)));
        painter.setBrush(now ? QBrush(m_theme.secondary) : QBrush(Qt::NoBrush));
        const double left = m_theme.px(kBetweenDots / 2) + i * m_theme.px(kDot + kBetweenDots);
        painter.drawEllipse(QRectF(left, (height() - size) / 2, size, size));
    }
}

} // namespace threadscape
