#include "plots/graph/graph_plot.h"

#include "plots/style/chip.h"
#include "text/texts.h"

#include <QPainterPath>
#include <cmath>
#include <numbers>

namespace threadscape {

namespace {

constexpr double kNodeHalf = 9;    // px, half of a node's width
constexpr double kArrowGap = 5;    // px between a node and an arrow
constexpr std::size_t kNamed = 32; // nodes up to which names fit

} // namespace

GraphPlot::GraphPlot(PlotSpec spec, const PlotFrame& plotFrame, QWidget* parent)
    : Plot(std::move(spec), plotFrame, parent)
{
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
}

// It shows the same as the contention plot.
StackPlot GraphPlot::room() const
{
    StackPlot asked = Plot::room();
    asked.large = true;
    return asked;
}

double GraphPlot::leastHeight() const
{
    return titleHeight() + theme().px(170);
}

std::int64_t GraphPlot::momentShown() const
{
    if (const auto pointed = crosshair())
        return *pointed;
    if (frame().heldNs())
        return std::min(*frame().heldNs(), frame().run.snapshot->nowNs);
    const std::int64_t last = lastMoment(*frame().run.trace, *frame().run.snapshot, frame().run.tracks);
    return std::min(last, std::max(frame().view.window.toNs, frame().view.window.fromNs));
}

WaitGraph GraphPlot::graph(std::int64_t ns) const
{
    return waitGraphAt(*frame().run.trace, *frame().run.snapshot, frame().run.tracks, ns);
}

GraphPlot::Ring GraphPlot::ring(const WaitGraph& graph) const
{
    Ring ring;
    ring.centre = area().center();
    const double names = QFontMetricsF(theme().font(Theme::Type::label)).height() + theme().px(8);
    const double high = std::max(theme().px(20), area().height() / 2 - names - theme().px(kNodeHalf));
    const double wide = std::max(high, std::min(area().width() / 2 - theme().px(110), high * 3));
    ring.wide = wide;
    ring.high = high;
    // Evenly spaced on the ring; locks and threads alternate as evenly as their numbers allow, a lock first.
    const std::size_t threads = graph.threads.size();
    const std::size_t locks = graph.locks.size();
    const std::size_t all = threads + locks;
    const auto at = [&](std::size_t place) {
        const double share = (static_cast<double>(place) + 0.5) / static_cast<double>(all);
        const double angle = (share - 0.25) * 2 * std::numbers::pi;
        return ring.centre + QPointF(std::cos(angle) * wide, std::sin(angle) * high);
    };
    for (std::size_t place = 0; place < all; ++place) {
        const bool lockNext =
            ring.locks.size() < locks &&
            (ring.threads.size() == threads || ring.locks.size() * threads <= ring.threads.size() * locks);
        (lockNext ? ring.locks : ring.threads).push_back(at(place));
    }
    return ring;
}

// Bent towards the centre, so that arrows between neighbours do not lie on the ring's names.
void GraphPlot::paintArrow(QCPPainter& painter, QPointF from, QPointF to, QPointF centre,
                           const QPen& pen) const
{
    const QPointF middle = (from + to) / 2;
    // Neighbours are joined by a straight line: too short for a bend.
    const double apart = QLineF(from, to).length() / theme().px(kNodeHalf);
    const QPointF bend = middle + (centre - middle) * 0.25 * std::clamp((apart - 8) / 24, 0.0, 1.0);
    const auto towards = [](QPointF a, QPointF b, double px) {
        const QLineF line(a, b);
        return line.length() < 1 ? a : line.pointAt(std::min(1.0, px / line.length()));
    };
    const QPointF start = towards(from, bend, theme().px(kNodeHalf + kArrowGap));
    const QPointF end = towards(to, bend, theme().px(kNodeHalf + kArrowGap));
    QPainterPath path(start);
    path.quadTo(bend, end);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    const double angle = std::atan2(end.y() - bend.y(), end.x() - bend.x());
    const double size = theme().px(5) + 2 * pen.widthF();
    const auto wing = [&](double turn) {
        return end - QPointF(std::cos(angle + turn), std::sin(angle + turn)) * size;
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    const QPointF tip = end + QPointF(std::cos(angle), std::sin(angle)) * theme().px(2);
    painter.drawPolygon(QPolygonF{tip, wing(0.45), wing(-0.45)});
}

void GraphPlot::paintNames(QCPPainter& painter, const WaitGraph& graph, const Ring& ring) const
{
    const QFontMetricsF metrics(theme().font(Theme::Type::label));
    const bool all = graph.threads.size() + graph.locks.size() <= kNamed;
    const auto put = [&](QPointF at, const QString& words, bool bold) {
        painter.setFont(theme().font(Theme::Type::label, bold));
        painter.setPen(theme().text);
        const QPointF out = at - ring.centre;
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 2;
        const double away = theme().px(kNodeHalf + 5);
        // Beside the node, or above and below it where the ring is horizontal.
        const bool beside = std::fabs(out.x()) / ring.wide > std::fabs(out.y()) / ring.high;
        const double x = !beside ? at.x() - width / 2 : out.x() > 0 ? at.x() + away : at.x() - away - width;
        const double y = beside        ? at.y() - metrics.height() / 2
                         : out.y() > 0 ? at.y() + away - theme().px(3)
                                       : at.y() - away - metrics.height() + theme().px(3);
        painter.drawText(QRectF(x, y, width, metrics.height()), Qt::AlignCenter, words);
    };
    for (std::size_t i = 0; i < graph.threads.size(); ++i)
        if (all || graph.threads[i].inCircle)
            put(ring.threads[i], name(graph.threads[i].track), graph.threads[i].inCircle);
    for (std::size_t i = 0; i < graph.locks.size(); ++i)
        if (all || graph.locks[i].inCircle)
            put(ring.locks[i], name(graph.locks[i]), graph.locks[i].inCircle);
}

// The key of the arrows, and the time of the picture.
void GraphPlot::paintKey(QCPPainter& painter, std::int64_t ns, bool circle) const
{
    const QFont font = theme().font(Theme::Type::label);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    double y = area().top() + metrics.height() / 2;
    const auto line = [&](const QPen& pen, const QString& words) {
        painter.setPen(pen);
        painter.drawLine(QLineF(area().left(), y, area().left() + theme().px(22), y));
        painter.setPen(theme().secondary);
        painter.drawText(QRectF(area().left() + theme().px(28), y - metrics.height() / 2,
                                metrics.horizontalAdvance(words) + 2, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, words);
        y += metrics.height() + theme().px(2);
    };
    line(QPen(theme().accent, theme().px(2)), inWords(TS_TEXT("graph", "is held by")));
    line(QPen(theme().state(State::lock).fill, theme().px(2), Qt::DashLine),
         inWords(TS_TEXT("graph", "waits for")));
    if (circle)
        line(QPen(theme().error, theme().px(3)), inWords(TS_TEXT("graph", "in a circle")));
    const QString when = inWords(Text(TS_TEXT("graph", "at %1")).arg(DurationArg{ns}));
    painter.setPen(theme().secondary);
    painter.drawText(QRectF(area().left(), area().top(), area().width(), metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, when);
}

void GraphPlot::paintGraph(QCPPainter& painter, std::int64_t ns) const
{
    const WaitGraph now = graph(ns);
    const Ring places = ring(now);
    const auto indexOf = [](const auto& nodes, auto id, auto member) {
        return static_cast<std::size_t>(std::ranges::find(nodes, id, member) - nodes.begin());
    };
    painter.setAntialiasing(true);
    bool circle = false;
    for (std::size_t i = 0; i < now.locks.size(); ++i) {
        const WaitGraph::Lock& lock = now.locks[i];
        const std::size_t holder = indexOf(now.threads, lock.holder, &WaitGraph::Thread::track);
        if (lock.holder == kNoTrack || holder == now.threads.size())
            continue;
        const bool inCircle = lock.inCircle && now.threads[holder].inCircle;
        paintArrow(painter, places.locks[i], places.threads[holder], places.centre,
                   QPen(inCircle ? theme().error : theme().accent, theme().px(inCircle ? 3 : 2)));
    }
    for (std::size_t i = 0; i < now.threads.size(); ++i) {
        const WaitGraph::Thread& thread = now.threads[i];
        const std::size_t lock = indexOf(now.locks, thread.wants, &WaitGraph::Lock::lock);
        if (thread.wants == kNoObject || lock == now.locks.size())
            continue;
        circle = circle || thread.inCircle;
        paintArrow(painter, places.threads[i], places.locks[lock], places.centre,
                   QPen(thread.inCircle ? theme().error : theme().state(State::lock).fill,
                        theme().px(thread.inCircle ? 3 : 2), Qt::DashLine));
    }
    const double half = theme().px(kNodeHalf);
    const QPen outline(theme().text, std::max(1.0, theme().px(1.5)));
    for (std::size_t i = 0; i < now.threads.size(); ++i) {
        const WaitGraph::Thread& thread = now.threads[i];
        painter.setPen(thread.ended ? QPen(theme().secondary, outline.widthF(), Qt::DotLine) : outline);
        painter.setBrush(thread.wants != kNoObject ? theme().state(State::lock).fill
                         : thread.running          ? theme().state(State::running).fill
                                                   : theme().lane);
        painter.drawEllipse(places.threads[i], half, half);
    }
    for (std::size_t i = 0; i < now.locks.size(); ++i) {
        painter.setPen(outline);
        painter.setBrush(now.locks[i].holder != kNoTrack ? theme().accent : theme().plot);
        painter.drawRect(QRectF(places.locks[i] - QPointF(half, half), QSizeF(2 * half, 2 * half)));
    }
    painter.setAntialiasing(false);
    paintNames(painter, now, places);
    paintKey(painter, ns, circle);
}

void GraphPlot::paintData(QCPPainter& painter)
{
    if (!frame().run.trace)
        return paintNotice(painter, inWords(TS_TEXT("graph", "Who waits for whom")));
    paintGraph(painter, momentShown());
}

// Over the picture of the end: the moment under the pointer.
void GraphPlot::paintLit(QCPPainter& painter)
{
    const auto pointed = crosshair();
    if (!pointed)
        return;
    painter.fillRect(area(), theme().plot);
    paintGraph(painter, std::min(*pointed, frame().run.snapshot->nowNs));
}

QString GraphPlot::name(TrackId track) const
{
    return nameInWords(frame().run.trace->catalogue().track(track).name);
}

QString GraphPlot::name(const WaitGraph::Lock& lock) const
{
    return nameInWords(frame().run.trace->catalogue().object(lock.lock).name);
}

QString GraphPlot::hover(QPointF at)
{
    if (!frame().run.trace)
        return {};
    const Trace::Reader reader = frame().run.trace->reader();
    const WaitGraph now = graph(momentShown());
    const Ring places = ring(now);
    const auto near = [&](QPointF node) {
        return std::hypot(at.x() - node.x(), at.y() - node.y()) <= theme().px(kNodeHalf + 4);
    };
    for (std::size_t i = 0; i < now.threads.size(); ++i) {
        if (!near(places.threads[i]))
            continue;
        const QString who = name(now.threads[i].track);
        if (now.threads[i].wants != kNoObject)
            for (const WaitGraph::Lock& lock : now.locks)
                if (lock.lock == now.threads[i].wants)
                    return inWords(Text(TS_TEXT("graph", "%1 waits for %2"))
                                       .arg(who.toStdString())
                                       .arg(name(lock).toStdString()));
        return now.threads[i].ended ? inWords(Text(TS_TEXT("graph", "%1 has ended")).arg(who.toStdString()))
                                    : who;
    }
    for (std::size_t i = 0; i < now.locks.size(); ++i)
        if (near(places.locks[i]))
            return now.locks[i].holder == kNoTrack
                       ? inWords(Text(TS_TEXT("graph", "%1 is free")).arg(name(now.locks[i]).toStdString()))
                       : inWords(Text(TS_TEXT("graph", "%1 is held by %2"))
                                     .arg(name(now.locks[i]).toStdString())
                                     .arg(name(now.locks[i].holder).toStdString()));
    return {};
}

} // namespace threadscape
