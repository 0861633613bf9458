#include "support/transitions.h"

#include "schedule/lane_schedule.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>

namespace threadscape {

namespace {

constexpr const char* kPhaseNames[kPhases] = {"before its begin",
                                              "running",
                                              "waiting",
                                              "waiting on a condition",
                                              "on its way back from a condition",
                                              "waiting for the condition's lock",
                                              "unwinding",
                                              "waiting while it unwinds",
                                              "ready, without a core",
                                              "on its way back from a condition, without a core",
                                              "unwinding, without a core",
                                              "after its end",
                                              "nowhere"};
constexpr const char* kEdgeNames[kEdges] = {"begins",
                                            "ends",
                                            "begins a wait",
                                            "begins a condition wait",
                                            "begins a wait for a lock",
                                            "ends a wait",
                                            "takes a lock",
                                            "releases a lock",
                                            "begins an operation",
                                            "ends an operation",
                                            "reads, writes or notifies",
                                            "loses its core",
                                            "gets a core"};

// Stamps of two cores, and those of the system, may be that far apart; a lock's holds are ordered by number, not by time.
constexpr std::int64_t kSkewNs = 2'000;

struct Step {
    std::int64_t atNs;
    int rank; // among steps of the same ns: what makes room comes before what takes it
    Edge edge;
};

class Validator {
public:
    explicit Validator(const Trace& trace)
        : m_trace(trace),
          m_names(trace.catalogue()),
          m_snapshot(trace.snapshot()),
          m_complete(trace.lost() == 0)
    {
        for (std::size_t t = 0; t < m_names.tracks(); ++t) {
            const std::int32_t code =
                m_names.track(static_cast<TrackId>(t)).exitCode.load(std::memory_order_relaxed);
            m_someoneWasKilled |= code < 0 && code != TrackInfo::kNoExitCode;
        }
    }

    std::vector<std::string> run()
    {
        for (std::size_t t = 0; t < m_trace.lanes(); ++t)
            checkLane(static_cast<TrackId>(t), m_trace.lane(static_cast<TrackId>(t)));
        for (std::size_t o = 0; o < m_trace.objects(); ++o)
            checkObject(static_cast<ObjectId>(o), m_trace.object(static_cast<ObjectId>(o)));
        checkNotes();
        return std::move(m_found);
    }

private:
    template <typename... Args>
    void report(fmt::format_string<Args...> text, Args&&... args)
    {
        m_found.push_back(fmt::format(text, std::forward<Args>(args)...));
    }

    std::string trackName(TrackId track) const
    {
        return track < m_names.tracks() ? m_names.track(track).name : fmt::format("track {}", track);
    }
    std::string objectName(ObjectId object) const
    {
        return object < m_names.objects() ? m_names.object(object).name : fmt::format("object {}", object);
    }
    bool isLock(ObjectId object) const
    {
        return object < m_names.objects() && threadscape::isLock(m_names.object(object).kind);
    }
    bool isHeld(ObjectId object) const
    {
        return object < m_names.objects() && threadscape::isHeld(m_names.object(object).kind);
    }
    bool hasValue(ObjectId object) const
    {
        return object < m_names.objects() && threadscape::hasValue(m_names.object(object).kind);
    }
    bool isOfKind(ObjectId object, ObjectKind kind) const
    {
        return object < m_names.objects() && m_names.object(object).kind == kind;
    }
    const OpenSpan* open(TrackId track, std::size_t slot) const
    {
        if (track >= m_snapshot->lanes.size() || !m_snapshot->lanes[track].spans[slot])
            return nullptr;
        return &*m_snapshot->lanes[track].spans[slot];
    }

    void checkLane(TrackId track, const Lane& lane)
    {
        if (track >= m_names.tracks())
            report("{} has no name", trackName(track));
        std::vector<Step> steps;
        const std::int64_t endNs = lane.endNs.load(std::memory_order_acquire);
        if (const std::int64_t beginNs = lane.beginNs.load(std::memory_order_acquire);
            beginNs != Lane::kNotYet)
            steps.push_back({beginNs, 0, Edge::begin});
        if (endNs != Lane::kNotYet)
            steps.push_back({endNs, 9, Edge::end});
        addWaits(track, lane, steps);
        addHolds(track, lane, endNs, steps);
        addOperations(track, lane, steps);
        addMoments(track, lane, steps);
        if (!m_complete || lane.waits.firstKept() > 0)
            return;
        std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
            return std::pair(a.atNs, a.rank) < std::pair(b.atNs, b.rank);
        });
        Phase phase = Phase::unborn;
        for (const Step& step : steps) {
            const Phase next = phaseAfter(phase, step.edge);
            if (next == Phase::illegal) {
                report("{} {} at {} ns while {}", trackName(track), kEdgeNames[static_cast<int>(step.edge)],
                       step.atNs, kPhaseNames[static_cast<int>(phase)]);
                return; // what follows would be reported for the same reason
            }
            phase = next;
        }
    }

    template <typename Channel, typename Visit>
    void eachSpan(TrackId track, const Channel& channel, const OpenSpan* pending, const char* what,
                  Visit&& visit)
    {
        std::int64_t lastNs = INT64_MIN;
        for (std::size_t i = channel.firstKept(); i < channel.size(); ++i) {
            const Span& span = channel[i];
            if (span.endNs < span.startNs || span.startNs < lastNs)
                report("{}: {} at {} ns overlaps the one before", trackName(track), what, span.startNs);
            lastNs = span.endNs;
            // Where in its stretch it lies is not known.
            if (span.label != LaneSchedule::kSomewhere ||
                span.state != static_cast<std::uint8_t>(State::ready))
                visit(span.startNs, span.endNs, span.object, span.state, span.detail, false);
        }
        if (pending == nullptr)
            return;
        if (pending->sinceNs < lastNs)
            report("{}: {} open since {} ns overlaps the one before", trackName(track), what,
                   pending->sinceNs);
        visit(pending->sinceNs, INT64_MAX, pending->object, pending->state, pending->detail, true);
    }

    void addWaits(TrackId track, const Lane& lane, std::vector<Step>& steps)
    {
        const std::int64_t lastNs = lane.endNs.load(std::memory_order_acquire);
        eachSpan(track, lane.waits, open(track, OpenSpans::kWaitSlot), "a wait",
                 [&](std::int64_t startNs, std::int64_t endNs, ObjectId object, std::uint8_t state,
                     std::uint32_t detail, bool isOpen) {
                     if (state == static_cast<std::uint8_t>(State::running) || state >= kStates)
                         report("{} waits in state {} at {} ns", trackName(track), state, startNs);
                     const auto kind = static_cast<State>(state);
                     if ((kind == State::condition && !isOfKind(object, ObjectKind::condition) &&
                          !isOfKind(object, ObjectKind::barrier)) ||
                         (awaitsLock(kind) && !isHeld(object)) ||
                         (object != kNoObject && object >= m_names.objects()))
                         report("{} waits ({}) at {} ns for {}, which is none", trackName(track),
                                stateName(kind), startNs, objectName(object));
                     if (!isOpen && wakerOf(detail) != kNoTrack)
                         checkWaker(track, wakerOf(detail), endNs);
                     if (isWithoutCore(kind, object)) {
                         // A track may be taken off its core between its last instruction and telling of it.
                         addWithoutCore(startNs, lastNs == Lane::kNotYet ? endNs : std::min(endNs, lastNs),
                                        steps);
                         return;
                     }
                     const bool empty = startNs == endNs;
                     steps.push_back({startNs, empty ? 2 : 6,
                                      isOfKind(object, ObjectKind::condition) ? Edge::conditionBegins
                                      : awaitsLock(kind)                      ? Edge::lockBegins
                                                                              : Edge::waitBegins});
                     if (!isOpen)
                         steps.push_back({endNs, empty ? 2 : 1, Edge::waitEnds});
                 });
    }

    // What the system tells, not the track.
    static bool isWithoutCore(State state, ObjectId object)
    {
        return state == State::ready || (state == State::unknown && object == kNoObject);
    }

    static void addWithoutCore(std::int64_t startNs, std::int64_t endNs, std::vector<Step>& steps)
    {
        if (endNs != INT64_MAX && endNs - startNs <= 2 * kSkewNs)
            return;
        steps.push_back({startNs + kSkewNs, 6, Edge::readyBegins});
        if (endNs != INT64_MAX)
            steps.push_back({endNs - kSkewNs, 1, Edge::readyEnds});
    }

    void checkWaker(TrackId track, std::uint32_t waker, std::int64_t atNs)
    {
        if (waker >= m_trace.lanes())
            report("{} was woken at {} ns by track {}, which there is not", trackName(track), atNs, waker);
        else if (const std::int64_t beganNs = m_trace.lane(static_cast<TrackId>(waker)).beginNs.load();
                 m_complete && (beganNs == Lane::kNotYet || beganNs > atNs + kSkewNs))
            report("{} was woken at {} ns by {}, which had not begun", trackName(track), atNs,
                   trackName(static_cast<TrackId>(waker)));
    }

    void addHolds(TrackId track, const Lane& lane, std::int64_t laneEndNs, std::vector<Step>& steps)
    {
        for (std::size_t slot = 0; slot < lane.holds.size(); ++slot) {
            eachSpan(track, lane.holds[slot], open(track, OpenSpans::kFirstHold + slot), "a hold",
                     [&](std::int64_t startNs, std::int64_t endNs, ObjectId object, std::uint8_t /*state*/,
                         std::uint32_t detail, bool isOpen) {
                         if (!isHeld(object))
                             report("{} holds {} at {} ns, which is no lock", trackName(track),
                                    objectName(object), startNs);
                         if (isOpen)
                             m_held[object].insert(detail);
                         steps.push_back({startNs, 3, Edge::holdBegins});
                         // A Lock has no owner: a stranger may release it after its holder's end.
                         const bool outlives = laneEndNs != Lane::kNotYet && endNs > laneEndNs;
                         if (!isOpen && !(outlives && !isOfKind(object, ObjectKind::rlock)))
                             steps.push_back({endNs, startNs == endNs ? 4 : 1, Edge::holdEnds});
                     });
        }
    }

    void addOperations(TrackId track, const Lane& lane, std::vector<Step>& steps)
    {
        for (std::size_t depth = 0; depth < lane.operations.size(); ++depth) {
            std::size_t outer = depth == 0 ? 0 : lane.operations[depth - 1].firstKept();
            eachSpan(track, lane.operations[depth], open(track, OpenSpans::kFirstOperation + depth),
                     "an operation",
                     [&](std::int64_t startNs, std::int64_t endNs, ObjectId text, std::uint8_t /*state*/,
                         std::uint32_t /*detail*/, bool isOpen) {
                         if (text >= m_names.texts())
                             report("{}: an operation at {} ns has no name", trackName(track), startNs);
                         if (depth > 0 && m_complete && !nests(track, lane, depth - 1, startNs, endNs, outer))
                             report("{}: an operation at {} ns, {} deep, is not inside another",
                                    trackName(track), startNs, depth);
                         steps.push_back({startNs, 3, Edge::operationBegins});
                         if (!isOpen)
                             steps.push_back({endNs, startNs == endNs ? 4 : 1, Edge::operationEnds});
                     });
        }
    }

    bool nests(TrackId track, const Lane& lane, std::size_t depth, std::int64_t startNs, std::int64_t endNs,
               std::size_t& outer) const
    {
        const auto& channel = lane.operations[depth];
        while (outer < channel.size() && channel[outer].endNs < startNs)
            ++outer;
        // The outer one may have been the next but one, where a span of no length lies between.
        for (std::size_t i = outer; i < channel.size() && channel[i].startNs <= startNs; ++i)
            if (endNs <= channel[i].endNs)
                return true;
        const OpenSpan* pending = open(track, OpenSpans::kFirstOperation + depth);
        return (pending != nullptr && pending->sinceNs <= startNs) || channel.firstKept() > 0;
    }

    void addMoments(TrackId track, const Lane& lane, std::vector<Step>& steps)
    {
        std::int64_t lastNs = INT64_MIN;
        for (std::size_t i = lane.moments.firstKept(); i < lane.moments.size(); ++i) {
            const Moment& moment = lane.moments[i];
            if (moment.atNs < lastNs)
                report("{}: a moment at {} ns comes after a later one", trackName(track), moment.atNs);
            lastNs = moment.atNs;
            const bool notify = moment.kind == EventKind::notify;
            if (notify ? !isOfKind(moment.object, ObjectKind::condition) : !hasValue(moment.object))
                report("{}: {} at {} ns is no {}", trackName(track), objectName(moment.object), moment.atNs,
                       notify ? "condition" : "variable");
            if (moment.kind == EventKind::write)
                ++m_writes[moment.object];
            steps.push_back({moment.atNs, 5, Edge::moment});
        }
        if (lane.moments.firstKept() > 0)
            m_allWrites = false;
    }

    void checkObject(ObjectId object, const ObjectLane& lane)
    {
        const std::set<std::uint32_t>& held = m_held[object];
        const Span* before = nullptr;
        TrackId beforeTrack = kNoTrack;
        std::uint32_t next = lane.holds.firstKept() > 0 ? 0 : 1;
        for (std::size_t i = lane.holds.firstKept(); i < lane.holds.size(); ++i) {
            const HoldRef ref = lane.holds[i];
            const SpanChannel<1>& channel = m_trace.lane(ref.track).holds[ref.slot];
            if (ref.index < channel.firstKept()) {
                before = nullptr;
                next = 0;
                continue;
            }
            const Span& hold = channel[ref.index];
            while (next != 0 && next != hold.detail && held.contains(next))
                ++next;
            // A process that was killed may have taken a number, and told nothing of it.
            const bool tookItAlong = m_someoneWasKilled && next < hold.detail;
            if (isLock(object) && m_complete && next != 0 && next != hold.detail && !tookItAlong)
                report("{}: hold {} of {} comes where {} should", objectName(object), hold.detail,
                       trackName(ref.track), next);
            if (isLock(object) && before != nullptr && hold.startNs + kSkewNs < before->endNs)
                report("{}: {} takes it at {} ns, and {} has it until {} ns", objectName(object),
                       trackName(ref.track), hold.startNs, trackName(beforeTrack), before->endNs);
            before = &hold;
            beforeTrack = ref.track;
            next = hold.detail + 1;
        }
        if (m_complete && m_allWrites && m_writes[object] != lane.values.size())
            report("{}: {} values of {} writes", objectName(object), lane.values.size(), m_writes[object]);
        for (std::size_t i = 0; i < lane.tasks.size(); ++i)
            checkTask(object, i + 1, lane.tasks[i]);
        for (const MessageSeries& way : lane.messages)
            for (std::size_t i = 0; i < way.size(); ++i)
                checkMessage(object, i + 1, way[i]);
    }

    void checkTask(ObjectId pool, std::size_t number, const TaskRecord& task)
    {
        const auto broken = [&](const char* how) { report("{}: task {} {}", objectName(pool), number, how); };
        if (pool >= m_names.objects() || !isPool(m_names.object(pool).kind))
            broken("is of no pool");
        if (task.contradicted)
            broken("was told of twice");
        if (!task.known()) {
            if (m_complete)
                broken("is not known");
            return;
        }
        if (task.name.id >= m_names.texts())
            broken("has no name");
        if (!m_complete)
            return;
        if (!task.submitted.known())
            broken("was not submitted");
        TaskState state = TaskState::pending;
        TaskMoment before = task.submitted;
        const auto become = [&](TaskState next, const TaskMoment& moment) {
            if (!moment.known())
                return;
            // A process that died may have begun it without having told.
            const bool diedWithIt = isOfKind(pool, ObjectKind::processPool) && state == TaskState::pending &&
                                    next == TaskState::failed;
            if (!taskMayBecome(state, next) && !diedWithIt)
                report("{}: task {} became {} when it was {}", objectName(pool), number, taskStateName(next),
                       taskStateName(state));
            if (before.known() && moment.atNs + kSkewNs < before.atNs)
                broken("went through its states in a wrong order");
            if (moment.by >= m_trace.lanes())
                broken("is of no track");
            state = next;
            before = moment;
        };
        become(TaskState::running, task.started);
        become(task.end, task.ended);
        if (isOfKind(pool, ObjectKind::pool) && task.started.known() && task.ended.known() &&
            task.started.by != task.ended.by)
            broken("was begun by one track and ended by another");
    }

    void checkMessage(ObjectId pipe, std::size_t number, const Message& message)
    {
        const auto broken = [&](const char* how) {
            report("{}: message {} {}", objectName(pipe), number, how);
        };
        if (pipe >= m_names.objects() || !carriesMessages(m_names.object(pipe).kind))
            broken("goes through no pipe");
        if (message.contradicted)
            broken("was told of twice");
        for (const MessageEnd& end : {message.sent, message.received})
            if (end.known() && end.by >= m_trace.lanes())
                broken("is of no track");
        if (m_complete && message.received.known() && !message.sent.known())
            broken("was received, but not sent");
        if (message.sent.known() && message.received.known() &&
            message.received.atNs + kSkewNs < message.sent.atNs)
            broken("was received before it was sent");
    }

    void checkNotes()
    {
        for (std::size_t i = 0; i < m_trace.notes().size(); ++i) {
            const Note& note = m_trace.notes()[i];
            if (note.track >= m_names.tracks())
                report("a note at {} ns has no track", note.atNs);
            if (note.kind == Note::Kind::mark &&
                (note.text >= m_names.texts() || note.value >= m_names.texts()))
                report("a mark at {} ns has no text", note.atNs);
        }
    }

    const Trace& m_trace;
    const Catalogue& m_names;
    std::shared_ptr<const Snapshot> m_snapshot;
    bool m_complete;
    bool m_allWrites = true;
    bool m_someoneWasKilled = false;
    std::map<ObjectId, std::set<std::uint32_t>> m_held; // the numbers of holds that are still open
    std::map<ObjectId, std::size_t> m_writes;
    std::vector<std::string> m_found;
};

} // namespace

Phase phaseAfter(Phase phase, Edge edge) noexcept
{
    using enum Phase;
    // Columns: begin, end, waitBegins, conditionBegins, lockBegins, waitEnds, holdBegins, holdEnds, operationBegins,
    // operationEnds, moment, readyBegins, readyEnds. A hold can end while its track waits, or has no core: a condition wait
    // begins before it lets go, and a stranger may release a Lock.
    static constexpr std::array<std::array<Phase, kEdges>, kPhases> kAfter{{
        /* unborn */
        {running, illegal, illegal, illegal, illegal, illegal, illegal, illegal, illegal, illegal, illegal,
         illegal, illegal},
        /* running */
        {illegal, ended, waiting, onCondition, waiting, illegal, running, running, running, running, running,
         ready, illegal},
        /* waiting */
        {illegal, illegal, illegal, illegal, illegal, running, illegal, waiting, illegal, illegal, illegal,
         illegal, illegal},
        /* onCondition */
        {illegal, illegal, illegal, illegal, illegal, reacquiring, illegal, onCondition, illegal, illegal,
         illegal, illegal, illegal},
        /* reacquiring */
        {illegal, ended, unwindingWaiting, illegal, waitingForLock, illegal, running, reacquiring, illegal,
         reacquiring, illegal, reacquiringReady, illegal},
        /* waitingForLock */
        {illegal, illegal, illegal, illegal, illegal, reacquiring, illegal, waitingForLock, illegal, illegal,
         illegal, illegal, illegal},
        /* unwinding */
        {illegal, ended, unwindingWaiting, illegal, waitingForLock, illegal, running, unwinding, illegal,
         unwinding, illegal, unwindingReady, illegal},
        /* unwindingWaiting */
        {illegal, illegal, illegal, illegal, illegal, unwinding, illegal, unwindingWaiting, illegal, illegal,
         illegal, illegal, illegal},
        /* ready */
        {illegal, illegal, illegal, illegal, illegal, illegal, illegal, ready, illegal, illegal, illegal,
         illegal, running},
        /* reacquiringReady */
        {illegal, illegal, illegal, illegal, illegal, illegal, illegal, reacquiringReady, illegal, illegal,
         illegal, illegal, reacquiring},
        /* unwindingReady */
        {illegal, illegal, illegal, illegal, illegal, illegal, illegal, unwindingReady, illegal, illegal,
         illegal, illegal, unwinding},
        /* ended */
        {illegal, illegal, illegal, illegal, illegal, illegal, illegal, illegal, illegal, illegal, illegal,
         illegal, illegal},
        /* illegal */
        {illegal, illegal, illegal, illegal, illegal, illegal, illegal, illegal, illegal, illegal, illegal,
         illegal, illegal},
    }};
    return kAfter[static_cast<std::size_t>(phase)][static_cast<std::size_t>(edge)];
}

bool taskMayBecome(TaskState from, TaskState to) noexcept
{
    switch (from) {
    case TaskState::pending: return to == TaskState::running || to == TaskState::cancelled;
    case TaskState::running: return to == TaskState::done || to == TaskState::failed;
    default: return false;
    }
}

std::vector<std::string> validate(const Trace& trace)
{
    return Validator(trace).run();
}

} // namespace threadscape
