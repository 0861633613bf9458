#include "window/shell/load_light.h"

#include "measure/judgement.h"
#include "text/language_change.h"
#include "text/texts.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <chrono>

namespace threadscape {

/// A dot: an outline on a quiet machine, filled on a busy one.
class LoadLight::Bulb final : public QWidget {
public:
    explicit Bulb(QWidget* parent) : QWidget(parent)
    {
        setObjectName(QStringLiteral("bulb"));
        setFixedSize(10, 10);
    }

    void setBusy(bool busy)
    {
        m_busy = busy;
        update();
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor colour = palette().color(m_busy ? QPalette::WindowText : QPalette::PlaceholderText);
        painter.setPen(QPen(colour, 1.5));
        painter.setBrush(m_busy ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
    }

private:
    bool m_busy = false;
};

LoadLight::LoadLight(QWidget* parent) : QWidget(parent), m_bulb(new Bulb(this)), m_words(new QLabel(this))
{
    setObjectName(QStringLiteral("loadLight"));
    m_words->setProperty("part", "quiet");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_bulb);
    row->addWidget(m_words);
    connect(&m_every, &QTimer::timeout, this, [this] {
        m_every.setInterval(std::chrono::seconds(1));
        if (const std::optional<double> share = m_load.share())
            setShare(*share);
    });
    onLanguageChange(this, [this] { retranslate(); });
}

void LoadLight::setShare(std::optional<double> share)
{
    m_share = share;
    retranslate();
}

// What its dot shows is in the words too: not everyone sees the difference, and nobody hears it.
void LoadLight::retranslate()
{
    const bool busy = m_share && *m_share > kOthersMost;
    m_bulb->setBusy(busy);
    m_bulb->setVisible(m_share.has_value());
    const QString percent = QLocale().toString(100 * m_share.value_or(0), 'f', 0);
    m_words->setText(!m_share ? QString()
                     : busy   ? tr("other programs: %1 % of the cores").arg(percent)
                              : tr("machine quiet"));
    setToolTip(busy
                   ? tr("Other programs have %1 % of the cores now. What is measured meanwhile is about them "
                        "too: close them before a run that measures.")
                         .arg(percent)
                   : tr("Other programs have %1 % of the cores now.").arg(percent));
    setAccessibleName(m_words->text());
}

void LoadLight::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_load = OtherLoad();                          // what went on while it was hidden may be a run
    m_every.start(std::chrono::milliseconds(300)); // soon after the window has opened
}

void LoadLight::hideEvent(QHideEvent* event)
{
    m_every.stop();
    QWidget::hideEvent(event);
}

} // namespace threadscape
