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
        aloneStretch.start(lab);
        {
            const Operation box(lab.operation(TS_NAME("name", "one after the other")));
            for (; done < items; done.add())
                doItem(order, item, done);
        }
        aloneStretch.stop(lab);
        aloneS.set(aloneStretch.seconds()); // the same clock readings as the speedup's
        lab.breathe();
        const Lap lap = backend.is("threads") ? byThreads(lab, order, item) : byProcesses(lab, order);
        const std::int64_t startNs = lab.recorder().start().ns;
        lapStretch.set(lap.fromNs - startNs, lap.toNs - startNs);
        timeS.set(lap.seconds());
        imbalance.set(lap.imbalance());
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (!found.know(imbalance) && outcome != Outcome::running)
            return TS_TEXT("parallel", "Ended before all items were done.");
        if (!found.know(imbalance))
            return Text(TS_TEXT("parallel", "First one after the other: %1 of %2 items."), done.value(),
                        items);
        const Gain gain = measuredGain();
        const auto claimed = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("no faster than is possible",
                          !found.know(speedup) || found[speedup] <= kAboveLimit * gain.limit)
                .claiming("what is said to gain is known to", !found.know(speedup) || gain.judged.maySay());
        };
        if (jobs == 1)
            return claimed(Text(TS_TEXT("parallel", "Nobody: one worker does it all, in %1."), found(timeS)));
        if (items == 1)
            return claimed(
                Text(TS_TEXT("parallel", "Nobody: there is one item, and one worker does it, in %1."),
                     found(timeS)));
        if (!gain.judged.maySay())
            return claimed(doubtInWords(gain.judged.doubt, gain.others));
        constexpr double kLittle = 0.05;
        const auto told = [&](Template form) {
            return claimed(Text(form, found(imbalance).percent(), found(speedup)).count(jobs));
        };
        if (found[imbalance] < kLittle)
            return told(TS_PLURAL("parallel",
                                  "Nobody for long: %1 % of the workers' time was spent waiting for "
                                  "the last. It got %2 times as fast with %n workers."));
        if (schedule.is("static") && spread > 0)
            return told(TS_PLURAL("parallel",
                                  "Whoever has the long items: %1 % of the workers' time was spent "
                                  "waiting for the last. It got %2 times as fast with %n workers."))
                .claiming("there are longer items", spread > 0);
        return told(TS_PLURAL("parallel",
                              "Whoever is last: %1 % of the workers' time was spent waiting for it. "
                              "It got %2 times as fast with %n workers."));
    }

private:
    /// The speedup, and what may be said of it.
    struct Gain {
        double value = 0;
        double limit = 1;
        std::optional<double> others{};
        Judgement judged{};
    };
    Gain measuredGain() const
    {
        if (!lapStretch.known() || !aloneStretch.known())
            return {};
        const MeasuredOnce alone = aloneStretch.once(*this);
        const MeasuredOnce lap = lapStretch.once(*this);
        Gain gain{.value = alone.seconds / lap.seconds,
                  .limit = static_cast<double>(std::min({jobs.value(), items.value(), Lab::cores()})),
                  .others = othersShare(aloneStretch.fromNs(), lapStretch.toNs())};
        gain.judged = judge({gain.value, ratioOfOnce(alone, lap), gain.limit}, gain.others);
        return gain;
    }

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
    TimedStretch aloneStretch;
    TimedStretch lapStretch; // of the workers
    Known<double> timeS{this, "time_s", TS_TEXT("parallel", "In parallel"), "s"};
    Known<double> aloneS{this, "sequential_s", TS_TEXT("parallel", "One after the other"), "s"};
    Measured speedup{this, "speedup", TS_TEXT("parallel", "Speedup"), [this] {
                         const Gain gain = measuredGain();
                         return gain.judged.maySay() ? std::optional(gain.value) : std::nullopt;
                     }};
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
