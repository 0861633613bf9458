#include "viewing/gestures.h"

#include <QMouseEvent>
#include <QWheelEvent>
#include <QWidget>
#include <cmath>

namespace threadscape {

namespace {

constexpr double kWheelStep = 0.8;     // of the window, per notch
constexpr double kPanStep = 0.1;       // of the window
constexpr double kScrollStep = 48;     // px of the lanes, per notch
constexpr double kTremble = 4;         // px that a click may move
constexpr qint64 kDoubleClickMs = 600; // between two clicks

double notches(int delta)
{
    return delta / 120.0;
}

} // namespace

Gestures::Gestures(ViewModel& view, GestureSurface& surface, QWidget& target)
    : QObject(&target), m_view(&view), m_surface(surface), m_target(target)
{
    addKeys();
    target.installEventFilter(this);
}

void Gestures::reset()
{
    m_dragFrom.reset();
    m_pressed.reset();
    m_measureFrom.reset();
    m_target.unsetCursor();
}

bool Gestures::eventFilter(QObject* /*watched*/, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: return press(*static_cast<const QMouseEvent*>(event));
    case QEvent::MouseMove: move(*static_cast<const QMouseEvent*>(event)); return true;
    case QEvent::MouseButtonRelease: release(*static_cast<const QMouseEvent*>(event)); return true;
    case QEvent::MouseButtonDblClick: doubleClick(*static_cast<const QMouseEvent*>(event)); return true;
    case QEvent::Wheel:
        wheel(*static_cast<const QWheelEvent*>(event));
        event->accept();
        return true;
    case QEvent::Leave: leave(); return false;
    case QEvent::KeyPress: return key(*static_cast<const QKeyEvent*>(event));
    default: return false;
    }
}

void Gestures::wheel(const QWheelEvent& event)
{
    const QPoint delta = event.angleDelta();
    const GestureSurface::Spot spot = m_surface.spotAt(event.position());
    if (spot.alone)
        return; // it has no time to zoom
    if (event.modifiers().testFlag(Qt::ShiftModifier) || spot.names) {
        const int turned = delta.y() != 0 ? delta.y() : delta.x();
        m_surface.scrollLanes(-notches(turned) * kScrollStep * m_scale);
        return;
    }
    if (m_surface.timeWidth() <= 0)
        return;
    if (std::abs(delta.x()) > std::abs(delta.y()))
        m_view->pan(-notches(delta.x()) * kPanStep);
    else if (delta.y() != 0)
        m_view->zoom(std::pow(kWheelStep, notches(delta.y())), spot.ns);
}

bool Gestures::press(const QMouseEvent& event)
{
    m_target.setFocus(Qt::MouseFocusReason);
    m_pressed.reset();
    m_pointer = event.position();
    const GestureSurface::Spot spot = m_surface.spotAt(event.position());
    if (event.button() != Qt::LeftButton)
        return true;
    if (spot.alone) {
        m_pressed = event.position();
    } else if (spot.ns && event.modifiers().testFlag(Qt::ShiftModifier) && m_surface.runId() != nullptr) {
        m_measureFrom = spot.ns;
        m_view->measure(std::nullopt);
    } else if (spot.ns) {
        m_dragFrom = event.position();
        m_dragWindow = m_view->window();
    }
    return true;
}

void Gestures::move(const QMouseEvent& event)
{
    m_pointer = event.position();
    if (m_measureFrom)
        measureTo(event.position());
    const double width = m_surface.timeWidth();
    if (m_measureFrom || !m_dragFrom || width <= 0) {
        m_surface.pointAt(m_pointer);
        return;
    }
    const double moved = m_dragFrom->x() - event.position().x();
    // A small movement during a click is no drag.
    if (m_dragWindow == m_view->window() && std::fabs(moved) < kTremble)
        return;
    m_target.setCursor(Qt::ClosedHandCursor);
    m_surface.pointAt(std::nullopt);
    const double byNs = moved / width * static_cast<double>(m_dragWindow.lengthNs());
    m_view->moveTo(panned(m_dragWindow, std::llround(byNs)));
}

void Gestures::measureTo(QPointF at)
{
    const GestureSurface::Spot spot = m_surface.spotAt(at);
    if (!spot.ns)
        return;
    const auto [low, high] = std::minmax({*m_measureFrom, *spot.ns});
    if (high > low)
        m_view->measure(MeasuredStretch{m_surface.runId(), {low, high}});
}

// A press without a drag is a click.
void Gestures::release(const QMouseEvent& event)
{
    m_measureFrom.reset();
    const std::optional<QPointF> dragged = std::exchange(m_dragFrom, std::nullopt);
    const std::optional<QPointF> pressed = std::exchange(m_pressed, std::nullopt);
    m_target.unsetCursor();
    m_pointer = event.position();
    const bool still = !dragged || m_dragWindow == m_view->window();
    const std::optional<QPointF> from = pressed ? pressed : dragged;
    if (from && still && event.button() == Qt::LeftButton &&
        (event.position() - *from).manhattanLength() < kTremble)
        m_surface.click(event.position());
    m_surface.pointAt(m_pointer);
}

void Gestures::doubleClick(const QMouseEvent& event)
{
    const bool justOpened = m_opened.isValid() && m_opened.elapsed() < kDoubleClickMs;
    if (event.button() == Qt::LeftButton && !m_surface.spotAt(event.position()).alone && !justOpened)
        m_view->fitAll();
}

void Gestures::leave()
{
    m_pointer.reset();
    m_target.unsetCursor();
    m_surface.pointAt(std::nullopt);
}

} // namespace threadscape
