#include "window/settings/speed_control.h"

#include "text/language_change.h"
#include "text/texts.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <cmath>

namespace threadscape {

namespace {

constexpr int kHalf = 20; // positions from 1x to 10x

double speedAt(int position)
{
    const double speed = std::pow(10.0, position / static_cast<double>(kHalf));
    const double unit = speed < 1 ? 0.01 : speed < 3 ? 0.1 : 0.5;
    return std::round(speed / unit) * unit;
}

int positionOf(double speed)
{
    return static_cast<int>(std::lround(std::log10(speed) * kHalf));
}

} // namespace

SpeedControl::SpeedControl(QWidget* parent)
    : QWidget(parent), m_slider(new WheelSafeSlider(this)), m_reading(new QLabel(this))
{
    auto* name = new QLabel(this);
    name->setBuddy(m_slider);
    m_slider->setRange(-kHalf, kHalf);
    m_slider->setPageStep(kHalf / 4);
    m_slider->setFixedWidth(144);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(name);
    row->addWidget(m_slider);
    row->addWidget(m_reading);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    onLanguageChange(this, [this, name] {
        name->setText(tr("Speed"));
        m_slider->setAccessibleName(tr("Speed"));
        setToolTip(tr("Divides every pause; acts now"));
        m_reading->setMinimumWidth(
            m_reading->fontMetrics().horizontalAdvance(tr("%1×").arg(QStringLiteral("0.00"))) + 4);
        showSpeed(m_speed);
    });
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        const double speed = speedAt(position);
        showSpeed(speed);
        emit moved(speed);
    });
}

void SpeedControl::setSpeed(double speed)
{
    const QSignalBlocker quiet(m_slider);
    if (!m_slider->isSliderDown())
        m_slider->setValue(positionOf(speed));
    showSpeed(speed);
}

void SpeedControl::showSpeed(double speed)
{
    m_speed = speed;
    m_reading->setText(tr("%1×").arg(numberInWords(speed, 3)));
}

} // namespace threadscape
