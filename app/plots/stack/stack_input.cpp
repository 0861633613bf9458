#include "plots/stack/stack_input.h"

#include "measure/speedup_study.h"
#include "view/speedup/stretches.h"

#include <QScrollBar>

namespace threadscape {

StackInput::StackInput(const Parts& parts, ViewModel& view)
    : m_parts(parts),
      m_view(&view),
      m_pointer(parts.plots, parts.frame, parts.lit, parts.label),
      m_gestures(view, *this, parts.stack)
{
}

void StackInput::setView(ViewModel& view)
{
    m_view = &view;
    m_gestures.setView(view);
}

void StackInput::reset()
{
    m_pointer.setKeyed(false);
    m_gestures.reset();
    pointAt(std::nullopt);
}

void StackInput::loseFocus()
{
    if (m_pointer.setKeyed(false))
        pointAgain();
}

void StackInput::follow(ViewParts parts)
{
    if (parts.has(ViewPart::pointed) && !m_gestures.pointer()) // else it points here itself
        for (Plot* plot : m_parts.plots.all())
            plot->setPointer(m_parts.frame.view.pointedNs, std::nullopt);
    if (parts.has(ViewPart::selected))
        m_pointer.lightSelection();
}

GestureSurface::Spot StackInput::spotAt(QPointF at) const
{
    const Plot* const plot = m_parts.plots.at(at);
    const std::optional<std::int64_t> ns = m_pointer.timeAt(at);
    return {.alone = plot != nullptr && plot->standsAlone(),
            .names = plot != nullptr && plot->hasLanes() && !ns,
            .ns = ns};
}

double StackInput::timeWidth() const
{
    const Plot* const plot = m_parts.plots.onTimeAxis();
    return plot != nullptr ? plot->area().width() : 0;
}

void StackInput::pointAt(std::optional<QPointF> at)
{
    const std::optional<std::int64_t> time = m_pointer.point(at);
    if (std::exchange(m_points, at.has_value()) || at)
        m_view->point(time);
    const std::optional<PointId> point =
        at && m_parts.frame.run.trace ? m_pointer.pointAt(*at) : std::nullopt;
    if (m_gestures.dragging() || m_parts.plots.speedup() == nullptr)
        return;
    if (point && stretchOf(*m_parts.frame.run.study, *point))
        m_parts.stack.setCursor(Qt::PointingHandCursor);
    else
        m_parts.stack.unsetCursor();
}

void StackInput::click(QPointF at)
{
    m_pointer.setKeyed(false);
    const std::optional<LaneHit> hit = m_pointer.hitAt(at);
    if (!spotAt(at).alone)
        return m_view->select(hit ? std::optional(SelectedSpan{runId(), *hit}) : std::nullopt);
    const std::optional<PointId> point = m_pointer.pointAt(at);
    if (!point)
        return m_view->choose(std::nullopt);
    m_gestures.noteOpened();
    openStretch(*point);
}

void StackInput::scrollLanes(double px)
{
    m_parts.scrollBar.setValue(m_parts.scrollBar.value() + qRound(px));
}

// Keys control the hover text, until the pointer moves again. In a zoomed run the arrow keys move in time.
bool StackInput::step(PointStep step)
{
    const Plot* const speedup = m_parts.plots.speedup();
    if (speedup == nullptr || timeWidth() > 0)
        return false;
    m_pointer.setKeyed(true);
    m_gestures.forgetPointer();
    if (const auto to = speedup->stepFrom(m_parts.frame.view.chosen, step); to && !to->before)
        m_view->choose(to);
    pointAt(std::nullopt);
    return true;
}

bool StackInput::openPoint()
{
    const Plot* const speedup = m_parts.plots.speedup();
    if (speedup == nullptr)
        return false;
    const auto first = speedup->stepFrom(std::nullopt, PointStep::more);
    if (const auto point = m_parts.frame.view.chosen ? m_parts.frame.view.chosen : first)
        openStretch(*point);
    return true;
}

bool StackInput::toggleUsl()
{
    if (m_parts.plots.speedup() == nullptr)
        return false;
    if (hasUsl(*m_parts.frame.run.study))
        m_view->setUsl(!m_parts.frame.view.usl);
    return true;
}

bool StackInput::toggleCores()
{
    if (m_parts.plots.lanes() == nullptr || m_parts.frame.run.cores.rows.empty())
        return false;
    m_view->setCoresOpen(!m_parts.frame.view.coresOpen);
    return true;
}

void StackInput::openStretch(const PointId& point)
{
    if (!m_parts.frame.run.study)
        return;
    if (!point.before)
        m_view->choose(point);
    const std::optional<TimeWindow> stretch = stretchOf(*m_parts.frame.run.study, point);
    Plot* const lanes = m_parts.plots.lanes();
    if (!m_parts.frame.run.trace || !stretch || lanes == nullptr)
        return;
    m_pointer.setKeyed(false); // the opened part sets the hover text
    m_view->setWindow(*stretch);
    if (const SpeedupPoint* measured = m_parts.frame.run.study->find(point.backend, point.jobs))
        m_view->setScroll(qRound(lanes->scrollTo(measured->group)));
}

} // namespace threadscape
