#include "lab/lab.h"

#include "kernels/busy_work.h"

#include <algorithm>

namespace threadscape {

namespace {

/// A loop as its workers are told of it: the same in this process and in others.
struct LoopOrder {
    std::int64_t items = 0;
    double itemUs = 0; // on average
    double spread = 0;
    double roundsPerUs = 1; // measured before the workers want all cores
    std::int64_t batch = 1;
    std::int64_t first = 0; // fixed: of this worker
    std::int64_t last = 0;
    bool dynamic = false;

    /// The first takes (1 - spread) of the average, the last (1 + spread), those between accordingly.
    double usOf(std::int64_t item) const
    {
        const double place = (static_cast<double>(item) + 0.5) / static_cast<double>(items);
        return itemUs * (1 + spread * (2 * place - 1));
    }
};

void doItem(Actor& actor, const LoopOrder& order, ObjectId name, std::int64_t item)
{
    const OperationSpan box(actor, name, NumberStyle::ordinal, static_cast<std::uint32_t>(item + 1));
    workInBlocks(static_cast<std::uint64_t>(item) + 1,
                 static_cast<std::int64_t>(order.usOf(item) * order.roundsPerUs), order.roundsPerUs,
                 [] { checkpoint(); });
}

/// Items that take unlike long, by one worker and then by several.
class ParallelLoop final : public Experiment {
public:
    ParallelLoop()
        : Experiment({.id = "parallel",
                      .topic = TS_TEXT("topic", "Speedup"),
                      .title = TS_TEXT("parallel", "Parallel loop"),
                      .question = TS_TEXT("parallel", "Who keeps everyone waiting?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {}},
            {.name = "dynamic", .label = TS_TEXT("preset", "Dynamic"), .settings = {{"schedule", "dynamic"}}},
            {.name = "large-batches",
             .label = TS_TEXT("preset", "Large batches"),
             .settings = {{"schedule", "dynamic"}, {"batch", "24"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override { return {{.kind = PlotSpec::Kind::timeline, .share = 3}}; }

    std::vector<LaneGroup> lanes() const override
    {
        if (backend.is("threads"))
            return {mainLane(),
                    {.group = TS_TEXT("parallel", "Threads"),
                     .prefix = TS_NAME("name", "Thread"),
                     .count = jobs,
                     .number = TS_TEXT("parallel", "items"),
                     .naming = LaneNaming::hyphened}};
        return {mainLane(),
                {.group = TS_TEXT("parallel", "Processes"),
                 .prefix = TS_NAME("name", "Process"),
                 .count = jobs,
                 .naming = LaneNaming::hyphened}};
    }

    bool measures() const override { return true; }

    double plannedSeconds() const override
    {
        const double one = static_cast<double>(items * itemMs) / 1e3;
        return one + one / static_cast<double>(std::min<std::int64_t>(jobs, Lab::cores()));
    }

    void run(Lab& lab) override
    {
        LoopOrder order{.items = items,
                        .itemUs = static_cast<double>(itemMs) * 1e3,
                        .spread = spread,
                        .roundsPerUs = busyRoundsPerUs(),
                        .batch = batch,
                        .dynamic = schedule.is("dynamic")};
        const ObjectId item = lab.operation(TS_NAME("name", "item")).id;
        const OperationName alone = lab.operation(TS_NAME("name", "one after the other"));
        {
            const Operation box(alone);
            const AtEnd noteIt([&, startNs = lab.elapsedNs()] {
                m_sequentialNs.set(m_sequentialDone == items ? lab.elapsedNs() - startNs : 0);
            });
            for (std::int64_t i = 0; i < items; ++i) {
                doItem(Actor::current(), order, item, i);
                m_sequentialDone.add();
            }
        }
        lab.breathe();
        if (backend.is("threads"))
            runThreads(lab, order, item);
        else
            runProcesses(lab, order);
    }

    Findings findings() const override
    {
        const std::optional<Lap> lap = m_lap.value();
        Findings found;
        const double timeS = lap ? static_cast<double>(lap->toNs - lap->fromNs) * 1e-9 : 0;
        const double aloneS = static_cast<double>(m_sequentialNs) * 1e-9;
        found.add("time_s", TS_TEXT("parallel", "In parallel"), lap ? FindingValue(timeS) : FindingValue(),
                  "s");
        found.add("sequential_s", TS_TEXT("parallel", "One after the other"),
                  aloneS > 0 ? FindingValue(aloneS) : FindingValue(), "s");
        found.add("speedup", TS_TEXT("parallel", "Speedup"),
                  timeS > 0 && aloneS > 0 ? FindingValue(aloneS / timeS) : FindingValue());
        found.add("imbalance", TS_TEXT("parallel", "Lost waiting for the last"),
                  lap ? FindingValue(lap->imbalance()) : FindingValue());
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        if (!m_lap.value()) {
            if (outcome == Outcome::running)
                return Text(TS_TEXT("parallel", "First one after the other: %1 of %2 items."))
                    .arg(m_sequentialDone.value())
                    .arg(items.value());
            return TS_TEXT("parallel", "Ended before all items were done.");
        }
        const NumberArg lost{100 * found.number("imbalance"), 0};
        const NumberArg times{found.number("speedup"), 2};
        if (jobs == 1)
            return Text(TS_TEXT("parallel", "Nobody: one worker does it all, and it gets %1 times as fast."))
                .arg(times)
                .of("speedup");
        constexpr double kLittle = 0.05;
        if (found.number("imbalance") < kLittle)
            return Text(TS_TEXT("parallel", "Nobody for long: %1 % of the workers' time was spent waiting "
                                            "for the last. It got "
                                            "%2 times as fast with %3 workers."))
                .arg(lost)
                .of("imbalance")
                .arg(times)
                .of("speedup")
                .arg(jobs.value());
        return Text(TS_TEXT("parallel", "Whoever has the long items: %1 % of the workers' time was spent "
                                        "waiting for the last. It "
                                        "got %2 times as fast with %3 workers."))
            .arg(lost)
            .of("imbalance")
            .arg(times)
            .of("speedup")
            .arg(jobs.value());
    }

private:
    void runThreads(Lab& lab, const LoopOrder& order, ObjectId item)
    {
        Team team(lab, {.group = "Threads", .prefix = TS_NAME("name", "Thread")});
        for (std::int64_t k = 0; k < jobs; ++k)
            team.grow();
        m_lap.set(parallelFor(
            team, static_cast<std::size_t>(jobs), order.items,
            {.schedule = order.dynamic ? LoopSchedule::dynamic : LoopSchedule::fixed, .batch = order.batch},
            [&](std::size_t, std::int64_t first, std::int64_t last) {
                for (std::int64_t i = first; i < last; ++i) {
                    doItem(Actor::current(), order, item, i);
                    Lab::countNumber();
                }
            }));
    }

    void runProcesses(Lab& lab, LoopOrder order)
    {
        // Items may take no time at all: one member can tell of all of them before anybody looks.
        constexpr std::uint32_t kOther = 8;
        ProcessTeam team(lab, {.group = "Processes",
                               .prefix = TS_NAME("name", "Process"),
                               .chunks = kOther + static_cast<std::uint32_t>(items) / Chunk::kEvents});
        std::vector<std::vector<std::byte>> orders;
        for (std::int64_t k = 0; k < jobs; ++k) {
            team.grow();
            order.first = k * items / jobs;
            order.last = (k + 1) * items / jobs;
            orders.push_back(packArguments(order));
        }
        std::vector<std::vector<std::byte>> replies;
        m_lap.set(team.run(kLoopJob, orders, replies));
    }

    static constexpr std::int64_t kMostJobs = 64;

    Integer items{this, "items", TS_TEXT("parallel", "Items"), 64, {1, 100000}, kWho};
    Integer itemMs{this, "item_ms", TS_TEXT("parallel", "An item takes"), 5, {0, 1000}, kHowLong.in("ms")};
    Real spread{
        this,
        "spread",
        TS_TEXT("parallel", "How unlike they are"),
        0.8,
        {0, 1},
        kHowLong.about(TS_TEXT(
            "parallel",
            "0: all alike. 1: the first takes no time, the last twice as long as one does on average."))};
    Integer jobs{this,
                 "jobs",
                 TS_TEXT("parallel", "Workers"),
                 std::clamp<std::int64_t>(Lab::cores(), 1, kMostJobs),
                 {1, kMostJobs},
                 kWho};
    Choice backend{
        this,
        "backend",
        TS_TEXT("parallel", "Workers are"),
        {{"threads", TS_TEXT("parallel", "threads")}, {"processes", TS_TEXT("parallel", "processes")}},
        kWho};
    Choice schedule{
        this,
        "schedule",
        TS_TEXT("parallel", "Shared out"),
        {{"static", TS_TEXT("parallel", "beforehand")}, {"dynamic", TS_TEXT("parallel", "as they go")}},
        kRules.about(TS_TEXT(
            "parallel", "Beforehand: the same number to each. As they go: who is free takes the next few."))};
    Integer batch{this, "batch", TS_TEXT("parallel", "Items taken at a time"), 1, {1, 1000}, kRules};

    Counter m_sequentialDone;
    Counter m_sequentialNs;
    Noted<Lap> m_lap;
};

// A worker's part of the loop, in a process. Arguments: a LoopOrder.
std::vector<std::byte> loopInTeam(WorkerContext& context, ProcessValue& next,
                                  std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<LoopOrder>(arguments);
    if (!values || std::get<0>(*values).batch < 1)
        throw std::invalid_argument("no loop to do");
    const LoopOrder& order = std::get<0>(*values);
    const ObjectId item = context.catalogue().intern(TS_NAME("name", "item"));
    const auto range = [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i)
            doItem(context.actor(), order, item, i);
    };
    if (!order.dynamic)
        range(order.first, order.last);
    else
        for (std::int64_t first = next.addSilently(order.batch); first < order.items;
             first = next.addSilently(order.batch))
            range(first, std::min(first + order.batch, order.items));
    return {};
}

} // namespace

const TeamJob kLoopJob{"loop", &loopInTeam};

std::unique_ptr<Experiment> makeParallelLoop()
{
    return std::make_unique<ParallelLoop>();
}

} // namespace threadscape
