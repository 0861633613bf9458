#include "support/random_trace.h"

#include "analysis/summary.h"
#include "ingest/ingest.h"

#include <random>
#include <sstream>

namespace threadscape::samples {

namespace {

class Story {
public:
    Story(unsigned seed, int events, std::size_t capBytes, bool past)
        : m_random(seed),
          m_past(past),
          m_pause(events > 3000 ? 4
                  : past        ? 100
                                : 5000),
          m_trace(std::make_shared<Trace>(m_recorder.sharedCatalogue(), capBytes))
    {
        Ingest ingest(m_recorder, *m_trace);
        declare();
        for (int i = 0; i < events; ++i)
            step(m_tracks[pick(m_tracks.size())]);
        finish();
        ingest.finish();
    }

    std::shared_ptr<Trace> trace() const { return m_trace; }

private:
    static constexpr std::array<std::size_t, 5> kLocks{0, 1, 6, 7,
                                                       8}; // of m_objects; the last two have several holders

    struct Track {
        TrackId id = kNoTrack;
        Ticks at = 0;
    };

    void declare()
    {
        Catalogue& names = m_recorder.catalogue();
        for (int i = 0; i < 4; ++i) {
            const auto kind = static_cast<TrackKind>(i % 5);
            const TrackId id =
                names.addTrack("Track " + std::to_string(i), i % 2 ? "Größe \"g\"" : "", kind, i == 3);
            names.track(id).osId = i * 1000;
            names.track(id).alive = i == 1;
            names.track(id).cpuNs = 123'456'789 * i;
            if (i == 2) {
                names.track(id).exitCode = -9;
                names.track(id).number = 42;
            }
            m_tracks.push_back({id, m_start});
            if (i != 3)
                m_writer.write(momentEvent(EventKind::begin, id, kNoObject, m_start, 0));
        }
        for (const ObjectKind kind : {ObjectKind::lock, ObjectKind::rlock, ObjectKind::condition,
                                      ObjectKind::variable, ObjectKind::variable, ObjectKind::barrier,
                                      ObjectKind::gil, ObjectKind::readWriteLock, ObjectKind::semaphore})
            m_objects.push_back(
                names.addObject(objectKindName(kind), kind, kind == ObjectKind::variable ? "€" : ""));
        m_pool = names.addObject("Workers \"w\"", ObjectKind::pool);
        m_pipe = names.addObject("Pipe", ObjectKind::pipe);
        for (const char* text : {"deposit", "withdraw", "a line\nand \x01 another"})
            m_texts.push_back(names.intern(text));
        names.label("read");
        for (std::int32_t line = 2; line <= kFarLabel; ++line)
            names.label({line % 2 == 0 ? "write" : "", "a \"script\".py", line});
    }

    std::size_t pick(std::size_t below) { return m_random() % below; }
    std::uint64_t chance(std::uint64_t below) { return m_random() % below; }

    void step(Track& track)
    {
        const Ticks from = track.at + chance(m_pause);
        const Ticks to = from + (chance(50) == 0 ? chance(m_pause * m_pause) : chance(m_pause * 4));
        track.at = to;
        const auto style = static_cast<Label>(chance(3));
        const Label label = style == 2 ? kFarLabel : style;
        const auto span = [&](EventKind kind, ObjectId object, std::uint32_t detail, std::uint64_t slot) {
            const bool operation = kind == EventKind::operation;
            m_writer.write(spanEvent(kind, track.id, object, from, to, detail,
                                     static_cast<std::uint8_t>(slot), operation ? style : label),
                           operation ? Label{0} : label);
        };
        const auto moment = [&](EventKind kind, ObjectId object, std::int64_t value,
                                std::uint32_t number = 0) {
            m_writer.write(momentEvent(kind, track.id, object, from, value, number, label), label);
        };
        switch (chance(20)) {
        case 0:
        case 1:
        case 2:
        case 3:
        case 4:
        case 5:
        case 6: {
            const TrackId waker = chance(3) == 0 ? kNoTrack : m_tracks[pick(4)].id;
            const std::uint64_t state = 1 + chance(kStates - 1);
            const bool lock = awaitsLock(static_cast<State>(state));
            span(EventKind::wait,
                 lock             ? m_objects[kLocks[pick(kLocks.size())]]
                 : chance(2) == 0 ? kNoObject
                                  : m_objects[pick(6)],
                 waitDetail(waker, static_cast<WaitEnd>(chance(3))), state);
            break;
        }
        case 7:
        case 8:
        case 9:
        case 10: {
            const std::size_t lock = pick(kLocks.size());
            const bool shared = kLocks[lock] == 7 && chance(2) == 0;
            span(EventKind::hold, m_objects[kLocks[lock]], ++m_holds[lock],
                 holdSlot(static_cast<unsigned>(chance(2)), shared));
            break;
        }
        case 11:
        case 12:
            span(EventKind::operation, m_texts[pick(2)], static_cast<std::uint32_t>(m_random()), chance(4));
            break;
        case 13:
        case 14:
        case 15:
        case 16: {
            const std::size_t variable = pick(2);
            moment(EventKind::write, m_objects[3 + variable],
                   static_cast<std::int64_t>(chance(1'000'000)) - 500'000, ++m_writes[variable]);
            break;
        }
        case 17:
            moment(EventKind::read, m_objects[3], -static_cast<std::int64_t>(chance(1ULL << 40U)));
            break;
        case 18: moment(EventKind::notify, m_objects[2], static_cast<std::int64_t>(chance(5))); break;
        default: rare(from, to, track); break;
        }
    }

    void rare(Ticks from, Ticks to, const Track& track)
    {
        switch (chance(8)) {
        case 0:
        case 1:
        case 2: task(from, track.id); break;
        case 3: m_writer.write(spanEvent(EventKind::gap, track.id, kNoObject, from, to, 3, 0)); break;
        case 6:
        case 7: message(from, track.id); break;
        case 4: m_writer.write(momentEvent(EventKind::mark, track.id, m_texts[0], from, m_texts[1])); break;
        default: m_writer.write(momentEvent(EventKind::print, track.id, kNoObject, from, m_texts[2])); break;
        }
    }

    // A task goes on, or a new one is submitted.
    void task(Ticks at, TrackId track)
    {
        const auto tell = [&](std::size_t i, TaskState state) {
            m_tasks[i] = state;
            const TaskName name{m_texts[i % 3], i % 4 != 1};
            m_writer.write(taskEvent(track, m_pool, at, static_cast<std::uint32_t>(i + 1), {state, name}));
        };
        const std::size_t i = m_tasks.empty() ? 0 : pick(m_tasks.size());
        if (m_tasks.empty() || hasEnded(m_tasks[i]) || chance(3) == 0) {
            m_tasks.push_back(TaskState::pending);
            tell(m_tasks.size() - 1, TaskState::pending);
        } else if (m_tasks[i] == TaskState::pending) {
            tell(i, chance(4) == 0 ? TaskState::cancelled : TaskState::running);
        } else {
            tell(i, chance(3) == 0 ? TaskState::failed : TaskState::done);
        }
    }

    // A message is sent, or one that is on its way arrives.
    void message(Ticks at, TrackId track)
    {
        const std::size_t way = pick(m_sent.size());
        const bool receives = m_received[way] < m_sent[way] && chance(2) == 0;
        const std::uint32_t number = receives ? ++m_received[way] : ++m_sent[way];
        m_writer.write(messageEvent(track, m_pipe, at, number,
                                    {receives, static_cast<std::uint8_t>(way), number * 1'000'003}));
    }

    void finish()
    {
        Ticks last = 0;
        for (const Track& track : m_tracks)
            last = std::max(last, track.at);
        m_writer.write(momentEvent(EventKind::end, m_tracks[2].id, kNoObject, m_tracks[2].at, 0));
        Catalogue& names = m_recorder.catalogue();
        names.track(m_tracks[0].id)
            .open->open(OpenSpans::kWaitSlot, last + 10, m_objects[2],
                        static_cast<std::uint8_t>(State::condition), kNoTrack, kFarLabel);
        names.track(m_tracks[1].id).open->open(OpenSpans::kFirstHold, last + 20, m_objects[0], 0, 77, 1);
        names.track(m_tracks[1].id).open->open(OpenSpans::kFirstOperation, last + 30, m_texts[0], 1, 12);
        m_recorder.giveBack(m_writer);
        while (m_past && ticksNow() <= last + 40) {
            // a moment: then all of it has been
        }
    }

    /// One that an event has no room for.
    static constexpr Label kFarLabel = 200;

    std::mt19937_64 m_random;
    bool m_past;
    Ticks m_pause; // a long story is told quickly: ingest leaves what has not come yet
    Recorder m_recorder;
    std::shared_ptr<Trace> m_trace;
    Writer& m_writer = m_recorder.takeWriter();
    Ticks m_start = ticksNow();
    std::vector<Track> m_tracks;
    std::vector<ObjectId> m_objects;
    std::vector<ObjectId> m_texts;
    std::array<std::uint32_t, kLocks.size()> m_holds{};
    std::array<std::uint32_t, 2> m_writes{};
    ObjectId m_pool = kNoObject;
    ObjectId m_pipe = kNoObject;
    std::array<std::uint32_t, MessageStep::kWays> m_sent{};
    std::array<std::uint32_t, MessageStep::kWays> m_received{};
    std::vector<TaskState> m_tasks; // by number
};

void tell(std::ostream& out, const Span& span)
{
    out << span.startNs << ".." << span.endNs << ' ' << span.object << ' ' << span.detail << ' ' << span.state
        << ' ' << span.label << '\n';
}

template <typename Channel>
void tell(std::ostream& out, const Channel& channel)
{
    const std::size_t count = channel.size();
    out << "spans " << count << " from " << channel.firstKept() << " of " << channel.categories() << '\n';
    for (std::size_t i = channel.firstKept(); i < count; ++i)
        tell(out, channel[i]);
    for (std::size_t i = 0; i < (count + Channel::kStride - 1) / Channel::kStride; ++i) {
        const auto mark = channel.mark(i);
        for (const std::int64_t ns : channel.coveredUntil(mark.startNs + 1000, count))
            out << ns << ' ';
        out << "by " << mark.startNs << '\n';
    }
    for (const std::int64_t ns : channel.coveredUntil(INT64_MAX, count))
        out << ns << ' ';
    out << "in all\n";
}

void tell(std::ostream& out, const Lane& lane)
{
    out << "lane " << lane.beginNs << ".." << lane.endNs << '\n';
    tell(out, lane.waits);
    for (const auto& channel : lane.holds)
        tell(out, channel);
    for (const auto& channel : lane.operations)
        tell(out, channel);
    out << "moments " << lane.moments.size() << " from " << lane.moments.firstKept() << '\n';
    for (std::size_t i = lane.moments.firstKept(); i < lane.moments.size(); ++i) {
        const Moment& moment = lane.moments[i];
        out << moment.atNs << ' ' << moment.value << ' ' << moment.object << ' '
            << static_cast<int>(moment.kind) << ' ' << moment.label << '\n';
    }
    for (std::size_t i = 0; i < lane.gaps.size(); ++i)
        tell(out, lane.gaps[i]);
}

void tell(std::ostream& out, const Histogram& histogram)
{
    for (int i = 0; i < Histogram::kClasses; ++i)
        out << histogram.count(i) << ' ';
    out << '\n';
}

void tell(std::ostream& out, const ObjectLane& object)
{
    if (object.totals) {
        const LockTotals& totals = *object.totals;
        out << "totals " << totals.holdNs() << ' ' << totals.waitNs() << ' ' << totals.servedNs() << ' '
            << totals.longestWaitNs() << '\n';
        tell(out, totals.holds());
        tell(out, totals.waits());
    }
    out << "holds " << object.holds.size() << " from " << object.holds.firstKept() << '\n';
    for (std::size_t i = object.holds.firstKept(); i < object.holds.size(); ++i)
        out << object.holds[i].track << ' ' << object.holds[i].slot << ' ' << object.holds[i].index << '\n';
    const ValueSeries& values = object.values;
    out << "values " << values.size() << " from " << values.firstKept() << '\n';
    for (std::size_t i = 0; i < values.size(); ++i)
        out << values[i].atNs << ' ' << values[i].value << ' ' << values[i].track << '\n';
    for (std::size_t first = 0; first < values.size(); first = first * 2 + 7) {
        const ValueRange range = values.range(first, values.size());
        out << range.low << ".." << range.high << ' ' << values.countUntil(values[first].atNs, values.size())
            << '\n';
    }
}

void tell(std::ostream& out, const TaskSeries& tasks)
{
    out << "tasks " << tasks.size() << '\n';
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const TaskRecord task = tasks[i];
        out << task.name.id << ' ' << task.name.numbered << ' ' << taskStateName(task.state()) << ' '
            << task.contradicted;
        for (const TaskMoment& moment : {task.submitted, task.started, task.ended})
            out << ' ' << moment.atNs << " by " << moment.by;
        out << '\n';
    }
}

void tell(std::ostream& out, const MessageWays& ways)
{
    for (const MessageSeries& messages : ways) {
        out << "messages " << messages.size() << '\n';
        for (std::size_t i = 0; i < messages.size(); ++i) {
            const Message message = messages[i];
            out << message.bytes << ' ' << message.contradicted;
            for (const MessageEnd& end : {message.sent, message.received})
                out << ' ' << end.atNs << " by " << end.by;
            out << '\n';
        }
    }
}

void tell(std::ostream& out, const Catalogue& names)
{
    for (std::size_t t = 0; t < names.tracks(); ++t) {
        const TrackInfo& track = names.track(static_cast<TrackId>(t));
        out << track.name << '|' << track.group << '|' << trackKindName(track.kind) << ' ' << track.daemon
            << track.alive << ' ' << track.osId << ' ' << track.cpuNs << ' ' << track.exitCode << ' '
            << track.number << '\n';
    }
    for (std::size_t o = 0; o < names.objects(); ++o) {
        const ObjectInfo& object = names.object(static_cast<ObjectId>(o));
        out << object.name << '|' << objectKindName(object.kind) << '|' << object.unit << '\n';
    }
    for (std::size_t i = 0; i < names.texts(); ++i)
        out << names.text(static_cast<ObjectId>(i)) << '\n';
    for (std::size_t label = 1; label <= names.labels(); ++label) {
        const LabelInfo& info = names.labelInfo(static_cast<Label>(label));
        out << info.text << ' ' << info.file << ' ' << info.line << '|';
    }
    out << '\n';
}

void tell(std::ostream& out, const Snapshot& snapshot)
{
    out << "now " << snapshot.nowNs << ' ' << snapshot.finished << '\n';
    for (const OpenLane& lane : snapshot.lanes) {
        for (const auto& span : lane.spans)
            if (span)
                out << span->sinceNs << ' ' << span->object << ' ' << int{span->state} << ' ' << span->detail
                    << ' ' << span->label;
            else
                out << '-';
        out << '\n';
    }
}

} // namespace

std::shared_ptr<Trace> randomTrace(unsigned seed, int events, std::size_t capBytes)
{
    return Story(seed, events, capBytes, false).trace();
}

std::shared_ptr<Trace> randomPast(unsigned seed, int events)
{
    return Story(seed, events, Trace::kDefaultCapBytes, true).trace();
}

std::string everything(const Trace& trace)
{
    std::ostringstream out;
    tell(out, trace.catalogue());
    const auto snapshot = trace.snapshot();
    tell(out, *snapshot);
    out << "lanes " << trace.lanes() << '\n';
    for (std::size_t t = 0; t < trace.lanes(); ++t) {
        tell(out, trace.lane(static_cast<TrackId>(t)));
        for (const std::int64_t ns :
             timeInStates(trace, *snapshot, static_cast<TrackId>(t), INT64_MIN, INT64_MAX))
            out << ns << ' ';
    }
    for (std::size_t t = 0; t < trace.lanes(); ++t) {
        const auto& shares = trace.lane(static_cast<TrackId>(t)).shares;
        for (std::size_t i = 0; i < shares.size(); ++i)
            out << "shares " << t << ' ' << shares[i].fromNs << ".." << shares[i].toNs << ' ' << shares[i].own
                << ' ' << shares[i].other << ' ' << shares[i].stolen << '\n';
        const SwitchCounts& counts = trace.catalogue().track(static_cast<TrackId>(t)).switches;
        out << "switches " << t << ' ' << counts.forced << ' ' << counts.voluntary << ' ' << counts.migrations
            << '\n';
    }
    out << "switches lost " << trace.switchesLost() << '\n';
    out << "objects " << trace.objects() << '\n';
    for (std::size_t o = 0; o < trace.objects(); ++o) {
        tell(out, trace.object(static_cast<ObjectId>(o)));
        tell(out, trace.object(static_cast<ObjectId>(o)).tasks);
        tell(out, trace.object(static_cast<ObjectId>(o)).messages);
    }
    for (std::size_t i = 0; i < trace.notes().size(); ++i) {
        const Note& note = trace.notes()[i];
        out << "note " << note.atNs << ' ' << static_cast<int>(note.kind) << ' ' << note.track << ' '
            << note.text << ' ' << note.value << '\n';
    }
    out << "events " << trace.events() << " lost " << trace.lost() << " thinned " << trace.thinned() << '\n';
    return out.str();
}

} // namespace threadscape::samples
