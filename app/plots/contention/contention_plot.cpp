#include "plots/contention/contention_plot.h"

#include "plots/lanes/lane_painter.h"
#include "plots/lanes/lock_colors.h"
#include "text/hover_words.h"
#include "text/texts.h"

#include <cmath>
#include <numeric>

namespace threadscape {

namespace {

constexpr std::size_t kMostBands = 3;
constexpr double kBandHeight = 14;

} // namespace

ContentionPlot::ContentionPlot(PlotSpec spec, const PlotFrame& plotFrame, QWidget* parent)
    : Plot(std::move(spec), plotFrame, parent), m_ticker(new NumberTicker(true))
{
    yAxis->setTicker(m_ticker);
}

void ContentionPlot::styleAxes()
{
    xAxis->setBasePen(Qt::NoPen); // it lies below the bands, where no line belongs
}

const WaitingPicture& ContentionPlot::waiting(const TimeAxis& axis)
{
    const bool same = m_waitingAt == frame().run.snapshot && m_waitingWindow == axis.window() &&
                      m_waiting.columns.size() == static_cast<std::size_t>(std::max(axis.columns(), 1));
    if (!same) {
        std::vector<const LanePicture*> lanes;
        for (const TrackId track : frame().run.tracks)
            lanes.push_back(&frame().pictures->of(*frame().run.trace, frame().run.snapshot, track, axis));
        m_waiting = waitingPicture(lanes, frame().run.snapshot->nowNs, axis);
        m_waitingAt = frame().run.snapshot;
        m_waitingWindow = axis.window();
    }
    return m_waiting;
}

std::vector<ObjectId> ContentionPlot::locks() const
{
    std::vector<ObjectId> result;
    if (!frame().run.trace)
        return result;
    const Catalogue& catalogue = frame().run.trace->catalogue();
    for (std::size_t o = 0; o < catalogue.objects() && result.size() < kMostBands; ++o)
        if (isLock(catalogue.object(static_cast<ObjectId>(o)).kind))
            result.push_back(static_cast<ObjectId>(o));
    return result;
}

double ContentionPlot::leftMargin() const
{
    const QFontMetricsF metrics(theme().font(Theme::Type::label));
    double widest = Plot::leftMargin();
    for (const ObjectId lock : locks())
        widest = std::max(
            widest, metrics.horizontalAdvance(nameInWords(frame().run.trace->catalogue().object(lock).name)) +
                        theme().px(28));
    return std::ceil(widest);
}

// Lanes and values show the causes.
StackPlot ContentionPlot::room() const
{
    StackPlot asked = Plot::room();
    asked.spare = true;
    return asked;
}

double ContentionPlot::bottomExtra() const
{
    const std::size_t bands = std::max<std::size_t>(1, locks().size());
    return std::round(static_cast<double>(bands) * theme().px(kBandHeight + 4) + theme().px(2));
}

QRectF ContentionPlot::bandRect(std::size_t index) const
{
    const double top =
        area().bottom() + theme().px(4) + static_cast<double>(index) * theme().px(kBandHeight + 4);
    return {area().left(), std::round(top), area().width(), theme().px(kBandHeight)};
}

std::vector<ValueScale> ContentionPlot::values() const
{
    return {{0, std::max(2.0, std::ceil(m_most * 1.05 - 1e-6))}};
}

void ContentionPlot::fitValues()
{
    if (frame().run.trace.get() != m_seen) {
        m_seen = frame().run.trace.get();
        m_most = 0;
    }
    if (frame().run.trace && area().width() >= 1) {
        const auto reader = frame().run.trace->reader();
        m_most = std::max(m_most, static_cast<double>(waiting(timeAxis()).most));
    }
    yAxis->setRange(0, shown(0, values().front()).high);
    m_ticker->setRoom(area().height(), QFontMetricsF(theme().font(Theme::Type::label)).height());
}

void ContentionPlot::paintData(QCPPainter& painter)
{
    painter.fillRect(bandRect(0), theme().lane);
    if (!frame().run.trace)
        return;
    const double perPixel =
        painter.modes().testFlag(QCPPainter::pmVectorized) ? 1 : painter.device()->devicePixelRatioF();
    const TimeAxis axis(frame().view.window, std::max(1.0, area().width() * perPixel));
    paintStack(painter, waiting(axis), 1 / perPixel);
    if (m_bandsAxis != axis)
        m_bands.clear();
    m_bandsAxis = axis;
    m_bands = holderBands(*frame().run.trace, *frame().run.snapshot, axis, kMostBands, std::move(m_bands));
    const std::vector<QColor> colors = lockColors(theme(), frame().run.trace->catalogue());
    const std::vector<ObjectId> all = locks();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QRectF rect = bandRect(i);
        painter.fillRect(rect, theme().lane);
        const auto band = std::ranges::find(m_bands, all[i], &HolderBand::lock);
        if (band != m_bands.end())
            paintBand(painter, *band, rect, 1 / perPixel);
        painter.setFont(theme().font(Theme::Type::label));
        painter.setPen(theme().secondary);
        const QRectF name(0, rect.top() - theme().px(4), area().left() - theme().px(8),
                          rect.height() + theme().px(8));
        painter.drawText(name, Qt::AlignRight | Qt::AlignVCenter,
                         nameInWords(frame().run.trace->catalogue().object(all[i]).name));
    }
    if (m_most <= 0 && frame().run.snapshot->finished)
        paintNotice(painter, inWords(whyNobodyWaited(all)));
}

void ContentionPlot::paintStack(QCPPainter& painter, const WaitingPicture& picture, double pxScale) const
{
    const double unit = area().height() / yAxis->range().size();
    const QRectF all = area();
    painter.setPen(QPen(theme().grid, std::max(1.0, theme().px(1))));
    painter.drawLine(QLineF(all.bottomLeft(), all.bottomRight()));
    if (painter.modes().testFlag(QCPPainter::pmVectorized)) {
        paintOutlines(painter, picture, pxScale);
        return;
    }
    // Neighbouring columns of one height become one rectangle: fewer to draw, and no seams in vector files.
    std::size_t from = 0;
    const auto known = static_cast<std::size_t>(std::ceil(picture.knownUntilPx));
    const std::size_t count = std::min(picture.columns.size(), known);
    for (std::size_t c = 1; c <= count; ++c) {
        if (c < count && picture.columns[c] == picture.columns[from])
            continue;
        double bottom = all.bottom();
        for (std::size_t k = 0; k < kWaitingStates.size(); ++k) {
            const double height = static_cast<double>(picture.columns[from][k]) * unit;
            if (height <= 0)
                continue;
            const double top = std::max(all.top(), bottom - height);
            const QColor fill = fillOf(kWaitingStates[k]);
            const double left = all.left() + static_cast<double>(from) * pxScale;
            const double right = std::min(all.left() + static_cast<double>(c) * pxScale, all.right());
            painter.fillRect(QRectF(left, top, right - left, bottom - top), fill);
            bottom = top;
        }
        from = c;
    }
}

Template ContentionPlot::whyNobodyWaited(const std::vector<ObjectId>& all) const
{
    if (all.empty())
        return TS_TEXT("contention", "There was no lock in this run: nobody waited.");
    const bool used = std::ranges::any_of(all, [&](ObjectId lock) {
        return lock < frame().run.trace->objects() &&
               frame().run.trace->object(lock).totals->holds().total() > 0;
    });
    return used ? TS_TEXT("contention", "Nobody had to wait.")
                : TS_TEXT("contention", "Nobody took the lock in this run: nobody waited.");
}

QColor ContentionPlot::fillOf(State state) const
{
    const QColor fill = theme().state(state).fill;
    return frame().view.isolated && *frame().view.isolated != state ? theme().faded(fill) : fill;
}

void ContentionPlot::paintOutlines(QCPPainter& painter, const WaitingPicture& picture, double pxScale) const
{
    // Viewers antialias vector files, so adjacent columns would show seams: each layer is one outline, the highest first,
    // and a lower one covers it.
    const double unit = area().height() / yAxis->range().size();
    const QRectF all = area();
    const auto known = static_cast<std::size_t>(std::ceil(picture.knownUntilPx));
    const std::size_t count = std::min(picture.columns.size(), known);
    painter.setPen(Qt::NoPen);
    for (std::size_t layer = kWaitingStates.size(); layer-- > 0;) {
        QPolygonF outline;
        bool any = false;
        for (std::size_t c = 0; c < count; ++c) {
            const auto& column = picture.columns[c];
            const auto end = column.begin() + static_cast<std::ptrdiff_t>(layer) + 1;
            const double sum = static_cast<double>(std::accumulate(column.begin(), end, 0.0F));
            const double top = std::max(all.top(), all.bottom() - sum * unit);
            any = any || column[layer] > 0;
            if (!outline.isEmpty() && outline.back().y() == top)
                outline.removeLast(); // as high as its neighbour
            else
                outline << QPointF(all.left() + static_cast<double>(c) * pxScale, top);
            outline << QPointF(std::min(all.left() + static_cast<double>(c + 1) * pxScale, all.right()), top);
        }
        if (!any)
            continue;
        outline << QPointF(outline.back().x(), all.bottom()) << all.bottomLeft();
        painter.setBrush(fillOf(kWaitingStates[layer]));
        painter.drawPolygon(outline);
    }
    painter.setBrush(Qt::NoBrush);
}

void ContentionPlot::paintBand(QCPPainter& painter, const HolderBand& band, const QRectF& rect,
                               double pxScale) const
{
    const std::map<TrackId, std::size_t> colorOf = holderColors(frame().run.lanes, theme().groups.size());
    const QFont font = theme().font(Theme::Type::small);
    const QFontMetricsF metrics(font);
    for (const HolderRun& run : band.runs) {
        const double left = rect.left() + run.fromPx * pxScale;
        const double right = std::min(rect.left() + run.toPx * pxScale, rect.right());
        const auto color = colorOf.find(run.track);
        QColor fill = color == colorOf.end() ? theme().secondary : theme().groups[color->second];
        const QColor solid = fill;
        fill.setAlphaF(std::clamp(run.share, 0.1F, 1.0F));
        // Two consecutive holds stay visibly separate.
        const double seam = right - left >= 4 ? 1 : 0;
        painter.fillRect(QRectF(left, rect.top(), right - left - seam, rect.height()), fill);
        if (run.track == kNoTrack || run.share < 1)
            continue;
        const QString name = nameInWords(frame().run.trace->catalogue().track(run.track).name);
        if (metrics.horizontalAdvance(name) + theme().px(8) > right - left)
            continue;
        painter.setFont(font);
        painter.setPen(Theme::inkOn(solid));
        painter.drawText(QRectF(left, rect.top() - 2, right - left, rect.height() + 4), Qt::AlignCenter,
                         name);
    }
}

void ContentionPlot::paintLit(QCPPainter& painter)
{
    if (frame().lit == kNoObject)
        return;
    QColor veil = theme().plot;
    veil.setAlphaF(0.55F);
    const std::vector<ObjectId> all = locks();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QRectF rect = bandRect(i);
        if (all[i] != frame().lit) {
            painter.fillRect(rect, veil);
            continue;
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme().text, std::max(1.0, theme().px(1))));
        painter.drawRect(rect.adjusted(-1, -1, 1, 1));
    }
}

QString ContentionPlot::readOut(std::int64_t ns)
{
    const TimeAxis axis = timeAxis();
    const auto reader = frame().run.trace->reader();
    const WaitingPicture& picture = waiting(axis);
    const double px = axis.toPixel(ns);
    if (px < 0 || px >= picture.knownUntilPx || static_cast<std::size_t>(px) >= picture.columns.size())
        return {};
    return inWords(hoverSentence(picture.columns[static_cast<std::size_t>(px)]));
}

QString ContentionPlot::hover(QPointF at)
{
    if (!frame().run.trace || at.x() < area().left() || at.x() >= area().right())
        return {};
    const auto reader = frame().run.trace->reader();
    const TimeAxis axis = timeAxis();
    const double px = at.x() - area().left();
    const std::vector<ObjectId> all = locks();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!bandRect(i).contains(at))
            continue;
        const auto holder = holderAt(*frame().run.trace, *frame().run.snapshot, all[i], axis.toNs(px));
        return holder ? inWords(hoverSentence(frame().run.trace->catalogue(), all[i], *holder)) : QString();
    }
    if (!area().contains(at))
        return {};
    const WaitingPicture& picture = waiting(axis);
    const auto column = static_cast<std::size_t>(px);
    if (column >= picture.columns.size() || px >= picture.knownUntilPx)
        return {};
    return inWords(hoverSentence(picture.columns[column]));
}

} // namespace threadscape
