#include "schedule/core_lanes.h"

#include "base/text.h"
#include "os/machine.h"

#include <algorithm>

namespace threadscape {

namespace {

std::uint16_t perMille(std::int64_t part, std::int64_t whole) noexcept
{
    return static_cast<std::uint16_t>(static_cast<double>(part) * CoreShares::kWhole /
                                      static_cast<double>(whole));
}

} // namespace

CoreLanes::CoreLanes(Trace& trace, SchedulerSource::Kind source, std::map<int, CoreTimes> now)
    : m_trace(trace), m_source(source)
{
    for (const int number : usableCores()) {
        Core& core = m_cores[number];
        core.track =
            trace.sharedCatalogue()->addTrack("Core " + std::to_string(number), "Cores", TrackKind::core);
        core.counted = now[number];
    }
}

CoreLanes::Core* CoreLanes::find(int core) noexcept
{
    const auto found = m_cores.find(core);
    return found != m_cores.end() ? &found->second : nullptr;
}

void CoreLanes::takeOn(int number, std::int32_t osId, std::int64_t atNs)
{
    Core* const core = find(number);
    if (core == nullptr)
        return;
    if (core->now) // its leaving was lost
        takeOff(number, core->now->osId, atNs);
    core->now = Slice{atNs, INT64_MAX, osId};
}

void CoreLanes::takeOff(int number, std::int32_t osId, std::int64_t atNs)
{
    Core* const core = find(number);
    if (core == nullptr || !core->now || core->now->osId != osId)
        return;
    core->now->toNs = std::max(atNs, core->now->fromNs);
    if (core->now->toNs > 0)
        core->slices.push_back(*core->now);
    core->now.reset();
}

ObjectId CoreLanes::nameOf(TrackId by)
{
    const auto [place, isNew] = m_names.try_emplace(by);
    if (isNew)
        place->second =
            m_trace.names().intern(by == kNoTrack ? "Threadscape" : m_trace.catalogue().track(by).name);
    return place->second;
}

std::int64_t CoreLanes::endOf(const Slice& slice, const TrackOf& trackOf)
{
    const TrackId track = trackOf(slice.osId);
    if (track == kNoTrack)
        return INT64_MAX;
    const std::int64_t endNs = m_trace.lane(track).endNs.load(std::memory_order_relaxed);
    return endNs == Lane::kNotYet ? INT64_MAX : endNs;
}

void CoreLanes::settle(std::int64_t untilNs, bool last, const TrackOf& trackOf)
{
    constexpr std::int64_t kIntervalNs = 100'000'000; // the system counts in steps of 10 ms
    for (auto& [number, core] : m_cores) {
        if (!core.now || core.now->fromNs >= untilNs)
            continue;
        // The system's record of a thread may end with the thread, before it left its core.
        if (const std::int64_t endNs = endOf(*core.now, trackOf); endNs <= untilNs)
            takeOff(number, core.now->osId, endNs);
        else if (last) // a thread still on a core has no leave record
            takeOff(number, core.now->osId, untilNs);
    }
    settleSlices(untilNs, trackOf);
    if (last || untilNs - m_intervalFromNs >= kIntervalNs)
        settleInterval(untilNs, readCoreTimes());
    if (last)
        end(untilNs);
}

void CoreLanes::settleSlices(std::int64_t untilNs, const TrackOf& trackOf)
{
    for (auto& [number, core] : m_cores) {
        Lane& lane = m_trace.lane(core.track);
        if (lane.beginNs.load(std::memory_order_relaxed) == Lane::kNotYet)
            lane.beginNs.store(0, std::memory_order_release);
        for (; !core.slices.empty() && core.slices.front().toNs <= untilNs; core.slices.pop_front()) {
            Slice slice = core.slices.front();
            slice.toNs = std::min(slice.toNs, std::max(slice.fromNs, endOf(slice, trackOf)));
            const TrackId by = trackOf(slice.osId);
            lane.operations[0].append({std::max<std::int64_t>(0, slice.fromNs),
                                       std::max<std::int64_t>(0, slice.toNs), by, nameOf(by), 0, 0},
                                      0);
            core.latest.push_back(slice);
        }
        core.open = !core.slices.empty() ? std::optional(core.slices.front()) : core.now;
        if (core.open) {
            core.openBy = trackOf(core.open->osId);
            nameOf(core.openBy);
        }
    }
}

void CoreLanes::settleInterval(std::int64_t untilNs, const std::map<int, CoreTimes>& counts)
{
    if (untilNs <= m_intervalFromNs)
        return;
    // Without switches: the run's CPU time is distributed over the cores in proportion to their busy time.
    std::int64_t busyNs = 0;
    const auto busyOf = [&](int number) {
        const auto counted = counts.find(number);
        const Core& core = m_cores.at(number);
        const std::int64_t lengthNs = untilNs - m_intervalFromNs;
        if (counted == counts.end())
            return lengthNs;
        const std::int64_t idleNs = counted->second.idleNs - core.counted.idleNs - core.shown.idleNs;
        return std::clamp<std::int64_t>(lengthNs - idleNs, 0, lengthNs);
    };
    for (const auto& [number, core] : m_cores)
        busyNs += busyOf(number);
    const double perBusyNs = m_source == SchedulerSource::Kind::clocks && busyNs > 0
                                 ? static_cast<double>(m_usedNs) / static_cast<double>(busyNs)
                                 : 0;
    for (auto& [number, core] : m_cores) {
        const auto counted = counts.find(number);
        const auto usedNs =
            static_cast<std::int64_t>(std::min(1.0, perBusyNs) * static_cast<double>(busyOf(number)));
        settleGaps(core, untilNs, counted != counts.end() ? counted->second : core.counted, usedNs);
    }
    m_intervalFromNs = untilNs;
    m_usedNs = 0;
}

void CoreLanes::settleGaps(Core& core, std::int64_t untilNs, const CoreTimes& counted, std::int64_t usedNs)
{
    Lane& lane = m_trace.lane(core.track);
    std::deque<Slice> slices = std::exchange(core.latest, {});
    slices.insert(slices.end(), core.slices.begin(), core.slices.end()); // those extend beyond it
    if (core.now)
        slices.push_back(*core.now);
    std::vector<std::pair<std::int64_t, std::int64_t>> gaps;
    std::int64_t atNs = m_intervalFromNs;
    std::int64_t restNs = 0;
    const auto gapUntil = [&](std::int64_t toNs) {
        toNs = std::min(toNs, untilNs);
        if (toNs > atNs) {
            gaps.emplace_back(atNs, toNs);
            restNs += toNs - atNs;
        }
    };
    for (const Slice& slice : slices) {
        gapUntil(slice.fromNs);
        atNs = std::max(atNs, slice.toNs);
    }
    gapUntil(untilNs);
    if (restNs == 0)
        return;
    usedNs = std::min(usedNs, restNs);
    const auto share = [](std::int64_t countedNs, std::int64_t shownNs, std::int64_t roomNs) {
        return std::clamp<std::int64_t>(countedNs - shownNs, 0, roomNs);
    };
    const std::int64_t idleNs =
        share(counted.idleNs - core.counted.idleNs, core.shown.idleNs, restNs - usedNs);
    core.shown.idleNs += idleNs;
    const std::int64_t stolenNs =
        share(counted.stolenNs - core.counted.stolenNs, core.shown.stolenNs, restNs - usedNs - idleNs);
    // Time stolen from the run's own threads is not separable, and must not be attributed elsewhere.
    core.shown.stolenNs = counted.stolenNs - core.counted.stolenNs;
    lane.shares.emplace(CoreShares{.fromNs = m_intervalFromNs,
                                   .toNs = untilNs,
                                   .own = perMille(usedNs, restNs),
                                   .other = perMille(restNs - usedNs - idleNs - stolenNs, restNs),
                                   .stolen = perMille(stolenNs, restNs)});
    constexpr auto kIdle = static_cast<std::uint8_t>(State::idle);
    for (const auto& [fromNs, toNs] : gaps)
        lane.waits.append({fromNs, toNs, waitDetail(kNoTrack), kNoObject, kIdle, 0}, kIdle);
}

void CoreLanes::end(std::int64_t atNs)
{
    for (auto& [number, core] : m_cores)
        m_trace.lane(core.track).endNs.store(atNs, std::memory_order_release);
}

void CoreLanes::showOpen(Snapshot& snapshot) const
{
    for (const auto& [number, core] : m_cores) {
        if (core.track >= snapshot.lanes.size())
            continue;
        if (core.open && core.open->fromNs < snapshot.nowNs)
            snapshot.lanes[core.track].spans[OpenSpans::kFirstOperation] = OpenSpan{
                std::max<std::int64_t>(0, core.open->fromNs), m_names.at(core.openBy), 0, core.openBy};
    }
}

} // namespace threadscape
