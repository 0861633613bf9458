#include "formats/trace_restorer.h"

#include "formats/tscape_format.h"

#include <limits>

namespace threadscape {

using namespace tscape;

namespace {

/// Blocks of thinned moments and holds are stored in the file only as their number, and take a few bytes each in memory.
constexpr std::uint64_t kFreeBlocks = std::uint64_t{1} << 20U;

std::int64_t takeTime(ByteReader& in)
{
    return in.integer(-kMostNs, kMostNs);
}

} // namespace

TraceRestorer::TraceRestorer(std::size_t fileBytes, std::stop_token stop)
    : m_stop(std::move(stop)),
      m_names(std::make_shared<Catalogue>()),
      m_trace(std::make_shared<Trace>(m_names, std::numeric_limits<std::size_t>::max())),
      m_writer(*m_trace),
      m_freeBlocks(kFreeBlocks + fileBytes / 8)
{
}

std::int64_t TraceRestorer::timeAfter(ByteReader& in, std::int64_t ns)
{
    const std::uint64_t step = in.natural();
    in.expect(step <= static_cast<std::uint64_t>(kMostNs - ns));
    return in.failed() ? ns : ns + static_cast<std::int64_t>(step);
}

void TraceRestorer::reserve(ByteReader& in, std::uint64_t blocks)
{
    in.expect(blocks <= m_freeBlocks);
    if (!in.failed())
        m_freeBlocks -= blocks;
}

void TraceRestorer::expectRoom(ByteReader& in, std::uint64_t elements)
{
    in.expect(elements <= in.left());
}

void TraceRestorer::lookForStop(ByteReader& in, std::uint64_t element) const
{
    constexpr std::uint64_t kLookEvery = 65'536; // elements, a few ms
    if (element % kLookEvery == 0 && m_stop.stop_requested())
        in.fail();
}

bool TraceRestorer::takeNames(std::string_view payload)
{
    if (m_hasNames)
        return false;
    m_hasNames = true;
    ByteReader in(payload);
    const std::uint64_t tracks = in.natural(kNoTrack);
    expectRoom(in, tracks);
    for (std::uint64_t t = 0; t < tracks && !in.failed(); ++t)
        takeTrack(in);
    const std::uint64_t objects = in.natural(kNoObject);
    expectRoom(in, objects);
    for (std::uint64_t o = 0; o < objects && !in.failed(); ++o) {
        std::string name(in.text());
        const std::uint64_t kind = in.byte();
        std::string unit(in.text());
        in.expect(kind <= static_cast<std::uint64_t>(kLastObjectKind));
        if (!in.failed())
            m_names->addObject(std::move(name), static_cast<ObjectKind>(kind), std::move(unit));
    }
    const std::uint64_t texts = in.natural(kNoObject);
    expectRoom(in, texts);
    for (std::uint64_t i = 0; i < texts && !in.failed(); ++i) {
        const std::string_view text = in.text();
        if (!in.failed())
            m_names->intern(text);
    }
    takeLabels(in);
    takeScales(in);
    // Every track that an event may name has a lane, even if its section is unreadable.
    if (m_names->tracks() > 0)
        m_writer.lane(static_cast<TrackId>(m_names->tracks() - 1));
    m_laneTaken.resize(m_names->tracks());
    m_objectTaken.resize(m_names->objects());
    return !in.failed();
}

void TraceRestorer::takeLabels(ByteReader& in)
{
    std::vector<LabelInfo> labels(in.natural(std::min<std::uint64_t>(kLastLabel, in.left())));
    for (LabelInfo& label : labels)
        label.text = in.text();
    for (LabelInfo& label : labels) {
        if (in.left() == 0) // a file of version 1.4 ends here
            break;
        label.file = in.text();
        label.line = static_cast<std::int32_t>(in.natural(std::numeric_limits<std::int32_t>::max()));
    }
    Label number = 0;
    for (const LabelInfo& label : labels)
        if (!in.failed())
            in.expect(m_names->label(label) == ++number);
}

void TraceRestorer::takeScales(ByteReader& in)
{
    if (in.left() == 0) // a file of version 1.5 ends here
        return;
    for (std::size_t o = 0; o < m_names->objects() && !in.failed(); ++o) {
        const std::uint64_t decimals = in.natural(DecimalScale::kMostDecimals);
        if (!in.failed())
            m_names->object(static_cast<ObjectId>(o)).scale = DecimalScale(static_cast<int>(decimals));
    }
}

void TraceRestorer::takeTrack(ByteReader& in)
{
    std::string name(in.text());
    std::string group(in.text());
    const std::uint64_t kind = in.byte();
    const bool daemon = in.byte() != 0;
    const bool alive = in.byte() != 0;
    constexpr std::int64_t kLeast = std::numeric_limits<std::int32_t>::min();
    constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
    const auto osId = static_cast<std::int32_t>(in.integer(kLeast, kMost));
    const std::int64_t cpuNs = in.integer();
    const auto exitCode = static_cast<std::int32_t>(in.integer(kLeast, kMost));
    const std::int64_t number = in.integer();
    in.expect(kind <= static_cast<std::uint64_t>(TrackKind::main));
    if (in.failed())
        return;
    TrackInfo& track = m_names->track(
        m_names->addTrack(std::move(name), std::move(group), static_cast<TrackKind>(kind), daemon));
    track.alive.store(alive, std::memory_order_relaxed);
    track.osId.store(osId, std::memory_order_relaxed);
    track.cpuNs.store(cpuNs, std::memory_order_relaxed);
    track.exitCode.store(exitCode, std::memory_order_relaxed);
    track.number.store(number, std::memory_order_relaxed);
}

bool TraceRestorer::takeState(std::string_view payload)
{
    if (m_hasState || !m_hasNames)
        return false;
    ByteReader in(payload);
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->nowNs = takeTime(in);
    snapshot->finished = in.byte() != 0;
    const std::uint64_t events = in.natural();
    const std::uint64_t lost = in.natural();
    const std::uint64_t thinned = in.natural();
    const std::uint64_t objects = in.natural(m_names->objects());
    if (in.failed())
        return false;
    m_hasState = true;
    m_writer.setCounts(events, lost, thinned);
    if (objects > 0)
        m_writer.object(static_cast<ObjectId>(objects - 1));
    const std::uint64_t notes = in.natural(in.left());
    for (std::uint64_t i = 0; i < notes && !in.failed(); ++i)
        takeNote(in);
    const std::uint64_t lanes = in.natural(m_names->tracks());
    for (std::uint64_t i = 0; i < lanes && !in.failed(); ++i)
        snapshot->lanes.push_back(takeOpen(in));
    if (in.left() > 0) // a file of version 1.2 ends here
        takeSwitches(in);
    if (in.left() > 0) // one of version 1.4 ends here
        takeOpenLabels(in, *snapshot);
    m_writer.publish(std::move(snapshot));
    return !in.failed();
}

void TraceRestorer::takeOpenLabels(ByteReader& in, Snapshot& snapshot)
{
    for (OpenLane& lane : snapshot.lanes)
        for (std::optional<OpenSpan>& open : lane.spans)
            if (open)
                open->label = static_cast<Label>(in.natural(kLastLabel));
}

void TraceRestorer::takeNote(ByteReader& in)
{
    Note note;
    note.atNs = takeTime(in);
    const std::uint8_t kind = in.byte();
    const std::uint64_t track = in.natural();
    const std::uint64_t text = in.natural();
    const std::uint64_t value = in.natural();
    in.expect(kind <= static_cast<std::uint8_t>(Note::Kind::print) && isTrackOrNone(track) &&
              isTextOrNone(text) && isTextOrNone(value));
    if (!in.failed())
        m_writer.addNote({note.atNs, static_cast<Note::Kind>(kind), static_cast<TrackId>(track),
                          static_cast<ObjectId>(text), static_cast<ObjectId>(value)});
}

OpenLane TraceRestorer::takeOpen(ByteReader& in)
{
    OpenLane lane;
    const std::uint64_t there = in.natural((std::uint64_t{1} << OpenSpans::kSlots) - 1);
    for (std::size_t slot = 0; slot < lane.spans.size() && !in.failed(); ++slot) {
        if ((there >> slot & 1U) == 0)
            continue;
        OpenSpan span;
        span.sinceNs = takeTime(in);
        const std::uint64_t object = in.natural(kNoObject);
        span.object = static_cast<ObjectId>(object);
        span.state = in.byte();
        span.detail = static_cast<std::uint32_t>(in.natural(std::numeric_limits<std::uint32_t>::max()));
        if (slot == OpenSpans::kWaitSlot)
            in.expect(span.state < kStates && (isObject(object) || object == kNoObject));
        else if (slot < OpenSpans::kFirstOperation)
            in.expect(isObject(object));
        else
            in.expect(isTextOrNone(object));
        if (!in.failed())
            lane.spans[slot] = span;
    }
    return lane;
}

bool TraceRestorer::takeLane(std::string_view payload)
{
    ByteReader in(payload);
    const std::uint64_t track = in.natural();
    if (in.failed() || track >= m_laneTaken.size() || m_laneTaken[track])
        return false;
    m_laneTaken[track] = true;
    Lane& lane = m_writer.lane(static_cast<TrackId>(track));
    for (auto* time : {&lane.beginNs, &lane.endNs}) {
        const bool known = in.byte() != 0;
        const std::int64_t ns = takeTime(in);
        if (!known || in.failed())
            continue;
        time->store(ns, std::memory_order_release);
        m_lastNs = std::max(m_lastNs, ns);
    }
    takeSpans(in, lane.waits, true, false);
    for (auto& channel : lane.holds)
        takeSpans(in, channel, false, true);
    for (auto& channel : lane.operations)
        takeSpans(in, channel, false, false);
    takeMoments(in, lane);
    takeGaps(in, lane);
    if (in.left() > 0) // a file of version 1.2 ends here
        takeShares(in, lane);
    return !in.failed();
}

template <int kCategories>
void TraceRestorer::takeSpans(ByteReader& in, SpanChannel<kCategories>& channel, bool waits, bool holds)
{
    const std::uint64_t size = in.natural();
    if (size == 0 || in.failed())
        return;
    std::uint32_t categories = 0;
    const std::uint64_t first = takeThinned(in, channel, size, categories);
    std::array<Span, kStateBits + 1> last{};
    std::int64_t ns = takeTime(in);
    expectRoom(in, size - first);
    for (std::uint64_t i = first; i < size && !in.failed(); ++i) {
        lookForStop(in, i);
        const unsigned kind = in.byte();
        Span span = last[kind & kStateBits];
        span.state = static_cast<std::uint16_t>(kind & kStateBits);
        span.startNs = timeAfter(in, ns);
        span.endNs = timeAfter(in, span.startNs);
        if ((kind & kOtherObject) != 0)
            span.object = static_cast<ObjectId>(in.natural(kNoObject));
        if ((kind & kOtherDetail) != 0)
            span.detail = static_cast<std::uint32_t>(in.step(span.detail));
        span.label = static_cast<Label>((kind & kHasLabel) != 0 ? in.natural(kLastLabel) : 0) & kLastLabel;
        if (waits)
            in.expect(span.state < kStates && (isObject(span.object) || span.object == kNoObject) &&
                      isTrackOrNone(wakerOf(span.detail)));
        else
            in.expect(holds ? isObject(span.object) : isTextOrNone(span.object));
        if (in.failed())
            return;
        if (i == first && first > 0)
            channel.endThinned(categories);
        channel.append(span, kCategories == 1 ? 0 : span.state);
        last[span.state] = span;
        ns = span.endNs;
    }
    m_lastNs = std::max(m_lastNs, ns);
}

// Returns how many spans were thinned.
template <int kCategories>
std::size_t TraceRestorer::takeThinned(ByteReader& in, SpanChannel<kCategories>& channel, std::uint64_t size,
                                       std::uint32_t& categories)
{
    using Channel = SpanChannel<kCategories>;
    const std::uint64_t strides = in.natural(in.left()); // one byte each at least
    if (strides == 0 || in.failed())
        return 0;
    categories = static_cast<std::uint32_t>(in.natural((std::uint64_t{1} << kCategories) - 1));
    in.expect(strides % (Channel::kThinStep / Channel::kStride) == 0 && strides * Channel::kStride < size);
    std::int64_t ns = takeTime(in);
    for (std::uint64_t i = 0; i < strides && !in.failed(); ++i) {
        const std::int64_t next = timeAfter(in, ns);
        typename Channel::Totals covered{};
        std::int64_t free = next - ns; // spans do not overlap
        forEachCategory(categories, [&](std::size_t c) {
            covered[c] = static_cast<std::int64_t>(in.natural(static_cast<std::uint64_t>(free)));
            free -= covered[c];
        });
        if (!in.failed())
            channel.restoreThinned(ns, covered);
        ns = next;
    }
    return in.failed() ? 0 : strides * Channel::kStride;
}

void TraceRestorer::takeMoments(ByteReader& in, Lane& lane)
{
    constexpr std::uint64_t kBlock = 256;
    const std::uint64_t size = in.natural();
    const std::uint64_t first = in.natural(size);
    in.expect(first % kBlock == 0 && (first < size || size == 0));
    expectRoom(in, size - first);
    reserve(in, first / kBlock);
    Moment moment;
    for (std::uint64_t i = first; i < size && !in.failed(); ++i) {
        lookForStop(in, i);
        const unsigned kind = in.byte();
        const std::int64_t step = in.integer(-2 * kMostNs, 2 * kMostNs - 1);
        moment.atNs += step;
        moment.value = in.integer(-kMostValue, kMostValue - 1);
        if ((kind & kOtherObject) != 0)
            moment.object = static_cast<ObjectId>(in.natural(kNoObject));
        moment.label = static_cast<Label>((kind & kHasLabel) != 0 ? in.natural(kLastLabel) : 0);
        constexpr std::array<EventKind, 3> kKinds{EventKind::read, EventKind::write, EventKind::notify};
        in.expect((kind & kMomentBits) < kKinds.size() && moment.atNs >= -kMostNs && moment.atNs <= kMostNs &&
                  (isObject(moment.object) || moment.object == kNoObject));
        if (in.failed())
            return;
        moment.kind = kKinds[kind & kMomentBits];
        if (i == first && first > 0)
            lane.moments.beginAt(first);
        lane.moments.emplace(moment);
    }
    m_lastNs = std::max(m_lastNs, moment.atNs);
}

void TraceRestorer::takeGaps(ByteReader& in, Lane& lane)
{
    const std::uint64_t count = in.natural(in.left());
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        Span gap;
        gap.startNs = takeTime(in);
        gap.endNs = timeAfter(in, gap.startNs);
        gap.detail = static_cast<std::uint32_t>(in.natural(std::numeric_limits<std::uint32_t>::max()));
        gap.object = static_cast<ObjectId>(in.natural(kNoObject));
        gap.state = static_cast<std::uint16_t>(in.byte() & kStateBits);
        in.byte(); // was a label
        if (!in.failed())
            lane.gaps.emplace(gap);
    }
}

void TraceRestorer::takeShares(ByteReader& in, Lane& lane)
{
    const std::uint64_t count = in.natural(in.left());
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        CoreShares part;
        part.fromNs = takeTime(in);
        part.toNs = timeAfter(in, part.fromNs);
        std::uint64_t left = CoreShares::kWhole;
        for (std::uint16_t* const share : {&part.own, &part.other, &part.stolen}) {
            *share = static_cast<std::uint16_t>(in.natural(left));
            left -= *share;
        }
        if (!in.failed())
            lane.shares.emplace(part);
    }
}

void TraceRestorer::takeSwitches(ByteReader& in)
{
    m_writer.addLostSwitches(in.natural());
    for (std::size_t t = 0; t < m_names->tracks() && !in.failed(); ++t) {
        SwitchCounts& counts = m_names->track(static_cast<TrackId>(t)).switches;
        for (auto* count : {&counts.forced, &counts.voluntary, &counts.migrations})
            count->store(in.integer(SwitchCounts::kUnknown, INT64_MAX), std::memory_order_relaxed);
    }
}

std::shared_ptr<Trace> TraceRestorer::finish()
{
    if (!m_hasState) {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->nowNs = m_lastNs;
        snapshot->finished = true;
        m_writer.publish(std::move(snapshot));
    }
    m_writer.keepBelowCap(); // there is none: counts the bytes
    return m_trace;
}

} // namespace threadscape
