#include "support/event_stream.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace threadscape {

EventStream::EventStream(std::size_t capBytes)
    : m_trace(m_catalogue, capBytes), m_builder(m_trace, ClockAnchor{}), m_ticksPerNs(ticksPerNs())
{
}

TrackId EventStream::track(std::string name, TrackKind kind) const
{
    return m_catalogue->addTrack(std::move(name), {}, kind);
}

ObjectId EventStream::object(std::string name, ObjectKind kind, std::string unit) const
{
    return m_catalogue->addObject(std::move(name), kind, std::move(unit));
}

Ticks EventStream::ticks(std::int64_t ns) const
{
    const auto near = static_cast<Ticks>(std::floor(static_cast<double>(ns) * m_ticksPerNs));
    Ticks at = near < 2 ? 0 : near - 2;
    while (m_builder.clock().toNs(at) < ns)
        ++at;
    return at;
}

Event EventStream::begin(TrackId track, std::int64_t atNs) const
{
    return moment(EventKind::begin, track, kNoObject, atNs, 0);
}

Event EventStream::end(TrackId track, std::int64_t atNs) const
{
    return moment(EventKind::end, track, kNoObject, atNs, 0);
}

Event EventStream::wait(TrackId track, State state, ObjectId object, std::int64_t fromNs, std::int64_t toNs,
                        TrackId waker) const
{
    return spanEvent(EventKind::wait, track, object, ticks(fromNs), ticks(toNs), waker,
                     static_cast<std::uint8_t>(state));
}

Event EventStream::hold(TrackId track, ObjectId lock, std::uint32_t number, std::int64_t fromNs,
                        std::int64_t toNs, int slot) const
{
    return spanEvent(EventKind::hold, track, lock, ticks(fromNs), ticks(toNs), number,
                     static_cast<std::uint8_t>(slot));
}

Event EventStream::operation(TrackId track, const std::string& name, std::int64_t fromNs, std::int64_t toNs,
                             int depth) const
{
    return spanEvent(EventKind::operation, track, m_catalogue->intern(name), ticks(fromNs), ticks(toNs), 0,
                     static_cast<std::uint8_t>(depth));
}

Event EventStream::write(TrackId track, ObjectId variable, std::int64_t atNs, std::int64_t value,
                         std::uint32_t number) const
{
    return momentEvent(EventKind::write, track, variable, ticks(atNs), value, number);
}

Event EventStream::moment(EventKind kind, TrackId track, ObjectId object, std::int64_t atNs,
                          std::int64_t value) const
{
    return momentEvent(kind, track, object, ticks(atNs), value);
}

Event EventStream::task(TrackId track, ObjectId pool, std::int64_t atNs, std::uint32_t number,
                        TaskState state, const std::string& name) const
{
    return taskEvent(track, pool, ticks(atNs), number, {state, {m_catalogue->intern(name), true}});
}

Event EventStream::gap(TrackId track, std::int64_t fromNs, std::int64_t toNs, std::uint32_t lost) const
{
    return spanEvent(EventKind::gap, track, kNoObject, ticks(fromNs), ticks(toNs), lost, 0);
}

EventStream& EventStream::take(const Event& event)
{
    m_builder.take(event);
    return *this;
}

EventStream& EventStream::take(const std::vector<Event>& events)
{
    for (const Event& event : events)
        m_builder.take(event);
    return *this;
}

EventStream& EventStream::open(TrackId track, int slot, std::int64_t sinceNs, ObjectId object,
                               std::uint8_t state, std::uint32_t detail)
{
    m_catalogue->track(track).open->open(slot, ticks(sinceNs), object, state, detail);
    return *this;
}

EventStream& EventStream::publish(std::int64_t nowNs, bool finished)
{
    std::shared_ptr<Snapshot> snapshot = m_builder.readOpenSpans(ticks(nowNs));
    snapshot->finished = finished;
    if (finished)
        m_builder.flush();
    m_builder.publish(std::move(snapshot));
    return *this;
}

namespace {

template <typename Channel>
void describeSpans(std::ostream& out, const char* what, std::size_t slot, const Channel& channel)
{
    for (std::size_t i = channel.firstKept(); i < channel.size(); ++i) {
        const Span& span = channel[i];
        out << "  " << what << ' ' << slot << ' ' << span.startNs << ".." << span.endNs << " object "
            << span.object << " detail " << span.detail << " state " << int{span.state} << " label "
            << int{span.label} << '\n';
    }
    for (const std::int64_t ns : channel.coveredUntil(INT64_MAX, channel.size()))
        out << "  covered " << ns << '\n';
}

} // namespace

std::string describe(const Trace& trace)
{
    std::ostringstream out;
    for (std::size_t t = 0; t < trace.lanes(); ++t) {
        const Lane& lane = trace.lane(static_cast<TrackId>(t));
        out << "lane " << t << ' ' << lane.beginNs << ".." << lane.endNs << '\n';
        describeSpans(out, "wait", 0, lane.waits);
        for (std::size_t slot = 0; slot < lane.holds.size(); ++slot)
            describeSpans(out, "hold", slot, lane.holds[slot]);
        for (std::size_t depth = 0; depth < lane.operations.size(); ++depth)
            describeSpans(out, "operation", depth, lane.operations[depth]);
        for (std::size_t i = 0; i < lane.moments.size(); ++i) {
            const Moment& moment = lane.moments[i];
            out << "  moment " << moment.atNs << ' ' << static_cast<int>(moment.kind) << " object "
                << moment.object << " value " << moment.value << " label " << int{moment.label} << '\n';
        }
        for (std::size_t i = 0; i < lane.gaps.size(); ++i)
            out << "  gap " << lane.gaps[i].startNs << ".." << lane.gaps[i].endNs << " lost "
                << lane.gaps[i].detail << '\n';
    }
    for (std::size_t o = 0; o < trace.objects(); ++o) {
        const ObjectLane& object = trace.object(static_cast<ObjectId>(o));
        out << "object " << o << '\n';
        for (std::size_t i = 0; i < object.holds.size(); ++i)
            out << "  hold " << object.holds[i].track << ' ' << object.holds[i].slot << ' '
                << object.holds[i].index << '\n';
        for (std::size_t i = 0; i < object.values.size(); ++i)
            out << "  value " << object.values[i].atNs << ' ' << object.values[i].value << " by "
                << object.values[i].track << '\n';
        for (std::size_t i = 0; i < object.tasks.size(); ++i) {
            const TaskRecord task = object.tasks[i];
            out << "  task " << i + 1 << ' ' << taskStateName(task.state()) << " name " << task.name.id;
            for (const TaskMoment& moment : {task.submitted, task.started, task.ended})
                out << ", " << moment.atNs << " by " << moment.by;
            out << '\n';
        }
    }
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < trace.notes().size(); ++i) {
        const Note& note = trace.notes()[i];
        notes.push_back("note " + std::to_string(note.atNs) + ' ' +
                        std::to_string(static_cast<int>(note.kind)) + ' ' + std::to_string(note.track) + ' ' +
                        std::to_string(note.text) + ' ' + std::to_string(note.value) + '\n');
    }
    std::sort(notes.begin(), notes.end());
    for (const std::string& note : notes)
        out << note;
    out << "events " << trace.events() << " lost " << trace.lost() << '\n';
    return out.str();
}

void playBank(EventStream& stream)
{
    const TrackId main = stream.track("main", TrackKind::main);
    const TrackId depositor = stream.track("Depositor \"1\", Zoë");
    const TrackId withdrawer = stream.track("Withdrawer 1");
    const ObjectId lock = stream.object("Account", ObjectKind::rlock);
    const ObjectId condition = stream.object("Enough, \"money\"", ObjectKind::condition);
    const ObjectId balance = stream.object("balance", ObjectKind::variable, "money");
    const ObjectId thread = stream.object("Withdrawer 1", ObjectKind::thread);
    Catalogue& names = stream.names();

    stream.take({stream.begin(main, 0), stream.write(main, balance, 500, 0, 1)});
    stream.take({stream.begin(withdrawer, 2'000), stream.hold(withdrawer, lock, 1, 10'000, 20'200),
                 stream.moment(EventKind::read, withdrawer, balance, 15'000, 0),
                 // The wait begins a moment before the lock is let go.
                 stream.wait(withdrawer, State::condition, condition, 20'000, 400'100, depositor),
                 stream.wait(withdrawer, State::lock, lock, 400'100, 450'300, depositor),
                 stream.hold(withdrawer, lock, 3, 450'300, 500'000),
                 stream.moment(EventKind::read, withdrawer, balance, 460'000, 7),
                 stream.write(withdrawer, balance, 480'000, 2, 3),
                 stream.operation(withdrawer, "withdraw", 9'000, 501'000),
                 stream.wait(withdrawer, State::sleep, kNoObject, 501'000, 600'000),
                 stream.end(withdrawer, 600'500)});
    stream.take({stream.begin(depositor, 3'000),
                 stream.wait(depositor, State::sleep, kNoObject, 4'000, 300'000),
                 stream.hold(depositor, lock, 2, 300'500, 450'000),
                 stream.operation(depositor, "read", 310'000, 320'000, 1),
                 stream.moment(EventKind::read, depositor, balance, 315'000, 0),
                 stream.write(depositor, balance, 350'000, 7, 2),
                 stream.moment(EventKind::notify, depositor, condition, 400'000, 1),
                 stream.operation(depositor, "deposit", 300'200, 450'100)});
    stream.take(stream.wait(main, State::join, thread, 5'000, 600'700, withdrawer));
    stream.take(stream.moment(EventKind::mark, main, names.intern("withdrawers"), 700'000,
                              names.intern("10 → \"20\"")));
    stream.take(stream.moment(EventKind::print, main, kNoObject, 710'000,
                              names.intern("two\nlines, \\ and \t \x01 ü")));
    stream.open(main, OpenSpans::kWaitSlot, 720'000, kNoObject, static_cast<std::uint8_t>(State::join));
    stream.open(depositor, OpenSpans::kFirstHold, 800'000, lock, 0, 4);
    stream.open(depositor, OpenSpans::kFirstOperation, 790'000, names.intern("deposit"), 1, 12);
    stream.publish(kBankEndNs);
}

} // namespace threadscape
