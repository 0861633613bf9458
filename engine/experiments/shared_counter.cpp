#include "lab/processes.h"

namespace threadscape {

namespace {

// Indices of the numbers that main and the counting processes exchange.
constexpr std::size_t kCountedAt = 0; // told: increments so far

/// In the order of the setting's choices.
enum class Protection : std::uint32_t { none, lock, semaphore, condition };

struct CountOrder {
    Protection protection = Protection::none;
    std::uint32_t processes = 1;
    std::int64_t increments = 0; ///< in a round
    std::int64_t mostRounds = 1;
    std::int64_t untilLost = 0; ///< 0: no matter how many
    std::int64_t sleepsAt = 0;  ///< with the lock held, after this number of increments; 0: never
    bool silent = false;        ///< more of them than a picture can show
};

/// The rounds that are over, as one number, so that whoever reads it reads all of one moment.
struct ClosedRounds {
    std::int64_t rounds = 0;  ///< at most 1000
    std::int64_t missing = 0; ///< increments, in all of them
    bool last = false;        ///< no more will follow

    static ClosedRounds of(std::int64_t packed) noexcept
    {
        return {(packed >> 1) & kMostRounds, packed >> kMissingAt, (packed & 1) != 0};
    }
    std::int64_t packed() const noexcept { return (missing << kMissingAt) | (rounds << 1) | (last ? 1 : 0); }

private:
    static constexpr int kMissingAt = 11;
    static constexpr std::int64_t kMostRounds = (1 << (kMissingAt - 1)) - 1;
};

/// Processes that add 1 to a number in memory that they share.
class SharedCounter final : public Experiment {
public:
    SharedCounter()
        : Experiment(
              {"shared-counter", TS_TEXT("topic", "Processes"), TS_TEXT("shared-counter", "Shared counter")})
    {
        preset("lecture", TS_TEXT("preset", "Lecture"), increments = 50000, untilLost = 1);
        preset("with-a-lock", TS_TEXT("preset", "With a lock"), increments = 50000, protection = "lock");
        preset("owner-dies", TS_TEXT("preset", "The owner dies"), processes = 3, increments = 2000,
               protection = "lock", killOwner = true);
        preset("notes", TS_TEXT("preset", "Notes"));
        rule([this] { return !killOwner || (!protection.is("none") && processes >= 2); },
             TS_TEXT("shared-counter",
                     "kill_owner needs something to own and somebody to inherit it: protection lock, "
                     "semaphore or condition, and 2 processes or more."));
        rule([this] { return !killOwner || (rounds == 1 && !ending.wanted()); },
             TS_TEXT("shared-counter",
                     "kill_owner ends one of the processes, so that there is one round: rounds must be 1 and "
                     "until_lost 0, and they are %1 and %2."),
             rounds, untilLost);
    }

    Text question() const override
    {
        return Text(TS_TEXT("shared-counter", "Do %1 processes count to %2 together?"), processes,
                    processes * increments);
    }

    std::vector<PlotSpec> plots() const override
    {
        if (isSilent())
            return {timelinePlot()};
        if (protection.is("none"))
            return {timelinePlot(), valuesPlot(kCounter, 1)};
        return {timelinePlot(), {.kind = PlotSpec::Kind::contention}, valuesPlot(kCounter, 1)};
    }

    std::vector<PlotSpec::Band> bands(const PlotSpec& /*plot*/) const override
    {
        const auto all = static_cast<double>(processes * increments);
        return {{TS_TEXT("shared-counter", "expected"), all, all,
                 killOwner ? Template{} : TS_TEXT("shared-counter", "%1 lost")}};
    }

    void run(Lab& lab) override
    {
        ProcessValue counter(lab, kCounter.name, 0);
        const ProcessValue ready(lab, TS_NAME("name", "Ready"), 0);
        ProcessValue closed(lab, TS_NAME("name", "Closed rounds"), 0);
        ProcessSemaphore halfThrough(lab, TS_NAME("name", "Half through"), 0);
        std::vector<Handout> hand{counter.handout(), ready.handout(), closed.handout(),
                                  halfThrough.handout()};
        std::unique_ptr<ProcessSemaphore> guard;
        std::optional<ProcessCondition> condition;
        if (protection.is("semaphore"))
            guard = std::make_unique<ProcessSemaphore>(lab, TS_NAME("name", "Semaphore"), 1);
        else if (!protection.is("none"))
            guard = std::make_unique<ProcessLock>(lab, TS_NAME("name", "Lock"));
        if (guard)
            hand.push_back(guard->handout());
        if (protection.is("condition"))
            hand.push_back(
                condition.emplace(lab, TS_NAME("name", "Condition"), dynamic_cast<ProcessLock&>(*guard))
                    .handout());
        const auto order = [&](std::int64_t number) {
            return CountOrder{.protection = static_cast<Protection>(protection.index()),
                              .processes = static_cast<std::uint32_t>(processes),
                              .increments = increments,
                              .mostRounds = ending.mostRounds(),
                              .untilLost = untilLost,
                              .sleepsAt = killOwner && number == 1 ? (increments + 1) / 2 : 0,
                              .silent = isSilent()};
        };
        time.start();
        const Children all(lab, counters, kSharedCounterTask, order,
                           {.chunks = chunksFor(plannedRounds() * increments * kEventsEach, processes),
                            .hand = hand,
                            .seed = lab.seed()});
        const auto tell = [&](const ClosedRounds& done, std::int64_t made) {
            roundsDone.set(done.rounds);
            expected.set(made);
            counted.set(made - done.missing);
        };
        // Where several rounds are possible, the processes close each one themselves. Of a run that is stopped, those count.
        const bool single = ending.mostRounds() == 1;
        const AtEnd tellClosed([&] {
            const ClosedRounds done = ClosedRounds::of(closed.readSilently());
            if (!single)
                tell(done, done.rounds * processes * increments);
        });
        if (killOwner) {
            constexpr std::int64_t kLetOthersWaitNs = 100'000'000; // for the lock that the owner holds
            halfThrough.await();
            lab.sleep([] { return kLetOthersWaitNs; });
            all.first().kill();
        }
        all.join();
        time.stop();
        if (single) {
            std::int64_t made = 0;
            for (const auto& child : all)
                made += std::clamp<std::int64_t>(child->told(kCountedAt), 0, increments);
            tell({.rounds = 1, .missing = made - counter.readSilently()}, made);
        }
        ownersLost.set(guard ? guard->ownersLost() : 0);
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const auto done = found[roundsDone];
        if (outcome == Outcome::running)
            return TS_TEXT("shared-counter", "The processes are counting.");
        if (done == 0)
            return Answer(TS_TEXT("shared-counter", "The processes were not done counting."))
                .claiming("they were ended", outcome != Outcome::finished)
                .claiming("nothing is told of what they did", found[expected] == 0 && found[counted] == 0);
        return (found[lost] > 0 ? loss(found) : noLoss(found))
            .claiming("what is lost is what is missing", found[lost] == found[expected] - found[counted])
            .claiming("the rounds are equal", killOwner || found[expected] == done * processes * increments)
            .claiming("not all rounds were done only where something ended them",
                      done == ending.mostRounds() || ending.reached(found[lost]) ||
                          outcome != Outcome::finished);
    }

private:
    static constexpr std::int64_t kEventsEach = 8; // of an increment

    bool canLose() const { return protection.is("none") && processes > 1; }
    /// Beyond this number a picture shows no single increments, and recording them costs more than doing them.
    bool isSilent() const { return plannedRounds() * processes * increments > 100'000; }
    /// The first round that can lose something ends those that wait for a loss, but for rare ones.
    std::int64_t plannedRounds() const { return ending.wanted() && canLose() ? 1 : ending.mostRounds(); }

    Answer loss(const Findings& found) const
    {
        const auto done = found[roundsDone];
        const auto sentence = [&] {
            if (done == 1)
                return Text(TS_TEXT("shared-counter", "No: %1 of %2 increments were lost. The memory is "
                                                      "shared, but reading, adding and writing are three "
                                                      "steps, and two processes took the same number."),
                            found(lost), found(expected));
            if (ending.reached(found[lost]))
                return Text(TS_PLURAL(
                                "shared-counter",
                                "No: it took %n rounds until %1 of %2 increments were lost. The memory is "
                                "shared, but reading, adding and writing are three steps, and two "
                                "processes took the same number."),
                            found(lost), found(expected))
                    .count(done);
            return Text(TS_PLURAL("shared-counter",
                                  "No: %1 of %2 increments were lost in %n rounds. The memory is shared, but "
                                  "reading, adding and writing are three steps, and two processes took the "
                                  "same number."),
                        found(lost), found(expected))
                .count(done);
        };
        return Answer(sentence())
            .claiming("nothing protected the number", protection.is("none"))
            .claiming("there were others", processes > 1);
    }

    Answer noLoss(const Findings& found) const
    {
        const auto sentence = [&]() -> Answer {
            if (found[ownersLost] > 0)
                return Answer(
                           Text(TS_TEXT("shared-counter",
                                        "Nobody waits for ever: %1 was killed while it held the lock, the "
                                        "lock went on to the next, and all %2 increments that were made are "
                                        "there."),
                                NameArg{counters.name(1)}, found(counted)))
                    .claiming("one was killed", killOwner && found[ownersLost] == 1)
                    .claiming("others went on", found[counted] > 0 && processes > 1);
            if (processes == 1)
                return Answer(Text(TS_TEXT("shared-counter", "Yes, all %1, but it shows nothing: a single "
                                                             "process has nobody to overwrite its sums."),
                                   found(counted)));
            if (protection.is("none"))
                return Answer(Text(TS_PLURAL(
                                       "shared-counter",
                                       "This time yes, all %1 in %n rounds, but only by luck: the processes "
                                       "happened not to collide."),
                                   found(counted))
                                  .count(found[roundsDone]))
                    .claiming("they could have collided", canLose());
            return Answer(
                       Text(TS_TEXT("shared-counter", "Yes, all %1, in %2: whoever reads and writes has the "
                                                      "memory to itself, across processes too."),
                            found(counted), found(time)))
                .claiming("something protected the number", !protection.is("none"));
        };
        return sentence().claiming("all were counted", found[counted] == found[expected]);
    }

    Integer processes{this, "processes", TS_TEXT("shared-counter", "Processes"), 2, kWho.between(1, 16)};
    Integer increments{this, "increments", TS_TEXT("shared-counter", "Increments of each"), 10000,
                       kWho.between(1, 1000000)};
    Integer rounds{this, "rounds", TS_TEXT("shared-counter", "Rounds"), 1,
                   kRun.between(1, 1000).about(TS_TEXT("shared-counter", "So many times from zero."))};
    Integer untilLost{this, "until_lost", TS_TEXT("shared-counter", "Until so many are lost"), 0,
                      kRun.between(0, 1000000)
                          .about(TS_TEXT("shared-counter",
                                         "0: it does not matter. Else the rounds end when so many are lost; "
                                         "a single round is repeated up to 100 times."))};
    OneOf<"none", "lock", "semaphore", "condition"> protection{
        this, "protection", TS_TEXT("shared-counter", "Protection"),
        words(TS_TEXT("shared-counter", "none"), TS_TEXT("shared-counter", "lock"),
              TS_TEXT("shared-counter", "semaphore"), TS_TEXT("shared-counter", "condition")),
        kRules.about(TS_TEXT("shared-counter",
                             "Condition: under the lock that a condition brings "
                             "along, with a notification after each. One in 1,000 increments yields the "
                             "core, half of them between reading and writing."))};
    Boolean killOwner{this, "kill_owner", TS_TEXT("shared-counter", "Kill the owner"), false,
                      kRules.about(TS_TEXT("shared-counter", "The first process is killed when it is half "
                                                             "through, while it holds the lock."))};

    const UntilLost ending{rounds, untilLost};

    static constexpr Variable kCounter{TS_NAME("name", "Counter")};
    Group mainThread{this, Group::Main{}};
    Group counters{this, TS_TEXT("shared-counter", "Processes"), TS_NAME("name", "Process"), processes,
                   kHyphened};

    Count roundsDone{this, "rounds", TS_TEXT("shared-counter", "Rounds")};
    Count expected{this, "expected", TS_TEXT("shared-counter", "Expected")};
    Count counted{this, "counted", TS_TEXT("shared-counter", "Counted")};
    Whole lost{this, "lost", TS_TEXT("shared-counter", "Lost"),
               [this] { return std::max<std::int64_t>(0, expected - counted); }};
    Count ownersLost{this, "owners_lost", TS_TEXT("shared-counter", "Owners that died")};
    Timed time{this, "time_s", TS_TEXT("shared-counter", "It took"), "s"};
};

/// One process's share of the counting.
class CountingProcess {
public:
    CountingProcess(WorkerContext& context, const CountOrder& order)
        : m_context(context),
          m_order(order),
          m_counter(context.take(0)),
          m_ready(context.take(1)),
          m_closed(context.take(2)),
          m_halfThrough(context.take(3))
    {
        if (order.protection == Protection::semaphore)
            m_guard = std::make_unique<ProcessSemaphore>(context.take(4));
        else if (order.protection != Protection::none)
            m_guard = std::make_unique<ProcessLock>(context.take(4));
        if (order.protection == Protection::condition)
            m_condition.emplace(context.take(5), dynamic_cast<ProcessLock&>(*m_guard));
    }

    void run()
    {
        const OperationName count{m_context.catalogue().intern(TS_NAME("name", "count"))};
        std::int64_t round = 0;
        do {
            // All begin together: processes take longer to start than to count.
            ++round;
            arrive();
            m_context.spinUntil([&] { return arrivals() >= arrivalsBefore(round); });
            const Operation box(count);
            for (std::int64_t i = 1; i <= m_order.increments; ++i)
                increment(i);
        } while (m_order.mostRounds > 1 && !isLast(round));
    }

private:
    // Each process arrives twice in a round: to begin and, where there may be more of them, at its end.
    std::int64_t arrive() noexcept { return m_ready.addSilently(1) + 1; }
    std::int64_t arrivals() noexcept { return m_ready.readSilently(); }
    std::int64_t arrivalsBefore(std::int64_t round) const noexcept
    {
        return (2 * round - 1) * m_order.processes;
    }

    void increment(std::int64_t number)
    {
        // In the middle of an increment, or between two: else each process would go on from its own number, always.
        const bool yields = --m_untilYield == 0;
        const bool inTheMiddle = yields && m_context.random(0, 1) == 1;
        if (yields) {
            m_untilYield = drawUntilYield();
            if (!inTheMiddle)
                WorkerContext::yieldCore();
        }
        const auto held =
            m_guard ? std::unique_lock(*m_guard) : std::unique_lock<ProcessSemaphore>(); // none: on its own
        const std::int64_t before = m_order.silent ? m_counter.readSilently() : m_counter.read();
        if (inTheMiddle)
            WorkerContext::yieldCore();
        m_order.silent ? m_counter.writeSilently(before + 1) : m_counter.write(before + 1);
        m_context.told(kCountedAt).store(number, std::memory_order_relaxed);
        if (number == m_order.sleepsAt) {
            m_halfThrough.release();
            m_context.sleepUntilKilled();
        }
        if (m_condition)
            m_condition->notifyOne();
    }

    std::int64_t drawUntilYield()
    {
        return m_context.random(1, 2 * UntilLost::incrementsByYield(m_order.increments) - 1);
    }

    // The end of a round: the last to arrive closes it for all.
    bool isLast(std::int64_t round)
    {
        if (arrive() == arrivalsBefore(round) + m_order.processes)
            close(round);
        ClosedRounds now;
        m_context.spinUntil([&] {
            now = ClosedRounds::of(m_closed.readSilently());
            return now.rounds >= round;
        });
        return now.last;
    }

    void close(std::int64_t round)
    {
        // Behind the guard, with what the others wrote before they let go of it.
        const auto held = m_guard ? std::unique_lock(*m_guard) : std::unique_lock<ProcessSemaphore>();
        ClosedRounds now = ClosedRounds::of(m_closed.readSilently());
        now.rounds = round;
        now.missing += m_order.increments * m_order.processes - m_counter.readSilently();
        now.last = round == m_order.mostRounds || (m_order.untilLost > 0 && now.missing >= m_order.untilLost);
        if (!now.last)
            m_counter.write(0);
        m_closed.writeSilently(now.packed());
    }

    WorkerContext& m_context;
    const CountOrder& m_order;
    ProcessValue m_counter;
    ProcessValue m_ready;
    ProcessValue m_closed;
    ProcessSemaphore m_halfThrough;
    std::unique_ptr<ProcessSemaphore> m_guard;
    std::optional<ProcessCondition> m_condition;
    std::int64_t m_untilYield = drawUntilYield();
};

int sharedCounterTask(WorkerContext& context, const CountOrder& order)
{
    CountingProcess(context, order).run();
    return 0;
}

} // namespace

const WorkerTask kSharedCounterTask{"shared-counter", &ordered<sharedCounterTask>};

THREADSCAPE_MAKES(SharedCounter)

} // namespace threadscape
