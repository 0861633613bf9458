#include "lab/lab.h"

namespace threadscape {

namespace {

// What main and the counting processes tell each other, by place.
constexpr std::size_t kCountedAt = 0; // told: increments so far

/// In the order of the setting's choices.
enum class Protection : std::uint32_t { none, lock, semaphore, condition };

struct CountOrder {
    Protection protection = Protection::none;
    std::uint32_t processes = 1;
    std::int64_t increments = 0;
    std::int64_t sleepsAt = 0; ///< with the lock, after so many increments; 0: never
    bool silent = false;       ///< more of them than a picture can show
};

/// Processes that add 1 to a number in memory that they share.
class SharedCounter final : public Experiment {
public:
    SharedCounter()
        : Experiment({.id = "shared-counter",
                      .topic = TS_TEXT("topic", "Processes"),
                      .title = TS_TEXT("shared-counter", "Shared counter")})
    {
    }

    Text question() const override
    {
        return Text(TS_TEXT("shared-counter", "Do %1 processes count to %2 together?"))
            .arg(processes.value())
            .arg(processes * increments);
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {{"increments", "50000"}}},
            {.name = "with-a-lock",
             .label = TS_TEXT("preset", "With a lock"),
             .settings = {{"increments", "50000"}, {"protection", "lock"}}},
            {.name = "owner-dies",
             .label = TS_TEXT("preset", "The owner dies"),
             .settings = {{"processes", "3"},
                          {"increments", "2000"},
                          {"protection", "lock"},
                          {"kill_owner", "true"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        std::vector<PlotSpec> all{{.kind = PlotSpec::Kind::timeline, .share = 1}};
        if (!isSilent()) {
            if (!protection.is("none"))
                all.push_back({.kind = PlotSpec::Kind::contention, .share = 1});
            all.push_back(
                {.kind = PlotSpec::Kind::values, .share = 1, .variable = TS_NAME("name", "Counter")});
        }
        return all;
    }

    std::vector<PlotSpec::Band> bands(const PlotSpec& /*plot*/) const override
    {
        const auto all = static_cast<double>(processes * increments);
        return {{TS_TEXT("shared-counter", "expected"), all, all,
                 killOwner ? Template{} : TS_TEXT("shared-counter", "%1 lost")}};
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {mainLane(),
                {TS_TEXT("shared-counter", "Processes"),
                 TS_NAME("name", "Process"),
                 processes,
                 {},
                 LaneNaming::hyphened}};
    }

    std::optional<Error> brokenRule() const override
    {
        if (killOwner && (protection.is("none") || processes < 2))
            return Error{
                TS_TEXT("shared-counter",
                        "kill_owner needs something to own and somebody to inherit it: protection lock, "
                        "semaphore or condition, and 2 processes or more.")};
        return std::nullopt;
    }

    void run(Lab& lab) override
    {
        ProcessValue counter(lab, TS_NAME("name", "Counter"), 0);
        ProcessValue ready(lab, TS_NAME("name", "Ready"), 0);
        ProcessSemaphore holds(lab, TS_NAME("name", "Half through"), 0);
        std::vector<Handout> hand{counter.handout(), ready.handout(), holds.handout()};
        std::unique_ptr<ProcessSemaphore> guard;
        std::unique_ptr<ProcessCondition> condition;
        if (protection.is("semaphore"))
            guard = std::make_unique<ProcessSemaphore>(lab, TS_NAME("name", "Semaphore"), 1);
        else if (!protection.is("none"))
            guard = std::make_unique<ProcessLock>(lab, TS_NAME("name", "Lock"));
        if (guard)
            hand.push_back(guard->handout());
        if (protection.is("condition")) {
            condition = std::make_unique<ProcessCondition>(lab, TS_NAME("name", "Condition"),
                                                           dynamic_cast<ProcessLock&>(*guard));
            hand.push_back(condition->handout());
        }
        std::vector<std::unique_ptr<Process>> all;
        const AtEnd readIt([&] { m_counted.set(counter.readSilently()); });
        m_watch.start();
        for (std::int64_t i = 1; i <= processes; ++i)
            all.push_back(start(lab, i, hand));
        if (killOwner)
            killTheOwner(lab, *all.front(), holds);
        for (const auto& process : all)
            process->joinSeen();
        m_watch.stop();
        std::int64_t done = 0;
        for (const auto& process : all)
            done += std::clamp<std::int64_t>(process->told(kCountedAt), 0, increments);
        m_expected.set(done);
        m_ownersLost.set(guard ? guard->ownersLost() : 0);
    }

    Findings findings() const override
    {
        Findings found;
        found.add("expected", TS_TEXT("shared-counter", "Expected"), m_expected.value());
        found.add("counted", TS_TEXT("shared-counter", "Counted"), m_counted.value());
        found.add("lost", TS_TEXT("shared-counter", "Lost"),
                  std::max<std::int64_t>(0, m_expected - m_counted));
        found.add("owners_lost", TS_TEXT("shared-counter", "Owners that died"), m_ownersLost.value());
        found.add("time_s", TS_TEXT("shared-counter", "It took"), m_watch.seconds(), "s");
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        if (outcome != Outcome::finished)
            return TS_TEXT("shared-counter", "The processes were not done counting.");
        const std::int64_t lost = found.integer("lost");
        if (lost > 0)
            return Text(
                       TS_TEXT(
                           "shared-counter",
                           "No: %1 of %2 increments were lost. The memory is shared, but reading, adding and "
                           "writing are three steps, and two processes took the same number."))
                .arg(lost)
                .of("lost")
                .arg(m_expected.value())
                .of("expected");
        if (m_ownersLost > 0)
            return Text(
                       TS_TEXT(
                           "shared-counter",
                           "Nobody waits for ever: %1 was killed while it held the lock, the lock went on to "
                           "the next, and all %2 increments that were made are there."))
                .arg(NameArg{laneName("Process", LaneNaming::hyphened, 1)})
                .arg(m_counted.value())
                .of("counted");
        if (protection.is("none"))
            return Text(TS_TEXT("shared-counter",
                                "This time, all %1: but only luck kept the processes apart. Run it again."))
                .arg(m_counted.value())
                .of("counted");
        return Text(TS_TEXT("shared-counter",
                            "Yes, all %1, in %2: whoever reads and writes has the memory to itself, across "
                            "processes too."))
            .arg(m_counted.value())
            .of("counted")
            .arg(DurationArg{static_cast<std::int64_t>(m_watch.seconds() * 1e9)})
            .of("time_s");
    }

private:
    /// Beyond so many a picture shows nothing of single increments, and they cost more to record than to do.
    bool isSilent() const { return processes * increments > 100'000; }

    std::unique_ptr<Process> start(Lab& lab, std::int64_t index, const std::vector<Handout>& hand) const
    {
        const CountOrder order{.protection = static_cast<Protection>(protection.index()),
                               .processes = static_cast<std::uint32_t>(processes.value()),
                               .increments = increments,
                               .sleepsAt = killOwner && index == 1 ? (increments + 1) / 2 : 0,
                               .silent = isSilent()};
        auto process = Process::start(lab.recorder(), laneName("Process", LaneNaming::hyphened, index),
                                      kSharedCounterTask, packArguments(order),
                                      {.group = "Processes", .chunks = chunks(), .hand = hand});
        if (!process)
            throw Misuse(process.error().text);
        return std::move(*process);
    }

    /// Room for what each records, so that nothing is lost when ingest is slow; all of them together at most 512 MiB.
    std::uint32_t chunks() const
    {
        constexpr std::int64_t kEventsEach = 8;
        constexpr std::int64_t kEventsOfAChunk = 2'728;
        constexpr std::int64_t kMostChunks = 8'000;
        const std::int64_t wanted = increments * kEventsEach / kEventsOfAChunk;
        return static_cast<std::uint32_t>(std::clamp<std::int64_t>(
            wanted, 64, std::clamp<std::int64_t>(kMostChunks / processes, 64, SharedRecording::kMaxChunks)));
    }

    /// While the others wait for what it holds.
    static void killTheOwner(Lab& lab, Process& owner, ProcessSemaphore& holds)
    {
        constexpr std::int64_t kLetOthersWaitNs = 100'000'000;
        holds.acquire();
        holds.release(); // it was a signal
        lab.sleep([] { return kLetOthersWaitNs; });
        owner.kill();
    }

    Integer processes{this, "processes", TS_TEXT("shared-counter", "Processes"), 2, {1, 16}, kWho};
    Integer increments{this,  "increments", TS_TEXT("shared-counter", "Increments of each"),
                       10000, {1, 1000000}, kWho};
    Choice protection{
        this,
        "protection",
        TS_TEXT("shared-counter", "Protection"),
        {{"none", TS_TEXT("shared-counter", "none")},
         {"lock", TS_TEXT("shared-counter", "lock")},
         {"semaphore", TS_TEXT("shared-counter", "semaphore")},
         {"condition", TS_TEXT("shared-counter", "condition")}},
        kRules.about(TS_TEXT("shared-counter", "Condition: under the lock that a condition brings "
                                               "along, with a notification after each."))};
    Boolean killOwner{this, "kill_owner", TS_TEXT("shared-counter", "Kill the owner"), false,
                      kRules.about(TS_TEXT(
                          "shared-counter",
                          "The first process is killed when it is half through, while it holds the lock."))};

    Counter m_expected;
    Counter m_counted;
    Counter m_ownersLost;
    Stopwatch m_watch;
};

/// One process's share of the counting.
class CountingProcess {
public:
    CountingProcess(WorkerContext& context, const CountOrder& order)
        : m_context(context),
          m_order(order),
          m_counter(context.take(0)),
          m_ready(context.take(1)),
          m_holds(context.take(2))
    {
        if (order.protection == Protection::semaphore)
            m_guard = std::make_unique<ProcessSemaphore>(context.take(3));
        else if (order.protection != Protection::none)
            m_guard = std::make_unique<ProcessLock>(context.take(3));
        if (order.protection == Protection::condition)
            m_condition =
                std::make_unique<ProcessCondition>(context.take(4), dynamic_cast<ProcessLock&>(*m_guard));
    }

    void run()
    {
        // All begin together: processes take longer to start than to count.
        m_ready.addSilently(1);
        m_context.spinUntil([&] { return m_ready.readSilently() >= std::int64_t{m_order.processes}; });
        const OperationSpan box(m_context.actor(), m_context.catalogue().intern(TS_NAME("name", "count")));
        for (std::int64_t i = 1; i <= m_order.increments; ++i) {
            if (!m_guard) {
                addOne(i);
                continue;
            }
            const std::scoped_lock held(*m_guard);
            addOne(i);
            if (m_condition)
                m_condition->notifyOne();
        }
    }

private:
    void addOne(std::int64_t i)
    {
        if (m_order.silent)
            m_counter.writeSilently(m_counter.readSilently() + 1);
        else
            m_counter.write(m_counter.read() + 1);
        m_context.told(kCountedAt).store(i, std::memory_order_relaxed);
        if (i == m_order.sleepsAt) {
            constexpr std::int64_t kAnHourNs = 3'600'000'000'000;
            m_holds.release();
            m_context.sleepFor(kAnHourNs); // until it is killed
        }
    }

    WorkerContext& m_context;
    CountOrder m_order;
    ProcessValue m_counter;
    ProcessValue m_ready;
    ProcessSemaphore m_holds;
    std::unique_ptr<ProcessSemaphore> m_guard;
    std::unique_ptr<ProcessCondition> m_condition;
};

// Arguments: a CountOrder.
int sharedCounterTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<CountOrder>(arguments);
    if (!values)
        return kBadArguments;
    CountingProcess(context, std::get<0>(*values)).run();
    return 0;
}

} // namespace

const WorkerTask kSharedCounterTask{"shared-counter", &sharedCounterTask};

std::unique_ptr<Experiment> makeSharedCounter()
{
    return std::make_unique<SharedCounter>();
}

} // namespace threadscape
