#include "plots/bars/bars_plot.h"

#include "plots/lanes/lane_painter.h"
#include "plots/style/chip.h"
#include "text/texts.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr double kLow = 220; // px of an area below which spacing is reduced

QString whole(double value)
{
    return QLocale().toString(static_cast<qlonglong>(std::llround(value)));
}

double highest(const std::vector<double>& values)
{
    return values.empty() ? 0 : *std::ranges::max_element(values);
}

} // namespace

BarsPlot::BarsPlot(PlotSpec spec, const PlotFrame& plotFrame, QWidget* parent)
    : Plot(std::move(spec), plotFrame, parent)
{
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
}

double BarsPlot::leftMargin() const
{
    const QFontMetricsF metrics(theme().font(Theme::Type::label));
    double widest = std::max(metrics.horizontalAdvance(inWords(TS_TEXT("bars", "expected"))),
                             metrics.horizontalAdvance(inWords(TS_TEXT("bars", "counted"))));
    if (const std::optional<BarsPicture> bars = picture())
        for (const double lost : bars->lostByRound)
            widest = std::max(widest, metrics.horizontalAdvance(whole(lost)));
    return std::ceil(widest + theme().px(20));
}

std::optional<BarsPicture> BarsPlot::picture() const
{
    return frame().run.shown ? barsPicture(frame().run.shown->findings()) : std::nullopt;
}

// The scales of the bars, and of a round's loss.
std::vector<ValueScale> BarsPlot::values() const
{
    const std::optional<BarsPicture> bars = picture();
    if (!bars)
        return {};
    return {{0, std::max(bars->expected, bars->counted)}, {0, highest(bars->lostByRound)}};
}

double BarsPlot::mostLost(const BarsPicture& bars) const
{
    return shown(1, {0, highest(bars.lostByRound)}).high;
}

QRectF BarsPlot::barsArea() const
{
    // Two bars are in the upper part; the rounds have the rest.
    const double share = area().height() < theme().px(kLow) ? 0.36 : 0.42;
    const double height = std::min(area().height() * share, theme().px(160));
    return {area().left(), area().top() + theme().px(4), area().width(), height};
}

QRectF BarsPlot::roundsArea() const
{
    const double top = barsArea().bottom() + theme().px(area().height() < theme().px(kLow) ? 32 : 44);
    return {area().left(), top, area().width(), area().bottom() - top - theme().px(24)};
}

void BarsPlot::paintBar(QCPPainter& painter, const QRectF& rect, const QString& name, const QString& number,
                        const QColor& color) const
{
    painter.fillRect(rect, color);
    painter.setFont(theme().font(Theme::Type::label));
    painter.setPen(theme().secondary);
    painter.drawText(QRectF(0, rect.top(), rect.left() - theme().px(8), rect.height()),
                     Qt::AlignRight | Qt::AlignVCenter, name);
    painter.setFont(theme().font(Theme::Type::answer, true));
    painter.setPen(Theme::inkOn(color));
    painter.drawText(rect.adjusted(theme().px(12), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, number);
}

void BarsPlot::paintData(QCPPainter& painter)
{
    const std::optional<BarsPicture> bars = picture();
    if (!frame().run.trace) {
        const QRectF all = barsArea();
        const double height = std::floor((all.height() - theme().px(12)) / 2);
        for (const auto& [top, name] : {std::pair{all.top(), TS_TEXT("bars", "expected")},
                                        {all.bottom() - height, TS_TEXT("bars", "counted")}})
            paintBar(painter, QRectF(all.left(), top, all.width(), height), inWords(name), {}, theme().lane);
    }
    if (!frame().run.trace || !bars) {
        paintNotice(painter, frame().run.trace ? inWords(TS_TEXT("bars", "The first round is being counted."))
                                               : frame().run.emptySentence);
        return;
    }
    const QRectF all = barsArea();
    const double height = std::floor((all.height() - theme().px(12)) / 2);
    const double widest = shown(0, {0, std::max(bars->expected, bars->counted)}).high;
    const double countedWidth = all.width() * bars->counted / widest;
    paintBar(painter, QRectF(all.left(), all.top(), all.width() * bars->expected / widest, height),
             inWords(TS_TEXT("bars", "expected")), whole(bars->expected), theme().state(State::sleep).fill);
    const QRectF counted(all.left(), all.bottom() - height, countedWidth, height);
    paintBar(painter, counted, inWords(TS_TEXT("bars", "counted")), whole(bars->counted),
             theme().state(State::running).fill);
    if (bars->lost > 0) {
        const QRectF loss(counted.right(), counted.top(), all.width() * bars->lost / widest, height);
        painter.fillRect(loss, theme().errorBackground);
        LanePainter::hatch(painter, loss, theme().error, theme().px(7), theme().px(1.5));
        painter.setPen(QPen(theme().error, theme().px(1)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(loss.adjusted(0.5, 0.5, -0.5, -0.5));
        const std::string lost = whole(bars->lost).toStdString();
        const QString words = inWords(
            bars->lostByRound.size() > 1 ? Text(TS_TEXT("bars", "%1 lost in round %2"), lost, bars->round + 1)
                                         : Text(TS_TEXT("bars", "%1 lost"), lost));
        const QFont font = theme().font(Theme::Type::answer, true);
        const double width = chipWidth(theme(), words, font);
        // In the loss, or before it: the loss is fully visible.
        const double left = loss.width() > width + theme().px(8) ? loss.center().x() - width / 2
                                                                 : loss.left() - width - theme().px(6);
        paintChip(painter, theme(), {left, loss.center().y()}, words, font);
    }
    paintRounds(painter, *bars);
}

QPointF BarsPlot::dotAt(const BarsPicture& bars, std::size_t round) const
{
    const QRectF all = roundsArea();
    const double most = std::max(1.0, mostLost(bars));
    const double x = (static_cast<double>(round) + 0.5) / static_cast<double>(bars.lostByRound.size());
    return {all.left() + x * all.width(), all.bottom() - bars.lostByRound[round] / most * all.height()};
}

void BarsPlot::paintRounds(QCPPainter& painter, const BarsPicture& bars) const
{
    const QRectF all = roundsArea();
    if (bars.lostByRound.size() < 2 || all.height() < theme().px(40))
        return;
    const double most = mostLost(bars);
    painter.setFont(theme().font(Theme::Type::title, true));
    painter.setPen(theme().text);
    painter.drawText(QRectF(all.left(), all.top() - theme().px(30), all.width(), theme().px(24)),
                     Qt::AlignLeft | Qt::AlignVCenter, inWords(TS_TEXT("bars", "Lost in each round")));
    painter.setPen(QPen(theme().grid, std::max(1.0, theme().px(1))));
    painter.drawLine(QLineF(all.bottomLeft(), all.bottomRight()));
    painter.drawLine(QLineF(all.topLeft(), all.topRight()));
    painter.setFont(theme().font(Theme::Type::label));
    painter.setPen(theme().secondary);
    const auto number = [&](double y, const QString& text) {
        painter.drawText(QRectF(0, y - theme().px(10), all.left() - theme().px(8), theme().px(20)),
                         Qt::AlignRight | Qt::AlignVCenter, text);
    };
    number(all.bottom(), whole(0));
    if (most > 0)
        number(all.top(), whole(most));
    else
        painter.drawText(all, Qt::AlignCenter, inWords(TS_TEXT("bars", "No round lost anything.")));
    // Rounds are labelled with their numbers, as far as these fit: the first, then multiples of a round step.
    const auto rounds = static_cast<double>(bars.lostByRound.size());
    const int step = std::max(1, static_cast<int>(niceStep(rounds * theme().px(40) / all.width())));
    for (int round = step == 1 ? 1 : step; round <= static_cast<int>(rounds); round += step) {
        const double x = dotAt(bars, static_cast<std::size_t>(round - 1)).x();
        painter.drawText(
            QRectF(x - theme().px(30), all.bottom() + theme().px(6), theme().px(60), theme().px(18)),
            Qt::AlignCenter, QLocale().toString(round));
    }
    const double radius = std::clamp(all.width() / rounds / 3, theme().px(2), theme().px(5));
    painter.setPen(QPen(theme().error, std::max(1.0, theme().px(2)), Qt::SolidLine, Qt::FlatCap));
    for (std::size_t r = 0; r < bars.lostByRound.size(); ++r)
        if (bars.lostByRound[r] > 0)
            painter.drawLine(QLineF(QPointF(dotAt(bars, r).x(), all.bottom()), dotAt(bars, r)));
    painter.setAntialiasing(true);
    painter.setPen(Qt::NoPen);
    for (std::size_t r = 0; r < bars.lostByRound.size(); ++r) {
        painter.setBrush(bars.lostByRound[r] > 0 ? theme().error : theme().state(State::running).fill);
        painter.drawEllipse(dotAt(bars, r), radius, radius);
    }
    painter.setAntialiasing(false);
}

QString BarsPlot::hover(QPointF at)
{
    const std::optional<BarsPicture> bars = picture();
    if (!frame().run.trace || !bars)
        return {};
    for (std::size_t r = 0; r < bars->lostByRound.size(); ++r) {
        const QPointF dot = dotAt(*bars, r);
        if (std::hypot(at.x() - dot.x(), at.y() - dot.y()) <= theme().px(8))
            return inWords(Text(TS_TEXT("bars", "Round %1 lost %2"))
                               .arg(static_cast<int>(r) + 1)
                               .arg(whole(bars->lostByRound[r]).toStdString()));
    }
    return {};
}

} // namespace threadscape
