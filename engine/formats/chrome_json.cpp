#include "formats/chrome_json.h"

#include "analysis/stretches.h"
#include "base/text_sink.h"
#include "formats/chrome_duration.h"
#include "formats/chrome_format.h"
#include "formats/chrome_head.h"
#include "schedule/wake_ups.h"

#include <nlohmann/json.hpp>
#include <unordered_map>

namespace threadscape {

namespace {

using namespace chrome;

constexpr std::string_view kPid = R"("pid":1,"tid":)";

/// A JSON string of arbitrary text; invalid UTF-8 is replaced.
std::string jsonString(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

class ChromeWriter {
public:
    ChromeWriter(const Trace& trace, std::ostream& out)
        : m_trace(trace), m_names(trace.catalogue()), m_snapshot(trace.snapshot()), m_out(out)
    {
        m_lanes = std::min(m_trace.lanes(), m_names.tracks());
        for (std::size_t t = 0; t < m_lanes; ++t)
            m_tracks.push_back(jsonString(m_names.track(static_cast<TrackId>(t)).name));
        for (std::size_t o = 0; o < m_names.objects(); ++o) {
            m_objects.push_back(jsonString(m_names.object(static_cast<ObjectId>(o)).name));
            m_categories.push_back(jsonString("state," + m_names.object(static_cast<ObjectId>(o)).name));
        }
        std::unordered_map<std::string_view, int> named;
        for (const std::string& name : m_objects)
            ++named[name];
        for (const std::string& name : m_objects)
            m_ofMany.push_back(named[name] > 1);
        for (std::size_t t = 0; t < m_names.texts(); ++t) {
            m_texts.push_back(jsonString(m_names.text(static_cast<ObjectId>(t))));
            m_endsWithNumber.push_back(numberAtEnd(m_names.text(static_cast<ObjectId>(t))).has_value());
        }
    }

    void write(std::string_view run)
    {
        m_out << R"({"displayTimeUnit":"ms","otherData":{"threadscape":)" << kChromeFormat << R"(,"trace":)"
              << chromeHeadJson(m_trace, *m_snapshot);
        if (!run.empty())
            m_out << R"(,"run":)" << run;
        m_out << R"(},"traceEvents":[)";
        event(R"("M")") << kPid << 1 << R"(,"name":"process_name","args":{"name":"threadscape"}})";
        for (std::size_t t = 0; t < m_lanes; ++t)
            nameLines(t);
        // Slices come before the flows that end on them: readers sort by time, stably.
        for (std::size_t t = 0; t < m_lanes; ++t) {
            states(t);
            operations(t);
        }
        for (std::size_t t = 0; t < m_lanes; ++t)
            wakeUps(t);
        for (std::size_t o = 0; o < m_objects.size(); ++o) {
            holds(static_cast<ObjectId>(o));
            values(static_cast<ObjectId>(o));
            tasks(static_cast<ObjectId>(o));
            messages(static_cast<ObjectId>(o));
        }
        for (std::size_t t = 0; t < m_lanes; ++t)
            readsAndNotifications(t);
        notes();
        m_out << "\n]}\n";
    }

private:
    static constexpr std::string_view kNothing = R"("")";
    static constexpr std::string_view kStateCategory = R"("state")";

    static std::string_view at(const std::vector<std::string>& strings, ObjectId id,
                               std::string_view otherwise)
    {
        return id < strings.size() ? std::string_view(strings[id]) : otherwise;
    }
    TextSink& event(std::string_view phase)
    {
        m_out << (m_first ? "\n{\"ph\":" : ",\n{\"ph\":") << phase << ',';
        m_first = false;
        return m_out;
    }
    /// Up to and including "ts".
    TextSink& at(std::string_view phase, int tid, std::int64_t ns)
    {
        event(phase) << kPid << tid << R"(,"ts":)";
        return m_out.fixed(ns, 3);
    }
    /// A slice, up to and including "dur". Those of a `tid` come in the order of time.
    TextSink& slice(int tid, std::int64_t startNs, std::int64_t endNs)
    {
        if (tid != m_sliceTid) {
            m_sliceTid = tid;
            m_firstSliceNs = startNs;
        }
        at(R"("X")", tid, startNs) << R"(,"dur":)";
        const std::int64_t takenPs = psTakenOff(m_firstSliceNs, startNs, endNs);
        return takenPs == 0 ? m_out.fixed(endNs - startNs, 3)
                            : m_out.fixed((endNs - startNs) * 1'000 - takenPs, 6);
    }
    /// Identifies the object where its name is ambiguous.
    void of(ObjectId object)
    {
        if (object < m_objects.size() && m_ofMany[object])
            m_out << R"(,"of":)" << object + 1;
    }
    void how(std::string_view what) { m_out << R"(,"how":")" << what << '"'; }
    void label(Label label)
    {
        if (label > 0 && label <= m_names.labels())
            m_out << R"(,"at":)" << jsonString(labelInWords(m_names.labelInfo(label)));
    }
    std::string_view object(ObjectId id) const { return at(m_objects, id, kNothing); }
    std::string_view text(ObjectId id) const { return at(m_texts, id, kNothing); }

    void nameLine(int tid, const std::string& name)
    {
        event(R"("M")") << kPid << tid << R"(,"name":"thread_name","args":{"name":)" << jsonString(name)
                        << "}}";
        event(R"("M")") << kPid << tid << R"(,"name":"thread_sort_index","args":{"sort_index":)" << tid
                        << "}}";
    }

    void nameLines(std::size_t track)
    {
        const std::string& name = m_names.track(static_cast<TrackId>(track)).name;
        nameLine(tidOf(track), name);
        const Lane& lane = m_trace.lane(static_cast<TrackId>(track));
        for (std::size_t depth = 0; depth < lane.operations.size(); ++depth) {
            if (lane.operations[depth].size() == 0 &&
                open(track, OpenSpans::kFirstOperation + depth) == nullptr)
                continue;
            const std::string suffix =
                depth == 0 ? " (operations)" : " (operations, depth " + std::to_string(depth) + ")";
            nameLine(tidOf(track, 1 + depth), name + suffix);
        }
    }

    const OpenSpan* open(std::size_t track, std::size_t slot) const
    {
        if (track >= m_snapshot->lanes.size() || !m_snapshot->lanes[track].spans[slot])
            return nullptr;
        return &*m_snapshot->lanes[track].spans[slot];
    }

    void states(std::size_t track)
    {
        const OpenLane* pending = track < m_snapshot->lanes.size() ? &m_snapshot->lanes[track] : nullptr;
        forEachStretch(m_trace.lane(static_cast<TrackId>(track)), pending, m_snapshot->nowNs,
                       [&](const Stretch& stretch) {
                           if (stretch.endNs <= stretch.startNs)
                               return;
                           slice(tidOf(track), stretch.startNs, stretch.endNs)
                               << R"(,"cat":)" << at(m_categories, stretch.object, kStateCategory)
                               << R"(,"name":")" << stateName(stretch.state) << '"';
                           of(stretch.object);
                           label(stretch.label);
                           if (stretch.open && stretch.state != State::running)
                               how(kHowOpen);
                           else if (stretch.end != WaitEnd::served)
                               how(stretch.end == WaitEnd::stopped ? kHowStopped : kHowTimedOut);
                           m_out << '}';
                       });
    }

    void operations(std::size_t track)
    {
        const Lane& lane = m_trace.lane(static_cast<TrackId>(track));
        for (std::size_t depth = 0; depth < lane.operations.size(); ++depth) {
            const auto& channel = lane.operations[depth];
            for (std::size_t i = channel.firstKept(), count = channel.size(); i < count; ++i) {
                const Span& span = channel[i];
                if (span.startNs < m_snapshot->nowNs)
                    operation(tidOf(track, 1 + depth), span.startNs, std::min(span.endNs, m_snapshot->nowNs),
                              span.object, span.detail, span.label, span.endNs > m_snapshot->nowNs);
            }
            if (const OpenSpan* pending = openAfter(channel, track, OpenSpans::kFirstOperation + depth))
                operation(tidOf(track, 1 + depth), pending->sinceNs, m_snapshot->nowNs, pending->object,
                          pending->detail, pending->state, true);
        }
    }

    void operation(int tid, std::int64_t startNs, std::int64_t endNs, ObjectId name, std::uint32_t number,
                   unsigned numbered, bool isOpen)
    {
        if (endNs <= startNs)
            return;
        slice(tid, startNs, endNs) << R"(,"cat":"operation","name":)";
        std::string_view quotedName = text(name);
        if (numbered != 0) {
            quotedName.remove_suffix(1);
            m_out << quotedName << ' ' << static_cast<std::int32_t>(number) << '"';
        } else {
            m_out << quotedName;
        }
        const bool likeNumbered = numbered == 0 && name < m_endsWithNumber.size() && m_endsWithNumber[name];
        const bool ordinal = numbered == static_cast<unsigned>(NumberStyle::ordinal);
        if (isOpen)
            how(ordinal ? kHowOpenOrdinal : likeNumbered ? kHowOpenAsNamed : kHowOpen);
        else if (ordinal || likeNumbered)
            how(ordinal ? kHowOrdinal : kHowAsNamed);
        m_out << '}';
    }

    template <typename Channel>
    const OpenSpan* openAfter(const Channel& channel, std::size_t track, std::size_t slot) const
    {
        const OpenSpan* pending = open(track, slot);
        const std::size_t count = channel.size();
        const bool ended = pending != nullptr && count > 0 && channel[count - 1].endNs > pending->sinceNs;
        return ended ? nullptr : pending;
    }

    /// A moment at or before `ns` at which a slice of the track's states is drawn.
    bool onSlice(std::size_t track, std::int64_t& ns) const
    {
        const Lane& lane = m_trace.lane(static_cast<TrackId>(track));
        const std::int64_t beginNs = lane.beginNs.load(std::memory_order_acquire);
        std::int64_t endNs = lane.endNs.load(std::memory_order_acquire);
        if (endNs == Lane::kNotYet || endNs > m_snapshot->nowNs)
            endNs = m_snapshot->nowNs;
        ns = std::min(ns, endNs - 1);
        return beginNs != Lane::kNotYet && ns >= beginNs;
    }

    void wakeUps(std::size_t track)
    {
        const auto& waits = m_trace.lane(static_cast<TrackId>(track)).waits;
        for (std::size_t i = waits.firstKept(), count = waits.size(); i < count; ++i) {
            const Span& wait = waits[i];
            const TrackId waker = wakerOf(wait.detail);
            if (waker >= m_lanes || wait.endNs >= m_snapshot->nowNs || wait.endNs <= wait.startNs)
                continue;
            flow("wake", "wake-up", waker, wakeTime(m_trace, wait), track, wait.endNs);
        }
    }

    /// An arrow; each of its ends has to be on a slice.
    void flow(std::string_view category, std::string_view name, std::size_t fromTrack, std::int64_t from,
              std::size_t toTrack, std::int64_t to)
    {
        if (!onSlice(fromTrack, from) || !onSlice(toTrack, to))
            return;
        ++m_flows;
        for (const bool end : {false, true}) {
            at(end ? R"("f")" : R"("s")", tidOf(end ? toTrack : fromTrack), end ? to : from)
                << R"(,"bp":"e","cat":")" << category << R"(","name":")" << name << R"(","id":)" << m_flows
                << '}';
        }
    }

    void holds(ObjectId lock)
    {
        if (lock < m_trace.objects()) {
            std::int64_t lastNs = INT64_MIN;
            const bool alone = m_names.objectIs(lock, isLock);
            const auto& refs = m_trace.object(lock).holds;
            for (std::size_t i = refs.firstKept(), count = refs.size(); i < count; ++i) {
                const auto& channel = m_trace.lane(refs[i].track).holds[refs[i].slot];
                if (refs[i].index < channel.firstKept())
                    continue;
                const Span& span = channel[refs[i].index];
                // Stamps of two cores may differ by some ns: a hold begins no earlier than the last one's end.
                const std::int64_t startNs = alone ? std::max(span.startNs, lastNs) : span.startNs;
                lastNs = std::max(span.endNs, startNs);
                hold(lock, refs[i].track,
                     Held{startNs, lastNs, span.detail, span.label, span.state != 0, false});
            }
        }
        for (std::size_t t = 0; t < m_lanes; ++t) {
            for (std::size_t slot = 0; slot < OpenSpans::kHoldSlots; ++slot) {
                const auto& channel = m_trace.lane(static_cast<TrackId>(t)).holds[slot];
                const OpenSpan* pending = openAfter(channel, t, OpenSpans::kFirstHold + slot);
                if (pending != nullptr && pending->object == lock && pending->sinceNs <= m_snapshot->nowNs)
                    hold(lock, t,
                         Held{pending->sinceNs, m_snapshot->nowNs, pending->detail, pending->label,
                              pending->state != 0, true});
            }
        }
    }

    struct Held {
        std::int64_t startNs;
        std::int64_t endNs;
        std::uint32_t number;
        Label label;
        bool shared;
        bool isOpen;
    };
    void hold(ObjectId lock, std::size_t track, const Held& held)
    {
        // Events of one id must not overlap: with several holders at a time, each hold has its own id.
        const bool alone = m_names.objectIs(lock, isLock);
        const std::uint64_t id = alone ? lock + std::uint64_t{1} : m_objects.size() + ++m_sharedHolds;
        const auto rest = [&] {
            m_out << R"(,"cat":"lock","id":)" << id << R"(,"name":)" << object(lock);
            if (!alone)
                m_out << R"(,"of":)" << lock + 1;
        };
        at(R"("b")", tidOf(track), held.startNs);
        rest();
        label(held.label);
        if (held.isOpen)
            how(kHowOpen);
        m_out << R"(,"args":{"holder":)" << m_tracks[track] << R"(,"number":)" << held.number
              << (held.shared ? R"(,"shared":true}})" : "}}");
        at(R"("e")", tidOf(track), held.endNs);
        rest();
        m_out << '}';
    }

    void values(ObjectId variable)
    {
        if (variable >= m_trace.objects() || m_trace.object(variable).values.size() == 0)
            return;
        m_nextMoment.assign(m_lanes, 0);
        const ValueSeries& series = m_trace.object(variable).values;
        const std::string& unit = m_names.object(variable).unit;
        const std::string key = jsonString(unit.empty() ? "value" : unit);
        for (std::size_t i = series.firstKept(), count = series.size(); i < count; ++i) {
            const ValuePoint point = series[i];
            const bool known = point.track < m_lanes;
            at(R"("C")", known ? tidOf(point.track) : 1, point.atNs) << R"(,"name":)" << object(variable);
            of(variable);
            if (known)
                label(labelOfWrite(point, variable));
            else
                how(kHowByNobody);
            m_out << R"(,"args":{)" << key << ':';
            m_out.fixed(point.value, m_names.object(variable).scale.decimals()) << "}}";
        }
    }

    /// Writes of one variable come in their order, and so do those of one track.
    Label labelOfWrite(const ValuePoint& point, ObjectId variable)
    {
        const auto& moments = m_trace.lane(point.track).moments;
        if (moments.firstKept() > 0 || m_trace.object(variable).values.firstKept() > 0)
            return 0; // their pairing is no longer known
        std::size_t& next = m_nextMoment[point.track];
        for (const std::size_t count = moments.size(); next < count; ++next) {
            const Moment& moment = moments[next];
            if (moment.kind == EventKind::write && moment.object == variable)
                return moments[next++].label;
        }
        return 0;
    }

    void readsAndNotifications(std::size_t track)
    {
        const auto& moments = m_trace.lane(static_cast<TrackId>(track)).moments;
        for (std::size_t i = moments.firstKept(), count = moments.size(); i < count; ++i) {
            const Moment& moment = moments[i];
            const bool read = moment.kind == EventKind::read;
            if (!read && moment.kind != EventKind::notify)
                continue;
            at(R"("i")", tidOf(track), moment.atNs)
                << R"(,"s":"t","cat":)" << (read ? R"("read")" : R"("notify")") << R"(,"name":)"
                << object(moment.object);
            of(moment.object);
            label(moment.label);
            m_out << (read ? R"(,"args":{"value":)" : R"(,"args":{"woken":)") << moment.value << "}}";
        }
    }

    /// A task is an instant for each of its steps.
    void tasks(ObjectId pool)
    {
        if (pool >= m_trace.objects())
            return;
        const TaskSeries& series = m_trace.object(pool).tasks;
        for (std::size_t i = 0, count = series.size(); i < count; ++i) {
            const TaskRecord task = series[i];
            taskStep(pool, i + 1, task, TaskState::pending, task.submitted);
            taskStep(pool, i + 1, task, TaskState::running, task.started);
            taskStep(pool, i + 1, task, task.end, task.ended);
        }
    }

    void taskStep(ObjectId pool, std::size_t number, const TaskRecord& task, TaskState state,
                  const TaskMoment& moment)
    {
        if (!moment.known())
            return;
        const bool known = moment.by < m_lanes;
        at(R"("i")", known ? tidOf(moment.by) : 1, moment.atNs) << R"(,"s":"t","cat":"task","name":)";
        std::string_view quotedName = text(task.name.id);
        if (task.name.numbered) {
            quotedName.remove_suffix(1);
            m_out << quotedName << ' ' << number << '"';
            how(known ? kHowOrdinal : kHowOrdinalByNobody);
        } else {
            m_out << quotedName;
            if (!known)
                how(kHowByNobody);
        }
        m_out << R"(,"of":)" << pool + 1 << R"(,"args":{"pool":)" << object(pool) << R"(,"task":)" << number
              << R"(,"state":")" << taskStateName(state) << R"("}})";
    }

    /// A message is an instant for each of its ends, and a flow from one to the other.
    void messages(ObjectId pipe)
    {
        if (pipe >= m_trace.objects())
            return;
        for (std::size_t way = 0; way < MessageStep::kWays; ++way) {
            const MessageSeries& series = m_trace.object(pipe).messages[way];
            for (std::size_t i = 0, count = series.size(); i < count; ++i) {
                const Message message = series[i];
                messageEnd(pipe, way, i + 1, message, message.sent, "sent");
                messageEnd(pipe, way, i + 1, message, message.received, "received");
                if (message.sent.known() && message.received.known() && message.sent.by < m_lanes &&
                    message.received.by < m_lanes)
                    flow("message", "message", message.sent.by, message.sent.atNs, message.received.by,
                         message.received.atNs);
            }
        }
    }

    void messageEnd(ObjectId pipe, std::size_t way, std::size_t number, const Message& message,
                    const MessageEnd& end, std::string_view what)
    {
        if (!end.known())
            return;
        const bool known = end.by < m_lanes;
        at(R"("i")", known ? tidOf(end.by) : 1, end.atNs)
            << R"(,"s":"t","cat":"message","name":")" << what << '"';
        if (!known)
            how(kHowByNobody);
        m_out << R"(,"of":)" << pipe + 1 << R"(,"args":{"pipe":)" << object(pipe) << R"(,"way":)" << way
              << R"(,"message":)" << number << R"(,"bytes":)" << message.bytes << "}}";
    }

    void notes()
    {
        const auto& notes = m_trace.notes();
        for (std::size_t i = 0, count = notes.size(); i < count; ++i) {
            const Note& note = notes[i];
            const bool known = note.track < m_lanes;
            const bool mark = note.kind == Note::Kind::mark;
            at(R"("i")", known ? tidOf(note.track) : 1, note.atNs)
                << (mark ? R"(,"s":"p","cat":"setting","name":)" : R"(,"s":"t","cat":"print","name":)")
                << text(note.text);
            if (!known)
                how(kHowByNobody);
            if (mark)
                m_out << R"(,"args":{"value":)" << text(note.value) << '}';
            m_out << '}';
        }
    }

    const Trace& m_trace;
    const Catalogue& m_names;
    std::shared_ptr<const Snapshot> m_snapshot;
    TextSink m_out;
    std::size_t m_lanes = 0;
    bool m_first = true;
    int m_sliceTid = 0;
    std::int64_t m_firstSliceNs = 0; // of that tid
    std::uint64_t m_flows = 0;
    std::uint64_t m_sharedHolds = 0;
    // As JSON strings, by id.
    std::vector<std::string> m_objects;
    std::vector<std::string> m_categories; // of waits for them
    std::vector<std::string> m_texts;
    std::vector<std::string> m_tracks;
    std::vector<bool> m_ofMany;            // by object: another object has the same name
    std::vector<bool> m_endsWithNumber;    // by text
    std::vector<std::size_t> m_nextMoment; // by track, while a variable's values are written
};

} // namespace

void writeChromeTrace(const Trace& trace, std::ostream& out, std::string_view run)
{
    const Trace::Reader reader = trace.reader();
    ChromeWriter(trace, out).write(run);
}

} // namespace threadscape
