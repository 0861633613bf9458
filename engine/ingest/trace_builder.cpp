#include "ingest/trace_builder.h"

namespace threadscape {

// Flattened: otherwise inlining of its callees would depend on the translation unit, and doubles its cost.
[[gnu::flatten]] void TraceBuilder::take(const Event& event)
{
    m_trace.addEvent();
    if (event.track == kNoTrack)
        return;
    Lane& lane = laneFor(event.track);
    const std::int64_t atNs = m_clock.toNs(event.start);
    const Label label = labelOf(event);
    const auto span = [&](unsigned state) {
        return spanOf(atNs, m_clock.toNs(event.start + event.duration()), event.detail(), event.object, state,
                      label);
    };
    switch (event.kind()) {
    case EventKind::wait: {
        if (event.slot() >= kStates)
            break;
        const Span wait = span(event.slot());
        if (m_schedule != nullptr)
            m_schedule->takeWait(event.track, wait);
        else
            lane.waits.append(wait, event.slot());
        if (event.object != kNoObject && awaitsHeld(static_cast<State>(event.slot())))
            if (LockTotals* totals = objectFor(event.object).lane.totals.get())
                totals->addWait(wait.endNs - wait.startNs, waitEndOf(wait.detail));
        break;
    }
    case EventKind::hold: takeHold(event, lane, span(isSharedHoldSlot(event.slot()) ? 1 : 0)); break;
    case EventKind::operation:
        if (event.slot() < OpenSpans::kOperationSlots)
            lane.operations[event.slot()].append(span(event.slot()), 0);
        break;
    case EventKind::begin: lane.beginNs.store(atNs, std::memory_order_release); break;
    case EventKind::end: lane.endNs.store(atNs, std::memory_order_release); break;
    case EventKind::write: takeWrite(event, atNs); [[fallthrough]];
    case EventKind::read:
    case EventKind::notify:
        lane.moments.emplace(atNs, event.value(), event.object, event.kind(), label);
        break;
    case EventKind::mark:
        m_trace.addNote(
            {atNs, Note::Kind::mark, event.track, event.object, static_cast<ObjectId>(event.value())});
        break;
    case EventKind::print:
        m_trace.addNote({atNs, Note::Kind::print, event.track, static_cast<ObjectId>(event.value())});
        break;
    case EventKind::gap:
        lane.gaps.emplace(span(event.slot()));
        m_trace.addLost(event.detail());
        break;
    case EventKind::task: takeTask(event, atNs); break;
    case EventKind::message: takeMessage(event, atNs); break;
    case EventKind::woken:
        if (m_schedule != nullptr)
            m_schedule->takeWoken(event.track, atNs - event.value());
        break;
    case EventKind::label: storeLabel(event); break;
    case EventKind::cpuTime:
        if (m_schedule != nullptr)
            m_schedule->takeSample(event.track, atNs, event.value());
        break;
    }
}

// Two streams have events of one track where other threads end its holds: the start identifies the label's event. It arrives
// with its event, so few wait here; those whose event was lost are dropped.
Label TraceBuilder::takeLabel(const Event& event)
{
    constexpr std::size_t kMost = 64;
    for (std::size_t i = m_labels.size(); i-- > 0;) {
        const LongLabel told = m_labels[i];
        if (told.start != event.start || told.track != event.track)
            continue;
        m_labels.erase(m_labels.begin() + static_cast<std::ptrdiff_t>(i));
        return told.label;
    }
    if (m_labels.size() > kMost)
        m_labels.erase(m_labels.begin());
    return event.label();
}

void TraceBuilder::storeLabel(const Event& event)
{
    m_labels.push_back({event.start, event.track, static_cast<Label>(event.value())});
}

Lane& TraceBuilder::addLanes(TrackId upTo)
{
    while (m_lanes.size() <= upTo)
        m_lanes.push_back(&m_trace.lane(static_cast<TrackId>(m_lanes.size())));
    return *m_lanes[upTo];
}

TraceBuilder::Object& TraceBuilder::addObjects(ObjectId upTo)
{
    while (m_objects.size() <= upTo) {
        const auto id = static_cast<ObjectId>(m_objects.size());
        const Catalogue& names = m_trace.catalogue();
        const bool oneHolder =
            id >= names.objects() || traitsOf(names.object(id).kind).holders != Holders::many;
        m_objects.push_back(std::make_unique<Object>(m_trace.object(id), oneHolder));
    }
    return *m_objects[upTo];
}

void TraceBuilder::takeHold(const Event& event, Lane& lane, const Span& span)
{
    if (event.object == kNoObject)
        return;
    const auto slot = static_cast<std::uint16_t>(placeOfHoldSlot(event.slot()));
    SpanChannel<1>& channel = lane.holds[slot];
    const HoldRef ref{static_cast<std::uint32_t>(channel.size()), event.track, slot};
    channel.append(span, 0);
    Object& object = objectFor(event.object);
    if (object.lane.totals)
        object.lane.totals->addHold(span.endNs - span.startNs);
    if (!object.oneHolder) {
        object.lane.holds.emplace(ref);
        return;
    }
    object.holds.push(event.detail(), ref, [&](HoldRef next) { object.lane.holds.emplace(next); });
}

void TraceBuilder::takeWrite(const Event& event, std::int64_t atNs)
{
    if (event.object == kNoObject)
        return;
    Object& object = objectFor(event.object);
    object.values.push(event.number(), ValuePoint{atNs, event.value(), event.track},
                       [&](ValuePoint next) { object.lane.values.append(next); });
}

void TraceBuilder::takeTask(const Event& event, std::int64_t atNs)
{
    const std::optional<TaskStep> step = TaskStep::of(event.value());
    const std::uint32_t number = event.number();
    if (!step || number == 0 || event.object >= m_trace.catalogue().objects() ||
        !isPool(m_trace.catalogue().object(event.object).kind))
        return;
    // A worker process may send any number: its cost is limited.
    TaskSeries& tasks = objectFor(event.object).lane.tasks;
    const std::size_t more = number > tasks.size() ? number - tasks.size() : 0;
    if (number > TaskSeries::kMost || more > TaskSeries::kMost - m_tasks)
        return;
    m_tasks += more;
    tasks.tell(number, *step, atNs, event.track);
}

void TraceBuilder::takeMessage(const Event& event, std::int64_t atNs)
{
    const std::optional<MessageStep> step = MessageStep::of(event.value());
    const std::uint32_t number = event.number();
    if (!step || number == 0 || event.object >= m_trace.catalogue().objects() ||
        !carriesMessages(m_trace.catalogue().object(event.object).kind))
        return;
    MessageSeries& messages = objectFor(event.object).lane.messages[step->way];
    const std::size_t more = number > messages.size() ? number - messages.size() : 0;
    if (number > MessageSeries::kMost || more > MessageSeries::kMost - m_messages)
        return;
    m_messages += more;
    messages.tell(number, step->received, step->bytes, atNs, event.track);
}

std::shared_ptr<Snapshot> TraceBuilder::readOpenSpans(Ticks now) const
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->nowNs = m_clock.toNs(now);
    const Catalogue& catalogue = m_trace.catalogue();
    const std::size_t tracks = catalogue.tracks();
    snapshot->lanes.resize(tracks);
    for (std::size_t t = 0; t < tracks; ++t) {
        const OpenSpans& open = *catalogue.track(static_cast<TrackId>(t)).open;
        for (int slot = 0; slot < OpenSpans::kSlots; ++slot) {
            const OpenSpans::Open span = open.read(slot);
            if (span.since != 0)
                snapshot->lanes[t].spans[static_cast<std::size_t>(slot)] =
                    OpenSpan{m_clock.toNs(span.since), span.object, span.state, span.detail, span.label};
        }
    }
    return snapshot;
}

void TraceBuilder::setBackTo(Snapshot& snapshot, std::int64_t earlierNs)
{
    snapshot.nowNs = earlierNs;
    for (OpenLane& lane : snapshot.lanes)
        for (std::optional<OpenSpan>& open : lane.spans)
            if (open && open->sinceNs >= snapshot.nowNs)
                open.reset();
}

void TraceBuilder::addOpen(Snapshot& snapshot, const Event& event, Ticks earlier) const
{
    const int slot = openSlotOf(event);
    if (slot < 0 || event.track >= snapshot.lanes.size() || event.start >= earlier ||
        event.start + event.duration() <= earlier)
        return;
    const bool isOperation = event.kind() == EventKind::operation;
    snapshot.lanes[event.track].spans[static_cast<std::size_t>(slot)] =
        OpenSpan{m_clock.toNs(event.start), event.object,
                 event.kind() == EventKind::wait ? event.slot()
                 : isOperation                   ? static_cast<std::uint8_t>(event.label())
                                                 : static_cast<std::uint8_t>(isSharedHoldSlot(event.slot())),
                 event.detail(), isOperation ? Label{0} : event.label()};
}

void TraceBuilder::publish(std::shared_ptr<Snapshot> snapshot)
{
    giveUpLost(snapshot->nowNs);
    for (std::size_t t = 0; t < snapshot->lanes.size(); ++t) {
        Lane& lane = laneFor(static_cast<TrackId>(t));
        auto& open = snapshot->lanes[t].spans;
        const auto dropEnded = [](auto& slot, const auto& channel) {
            const std::size_t size = channel.size();
            if (slot && size > 0 && channel[size - 1].endNs > slot->sinceNs)
                slot.reset();
        };
        dropEnded(open[OpenSpans::kWaitSlot], lane.waits);
        for (std::size_t h = 0; h < lane.holds.size(); ++h)
            dropEnded(open[OpenSpans::kFirstHold + h], lane.holds[h]);
        for (std::size_t o = 0; o < lane.operations.size(); ++o)
            dropEnded(open[OpenSpans::kFirstOperation + o], lane.operations[o]);
    }
    m_trace.publish(std::move(snapshot));
}

// All streams have been taken up to `nowNs`. Each holder of a lock writes its event before the next one acquires it: what is
// still missing before something that old was never written, because its process was killed, or was lost.
void TraceBuilder::giveUpLost(std::int64_t nowNs)
{
    constexpr std::int64_t kSlackNs = 1'000'000'000; // open spans of dead processes arrive some drains later
    const std::int64_t beforeNs = nowNs - kSlackNs;
    for (const auto& object : m_objects) {
        object->holds.giveUpBefore(
            [&](const HoldRef& ref) {
                const SpanChannel<1>& channel = m_trace.trace().lane(ref.track).holds[ref.slot];
                return ref.index < channel.firstKept() || channel[ref.index].endNs < beforeNs;
            },
            [&](HoldRef next) { object->lane.holds.emplace(next); });
        object->values.giveUpBefore([&](const ValuePoint& point) { return point.atNs < beforeNs; },
                                    [&](ValuePoint next) { object->lane.values.append(next); });
    }
}

std::size_t TraceBuilder::bytes() const noexcept
{
    std::size_t total = 0;
    for (const auto& object : m_objects)
        total += object->holds.bytes() + object->values.bytes();
    return total;
}

void TraceBuilder::flush()
{
    for (const auto& object : m_objects) {
        object->holds.flush([&](HoldRef next) { object->lane.holds.emplace(next); });
        object->values.flush([&](ValuePoint next) { object->lane.values.append(next); });
    }
}

} // namespace threadscape
