#include "analysis/patterns.h"

#include "analysis/summary.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace threadscape {

namespace {

constexpr std::int64_t kLeastLifeNs = 20'000'000;
constexpr std::size_t kMostSpans = 20'000;

// Convoy
constexpr std::int64_t kLeastTurns = 20;
constexpr std::int64_t kLeastTurnsBesideOthers = 10; // where others have kLeastTurns
constexpr double kQueuedShare = 0.8;
constexpr double kWaitByHold = 3;
constexpr double kWaitedShareOfLife = 0.25;
constexpr double kOthersQueueing = 1;
// Starvation
constexpr std::size_t kLeastPeers = 3;
constexpr std::int64_t kLeastMedian = 6;
constexpr std::int64_t kLessByFactor = 3;
constexpr double kStarvedWaitShare = 0.5;
constexpr std::int64_t kComparableLives = 4; // a peer lived for a quarter as long, or longer
// Oversubscription
constexpr double kWantedByCores = 1.5;
constexpr double kRunningShare = 0.5;
// Useless wake-ups
constexpr std::int64_t kLeastUseless = 5;
// Only waits
constexpr double kOnlyWaitsShare = 0.98;

constexpr bool isSemaphore(ObjectKind kind) noexcept
{
    return kind == ObjectKind::semaphore || kind == ObjectKind::boundedSemaphore;
}

bool waitsForSomebody(State state)
{
    return traitsOf(state).waitsFor == WaitsFor::somebody || awaitsHeld(state);
}

/// The totals of one lane's spans.
struct LaneFacts {
    TrackId track = kNoTrack;
    std::int64_t fromNs = 0;
    std::int64_t lifeNs = 0;
    StateTimes times{};
    std::int64_t waitedNs = 0; // for something or some track
    std::int64_t operations = 0;
    bool acts = false;                       // writes or wakes others
    std::map<ObjectId, std::int64_t> turns;  // at each lock
    std::map<ObjectId, std::int64_t> queued; // for each lock, how often
    std::map<ObjectId, std::int64_t> queuedNs;
    std::int64_t wakeUps = 0; // on conditions
    std::int64_t useless = 0;
    std::optional<ObjectId> condition; // of the last of those

    double shareOf(State state) const
    {
        return static_cast<double>(timeIn(state)) / static_cast<double>(lifeNs);
    }
    std::int64_t timeIn(State state) const { return times[static_cast<std::size_t>(state)]; }
};

template <typename Channel>
std::size_t firstLookedAt(const Channel& channel)
{
    const std::size_t size = channel.size();
    return std::max(channel.firstKept(), size > kMostSpans ? size - kMostSpans : 0);
}

// A wait on the same condition as just before, within one operation: the wake-up between them was useless.
void countWakeUps(const Lane& lane, std::size_t objects, LaneFacts& facts)
{
    const auto& operations = lane.operations[0];
    const std::size_t count = operations.size();
    std::size_t operation = 0;
    const Span* before = nullptr;
    const auto sameOperation = [&](const Span& first, const Span& second) {
        operation = operations.firstEndingAfter(first.startNs, count, operation);
        // The last one may still be open.
        return operation == count || operations[operation].endNs > second.startNs;
    };
    for (std::size_t i = firstLookedAt(lane.waits); i < lane.waits.size(); ++i) {
        const Span& wait = lane.waits[i];
        // It is unknown whether waits without an object were for the same one.
        if (wait.state != static_cast<std::uint8_t>(State::condition) || wait.object >= objects)
            continue;
        if (before != nullptr && before->object == wait.object && sameOperation(*before, wait)) {
            ++facts.useless;
            facts.condition = wait.object;
        }
        facts.wakeUps += waitEndOf(wait.detail) == WaitEnd::served ? 1 : 0;
        before = &wait;
    }
}

// One that was stopped while waiting was not done.
std::int64_t operationsDone(const Lane& lane)
{
    const auto& operations = lane.operations[0];
    const std::size_t count = operations.size();
    const std::size_t waits = lane.waits.size();
    if (count == 0 || waits <= lane.waits.firstKept())
        return static_cast<std::int64_t>(count);
    // A track woken at the end still had to get a core.
    std::size_t lastWait = waits - 1;
    while (lastWait > lane.waits.firstKept() &&
           lane.waits[lastWait].state == static_cast<std::uint8_t>(State::ready))
        --lastWait;
    const Span& last = lane.waits[lastWait];
    const bool broken =
        waitEndOf(last.detail) == WaitEnd::stopped && operations[count - 1].endNs >= last.endNs;
    return static_cast<std::int64_t>(count) - (broken ? 1 : 0);
}

// Whoever only reads does nothing that another could notice. Of moments that were dropped it is unknown.
bool actsOnOthers(const Lane& lane)
{
    const std::size_t first = firstLookedAt(lane.moments);
    for (std::size_t i = first; i < lane.moments.size(); ++i)
        if (lane.moments[i].kind != EventKind::read)
            return true;
    return first > 0;
}

LaneFacts factsOf(const Trace& trace, const Snapshot& snapshot, TrackId track)
{
    LaneFacts facts{.track = track};
    const Lane& lane = trace.lane(track);
    const std::int64_t begin = lane.beginNs.load(std::memory_order_acquire);
    if (begin == Lane::kNotYet)
        return facts;
    const std::int64_t end = lane.endNs.load(std::memory_order_acquire);
    const std::int64_t until = end != Lane::kNotYet ? std::min(end, snapshot.nowNs) : snapshot.nowNs;
    facts.fromNs = begin;
    facts.lifeNs = std::max<std::int64_t>(0, until - begin);
    facts.times = timeInStates(trace, snapshot, track, begin, until);
    for (int s = 0; s < kStates; ++s)
        if (waitsForSomebody(static_cast<State>(s)))
            facts.waitedNs += facts.times[static_cast<std::size_t>(s)];
    facts.operations = operationsDone(lane);
    facts.acts = actsOnOthers(lane);
    for (std::size_t i = firstLookedAt(lane.waits); i < lane.waits.size(); ++i) {
        const Span& wait = lane.waits[i];
        if (!awaitsHeld(static_cast<State>(wait.state)))
            continue;
        ++facts.queued[wait.object];
        facts.queuedNs[wait.object] += wait.endNs - wait.startNs;
    }
    for (const auto& holds : lane.holds)
        for (std::size_t i = firstLookedAt(holds); i < holds.size(); ++i)
            ++facts.turns[holds[i].object];
    countWakeUps(lane, trace.catalogue().objects(), facts);
    return facts;
}

std::int64_t percent(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? part * 100 / whole : 0;
}

class Search {
public:
    Search(const Trace& trace, const Snapshot& snapshot, int cores)
        : m_trace(trace), m_snapshot(snapshot), m_cores(cores)
    {
        const Catalogue& names = trace.catalogue();
        for (std::size_t t = 0; t < trace.lanes(); ++t) {
            const TrackKind kind = names.track(static_cast<TrackId>(t)).kind;
            // Tasks take turns at their loop: they wait for no core, and starve no thread.
            if (kind == TrackKind::core || kind == TrackKind::main || kind == TrackKind::task)
                continue;
            LaneFacts facts = factsOf(trace, snapshot, static_cast<TrackId>(t));
            if (facts.lifeNs > 0) {
                m_fromNs = std::min(m_fromNs, facts.fromNs);
                m_toNs = std::max(m_toNs, facts.fromNs + facts.lifeNs);
            }
            m_all.push_back(std::move(facts));
        }
        for (const LaneFacts& facts : m_all) {
            if (facts.lifeNs < kLeastLifeNs)
                continue;
            m_groups[names.track(facts.track).group].push_back(&facts);
            for (const auto& [lock, turns] : facts.turns)
                if (turns >= kLeastTurns && queueFor(lock, facts))
                    m_convoys.insert(lock);
        }
    }

    std::vector<PatternOnLane> all()
    {
        for (const LaneFacts& facts : m_all) {
            if (facts.lifeNs < kLeastLifeNs)
                continue;
            starvation(facts); // the most severe first
            convoy(facts);
            oversubscription(facts);
            uselessWakeUps(facts);
            onlyWaits(facts);
        }
        return std::move(m_found);
    }

private:
    void add(Pattern pattern, const LaneFacts& facts, Template name, Text sentence,
             ObjectId object = kNoObject)
    {
        m_found.push_back({pattern, facts.track, object, name, std::move(sentence)});
    }
    NameArg who(const LaneFacts& facts) const { return {m_trace.catalogue().trackName(facts.track)}; }
    NameArg what(ObjectId object) const { return {m_trace.catalogue().objectName(object)}; }

    /// Held by one at a time: a semaphore too, whose second permit never was in use.
    bool actsAsLock(ObjectId object) const
    {
        const Catalogue& names = m_trace.catalogue();
        if (object >= m_trace.objects())
            return false;
        if (names.objectIs(object, isLock))
            return true;
        const ValueSeries& inUse = m_trace.object(object).values;
        const std::size_t changes = inUse.size();
        return names.objectIs(object, isSemaphore) && changes > 0 && inUse.range(0, changes).high <= 1;
    }

    struct Queueing {
        double meanWaitNs = 0;
        double meanHoldNs = 0;
    };
    /// How a track queued for `lock`; nullopt unless nearly always, and for far longer than it is held.
    std::optional<Queueing> queueFor(ObjectId lock, const LaneFacts& facts) const
    {
        const auto turns = facts.turns.find(lock);
        const auto queued = facts.queued.find(lock);
        if (turns == facts.turns.end() || queued == facts.queued.end() || !actsAsLock(lock))
            return std::nullopt;
        const LockTotals& totals = *m_trace.object(lock).totals;
        const auto holds = static_cast<double>(totals.holds().total());
        if (holds == 0)
            return std::nullopt;
        const std::int64_t queuedNs = facts.queuedNs.at(lock);
        const Queueing mean{.meanWaitNs = static_cast<double>(queuedNs) / static_cast<double>(queued->second),
                            .meanHoldNs = static_cast<double>(totals.holdNs()) / holds};
        const double others =
            static_cast<double>(totals.waitNs() - queuedNs) / static_cast<double>(m_toNs - m_fromNs);
        if (static_cast<double>(queued->second) < kQueuedShare * static_cast<double>(turns->second) ||
            mean.meanWaitNs < kWaitByHold * mean.meanHoldNs || others < kOthersQueueing ||
            static_cast<double>(queuedNs) < kWaitedShareOfLife * static_cast<double>(facts.lifeNs))
            return std::nullopt;
        return mean;
    }

    void convoy(const LaneFacts& facts)
    {
        for (const auto& [lock, turns] : facts.turns) {
            if (turns < kLeastTurnsBesideOthers || !m_convoys.contains(lock))
                continue;
            const auto mean = queueFor(lock, facts);
            if (!mean)
                continue;
            add(Pattern::convoy, facts, TS_TEXT("pattern", "convoy"),
                Text(TS_TEXT("pattern",
                             "Convoy: %1 had to queue for %2 in %3 % of its turns, on average for %4, "
                             "while it is held for %5."))
                    .arg(who(facts))
                    .arg(what(lock))
                    .arg(std::min<std::int64_t>(100, percent(facts.queued.at(lock), turns)))
                    .arg(DurationArg{static_cast<std::int64_t>(mean->meanWaitNs)})
                    .arg(DurationArg{static_cast<std::int64_t>(mean->meanHoldNs)}),
                lock);
            return;
        }
    }

    /// What half of its like did or more, each in as long a time as this one lived; 0 if there are too few to tell.
    std::int64_t medianInItsLife(const LaneFacts& facts) const
    {
        std::vector<double> counts;
        for (const LaneFacts* peer : m_groups.at(m_trace.catalogue().track(facts.track).group))
            if (peer->lifeNs * kComparableLives >= facts.lifeNs)
                counts.push_back(static_cast<double>(peer->operations) * static_cast<double>(facts.lifeNs) /
                                 static_cast<double>(peer->lifeNs));
        if (counts.size() < kLeastPeers)
            return 0;
        const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
        std::ranges::nth_element(counts, middle);
        return static_cast<std::int64_t>(*middle);
    }

    void starvation(const LaneFacts& facts)
    {
        const std::int64_t median = medianInItsLife(facts);
        if (median < kLeastMedian || facts.operations * kLessByFactor > median ||
            static_cast<double>(facts.waitedNs) < kStarvedWaitShare * static_cast<double>(facts.lifeNs))
            return;
        add(Pattern::starvation, facts, TS_TEXT("pattern", "starved"),
            Text(TS_PLURAL("pattern",
                           "Starved: %1 waited %2 of %3 and got its turn %n times; half of its like got "
                           "theirs %4 times or more in as long."))
                .arg(who(facts))
                .arg(DurationArg{facts.waitedNs})
                .arg(DurationArg{facts.lifeNs})
                .arg(median)
                .count(facts.operations));
    }

    void oversubscription(const LaneFacts& facts)
    {
        const double running = facts.shareOf(State::running) + facts.shareOf(State::ready);
        if (m_cores <= 0 || running < kRunningShare)
            return;
        // During its life: others may have existed before or after.
        std::int64_t wantedNs = 0;
        for (const LaneFacts& other : m_all) {
            const StateTimes times =
                timeInStates(m_trace, m_snapshot, other.track, facts.fromNs, facts.fromNs + facts.lifeNs);
            wantedNs += times[static_cast<std::size_t>(State::running)] +
                        times[static_cast<std::size_t>(State::ready)];
        }
        const double wanted = static_cast<double>(wantedNs) / static_cast<double>(facts.lifeNs);
        if (wanted < kWantedByCores * m_cores)
            return;
        constexpr int kDigits = 1;
        if (const std::int64_t readyNs = facts.timeIn(State::ready); readyNs > 0) {
            add(Pattern::oversubscription, facts, TS_TEXT("pattern", "oversubscribed"),
                Text(TS_PLURAL("pattern",
                               "Oversubscribed: %1 threads wanted to run at a time, on average, on %n cores; "
                               "%2 wanted a core for %3 of %4 and had none."))
                    .arg(NumberArg{wanted, kDigits})
                    .arg(who(facts))
                    .arg(DurationArg{readyNs})
                    .arg(DurationArg{facts.lifeNs})
                    .count(m_cores));
            return;
        }
        add(Pattern::oversubscription, facts, TS_TEXT("pattern", "oversubscribed"),
            Text(TS_PLURAL("pattern",
                           "Oversubscribed: %1 threads wanted to run at a time, on average, on %n cores; "
                           "%2 was one of them for %3."))
                .arg(NumberArg{wanted, kDigits})
                .arg(who(facts))
                .arg(DurationArg{facts.timeIn(State::running) + facts.timeIn(State::ready)})
                .count(m_cores));
    }

    void uselessWakeUps(const LaneFacts& facts)
    {
        if (facts.useless < kLeastUseless || facts.useless * 2 < facts.wakeUps)
            return;
        add(Pattern::uselessWakeUps, facts, TS_TEXT("pattern", "woken in vain"),
            Text(TS_PLURAL("pattern",
                           "Useless wake-ups: of the %n times that %1 was woken on %2, it went back to wait "
                           "%3 times."))
                .arg(who(facts))
                .arg(what(*facts.condition))
                .arg(facts.useless)
                .count(std::max(facts.wakeUps, facts.useless)),
            *facts.condition);
    }

    void onlyWaits(const LaneFacts& facts)
    {
        // A track that writes, wakes others or does input/output is active.
        if (facts.operations > 0 || facts.acts || facts.timeIn(State::io) > 0 ||
            static_cast<double>(facts.waitedNs) < kOnlyWaitsShare * static_cast<double>(facts.lifeNs))
            return;
        add(Pattern::onlyWaits, facts, TS_TEXT("pattern", "only waits"),
            Text(TS_TEXT("pattern", "%1 only waited, all of its %2."))
                .arg(who(facts))
                .arg(DurationArg{facts.lifeNs}));
    }

    const Trace& m_trace;
    const Snapshot& m_snapshot;
    int m_cores;
    std::vector<LaneFacts> m_all;
    std::map<std::string, std::vector<const LaneFacts*>>
        m_groups;                      // those that lived long enough to be judged
    std::set<ObjectId> m_convoys;      // locks for which there is one
    std::int64_t m_fromNs = INT64_MAX; // the first beginning
    std::int64_t m_toNs = 0;           // the last end
    std::vector<PatternOnLane> m_found;
};

} // namespace

std::vector<PatternOnLane> findPatterns(const Trace& trace, const Snapshot& snapshot, int cores)
{
    const Trace::Reader reader = trace.reader();
    return Search(trace, snapshot, cores).all();
}

} // namespace threadscape
