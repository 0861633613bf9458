#include "plots/stack/stack_pointer.h"

#include "plots/stack/hover_label.h"
#include "text/span_words.h"

namespace threadscape {

StackPointer::StackPointer(PlotColumn& plots, const PlotFrame& frame, ObjectId& lit, HoverLabel& label)
    : m_plots(plots), m_frame(frame), m_lit(lit), m_label(label)
{
}

std::optional<std::int64_t> StackPointer::timeAt(QPointF at) const
{
    if (const Plot* plot = m_plots.at(at); plot != nullptr && plot->standsAlone())
        return std::nullopt;
    const Plot* const plot = m_plots.onTimeAxis();
    if (plot == nullptr)
        return std::nullopt;
    const QRectF area = plot->area().translated(plot->pos());
    if (at.x() < area.left() || at.x() > area.right())
        return std::nullopt;
    return plot->timeAxis().toNs(at.x() - area.left());
}

std::optional<LaneHit> StackPointer::hitAt(QPointF at) const
{
    const Plot* const plot = m_plots.at(at);
    return plot != nullptr && m_frame.run.trace ? plot->hitAt(at - QPointF(plot->pos())) : std::nullopt;
}

std::optional<PointId> StackPointer::pointAt(QPointF at) const
{
    const Plot* const plot = m_plots.at(at);
    return plot != nullptr ? plot->pointAt(at - QPointF(plot->pos())) : std::nullopt;
}

std::optional<std::int64_t> StackPointer::point(std::optional<QPointF> at)
{
    if (at)
        m_keyed = false;
    QString sentence;
    const Plot* const pointed = at ? m_plots.at(*at) : nullptr;
    const bool onTime = m_frame.run.trace && pointed != nullptr && pointed->onTimeAxis();
    const std::optional<std::int64_t> time = onTime ? timeAt(*at) : std::nullopt;
    for (Plot* plot : m_plots.all()) {
        const bool here = plot == pointed;
        const QPointF local = at ? *at - QPointF(plot->pos()) : QPointF();
        plot->setPointer(time, here ? std::optional(local) : std::nullopt);
        if (here)
            sentence = plot->hover(local);
    }
    const std::optional<LaneHit> hit = at ? hitAt(*at) : std::nullopt;
    const LaneHit* const about = hit ? &*hit : m_frame.selected();
    setLit(about != nullptr ? lockOf(m_frame.run.trace->catalogue(), *about) : kNoObject);
    if (const auto keyed = at ? std::nullopt : keyedPlace())
        m_label.show(m_plots.speedup()->wordsOf(*m_frame.view.chosen), *keyed);
    else
        m_label.show(sentence, at.value_or(QPointF()));
    tell(sentence, hit);
    return time;
}

std::optional<QPointF> StackPointer::keyedPlace() const
{
    const Plot* const speedup = m_plots.speedup();
    if (!m_keyed || !m_frame.view.chosen || speedup == nullptr || speedup->isHidden())
        return std::nullopt;
    const std::optional<QPointF> place = speedup->placeOf(*m_frame.view.chosen);
    return place ? std::optional(*place + speedup->pos()) : std::nullopt;
}

// The details of the selection, unless something else is under the pointer.
void StackPointer::tell(QString sentence, const std::optional<LaneHit>& hit)
{
    const LaneHit* const selected = m_frame.selected();
    const bool same =
        hit && selected != nullptr && hit->track == selected->track && hit->fromNs == selected->fromNs;
    if (selected != nullptr && (sentence.isEmpty() || same))
        sentence = spanDetails(m_frame.run.trace->catalogue(), *selected);
    else if (sentence.isEmpty() && m_frame.view.chosen && m_plots.speedup() != nullptr)
        sentence = m_plots.speedup()->wordsOf(*m_frame.view.chosen);
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    emit hoverTextChanged(sentence);
}

void StackPointer::lightSelection()
{
    const LaneHit* const selected = m_frame.selected();
    setLit(selected != nullptr ? lockOf(m_frame.run.trace->catalogue(), *selected) : kNoObject);
}

void StackPointer::setLit(ObjectId lock)
{
    if (m_lit == lock)
        return;
    m_lit = lock;
    m_plots.redrawOverlays();
}

} // namespace threadscape
