#include "schedule/schedule.h"

#include "os/core_times.h"

#include <algorithm>

namespace threadscape {

Schedule::Schedule(Trace& trace, SchedulerSource& source, const ClockMap& clock)
    : m_trace(trace), m_source(source), m_clock(clock), m_cores(trace, source.kind(), readCoreTimes())
{
}

Schedule::Known& Schedule::laneFor(TrackId track)
{
    while (m_lanes.size() <= track)
        m_lanes.push_back(std::make_unique<Known>(m_source.kind()));
    return *m_lanes[track];
}

// A track gets the system's number when its thread has begun; the system may have reported it earlier.
void Schedule::learnTracks()
{
    const Catalogue& catalogue = m_trace.catalogue();
    for (; m_learnt < catalogue.tracks(); ++m_learnt)
        if (catalogue.track(static_cast<TrackId>(m_learnt)).kind != TrackKind::core)
            m_unnumbered.push_back(static_cast<TrackId>(m_learnt));
    std::erase_if(m_unnumbered, [&](TrackId track) {
        TrackInfo& info = m_trace.names().track(track);
        const std::int32_t osId = info.osId.load(std::memory_order_relaxed);
        if (osId == 0)
            return false;
        Thread& thread = m_threads[osId];
        thread.track = track;
        if (m_source.kind() == SchedulerSource::Kind::perf)
            for (auto* count : {&info.switches.forced, &info.switches.voluntary, &info.switches.migrations})
                count->store(0, std::memory_order_relaxed); // from here on they are known
        for (const SwitchRecord& record : std::exchange(thread.early, {}))
            takeSwitch(track, record);
        return true;
    });
}

std::int64_t Schedule::drain(bool last)
{
    learnTracks();
    std::vector<SchedulerSource::Watched> living;
    const Catalogue& catalogue = m_trace.catalogue();
    for (std::size_t t = 0; t < catalogue.tracks(); ++t) {
        const TrackInfo& info = catalogue.track(static_cast<TrackId>(t));
        if (info.alive.load(std::memory_order_relaxed) && info.osId.load(std::memory_order_relaxed) != 0)
            living.push_back({info.osId.load(std::memory_order_relaxed), info.kind == TrackKind::process});
    }
    m_source.watch(std::move(living));
    SchedulerSource::Told told;
    m_source.drain(told, last);
    for (SwitchRecord& record : told.switches) {
        record.atNs = m_clock.fromMonotonic(record.atNs);
        takeSwitch(record);
    }
    for (const CpuSample& sample : told.samples)
        if (const auto thread = m_threads.find(sample.osId); thread != m_threads.end())
            takeSample(thread->second.track, m_clock.fromMonotonic(sample.atNs), sample.cpuNs);
    m_trace.addLostSwitches(told.lost);
    m_untilNs = std::max(m_untilNs, m_clock.fromMonotonic(told.untilNs));
    return m_untilNs;
}

void Schedule::takeSwitch(const SwitchRecord& record)
{
    constexpr std::size_t kMostEarly = 256;
    Thread& thread = m_threads[record.osId];
    if (record.kind == SwitchRecord::Kind::on)
        m_cores.takeOn(record.core, record.osId, record.atNs);
    else
        m_cores.takeOff(record.core, record.osId, record.atNs);
    if (thread.track != kNoTrack)
        takeSwitch(thread.track, record);
    else if (thread.early.size() < kMostEarly)
        thread.early.push_back(record);
}

void Schedule::takeSwitch(TrackId track, const SwitchRecord& record)
{
    Known& lane = laneFor(track);
    lane.schedule.takeSwitch(record.atNs, record.kind);
    SwitchCounts& counts = m_trace.names().track(track).switches;
    const auto count = [](std::atomic<std::int64_t>& counter) {
        counter.store(counter.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    };
    switch (record.kind) {
    case SwitchRecord::Kind::on:
        if (lane.lastCore >= 0 && lane.lastCore != record.core)
            count(counts.migrations);
        lane.lastCore = record.core;
        break;
    case SwitchRecord::Kind::offForced: count(counts.forced); break;
    case SwitchRecord::Kind::offWaits: count(counts.voluntary); break;
    }
}

void Schedule::takeWait(TrackId track, const Span& wait)
{
    Known& lane = laneFor(track);
    lane.schedule.takeWait(wait, std::exchange(lane.wokenNs, LaneSchedule::kNotWoken));
}

void Schedule::takeSample(TrackId track, std::int64_t atNs, std::int64_t cpuNs)
{
    if (track == kNoTrack || m_source.kind() != SchedulerSource::Kind::clocks)
        return;
    Known& lane = laneFor(track);
    if (lane.lastCpuNs >= 0 && cpuNs > lane.lastCpuNs)
        m_cores.takeUsed(cpuNs - lane.lastCpuNs);
    lane.lastCpuNs = std::max(lane.lastCpuNs, cpuNs);
    lane.schedule.takeSample(atNs, cpuNs);
}

void Schedule::settle(Snapshot& snapshot, std::int64_t untilNs, bool last)
{
    for (std::size_t t = 0; t < m_lanes.size(); ++t) {
        std::optional<OpenSpan> none;
        std::optional<OpenSpan>& wait =
            t < snapshot.lanes.size() ? snapshot.lanes[t].spans[OpenSpans::kWaitSlot] : none;
        m_lanes[t]->schedule.settle(m_trace.lane(static_cast<TrackId>(t)), wait, untilNs, last);
        wait = m_lanes[t]->schedule.openState(wait, untilNs);
    }
    learnTracks();
    m_cores.settle(snapshot.nowNs, last, [&](std::int32_t osId) {
        const auto thread = m_threads.find(osId);
        return thread != m_threads.end() ? thread->second.track : kNoTrack;
    });
    if (!last)
        m_cores.showOpen(snapshot);
}

} // namespace threadscape
