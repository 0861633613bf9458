#include "exec/process_feed.h"

#include "record/message_step.h"
#include "record/task_state.h"

#include <algorithm>

namespace threadscape {

namespace {

// Stamps of two cores may differ a little, and a stamp may be read ahead of its event.
constexpr Ticks kSlackTicks = 10'000'000;

bool slotIsSound(const Event& event) noexcept
{
    switch (event.kind()) {
    case EventKind::wait: return event.slot() < kStates;
    case EventKind::operation: return event.slot() < OpenSpans::kOperationSlots;
    default: return event.kind() <= kLastEventKind;
    }
}

} // namespace

ProcessFeed::ProcessFeed(std::shared_ptr<Catalogue> catalogue, TrackId track, Ticks started,
                         std::shared_ptr<SharedRecording> recording, std::shared_ptr<ChildProcess> child,
                         std::vector<ObjectId> objects)
    : m_catalogue(std::move(catalogue)),
      m_recording(recording),
      m_child(std::move(child)),
      m_chunks(recording),
      m_names(std::move(recording)),
      m_objects(std::move(objects)),
      m_handed(m_objects.size()),
      m_started(started)
{
    for (std::size_t i = 0; i < 1 + m_handed; ++i) // its track 0 and the handed objects: they exist already
        m_names.next();
    Track& first = m_tracks.emplace_back();
    first.id = track;
    first.open = m_catalogue->track(track).open.get();
}

ChunkSource& ProcessFeed::source() noexcept
{
    if (!m_end && m_recording != nullptr) {
        m_end = m_child->end();
        if (m_end)
            noteEnd(m_catalogue->track(m_tracks[0].id), *m_end);
        copyOpenSpans();
    }
    return m_chunks;
}

bool ProcessFeed::translate(Event& event) noexcept
{
    ++m_read;
    bool sound = false;
    try {
        sound = translateChecked(event);
    } catch (...) { // no memory or no number left for a name
        sound = false;
    }
    if (!sound && m_dropped++ == 0)
        m_droppedSince = std::max(m_started, std::min(event.start, ticksNow()));
    return sound;
}

bool ProcessFeed::translateChecked(Event& event)
{
    if (!slotIsSound(event))
        return false;
    const int slot = openSlotOf(event);
    const bool isSpan = slot >= 0 || event.kind() == EventKind::gap;
    const Ticks length = isSpan ? event.duration() : 0;
    if (!inTime(event.start, event.start + length))
        return false;

    if (event.kind() == EventKind::hold && !isCountable(event.object, event.detail()))
        return false;
    if (event.kind() == EventKind::write && !isCountable(event.object, event.number()))
        return false;

    if (!translateLabel(event))
        return false;
    if (event.track >= m_tracks.size())
        readNames(); // a name is published before the events that use it
    if (event.track >= m_tracks.size())
        return false;
    Track& track = m_tracks[event.track];
    event.track = track.id;

    switch (event.kind()) {
    case EventKind::wait:
        event.high = waitDetail(waker(event.high), waitEndOf(event.high), waitForOf(event.high));
        [[fallthrough]];
    case EventKind::hold:
    case EventKind::read:
    case EventKind::write:
    case EventKind::notify:
        if (!translateId(event.object, m_objects))
            return false;
        break;
    case EventKind::operation:
        if (!translateId(event.object, m_texts))
            return false;
        break;
    case EventKind::mark:
        if (!translateId(event.object, m_texts))
            return false;
        [[fallthrough]];
    case EventKind::print: {
        auto text = static_cast<ObjectId>(event.low);
        if (event.value() < 0 || event.value() > kNoObject || !translateId(text, m_texts))
            return false;
        event.low = text;
        break;
    }
    case EventKind::task: {
        std::optional<TaskStep> step = TaskStep::of(event.value());
        if (!step || !translateId(event.object, m_objects) || !translateId(step->name.id, m_texts))
            return false;
        event = taskEvent(event.track, event.object, event.start, event.number(), *step);
        break;
    }
    case EventKind::message:
        if (!MessageStep::of(event.value()) || !translateId(event.object, m_objects))
            return false;
        break;
    case EventKind::woken:
    case EventKind::label:
    case EventKind::cpuTime: break;
    case EventKind::begin:
        track.begun = true;
        m_catalogue->track(track.id).answered.store(true, std::memory_order_relaxed);
        if (event.value() > 0 && event.value() <= INT32_MAX)
            m_catalogue->track(track.id).osId.store(static_cast<std::int32_t>(event.value()),
                                                    std::memory_order_relaxed);
        break;
    case EventKind::end: track.ended = true; break;
    case EventKind::gap: m_lossTold += event.detail(); break;
    }
    if (slot >= 0)
        track.lastStart[static_cast<std::size_t>(slot)] = event.start;
    return true;
}

bool ProcessFeed::inTime(Ticks from, Ticks to) noexcept
{
    if (from < m_started || to < from)
        return false;
    if (to > m_latest)
        m_latest = ticksNow() + kSlackTicks;
    return to <= m_latest;
}

bool ProcessFeed::translateId(ObjectId& id, const std::vector<ObjectId>& known)
{
    if (id == kNoObject)
        return true;
    if (id >= known.size())
        readNames();
    if (id >= known.size())
        return false;
    id = known[id];
    return true;
}

// A worker sends its labels apart from their events: those in the events are its own numbers. One that it never named is
// invalid.
bool ProcessFeed::translateLabel(Event& event)
{
    if (event.kind() == EventKind::operation)
        return true;
    if (event.kind() != EventKind::label) {
        event.head = Event::headOf(event.kind(), event.slot(), 0);
        return true;
    }
    if (event.value() <= 0 || event.value() > kLastLabel)
        return false;
    const std::optional<Label> label = ofRun(static_cast<Label>(event.value()));
    event.low = label.value_or(0);
    return label.has_value();
}

std::optional<Label> ProcessFeed::ofRun(Label label)
{
    if (label > m_labels.size())
        readNames();
    if (label == 0 || label > m_labels.size())
        return std::nullopt;
    return m_labels[label - 1U];
}

// Each number of a worker's own lock or variable went with one event, read or lost. One far beyond them would make ingest
// reserve room for events that never arrive. Objects shared with others are counted by others too: there SequenceMerge's window
// is the limit.
bool ProcessFeed::isCountable(ObjectId object, std::uint32_t number) const noexcept
{
    return object < m_handed ||
           number <= m_read + m_recording->progress().refused.load(std::memory_order_acquire);
}

TrackId ProcessFeed::waker(std::uint32_t waitDetail) const noexcept
{
    const TrackId track = wakerOf(waitDetail);
    if ((waitDetail & kWakerOfRun) != 0)
        return track < m_catalogue->tracks() ? track : kNoTrack;
    return track < m_tracks.size() ? m_tracks[track].id : kNoTrack;
}

void ProcessFeed::readNames()
{
    while (const std::optional<SharedName> name = m_names.next()) {
        switch (name->kind) {
        case SharedName::Kind::track: {
            if (m_tracks.size() == SharedRecording::kTracks)
                break;
            Track track;
            track.id = m_catalogue->addTrack(name->name, name->extra, static_cast<TrackKind>(name->subkind));
            // Its number in the system comes with its begin: with the process's, it would be shown the process's switches.
            TrackInfo& info = m_catalogue->track(track.id);
            info.alive.store(true, std::memory_order_relaxed);
            track.open = info.open.get();
            m_tracks.push_back(track);
            break;
        }
        case SharedName::Kind::object:
            m_objects.push_back(
                m_catalogue->addObject(name->name, static_cast<ObjectKind>(name->subkind), name->extra));
            break;
        case SharedName::Kind::text: m_texts.push_back(m_catalogue->intern(name->name)); break;
        case SharedName::Kind::label: m_labels.push_back(m_catalogue->label(name->label())); break;
        }
    }
}

void ProcessFeed::copyOpenSpans() noexcept
{
    try {
        readNames();
    } catch (...) { // NOLINT(bugprone-empty-catch): nameless spans are not shown open
    }
    for (std::size_t t = 0; t < m_tracks.size(); ++t) {
        OpenSpans& copy = *m_tracks[t].open;
        for (int slot = 0; slot < OpenSpans::kSlots; ++slot) {
            const OpenSpans::Open open = readOpen(t, slot);
            const OpenSpans::Open before = copy.read(slot);
            if (open.since == before.since)
                continue;
            copy.close(slot); // a reader must not see the new span with the old start
            if (open.since != 0)
                copy.open(slot, open.since, open.object, open.state, open.detail, open.label);
        }
    }
}

OpenSpans::Open ProcessFeed::readOpen(std::size_t track, int slot) noexcept
{
    OpenSpans::Open open = m_recording->open(track).read(slot);
    if (open.since == 0 || !inTime(open.since, open.since))
        return {};
    const ObjectId asWorkerKnows = open.object;
    const bool isOperation = slot >= OpenSpans::kFirstOperation;
    const std::vector<ObjectId>& known = isOperation ? m_texts : m_objects;
    if (open.object != kNoObject) {
        if (open.object >= known.size())
            return {};
        open.object = known[open.object];
    }
    if (slot == OpenSpans::kWaitSlot && open.state >= kStates)
        return {};
    open.label = open.label > 0 && open.label <= m_labels.size() ? m_labels[open.label - 1U] : Label{0};
    const bool isHold = slot != OpenSpans::kWaitSlot && !isOperation;
    if (isHold && !isCountable(asWorkerKnows, open.detail - 1)) // its event follows
        return {};
    return open;
}

Event ProcessFeed::closing(const Track& track, int slot, const OpenSpans::Open& open) const noexcept
{
    const Ticks at = std::max(m_end->at, open.since);
    if (slot == OpenSpans::kWaitSlot)
        return spanEvent(EventKind::wait, track.id, open.object, open.since, at,
                         waitDetail(kNoTrack, WaitEnd::stopped), open.state, open.label);
    if (slot < OpenSpans::kFirstOperation)
        return spanEvent(EventKind::hold, track.id, open.object, open.since, at, open.detail,
                         holdSlot(static_cast<unsigned>(slot - OpenSpans::kFirstHold), open.state != 0),
                         open.label);
    return spanEvent(EventKind::operation, track.id, open.object, open.since, at, open.detail,
                     static_cast<std::uint8_t>(slot - OpenSpans::kFirstOperation), open.state & 1U);
}

std::vector<Event> ProcessFeed::takeRest()
{
    std::vector<Event> rest;
    const Ticks at = m_end->at;
    const auto addGap = [&](Ticks since, std::uint64_t lost) {
        const auto count = static_cast<std::uint32_t>(std::min<std::uint64_t>(lost, UINT32_MAX));
        rest.push_back(spanEvent(EventKind::gap, m_tracks[0].id, kNoObject, std::clamp(since, m_started, at),
                                 at, count, 0));
    };
    const SharedRecording::Progress& progress = m_recording->progress();
    const std::uint64_t refused = progress.refused.load(std::memory_order_acquire);
    if (refused > m_lossTold)
        addGap(progress.refusedSince.load(std::memory_order_relaxed), refused - m_lossTold);
    if (m_dropped != 0)
        addGap(m_droppedSince, m_dropped);

    for (std::size_t t = 0; t < m_tracks.size(); ++t) {
        const Track& track = m_tracks[t];
        if (t == 0 && !track.begun) // it died before its first event
            rest.push_back(momentEvent(EventKind::begin, track.id, kNoObject, m_started, 0));
        // Innermost first, as if they had ended in turn.
        for (int slot = OpenSpans::kSlots - 1; slot >= 0; --slot) {
            const OpenSpans::Open open = readOpen(t, slot);
            // A worker writes a span and then closes it: killed between the two, it has written everything.
            if (open.since != 0 && open.since != track.lastStart[static_cast<std::size_t>(slot)])
                rest.push_back(closing(track, slot, open));
        }
        if (!track.ended && (t == 0 || track.begun))
            rest.push_back(momentEvent(EventKind::end, track.id, kNoObject, at, 0));
        m_catalogue->track(track.id).alive.store(false, std::memory_order_relaxed);
        for (int slot = 0; slot < OpenSpans::kSlots; ++slot)
            track.open->close(slot);
    }
    m_chunks.close();
    m_names.close();
    m_recording.reset();
    m_child.reset();
    return rest;
}

ChunkSource& ProcessEndFeed::source() noexcept
{
    if (m_feed == nullptr || !m_feed->allRead())
        return m_chunks;
    try {
        const std::vector<Event> rest = m_feed->takeRest();
        static_assert(SharedRecording::kTracks * (OpenSpans::kSlots + 2) + 2 <= Chunk::kEvents);
        if (Chunk* const chunk = m_chunks.next()) {
            std::copy(rest.begin(), rest.end(), chunk->events.begin());
            chunk->count.store(static_cast<std::uint32_t>(rest.size()), std::memory_order_release);
        }
    } catch (...) { // NOLINT(bugprone-empty-catch): without memory the lane stays open at its end
    }
    m_feed.reset();
    return m_chunks;
}

void noteEnd(TrackInfo& info, const ChildProcess::End& end) noexcept
{
    info.cpuNs.store(end.userNs + end.systemNs, std::memory_order_relaxed);
    info.exitCode.store(end.code, std::memory_order_relaxed);
    info.alive.store(false, std::memory_order_relaxed);
}

} // namespace threadscape
