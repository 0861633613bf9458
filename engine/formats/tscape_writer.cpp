#include "formats/tscape_writer.h"

#include "formats/byte_writer.h"
#include "formats/tscape_format.h"

#include <algorithm>
#include <ostream>
#include <unordered_map>

namespace threadscape {

namespace {

using namespace tscape;

class TscapeWriter {
public:
    TscapeWriter(const Trace& trace, std::ostream& out)
        : m_trace(trace),
          m_names(trace.catalogue()),
          m_lanes(std::min(trace.lanes(), m_names.tracks())),
          m_objects(std::min(trace.objects(), m_names.objects())),
          m_out(out)
    {
    }

    void write(std::string_view result)
    {
        const std::string first = head();
        put(first);
        section(kResult, result);
        names();
        state();
        for (std::size_t t = 0; t < m_lanes; ++t)
            lane(static_cast<TrackId>(t));
        for (std::size_t o = 0; o < m_objects; ++o)
            object(static_cast<ObjectId>(o));
        section(kResult, result); // nothing can be shown without it
        section(kEnd, {});
    }

private:
    void put(std::string_view bytes)
    {
        if (!bytes.empty())
            m_out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    void section(std::uint32_t tag, std::string_view payload)
    {
        put(sectionHead(tag, payload));
        put(payload);
    }
    /// Ends the section in m_bytes.
    void section(std::uint32_t tag)
    {
        section(tag, m_bytes.bytes());
        m_bytes.clear();
    }

    void names();
    void state();
    void lane(TrackId track);
    void object(ObjectId id);
    void note(const Note& note);
    void open(const OpenLane& lane);
    template <int kCategories>
    void spans(const SpanChannel<kCategories>& channel);
    template <int kCategories>
    void thinned(const SpanChannel<kCategories>& channel);
    void moments(const PublishedVector<Moment, 256>& moments);
    void gaps(const PublishedVector<Span, 16>& gaps);
    void shares(const PublishedVector<CoreShares, 16>& shares);
    void totals(const LockTotals& totals);
    void histogram(const Histogram& histogram);
    void holds(const PublishedVector<HoldRef, 512>& holds);
    void values(const ValueSeries& values);
    void tasks(const TaskSeries& tasks);
    void messages(const MessageSeries& messages);

    const Trace& m_trace;
    const Catalogue& m_names;
    std::size_t m_lanes;
    std::size_t m_objects;
    std::ostream& m_out;
    ByteWriter m_bytes;
};

void TscapeWriter::names()
{
    m_bytes.natural(m_names.tracks());
    for (std::size_t t = 0; t < m_names.tracks(); ++t) {
        const TrackInfo& track = m_names.track(static_cast<TrackId>(t));
        m_bytes.text(track.name);
        m_bytes.text(track.group);
        m_bytes.byte(static_cast<std::uint8_t>(track.kind));
        m_bytes.byte(track.daemon ? 1 : 0);
        m_bytes.byte(track.alive.load(std::memory_order_relaxed) ? 1 : 0);
        m_bytes.integer(track.osId.load(std::memory_order_relaxed));
        m_bytes.integer(track.cpuNs.load(std::memory_order_relaxed));
        m_bytes.integer(track.exitCode.load(std::memory_order_relaxed));
        m_bytes.integer(track.number.load(std::memory_order_relaxed));
    }
    m_bytes.natural(m_names.objects());
    for (std::size_t o = 0; o < m_names.objects(); ++o) {
        const ObjectInfo& object = m_names.object(static_cast<ObjectId>(o));
        m_bytes.text(object.name);
        m_bytes.byte(static_cast<std::uint8_t>(object.kind));
        m_bytes.text(object.unit);
    }
    m_bytes.natural(m_names.texts());
    for (std::size_t i = 0; i < m_names.texts(); ++i)
        m_bytes.text(m_names.text(static_cast<ObjectId>(i)));
    const auto labels = static_cast<Label>(m_names.labels());
    m_bytes.natural(labels);
    for (Label label = 1; label <= labels; ++label)
        m_bytes.text(m_names.labelInfo(label).text);
    for (Label label = 1; label <= labels; ++label) {
        m_bytes.text(m_names.labelInfo(label).file);
        m_bytes.natural(static_cast<std::uint64_t>(std::max(0, m_names.labelInfo(label).line)));
    }
    // From version 1.6 on; before, the section ended here.
    for (std::size_t o = 0; o < m_names.objects(); ++o)
        m_bytes.natural(
            static_cast<std::uint64_t>(m_names.object(static_cast<ObjectId>(o)).scale.decimals()));
    section(kNames);
}

void TscapeWriter::state()
{
    const auto snapshot = m_trace.snapshot();
    m_bytes.integer(snapshot->nowNs);
    m_bytes.byte(snapshot->finished ? 1 : 0);
    m_bytes.natural(m_trace.events());
    m_bytes.natural(m_trace.lost());
    m_bytes.natural(m_trace.thinned());
    m_bytes.natural(m_objects);
    m_bytes.natural(m_trace.notes().size());
    for (std::size_t i = 0; i < m_trace.notes().size(); ++i)
        note(m_trace.notes()[i]);
    m_bytes.natural(std::min(snapshot->lanes.size(), m_names.tracks()));
    for (std::size_t t = 0; t < std::min(snapshot->lanes.size(), m_names.tracks()); ++t)
        open(snapshot->lanes[t]);
    m_bytes.natural(m_trace.switchesLost());
    for (std::size_t t = 0; t < m_names.tracks(); ++t) {
        const SwitchCounts& counts = m_names.track(static_cast<TrackId>(t)).switches;
        for (const auto* count : {&counts.forced, &counts.voluntary, &counts.migrations})
            m_bytes.integer(count->load(std::memory_order_relaxed));
    }
    for (std::size_t t = 0; t < std::min(snapshot->lanes.size(), m_names.tracks()); ++t)
        for (const auto& span : snapshot->lanes[t].spans)
            if (span)
                m_bytes.natural(span->label);
    section(kState);
}

void TscapeWriter::note(const Note& note)
{
    m_bytes.integer(note.atNs);
    m_bytes.byte(static_cast<std::uint8_t>(note.kind));
    m_bytes.natural(note.track);
    m_bytes.natural(note.text);
    m_bytes.natural(note.value);
}

void TscapeWriter::open(const OpenLane& lane)
{
    std::uint64_t there = 0;
    for (std::size_t slot = 0; slot < lane.spans.size(); ++slot)
        there |= lane.spans[slot] ? std::uint64_t{1} << slot : 0;
    m_bytes.natural(there);
    for (const auto& span : lane.spans) {
        if (!span)
            continue;
        m_bytes.integer(span->sinceNs);
        m_bytes.natural(span->object);
        m_bytes.byte(span->state);
        m_bytes.natural(span->detail);
    }
}

void TscapeWriter::lane(TrackId track)
{
    const Lane& lane = m_trace.lane(track);
    m_bytes.natural(track);
    for (const auto* time : {&lane.beginNs, &lane.endNs}) {
        const std::int64_t ns = time->load(std::memory_order_acquire);
        m_bytes.byte(ns == Lane::kNotYet ? 0 : 1);
        m_bytes.integer(ns == Lane::kNotYet ? 0 : ns);
    }
    spans(lane.waits);
    for (const auto& channel : lane.holds)
        spans(channel);
    for (const auto& channel : lane.operations)
        spans(channel);
    moments(lane.moments);
    gaps(lane.gaps);
    shares(lane.shares);
    section(kLane);
}

template <int kCategories>
void TscapeWriter::spans(const SpanChannel<kCategories>& channel)
{
    m_bytes.natural(channel.size());
    if (channel.size() == 0)
        return;
    thinned(channel);
    std::array<Span, kStateBits + 1> last{}; // by state
    std::int64_t ns = channel[channel.firstKept()].startNs;
    m_bytes.integer(ns);
    for (std::size_t i = channel.firstKept(), count = channel.size(); i < count; ++i) {
        const Span& span = channel[i];
        Span& before = last[span.state & kStateBits];
        unsigned kind = span.state & kStateBits;
        kind |= span.object != before.object ? kOtherObject : 0;
        kind |= span.detail != before.detail ? kOtherDetail : 0;
        kind |= span.label != 0 ? kHasLabel : 0;
        m_bytes.byte(static_cast<std::uint8_t>(kind));
        m_bytes.natural(static_cast<std::uint64_t>(span.startNs - ns));
        m_bytes.natural(static_cast<std::uint64_t>(span.endNs - span.startNs));
        if (span.object != before.object)
            m_bytes.natural(span.object);
        if (span.detail != before.detail)
            m_bytes.step(before.detail, span.detail);
        if (span.label != 0)
            m_bytes.natural(span.label);
        ns = span.endNs;
        before = span;
    }
}

// The strides reduced to totals.
template <int kCategories>
void TscapeWriter::thinned(const SpanChannel<kCategories>& channel)
{
    const std::size_t strides = channel.firstKept() / SpanChannel<kCategories>::kStride;
    m_bytes.natural(strides);
    if (strides == 0)
        return;
    const std::uint32_t categories = channel.categories();
    m_bytes.natural(categories);
    auto mark = channel.mark(0);
    m_bytes.integer(mark.startNs);
    for (std::size_t i = 0; i < strides; ++i) {
        const auto next = channel.mark(i + 1);
        m_bytes.natural(static_cast<std::uint64_t>(next.startNs - mark.startNs));
        forEachCategory(categories, [&](std::size_t c) {
            m_bytes.natural(static_cast<std::uint64_t>(next.before[c] - mark.before[c]));
        });
        mark = next;
    }
}

void TscapeWriter::moments(const PublishedVector<Moment, 256>& moments)
{
    const std::size_t first = moments.firstKept();
    m_bytes.natural(moments.size());
    m_bytes.natural(first);
    Moment before;
    for (std::size_t i = first, count = moments.size(); i < count; ++i) {
        const Moment& moment = moments[i];
        unsigned kind = moment.kind == EventKind::read ? 0U : moment.kind == EventKind::write ? 1U : 2U;
        kind |= moment.object != before.object ? kOtherObject : 0;
        kind |= moment.label != 0 ? kHasLabel : 0;
        m_bytes.byte(static_cast<std::uint8_t>(kind));
        m_bytes.integer(moment.atNs - before.atNs);
        m_bytes.integer(moment.value);
        if (moment.object != before.object)
            m_bytes.natural(moment.object);
        if (moment.label != 0)
            m_bytes.natural(moment.label);
        before = moment;
    }
}

void TscapeWriter::gaps(const PublishedVector<Span, 16>& gaps)
{
    m_bytes.natural(gaps.size());
    for (std::size_t i = 0, count = gaps.size(); i < count; ++i) {
        const Span& gap = gaps[i];
        m_bytes.integer(gap.startNs);
        m_bytes.natural(static_cast<std::uint64_t>(gap.endNs - gap.startNs));
        m_bytes.natural(gap.detail);
        m_bytes.natural(gap.object);
        m_bytes.byte(static_cast<std::uint8_t>(gap.state));
        m_bytes.byte(0); // was a label
    }
}

void TscapeWriter::shares(const PublishedVector<CoreShares, 16>& shares)
{
    m_bytes.natural(shares.size());
    for (std::size_t i = 0, count = shares.size(); i < count; ++i) {
        const CoreShares& part = shares[i];
        m_bytes.integer(part.fromNs);
        m_bytes.natural(static_cast<std::uint64_t>(part.toNs - part.fromNs));
        for (const std::uint16_t share : {part.own, part.other, part.stolen})
            m_bytes.natural(share);
    }
}

void TscapeWriter::object(ObjectId id)
{
    const ObjectLane& object = m_trace.object(id);
    m_bytes.natural(id);
    m_bytes.byte(object.totals ? 1 : 0);
    if (object.totals)
        totals(*object.totals);
    holds(object.holds);
    values(object.values);
    tasks(object.tasks);
    for (const MessageSeries& way : object.messages)
        messages(way);
    section(kObject);
}

void TscapeWriter::totals(const LockTotals& totals)
{
    for (const std::int64_t ns :
         {totals.holdNs(), totals.waitNs(), totals.servedNs(), totals.longestWaitNs()})
        m_bytes.integer(ns);
    histogram(totals.holds());
    histogram(totals.waits());
}

void TscapeWriter::histogram(const Histogram& histogram)
{
    std::uint64_t classes = 0;
    for (int i = 0; i < Histogram::kClasses; ++i)
        classes += histogram.count(i) != 0 ? 1 : 0;
    m_bytes.natural(classes);
    for (int i = 0; i < Histogram::kClasses; ++i) {
        if (histogram.count(i) == 0)
            continue;
        m_bytes.natural(static_cast<std::uint64_t>(i));
        m_bytes.natural(histogram.count(i));
    }
}

void TscapeWriter::holds(const PublishedVector<HoldRef, 512>& holds)
{
    const std::size_t first = holds.firstKept();
    m_bytes.natural(holds.size());
    m_bytes.natural(first);
    std::unordered_map<std::uint64_t, std::uint32_t> last; // each channel's holds follow each other
    for (std::size_t i = first, count = holds.size(); i < count; ++i) {
        const HoldRef& ref = holds[i];
        const std::uint64_t channel = ref.track * std::uint64_t{OpenSpans::kHoldSlots} + ref.slot;
        std::uint32_t& before = last[channel];
        m_bytes.natural(channel);
        m_bytes.step(before, ref.index);
        before = ref.index;
    }
}

void TscapeWriter::values(const ValueSeries& values)
{
    const std::size_t first = values.firstKept();
    m_bytes.natural(values.size());
    m_bytes.natural(first);
    std::int64_t ns = 0;
    std::int64_t value = 0;
    for (std::size_t i = 0; i < first; i += ValueSeries::kFanOut) {
        const ValueSeries::Thinned thinned = values.thinnedAt(i);
        m_bytes.integer(thinned.startNs - ns);
        m_bytes.integer(thinned.last - value);
        m_bytes.natural(static_cast<std::uint64_t>(thinned.last - thinned.range.low));
        m_bytes.natural(static_cast<std::uint64_t>(thinned.range.high - thinned.last));
        ns = thinned.startNs;
        value = thinned.last;
    }
    for (std::size_t i = first, count = values.size(); i < count; ++i) {
        const ValuePoint point = values[i];
        m_bytes.integer(point.atNs - ns);
        m_bytes.integer(point.value - value);
        m_bytes.natural(point.track);
        ns = point.atNs;
        value = point.value;
    }
}

// From version 1.1 on; before, the section ended here.
void TscapeWriter::tasks(const TaskSeries& tasks)
{
    const std::size_t count = tasks.size();
    m_bytes.natural(count);
    std::int64_t ns = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const TaskRecord task = tasks[i];
        unsigned kind = task.ended.known() ? static_cast<unsigned>(task.end) : 0;
        kind |= task.submitted.known() ? kTaskSubmitted : 0;
        kind |= task.started.known() ? kTaskStarted : 0;
        kind |= task.ended.known() ? kTaskEnded : 0;
        kind |= task.name.numbered ? kTaskNumbered : 0;
        kind |= task.contradicted ? kTaskContradicted : 0;
        m_bytes.byte(static_cast<std::uint8_t>(kind));
        m_bytes.natural(task.name.id);
        for (const TaskMoment& moment : {task.submitted, task.started, task.ended}) {
            if (!moment.known())
                continue;
            m_bytes.integer(moment.atNs - ns);
            m_bytes.natural(moment.by);
            ns = moment.atNs;
        }
    }
}

// From version 1.2 on.
void TscapeWriter::messages(const MessageSeries& messages)
{
    const std::size_t count = messages.size();
    m_bytes.natural(count);
    std::int64_t ns = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Message message = messages[i];
        unsigned kind = message.sent.known() ? kMessageSent : 0;
        kind |= message.received.known() ? kMessageReceived : 0;
        kind |= message.contradicted ? kMessageContradicted : 0;
        m_bytes.byte(static_cast<std::uint8_t>(kind));
        m_bytes.natural(message.bytes);
        for (const MessageEnd& end : {message.sent, message.received}) {
            if (!end.known())
                continue;
            m_bytes.integer(end.atNs - ns);
            m_bytes.natural(end.by);
            ns = end.atNs;
        }
    }
}

} // namespace

void writeTscape(const Trace& trace, std::string_view result, std::ostream& out)
{
    const Trace::Reader reader = trace.reader();
    TscapeWriter(trace, out).write(result);
}

} // namespace threadscape
