#include "lab/speedup.h"

#include "kernels/busy_work.h"

#include <algorithm>

namespace threadscape {

namespace {

/// A loop as an argument of its workers: the same in this process and in others.
struct LoopOrder {
    std::int64_t items = 0;
    double itemUs = 0; // on average
    double spread = 0;
    double roundsPerUs = 1; // measured before the workers use all cores
    LoopOptions options{};
    std::int64_t first = 0; // fixed: of this worker
    std::int64_t last = 0;
};

void doItem(const LoopOrder& order, OperationName name, std::int64_t item)
{
    const Operation box(name, Ordinal{item + 1});
    // The first takes (1 - spread) of the average, the last (1 + spread), those between accordingly.
    const double place = (static_cast<double>(item) + 0.5) / static_cast<double>(order.items);
    const double us = order.itemUs * (1 + order.spread * (2 * place - 1));
    workFor(static_cast<std::uint64_t>(item) + 1, us, order.roundsPerUs, [] { checkpoint(); });
}

/// Items of different durations, by one worker and then by several.
class ParallelLoop final : public Experiment {
public:
    ParallelLoop()
        : Experiment({"parallel", TS_TEXT("topic", "Speedup"), TS_TEXT("parallel", "Parallel loop"),
                      TS_TEXT("parallel", "Who keeps everyone waiting?")})
    {
        preset("lecture", TS_TEXT("preset", "Lecture"));
        const Preset asTheyGo = preset("dynamic", TS_TEXT("preset", "Dynamic"), schedule = "dynamic");
        preset("large-batches", TS_TEXT("preset", "Large batches"), asTheyGo, batch = 24);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(3)});
        threads.when([this] { return backend.is("threads"); });
        processes.when([this] { return backend.is("processes"); });
    }

    bool measures() const override { return true; }

    double plannedSeconds() const override
    {
        const double one = inSeconds(items * itemMs);
        return one + one / static_cast<double>(std::min<std::int64_t>(jobs, Lab::cores()));
    }

    void run(Lab& lab) override
    {
        const LoopOrder order{
            .items = items,
            .itemUs = static_cast<double>(itemMs) * 1e3,
            .spread = spread,
            .roundsPerUs = busyRoundsPerUs(),
            .options = {schedule.is("dynamic") ? LoopSchedule::dynamic : LoopSchedule::fixed, batch}};
        const OperationName item = lab.operation(TS_NAME("name", "item"));
        const double alone = lab.secondsOf([&] {
            const Operation box(lab.operation(TS_NAME("name", "one after the other")));
            for (; done < items; done.add())
                doItem(order, item, done);
        });
        aloneS.set(alone);
        lab.breathe();
        const Lap lap = backend.is("threads") ? byThreads(lab, order, item) : byProcesses(lab, order);
        timeS.set(lap.seconds());
        if (lap.seconds() > 0)
            speedup.set(alone / lap.seconds());
        imbalance.set(lap.imbalance());
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (!found.know(imbalance) && outcome != Outcome::running)
            return TS_TEXT("parallel", "Ended before all items were done.");
        if (!found.know(imbalance))
            return Text(TS_TEXT("parallel", "First one after the other: %1 of %2 items."), done.value(),
                        items);
        if (jobs == 1)
            return Text(TS_TEXT("parallel", "Nobody: one worker does it all, and it gets %1 times as fast."),
                        found(speedup));
        constexpr double kLittle = 0.05;
        return Text(found[imbalance] < kLittle
                        ? TS_TEXT("parallel", "Nobody for long: %1 % of the workers' time was spent waiting "
                                              "for the last. It got %2 times as fast with %3 workers.")
                        : TS_TEXT("parallel", "Whoever has the long items: %1 % of the workers' time was "
                                              "spent waiting for the last. It got %2 times as fast with %3 "
                                              "workers."),
                    found(imbalance).percent(), found(speedup), jobs);
    }

private:
    Lap byThreads(Lab& lab, const LoopOrder& order, OperationName item)
    {
        Team team(lab, threads, jobs);
        return parallelFor(team, team.size(), order.items, order.options,
                           [&](std::size_t, std::int64_t first, std::int64_t last) {
                               for (std::int64_t i = first; i < last; ++i) {
                                   doItem(order, item, i);
                                   Lab::countNumber();
                               }
                           });
    }

    Lap byProcesses(Lab& lab, LoopOrder order)
    {
        // Items may take no time at all: one member can record all of them before they are read.
        ProcessTeam::Options options = processes;
        options.chunks += static_cast<std::uint32_t>(items) / Chunk::kEvents;
        ProcessTeam team(lab, options, jobs);
        std::vector<Packed> orders;
        for (std::int64_t k = 0; k < jobs; ++k) {
            order.first = k * items / jobs;
            order.last = (k + 1) * items / jobs;
            orders.push_back(packArguments(order));
        }
        return team.run(kLoopJob, orders);
    }

    Integer items{this, "items", TS_TEXT("parallel", "Items"), 64, kWho.between(1, 100000)};
    Integer itemMs{this, "item_ms", TS_TEXT("parallel", "An item takes"), 5,
                   kHowLong.between(0, 1000).in("ms")};
    Real spread{this, "spread", TS_TEXT("parallel", "How unlike they are"), 0.8,
                kHowLong.between(0, 1).about(
                    TS_TEXT("parallel", "0: all alike. 1: the first takes no time, the last twice as long as "
                                        "one does on average."))};
    Integer jobs{this, "jobs", TS_TEXT("parallel", "Workers"), std::clamp<std::int64_t>(Lab::cores(), 1, 64),
                 kWho.between(1, 64)};
    OneOf<"threads", "processes"> backend{
        this, "backend", TS_TEXT("parallel", "Workers are"),
        words(TS_TEXT("parallel", "threads"), TS_TEXT("parallel", "processes")), kWho};
    OneOf<"static", "dynamic"> schedule{
        this, "schedule", TS_TEXT("parallel", "Shared out"),
        words(TS_TEXT("parallel", "beforehand"), TS_TEXT("parallel", "as they go")),
        kRules.about(TS_TEXT(
            "parallel", "Beforehand: the same number to each. As they go: who is free takes the next few."))};
    Integer batch{this, "batch", TS_TEXT("parallel", "Items taken at a time"), 1, kRules.between(1, 1000)};

    Group main{this, Group::Main{}};
    Group threads{this, TS_TEXT("parallel", "Threads"), TS_NAME("name", "Thread"), jobs,
                  kHyphened.counting(TS_TEXT("parallel", "items"))};
    Group processes{this, TS_TEXT("parallel", "Processes"), TS_NAME("name", "Process"), jobs, kHyphened};

    Counter done; // sequentially
    Known<double> timeS{this, "time_s", TS_TEXT("parallel", "In parallel"), "s"};
    Known<double> aloneS{this, "sequential_s", TS_TEXT("parallel", "One after the other"), "s"};
    Known<double> speedup{this, "speedup", TS_TEXT("parallel", "Speedup")};
    Known<double> imbalance{this, "imbalance", TS_TEXT("parallel", "Lost waiting for the last")};
};

// A worker's part of the loop, in a process. Arguments: a LoopOrder.
Packed loopInTeam(WorkerContext& context, ProcessValue& next, PackedView arguments)
{
    const auto order = argumentsOf<LoopOrder>(arguments, "no loop to do");
    const std::int64_t batch = order.options.batch;
    if (batch < 1)
        throw std::invalid_argument("no loop to do");
    const OperationName item{context.catalogue().intern(TS_NAME("name", "item"))};
    const auto range = [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i)
            doItem(order, item, i);
    };
    if (order.options.schedule == LoopSchedule::fixed)
        range(order.first, order.last);
    else
        for (std::int64_t first = next.addSilently(batch); first < order.items;
             first = next.addSilently(batch))
            range(first, std::min(first + batch, order.items));
    return {};
}

} // namespace

const TeamJob kLoopJob{"loop", &loopInTeam};

THREADSCAPE_MAKES(ParallelLoop)

} // namespace threadscape
