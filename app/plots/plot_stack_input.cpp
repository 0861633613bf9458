#include "plots/legend_strip.h"
#include "plots/plot_stack.h"
#include "plots/span_words.h"
#include "plots/speedup_plot.h"
#include "plots/timeline_plot.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <cmath>

namespace threadscape {

namespace {

constexpr double kWheelStep = 0.8;      // of the window, for a notch
constexpr double kKeyStep = 0.7;        // of the window, for a key
constexpr double kPanStep = 0.1;        // of the window
constexpr std::size_t kMostZooms = 100; // remembered
constexpr qint64 kSameGestureMs = 600;  // zooms closer than this are one

// The letter that stands there on an English keyboard, whatever the layout is.
int letterAt(const QKeyEvent& event)
{
    switch (event.nativeScanCode()) { // X11: evdev + 8
    case 25: return Qt::Key_W;
    case 30: return Qt::Key_U;
    case 38: return Qt::Key_A;
    case 39: return Qt::Key_S;
    case 40: return Qt::Key_D;
    case 41: return Qt::Key_F;
    case 43: return Qt::Key_H;
    case 54: return Qt::Key_C;
    default: return event.key();
    }
}

} // namespace

Plot* PlotStack::plotAt(QPointF at) const
{
    for (Plot* plot : m_plots)
        if (!plot->isHidden() && QRectF(plot->geometry()).contains(at))
            return plot;
    return nullptr;
}

// One of those that are shown on the time axis, all of which are as wide; null: there is none.
const Plot* PlotStack::timePlot() const
{
    for (const Plot* plot : m_plots)
        if (plot->onTimeAxis() && !plot->isHidden())
            return plot;
    return nullptr;
}

std::optional<std::int64_t> PlotStack::timeAt(QPointF at) const
{
    if (const Plot* plot = plotAt(at); plot != nullptr && plot->standsAlone())
        return std::nullopt;
    const Plot* plot = timePlot();
    if (plot == nullptr)
        return std::nullopt;
    const QRectF area = plot->area().translated(plot->pos());
    if (at.x() < area.left() || at.x() > area.right())
        return std::nullopt;
    return plot->timeAxis().toNs(at.x() - area.left());
}

void PlotStack::zoom(double factor, std::optional<std::int64_t> anchorNs)
{
    if (!showsTime())
        return;
    const bool sameGesture = m_lastZoom.isValid() && m_lastZoom.elapsed() < kSameGestureMs;
    m_lastZoom.start();
    if (m_zooms.size() > kMostZooms)
        m_zooms.erase(m_zooms.begin());
    const TimeWindow window = m_frame.window;
    const std::int64_t anchor = anchorNs.value_or(window.fromNs + window.lengthNs() / 2);
    showWindow(zoomed(window, anchor, factor), !sameGesture);
}

void PlotStack::pan(double share)
{
    if (!showsTime())
        return;
    const TimeWindow window = m_frame.window;
    showWindow(panned(window, std::llround(share * static_cast<double>(window.lengthNs()))), false);
}

void PlotStack::scrollLanes(double px)
{
    m_scrollBar->setValue(m_scrollBar->value() + qRound(px));
}

void PlotStack::scrollTo(int px)
{
    m_scrollBar->setValue(px);
}

void PlotStack::wheelEvent(QWheelEvent* event)
{
    event->accept();
    const QPoint delta = event->angleDelta();
    const QPointF at = event->position();
    if (const Plot* plot = plotAt(at); plot != nullptr && plot->standsAlone())
        return; // it has no time to zoom
    const std::optional<std::int64_t> time = timeAt(at);
    const bool onNames = m_timeline != nullptr && plotAt(at) == m_timeline && !time;
    if (event->modifiers().testFlag(Qt::ShiftModifier) || onNames) {
        const int notch = delta.y() != 0 ? delta.y() : delta.x();
        scrollLanes(-notch / 120.0 * m_theme.px(48));
        return;
    }
    if (std::abs(delta.x()) > std::abs(delta.y()))
        pan(-delta.x() / 120.0 * kPanStep);
    else if (delta.y() != 0)
        zoom(std::pow(kWheelStep, delta.y() / 120.0), time);
}

void PlotStack::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    m_keyed = false;
    m_pressed.reset();
    if (const Plot* plot = plotAt(event->position()); plot != nullptr && plot->standsAlone()) {
        if (event->button() == Qt::LeftButton)
            m_pressed = event->position();
        return;
    }
    if (event->button() != Qt::LeftButton || !timeAt(event->position()))
        return;
    if (event->modifiers().testFlag(Qt::ShiftModifier) && m_frame.trace) {
        m_measureFrom = timeAt(event->position());
        setMeasured(std::nullopt);
        return;
    }
    m_dragFrom = event->position();
    m_dragWindow = m_frame.window;
}

void PlotStack::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position();
    m_keyed = false;
    if (m_measureFrom) {
        measureTo(event->position());
        hoverAt(m_pointer);
        return;
    }
    const Plot* const time = timePlot();
    if (!m_dragFrom || time == nullptr) {
        hoverAt(m_pointer);
        return;
    }
    const double moved = m_dragFrom->x() - event->position().x();
    // A click that trembles is no drag.
    if (m_dragWindow == m_frame.window && std::fabs(moved) < 4)
        return;
    setCursor(Qt::ClosedHandCursor);
    hoverAt(std::nullopt);
    const auto byNs =
        std::llround(moved / time->area().width() * static_cast<double>(m_dragWindow.lengthNs()));
    showWindow(panned(m_dragWindow, byNs), false);
}

void PlotStack::measureTo(QPointF at)
{
    const auto time = timeAt(at);
    if (!time)
        return;
    const auto [low, high] = std::minmax({*m_measureFrom, *time});
    if (high > low)
        setMeasured(TimeWindow{low, high});
}

void PlotStack::mouseReleaseEvent(QMouseEvent* event)
{
    // A press that moved nothing is a click: it selects what is there.
    const bool clicked = m_dragFrom && m_dragWindow == m_frame.window && event->button() == Qt::LeftButton &&
                         (event->position() - *m_dragFrom).manhattanLength() < 4;
    m_measureFrom.reset();
    m_dragFrom.reset();
    unsetCursor();
    m_pointer = event->position();
    const std::optional<QPointF> pressed = std::exchange(m_pressed, std::nullopt);
    if (pressed && event->button() == Qt::LeftButton && (event->position() - *pressed).manhattanLength() < 4)
        click(event->position());
    if (clicked && m_timeline != nullptr)
        select(m_timeline->hitAt(event->position() - QPointF(m_timeline->pos())));
    hoverAt(m_pointer);
}

// The selection, or the measured stretch, or all.
void PlotStack::fit()
{
    if (m_frame.measured) {
        setWindow(*m_frame.measured);
        return;
    }
    if (m_frame.selected && m_frame.selected->toNs > m_frame.selected->fromNs) {
        const std::int64_t margin = (m_frame.selected->toNs - m_frame.selected->fromNs) / 4 + 1;
        setWindow({m_frame.selected->fromNs - margin, m_frame.selected->toNs + margin});
        return;
    }
    fitAll();
}

void PlotStack::mouseDoubleClickEvent(QMouseEvent* event)
{
    const Plot* plot = plotAt(event->position());
    const bool alone = plot != nullptr && plot->standsAlone();
    // The first of the two clicks may have opened what stands here now.
    const bool justOpened = m_opened.isValid() && m_opened.elapsed() < kSameGestureMs;
    if (event->button() == Qt::LeftButton && !alone && !justOpened)
        fitAll();
}

void PlotStack::leaveEvent(QEvent*)
{
    m_pointer.reset();
    unsetCursor();
    hoverAt(std::nullopt);
}

void PlotStack::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QWidget::keyPressEvent(event);
    const std::optional<std::int64_t> pointed = m_pointer ? timeAt(*m_pointer) : std::nullopt;
    const int key = letterAt(*event);
    if (takeKey(key))
        return;
    switch (key) {
    case Qt::Key_F: fit(); break;
    case Qt::Key_H:
        if (m_still)
            emit holdAsked();
        else
            setHeld(!held());
        break;
    case Qt::Key_C: toggleCores(); break;
    case Qt::Key_W: zoom(kKeyStep, pointed); break;
    case Qt::Key_S: zoom(1 / kKeyStep, pointed); break;
    case Qt::Key_Left:
    case Qt::Key_A: pan(-kPanStep); break;
    case Qt::Key_Right:
    case Qt::Key_D: pan(kPanStep); break;
    case Qt::Key_Up: scrollLanes(-m_theme.px(48)); break;
    case Qt::Key_Down: scrollLanes(m_theme.px(48)); break;
    case Qt::Key_Backspace: zoomBack(); break;
    case Qt::Key_End:
        if (m_still)
            emit nowAsked();
        else
            showNow();
        break;
    case Qt::Key_Escape:
        if (!m_frame.measured && !m_frame.selected && !m_frame.chosen)
            return QWidget::keyPressEvent(event);
        setMeasured(std::nullopt);
        select(std::nullopt);
        choose(std::nullopt);
        hoverAt(m_pointer);
        break;
    default: QWidget::keyPressEvent(event);
    }
}

void PlotStack::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void PlotStack::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    if (std::exchange(m_keyed, false))
        hoverAt(m_pointer);
    update();
}

void PlotStack::hoverAt(std::optional<QPointF> at)
{
    QString sentence;
    const Plot* pointed = at ? plotAt(*at) : nullptr;
    const std::optional<std::int64_t> time = at && pointed ? timeAt(*at) : std::nullopt;
    const auto crosshair = m_frame.trace && pointed && pointed->onTimeAxis() ? time : std::nullopt;
    for (Plot* plot : m_plots) {
        const bool here = plot == pointed;
        const QPointF local = at ? *at - QPointF(plot->geometry().topLeft()) : QPointF();
        plot->setPointer(crosshair, here ? std::optional(local) : std::nullopt);
        if (here)
            sentence = plot->hover(local);
    }
    emit crosshairMoved(crosshair);
    if (m_speedup != nullptr && at && !m_dragFrom)
        showPointer(*at);
    const bool onLanes = m_timeline != nullptr && pointed == m_timeline && m_frame.trace;
    const auto hit = onLanes ? m_timeline->hitAt(*at - QPointF(m_timeline->pos())) : std::nullopt;
    const std::optional<LaneHit>& about = hit ? hit : m_frame.selected;
    setLit(about ? lockOf(m_frame.trace->catalogue(), *about) : kNoObject);
    if (const auto keyed = at ? std::nullopt : keyedPlace())
        showHoverLabel(m_speedup->wordsOf(*m_frame.chosen), *keyed);
    else
        showHoverLabel(sentence, at.value_or(QPointF()));
    tell(sentence, hit);
}

// What is chosen is told in full, unless something else is pointed at.
void PlotStack::tell(QString sentence, const std::optional<LaneHit>& hit)
{
    const auto& selected = m_frame.selected;
    const bool same = hit && selected && hit->track == selected->track && hit->fromNs == selected->fromNs;
    if (m_frame.trace && selected && (sentence.isEmpty() || same))
        sentence = spanDetails(m_frame.trace->catalogue(), *selected);
    else if (sentence.isEmpty() && m_frame.chosen && m_speedup != nullptr)
        sentence = m_speedup->wordsOf(*m_frame.chosen);
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    emit hovered(sentence);
}

void PlotStack::setCrosshair(std::optional<std::int64_t> atNs)
{
    if (m_pointer)
        return; // it points here itself
    for (Plot* plot : m_plots)
        plot->setPointer(atNs, std::nullopt);
}

void PlotStack::showHoverLabel(const QString& sentence, QPointF at)
{
    if (sentence.isEmpty()) {
        m_hoverLabel->hide();
        m_hoverLabel->clear();
        return;
    }
    const int away = qRound(m_theme.px(16));
    m_hoverLabel->setText(sentence);
    m_hoverLabel->setWordWrap(false);
    m_hoverLabel->adjustSize();
    if (const int most = std::max(1, width() - 2 * away); m_hoverLabel->width() > most) {
        m_hoverLabel->setWordWrap(true);
        m_hoverLabel->resize(most, m_hoverLabel->heightForWidth(most));
    }
    const QSize size = m_hoverLabel->size();
    int x = qRound(at.x()) + away;
    int y = qRound(at.y()) + away;
    if (x + size.width() > width())
        x = std::max(0, qRound(at.x()) - away / 2 - size.width());
    if (y + size.height() > height())
        y = std::max(0, qRound(at.y()) - away / 2 - size.height());
    m_hoverLabel->move(x, y);
    m_hoverLabel->show();
}

} // namespace threadscape
