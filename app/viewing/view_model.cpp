#include "viewing/view_model.h"

#include "view/axis/shared_scale.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr std::size_t kMostZooms = 100; // remembered
constexpr qint64 kSameGestureMs = 600;  // zooms closer than this are one entry

} // namespace

ViewModel::ViewModel(QObject* parent) : QObject(parent)
{
    m_state.window = whole();
}

void ViewModel::begin(bool coresFirst, bool keepWindow)
{
    const ViewState before = std::exchange(m_state, {});
    m_state.usl = before.usl;
    if (const auto& beside = run(Place::beside)) {
        m_state.isolated = before.isolated;
        if (keepWindow && before.measured && before.measured->of == beside->id)
            m_state.measured = before.measured;
        if (keepWindow && before.selectedIn(beside->id) != nullptr)
            m_state.selected = before.selected;
    }
    m_coresFirst = coresFirst ? 1 : 0;
    m_state.coresOpen = m_coresWanted[m_coresFirst].value_or(coresFirst);
    if (keepWindow) {
        m_state.window = before.window;
        m_state.following = before.following;
        m_state.zoomed = before.zoomed;
        m_state.scrollPx = before.scrollPx;
    } else {
        m_zooms.clear();
        m_state.window = whole();
    }
    ViewParts parts = ViewPart::window | ViewPart::scroll | ViewPart::isolated | ViewPart::cores;
    const std::pair<ViewPart, bool> gone[] = {{ViewPart::held, before.held.has_value()},
                                              {ViewPart::measured, before.measured != m_state.measured},
                                              {ViewPart::selected, before.selected && !m_state.selected},
                                              {ViewPart::chosen, before.chosen.has_value()},
                                              {ViewPart::pointed, before.pointedNs.has_value()}};
    for (const auto& [part, is] : gone)
        if (is)
            parts = parts | part;
    emit changed(parts);
}

void ViewModel::show(const ViewState& state)
{
    m_state = state;
    m_state.window = state.following ? whole() : clamped(state.window, extent());
    m_state.zoomed = !state.following && m_state.window != whole();
    emit changed(ViewParts::all());
}

void ViewModel::setTime(Place place, std::optional<RunTime> time, RunId run)
{
    m_runs[static_cast<std::size_t>(place)] = time ? std::optional(Run{*time, run}) : std::nullopt;
    if (!m_state.following || held())
        return;
    if (const TimeWindow all = whole(); all != m_state.window) {
        m_state.window = all;
        emit changed(ViewPart::window);
    }
}

// nullopt while only one run is shown, or the length of neither is known.
std::optional<TimeWindow> ViewModel::sharedTime() const
{
    if (!run(Place::own) || !run(Place::beside))
        return std::nullopt;
    const std::optional<TimeWindow> own = comparedTime(run(Place::own)->time);
    const std::optional<TimeWindow> beside = comparedTime(run(Place::beside)->time);
    if (own && beside)
        return united(*own, *beside);
    return own ? own : beside;
}

TimeWindow ViewModel::whole() const
{
    if (const auto shared = sharedTime())
        return *shared;
    return followed(run(Place::own) ? run(Place::own)->time : RunTime());
}

TimeWindow ViewModel::extent() const
{
    TimeWindow all = extentOf(run(Place::own) ? run(Place::own)->time : RunTime());
    if (run(Place::beside))
        all = united(all, extentOf(run(Place::beside)->time));
    const auto shared = sharedTime();
    return shared ? united(all, *shared) : all;
}

void ViewModel::show(TimeWindow window, bool remember, bool following)
{
    window = clamped(window, extent());
    show({window, following, !following && window != whole()}, remember);
}

void ViewModel::show(Zoom zoom, bool remember)
{
    if (zoom.window == m_state.window && (m_state.following || !zoom.following))
        return;
    if (remember && zoom.window != m_state.window) {
        if (m_zooms.size() > kMostZooms)
            m_zooms.erase(m_zooms.begin());
        m_zooms.push_back(zoomNow());
    }
    m_state.window = zoom.window;
    m_state.following = zoom.following;
    m_state.zoomed = zoom.zoomed;
    emit changed(ViewPart::window);
}

void ViewModel::setWindow(TimeWindow window)
{
    show(window, true);
}

void ViewModel::moveTo(TimeWindow window)
{
    show(window, false);
}

void ViewModel::showEvidence(const EvidencePlace& place)
{
    const std::int64_t margin = std::max<std::int64_t>(place.stretch.lengthNs() / 12, kShortestWindowNs);
    setWindow({place.stretch.fromNs - margin, place.stretch.toNs + margin});
}

void ViewModel::fitAll()
{
    show(whole(), true, true);
}

void ViewModel::fit()
{
    if (m_state.measured)
        return setWindow(m_state.measured->stretch);
    if (m_state.selected && m_state.selected->hit.toNs > m_state.selected->hit.fromNs) {
        const LaneHit& hit = m_state.selected->hit;
        const std::int64_t margin = (hit.toNs - hit.fromNs) / 4 + 1;
        return setWindow({hit.fromNs - margin, hit.toNs + margin});
    }
    fitAll();
}

void ViewModel::zoom(double factor, std::optional<std::int64_t> anchorNs)
{
    const bool sameGesture = m_lastZoom.isValid() && m_lastZoom.elapsed() < kSameGestureMs;
    m_lastZoom.start();
    const TimeWindow window = m_state.window;
    show(zoomed(window, anchorNs.value_or(window.fromNs + window.lengthNs() / 2), factor), !sameGesture);
}

void ViewModel::pan(double share)
{
    const TimeWindow window = m_state.window;
    moveTo(panned(window, std::llround(share * static_cast<double>(window.lengthNs()))));
}

void ViewModel::zoomBack()
{
    if (m_zooms.empty())
        return;
    Zoom zoom = m_zooms.back();
    m_zooms.pop_back();
    zoom.window = clamped(zoom.window, extent());
    if (zoom.following || zoom.window == whole())
        zoom = {whole(), true, false}; // the run has progressed since
    show(zoom, false);
}

void ViewModel::setHeld(bool held)
{
    const auto& own = run(Place::own);
    if (held == this->held() || (held && (!own || own->id == nullptr)))
        return;
    m_state.held = held ? std::optional(HeldMoment{own->id, own->time.nowNs}) : std::nullopt;
    if (held)
        m_state.following = false;
    emit changed(ViewPart::held);
    if (!held)
        fitAll();
}

void ViewModel::showNow()
{
    setHeld(false);
    fitAll();
}

template <typename T>
void ViewModel::set(T ViewState::*member, T value, ViewPart part)
{
    if (m_state.*member == value)
        return;
    m_state.*member = std::move(value);
    emit changed(part);
}

void ViewModel::setScroll(int px)
{
    set(&ViewState::scrollPx, px, ViewPart::scroll);
}

void ViewModel::isolate(std::optional<State> state)
{
    set(&ViewState::isolated, state, ViewPart::isolated);
}

void ViewModel::measure(std::optional<MeasuredStretch> measured)
{
    set(&ViewState::measured, measured, ViewPart::measured);
}

void ViewModel::select(std::optional<SelectedSpan> selected)
{
    if (!selected && !m_state.selected)
        return;
    m_state.selected = std::move(selected);
    emit changed(ViewPart::selected);
}

void ViewModel::setCoresOpen(bool open)
{
    m_coresWanted[m_coresFirst] = open;
    set(&ViewState::coresOpen, open, ViewPart::cores);
}

void ViewModel::setUsl(bool shown)
{
    set(&ViewState::usl, shown, ViewPart::usl);
}

void ViewModel::choose(std::optional<PointId> point)
{
    set(&ViewState::chosen, point, ViewPart::chosen);
}

void ViewModel::point(std::optional<std::int64_t> atNs)
{
    set(&ViewState::pointedNs, atNs, ViewPart::pointed);
}

bool ViewModel::clearSelection()
{
    const bool any = m_state.measured || m_state.selected || m_state.chosen;
    measure(std::nullopt);
    select(std::nullopt);
    choose(std::nullopt);
    return any;
}

} // namespace threadscape
