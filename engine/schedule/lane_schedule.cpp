#include "schedule/lane_schedule.h"

#include <algorithm>

namespace threadscape {

namespace {

void append(Lane& lane, const Span& span)
{
    lane.waits.append(span, span.state);
}

void appendWithoutCore(Lane& lane, State state, std::int64_t fromNs, std::int64_t toNs,
                       TrackId waker = kNoTrack, Label label = 0)
{
    if (toNs > fromNs)
        append(lane, spanOf(fromNs, toNs, waitDetail(waker), kNoObject, static_cast<unsigned>(state), label));
}

Span cut(Span wait, std::int64_t endNs)
{
    wait.endNs = endNs;
    return wait;
}

} // namespace

void LaneSchedule::takeSwitch(std::int64_t atNs, SwitchRecord::Kind kind)
{
    const bool isOff = !m_offs.empty() && m_offs.back().toNs == INT64_MAX;
    if (kind == SwitchRecord::Kind::on) {
        if (isOff)
            m_offs.back().toNs = std::max(atNs, m_offs.back().fromNs);
        return;
    }
    if (isOff) // the record in between was lost
        m_offs.back().toNs = std::max(atNs, m_offs.back().fromNs);
    m_offs.push_back({atNs, INT64_MAX, kind == SwitchRecord::Kind::offForced});
}

void LaneSchedule::takeSample(std::int64_t atNs, std::int64_t cpuNs)
{
    // Those of the track itself and those of others arrive by two ways.
    auto place = m_samples.end();
    while (place != m_samples.begin() && std::prev(place)->atNs > atNs)
        --place;
    m_samples.insert(place, {atNs, cpuNs});
}

void LaneSchedule::settle(Lane& lane, const std::optional<OpenSpan>& openWait, std::int64_t nowNs, bool last)
{
    const std::int64_t untilNs = last ? INT64_MAX : nowNs; // records may be slightly beyond
    const std::int64_t beginNs = lane.beginNs.load(std::memory_order_relaxed);
    if (beginNs == Lane::kNotYet) { // the time between its waits is unknown
        for (; !m_waits.empty() && m_waits.front().span.endNs <= untilNs; m_waits.pop_front())
            append(lane, m_waits.front().span);
        return;
    }
    m_settledNs = std::max(m_settledNs, beginNs);
    std::int64_t freeUntilNs = nowNs;
    if (openWait)
        freeUntilNs = std::min(freeUntilNs, openWait->sinceNs);
    if (const std::int64_t endNs = lane.endNs.load(std::memory_order_relaxed); endNs != Lane::kNotYet)
        freeUntilNs = std::min(freeUntilNs, endNs);
    if (m_source == SchedulerSource::Kind::perf)
        settleSwitches(lane, untilNs, freeUntilNs);
    else
        settleSamples(lane, untilNs, freeUntilNs);
}

void LaneSchedule::settleSwitches(Lane& lane, std::int64_t untilNs, std::int64_t freeUntilNs)
{
    for (; !m_waits.empty() && m_waits.front().span.endNs <= untilNs; m_waits.pop_front()) {
        settleFree(lane, m_waits.front().span.startNs);
        settleWait(lane, m_waits.front());
    }
    if (!m_waits.empty())
        freeUntilNs = std::min(freeUntilNs, m_waits.front().span.startNs);
    settleFree(lane, freeUntilNs);
}

// The track has no wait of its own.
void LaneSchedule::settleFree(Lane& lane, std::int64_t toNs)
{
    for (; !m_offs.empty() && m_offs.front().fromNs < toNs; m_offs.pop_front()) {
        const Off& off = m_offs.front();
        if (off.toNs > toNs) { // it belongs to the wait that begins there, or continues
            m_settledNs = std::max(m_settledNs, std::min(off.fromNs, toNs));
            return;
        }
        // Preempted, it is ready. Else the system made it wait, for memory or a file.
        appendWithoutCore(lane, off.forced ? State::ready : State::unknown, std::max(off.fromNs, m_settledNs),
                          off.toNs);
    }
    m_settledNs = std::max(m_settledNs, toNs);
}

void LaneSchedule::settleWait(Lane& lane, const Wait& wait)
{
    std::size_t within = 0;
    std::int64_t backNs = wait.span.startNs; // when it got a core after it had left one
    for (; within < m_offs.size() && m_offs[within].fromNs < wait.span.endNs; ++within)
        if (const Off& off = m_offs[within]; !off.forced && off.toNs <= wait.span.endNs)
            backNs = std::max(backNs, off.toNs);
    // Its waker determines the time. Without a known one, it waited until it ran again.
    std::int64_t overNs = wait.span.endNs;
    if (wait.wasWoken())
        overNs = wait.wokenNs;
    else if (backNs > wait.span.startNs)
        overNs = backNs;
    append(lane, cut(wait.span, overNs));
    for (std::size_t i = 0; i < within; ++i) {
        const Off& off = m_offs[i];
        const bool wants = off.forced || wait.wasWoken();
        appendWithoutCore(lane, wants ? State::ready : State::unknown, std::max(off.fromNs, overNs),
                          std::min(off.toNs, wait.span.endNs),
                          wait.wasWoken() ? wakerOf(wait.span.detail) : kNoTrack);
    }
    m_offs.erase(m_offs.begin(), m_offs.begin() + static_cast<std::ptrdiff_t>(within));
    m_settledNs = std::max(m_settledNs, wait.span.endNs);
}

void LaneSchedule::settleSamples(Lane& lane, std::int64_t untilNs, std::int64_t freeUntilNs)
{
    while (m_samples.size() > 1 && m_samples[1].atNs <= untilNs) {
        settleSegment(lane, m_samples[1].atNs, freeUntilNs, m_samples[1].cpuNs - m_samples[0].cpuNs);
        m_samples.pop_front();
    }
    // A track whose clock was not read for this long counts as running.
    constexpr std::int64_t kPatienceNs = 50'000'000;
    const std::int64_t lateNs = untilNs == INT64_MAX ? untilNs : untilNs - kPatienceNs;
    for (; !m_waits.empty() && m_waits.front().span.endNs <= lateNs; m_waits.pop_front()) {
        const Wait& wait = m_waits.front();
        append(lane, cut(wait.span, wait.wasWoken() ? wait.wokenNs : wait.span.endNs));
        m_settledNs = std::max(m_settledNs, wait.span.endNs);
    }
}

// From where it is settled up to `toNs` the track used `ranNs` of CPU time.
void LaneSchedule::settleSegment(Lane& lane, std::int64_t toNs, std::int64_t freeUntilNs, std::int64_t ranNs)
{
    const std::int64_t freeToNs = std::min(toNs, freeUntilNs);
    const std::int64_t freeNs = freeTime(m_settledNs, freeToNs);
    const std::int64_t readyNs = freeNs - std::clamp<std::int64_t>(ranNs, 0, freeNs);
    const double share = freeNs > 0 ? static_cast<double>(readyNs) / static_cast<double>(freeNs) : 0;
    for (; !m_waits.empty() && m_waits.front().span.endNs <= toNs; m_waits.pop_front()) {
        const Wait& wait = m_waits.front();
        shareReady(lane, m_settledNs, wait.span.startNs, share);
        append(lane, cut(wait.span, wait.wasWoken() ? wait.wokenNs : wait.span.endNs));
        if (wait.wasWoken())
            appendWithoutCore(lane, State::ready, wait.wokenNs, wait.span.endNs, wakerOf(wait.span.detail));
        m_settledNs = std::max(m_settledNs, wait.span.endNs);
    }
    const std::int64_t restToNs =
        m_waits.empty() ? freeToNs : std::min(freeToNs, m_waits.front().span.startNs);
    shareReady(lane, m_settledNs, restToNs, share);
    m_settledNs = std::max(m_settledNs, restToNs);
}

void LaneSchedule::shareReady(Lane& lane, std::int64_t fromNs, std::int64_t toNs, double readyShare)
{
    // Two clocks are read in turn: smaller differences are uncertain, but are carried over.
    constexpr double kLeastNs = 20'000;
    if (toNs <= fromNs)
        return;
    const auto length = static_cast<double>(toNs - fromNs);
    m_owedReadyNs += length * readyShare;
    if (m_owedReadyNs < kLeastNs)
        return;
    const double shown = std::min(m_owedReadyNs, length);
    m_owedReadyNs -= shown;
    appendWithoutCore(lane, State::ready, toNs - static_cast<std::int64_t>(shown), toNs, kNoTrack,
                      kSomewhere);
}

// The part of [fromNs, toNs) that no wait covers.
std::int64_t LaneSchedule::freeTime(std::int64_t fromNs, std::int64_t toNs) const
{
    std::int64_t freeNs = std::max<std::int64_t>(0, toNs - fromNs);
    for (const Wait& wait : m_waits) {
        if (wait.span.startNs >= toNs)
            break;
        freeNs -=
            std::max<std::int64_t>(0, std::min(wait.span.endNs, toNs) - std::max(wait.span.startNs, fromNs));
    }
    return freeNs;
}

std::optional<OpenSpan> LaneSchedule::openState(const std::optional<OpenSpan>& openWait,
                                                std::int64_t untilNs) const
{
    if (!m_waits.empty() && m_waits.front().span.startNs < untilNs) {
        const Span& wait = m_waits.front().span;
        return OpenSpan{wait.startNs, wait.object, static_cast<std::uint8_t>(wait.state), wait.detail,
                        wait.label};
    }
    if (!openWait && !m_offs.empty() && m_offs.front().fromNs < untilNs && m_offs.front().toNs > untilNs)
        return OpenSpan{std::max(m_offs.front().fromNs, m_settledNs), kNoObject,
                        static_cast<std::uint8_t>(m_offs.front().forced ? State::ready : State::unknown),
                        waitDetail(kNoTrack)};
    return openWait;
}

} // namespace threadscape
