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
    std::int64_t increments = 0;
    std::int64_t sleepsAt = 0; ///< with the lock held, after this number of increments; 0: never
    bool silent = false;       ///< more of them than a picture can show
};

/// Processes that add 1 to a number in memory that they share.
class SharedCounter final : public Experiment {
public:
    SharedCounter()
        : Experiment(
              {"shared-counter", TS_TEXT("topic", "Processes"), TS_TEXT("shared-counter", "Shared counter")})
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), increments = 50000);
        preset("with-a-lock", TS_TEXT("preset", "With a lock"), lecture, protection = "lock");
        preset("owner-dies", TS_TEXT("preset", "The owner dies"), processes = 3, increments = 2000,
               protection = "lock", killOwner = true);
        preset("notes", TS_TEXT("preset", "Notes"));
        rule([this] { return !killOwner || (!protection.is("none") && processes >= 2); },
             TS_TEXT("shared-counter",
                     "kill_owner needs something to own and somebody to inherit it: protection lock, "
                     "semaphore or condition, and 2 processes or more."));
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
        ProcessSemaphore halfThrough(lab, TS_NAME("name", "Half through"), 0);
        std::vector<Handout> hand{counter.handout(), ready.handout(), halfThrough.handout()};
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
                              .sleepsAt = killOwner && number == 1 ? (increments + 1) / 2 : 0,
                              .silent = isSilent()};
        };
        time.start();
        const Children all(lab, counters, kSharedCounterTask, order,
                           {.chunks = chunksFor(increments * kEventsEach, processes), .hand = hand});
        const AtEnd readIt([&] { counted.set(counter.readSilently()); });
        if (killOwner) {
            constexpr std::int64_t kLetOthersWaitNs = 100'000'000; // for the lock that the owner holds
            halfThrough.await();
            lab.sleep([] { return kLetOthersWaitNs; });
            all.first().kill();
        }
        all.join();
        time.stop();
        for (const auto& child : all)
            expected.add(std::clamp<std::int64_t>(child->told(kCountedAt), 0, increments));
        ownersLost.set(guard ? guard->ownersLost() : 0);
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (outcome != Outcome::finished)
            return TS_TEXT("shared-counter", "The processes were not done counting.");
        if (found[lost] > 0)
            return Text(TS_TEXT("shared-counter", "No: %1 of %2 increments were lost. The memory is "
                                                  "shared, but reading, adding and writing are three "
                                                  "steps, and two processes took the same number."),
                        found(lost), found(expected));
        if (found[ownersLost] > 0)
            return Text(TS_TEXT("shared-counter", "Nobody waits for ever: %1 was killed while it held the "
                                                  "lock, the lock went on to the next, and all %2 "
                                                  "increments that were made are there."),
                        NameArg{counters.name(1)}, found(counted));
        if (protection.is("none"))
            return Text(TS_TEXT("shared-counter",
                                "This time, all %1: but only luck kept the processes apart. Run it again."),
                        found(counted));
        return Text(TS_TEXT("shared-counter", "Yes, all %1, in %2: whoever reads and writes has the memory "
                                              "to itself, across processes too."),
                    found(counted), found(time));
    }

private:
    static constexpr std::int64_t kEventsEach = 8; // of an increment

    /// Beyond this number a picture shows no single increments, and recording them costs more than doing them.
    bool isSilent() const { return processes * increments > 100'000; }

    Integer processes{this, "processes", TS_TEXT("shared-counter", "Processes"), 2, kWho.between(1, 16)};
    Integer increments{this, "increments", TS_TEXT("shared-counter", "Increments of each"), 10000,
                       kWho.between(1, 1000000)};
    OneOf<"none", "lock", "semaphore", "condition"> protection{
        this, "protection", TS_TEXT("shared-counter", "Protection"),
        words(TS_TEXT("shared-counter", "none"), TS_TEXT("shared-counter", "lock"),
              TS_TEXT("shared-counter", "semaphore"), TS_TEXT("shared-counter", "condition")),
        kRules.about(TS_TEXT("shared-counter", "Condition: under the lock that a condition brings "
                                               "along, with a notification after each."))};
    Boolean killOwner{this, "kill_owner", TS_TEXT("shared-counter", "Kill the owner"), false,
                      kRules.about(TS_TEXT("shared-counter", "The first process is killed when it is half "
                                                             "through, while it holds the lock."))};

    static constexpr Variable kCounter{TS_NAME("name", "Counter")};
    Group mainThread{this, Group::Main{}};
    Group counters{this, TS_TEXT("shared-counter", "Processes"), TS_NAME("name", "Process"), processes,
                   kHyphened};

    Count expected{this, "expected", TS_TEXT("shared-counter", "Expected")};
    Count counted{this, "counted", TS_TEXT("shared-counter", "Counted")};
    Whole lost{this, "lost", TS_TEXT("shared-counter", "Lost"),
               [this] { return std::max<std::int64_t>(0, expected - counted); }};
    Count ownersLost{this, "owners_lost", TS_TEXT("shared-counter", "Owners that died")};
    Timed time{this, "time_s", TS_TEXT("shared-counter", "It took"), "s"};
};

// One process's share of the counting.
int sharedCounterTask(WorkerContext& context, const CountOrder& order)
{
    ProcessValue counter(context.take(0));
    ProcessValue ready(context.take(1));
    ProcessSemaphore halfThrough(context.take(2));
    std::unique_ptr<ProcessSemaphore> guard;
    std::optional<ProcessCondition> condition;
    if (order.protection == Protection::semaphore)
        guard = std::make_unique<ProcessSemaphore>(context.take(3));
    else if (order.protection != Protection::none)
        guard = std::make_unique<ProcessLock>(context.take(3));
    if (order.protection == Protection::condition)
        condition.emplace(context.take(4), dynamic_cast<ProcessLock&>(*guard));
    // All begin together: processes take longer to start than to count.
    ready.addSilently(1);
    context.spinUntil([&] { return ready.readSilently() >= std::int64_t{order.processes}; });
    const Operation box(OperationName{context.catalogue().intern(TS_NAME("name", "count"))});
    for (std::int64_t i = 1; i <= order.increments; ++i) {
        const auto held =
            guard ? std::unique_lock(*guard) : std::unique_lock<ProcessSemaphore>(); // none: on its own
        order.silent ? counter.writeSilently(counter.readSilently() + 1) : counter.write(counter.read() + 1);
        context.told(kCountedAt).store(i, std::memory_order_relaxed);
        if (i == order.sleepsAt) {
            halfThrough.release();
            context.sleepUntilKilled();
        }
        if (condition)
            condition->notifyOne();
    }
    return 0;
}

} // namespace

const WorkerTask kSharedCounterTask{"shared-counter", &ordered<sharedCounterTask>};

THREADSCAPE_MAKES(SharedCounter)

} // namespace threadscape
