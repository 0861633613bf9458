#include "formats/trace_restorer.h"
#include "formats/tscape_format.h"

#include <limits>
#include <unordered_map>

// Data across lanes: totals of locks, their holds, the values of variables.
namespace threadscape {

using namespace tscape;

namespace {

void takeHistogram(ByteReader& in, Histogram& histogram)
{
    const std::uint64_t classes = in.natural(Histogram::kClasses);
    for (std::uint64_t i = 0; i < classes && !in.failed(); ++i) {
        const std::uint64_t index = in.natural(Histogram::kClasses - 1);
        histogram.setCount(static_cast<int>(index),
                           static_cast<std::uint32_t>(in.natural(std::numeric_limits<std::uint32_t>::max())));
    }
}

void takeTotals(ByteReader& in, LockTotals& totals)
{
    LockTotals::Sums sums;
    for (std::int64_t* ns : {&sums.holdNs, &sums.waitNs, &sums.servedNs, &sums.longestWaitNs})
        *ns = in.integer();
    Histogram holds;
    Histogram waits;
    takeHistogram(in, holds);
    takeHistogram(in, waits);
    if (!in.failed())
        totals.restore(sums, holds, waits);
}

} // namespace

bool TraceRestorer::takeObject(std::string_view payload)
{
    ByteReader in(payload);
    const std::uint64_t id = in.natural();
    if (in.failed() || id >= m_objectTaken.size() || m_objectTaken[id])
        return false;
    m_objectTaken[id] = true;
    ObjectLane& object = m_writer.object(static_cast<ObjectId>(id));
    const bool hasTotals = in.byte() != 0;
    in.expect(hasTotals == (object.totals != nullptr));
    if (hasTotals && !in.failed())
        takeTotals(in, *object.totals);
    takeHolds(in, object);
    takeValues(in, object.values);
    if (in.left() > 0) // a file of version 1.0 ends here
        takeTasks(in, object.tasks);
    if (in.left() > 0) // one of 1.1 ends here
        for (MessageSeries& way : object.messages)
            takeMessages(in, way);
    return !in.failed();
}

// A hold whose lane could not be read is left out.
void TraceRestorer::takeHolds(ByteReader& in, ObjectLane& object)
{
    constexpr std::uint64_t kBlock = 512;
    const std::uint64_t size = in.natural();
    const std::uint64_t first = in.natural(size);
    in.expect(first % kBlock == 0 && (first < size || size == 0));
    expectRoom(in, size - first);
    reserve(in, first / kBlock);
    std::unordered_map<std::uint64_t, std::uint32_t> last;
    bool begun = first == 0;
    for (std::uint64_t i = first; i < size && !in.failed(); ++i) {
        lookForStop(in, i);
        const std::uint64_t channel = in.natural(m_names->tracks() * OpenSpans::kHoldSlots);
        std::uint32_t& index = last[channel];
        index = static_cast<std::uint32_t>(in.step(index));
        const HoldRef ref{index, static_cast<TrackId>(channel / OpenSpans::kHoldSlots),
                          static_cast<std::uint16_t>(channel % OpenSpans::kHoldSlots)};
        if (in.failed() || ref.track >= m_trace->lanes() ||
            index >= m_trace->lane(ref.track).holds[ref.slot].size())
            continue;
        if (!begun)
            object.holds.beginAt(first);
        begun = true;
        object.holds.emplace(ref);
    }
}

void TraceRestorer::takeValues(ByteReader& in, ValueSeries& values)
{
    const std::uint64_t size = in.natural();
    const std::uint64_t first = in.natural(size);
    in.expect(first % ValueSeries::kThinStep == 0 && (first < size || size == 0));
    expectRoom(in, size - first);
    expectRoom(in, first / ValueSeries::kFanOut);
    const auto advance = [&](std::int64_t& ns, std::int64_t& value) {
        const std::int64_t step = in.integer(-kMostNs, 2 * kMostNs - 1);
        value += in.integer(-2 * kMostValue, 2 * kMostValue);
        in.expect(ns + step >= -kMostNs && ns + step <= kMostNs && value >= -kMostValue &&
                  value < kMostValue);
        ns += in.failed() ? 0 : step;
    };
    std::int64_t ns = 0;
    std::int64_t value = 0;
    for (std::uint64_t i = 0; i < first && !in.failed(); i += ValueSeries::kFanOut) {
        const std::int64_t before = ns;
        advance(ns, value);
        const auto down = static_cast<std::int64_t>(in.natural(2 * kMostValue));
        const auto up = static_cast<std::int64_t>(in.natural(2 * kMostValue));
        in.expect(i == 0 || ns >= before);
        if (!in.failed())
            values.restoreThinned({ns, value, {value - down, value + up}});
    }
    for (std::uint64_t i = first; i < size && !in.failed(); ++i) {
        lookForStop(in, i);
        const std::int64_t before = ns;
        advance(ns, value);
        const std::uint64_t track = in.natural();
        in.expect((i == 0 || ns >= before) && isTrackOrNone(track));
        if (in.failed())
            return;
        if (i == first && first > 0)
            values.endThinned();
        values.append({ns, value, static_cast<TrackId>(track)});
    }
}

void TraceRestorer::takeTasks(ByteReader& in, TaskSeries& tasks)
{
    const std::uint64_t count = in.natural(std::min<std::uint64_t>(in.left(), TaskSeries::kMost));
    std::int64_t ns = 0;
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        const unsigned kind = in.byte();
        const std::uint64_t name = in.natural();
        const auto end = static_cast<TaskState>(kind & kTaskStateBits);
        in.expect(isTextOrNone(name) && (kind & kTaskStateBits) < kTaskStates &&
                  ((kind & kTaskEnded) == 0 || hasEnded(end)));
        const auto take = [&](unsigned bit, TaskState state) {
            if ((kind & bit) == 0 || in.failed())
                return;
            const std::int64_t step = in.integer(-2 * kMostNs, 2 * kMostNs);
            const std::uint64_t by = in.natural();
            in.expect(ns + step >= -kMostNs && ns + step <= kMostNs && isTrackOrNone(by));
            if (in.failed())
                return;
            ns += step;
            m_lastNs = std::max(m_lastNs, ns);
            const TaskStep told{state, {static_cast<ObjectId>(name), (kind & kTaskNumbered) != 0}};
            const auto number = static_cast<std::uint32_t>(i + 1);
            tasks.tell(number, told, ns, static_cast<TrackId>(by));
            if ((kind & kTaskContradicted) != 0)
                tasks.tell(number, told, ns, static_cast<TrackId>(by)); // as it was then
        };
        take(kTaskSubmitted, TaskState::pending);
        take(kTaskStarted, TaskState::running);
        take(kTaskEnded, end);
    }
}

void TraceRestorer::takeMessages(ByteReader& in, MessageSeries& messages)
{
    const std::uint64_t count = in.natural(std::min<std::uint64_t>(in.left(), MessageSeries::kMost));
    std::int64_t ns = 0;
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        const unsigned kind = in.byte();
        const std::uint64_t bytes = in.natural(std::numeric_limits<std::uint32_t>::max());
        for (const bool received : {false, true}) {
            if ((kind & (received ? kMessageReceived : kMessageSent)) == 0 || in.failed())
                continue;
            const std::int64_t step = in.integer(-2 * kMostNs, 2 * kMostNs);
            const std::uint64_t by = in.natural();
            in.expect(ns + step >= -kMostNs && ns + step <= kMostNs && isTrackOrNone(by));
            if (in.failed())
                return;
            ns += step;
            m_lastNs = std::max(m_lastNs, ns);
            for (int times = (kind & kMessageContradicted) != 0 ? 2 : 1; times > 0; --times) // as it was then
                messages.tell(static_cast<std::uint32_t>(i + 1), received, static_cast<std::uint32_t>(bytes),
                              ns, static_cast<TrackId>(by));
        }
    }
}

} // namespace threadscape
