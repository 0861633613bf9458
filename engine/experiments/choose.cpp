#include "lab/async.h"
#include "lab/speedup.h"

#include "kernels/busy_work.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace threadscape {

namespace {

/// The tasks, as arguments of worker processes.
struct TaskOrder {
    std::int64_t tasks = 0;
    double computedUs = 0;    // in each
    double roundsPerUs = 1;   // measured before the workers use all cores
    std::int64_t sleepNs = 0; // and then of waiting
};

/// The same tasks under several models of concurrency in turn.
class Choose final : public Experiment {
public:
    Choose()
        : Experiment({"choose", TS_TEXT("topic", "Speedup"), TS_TEXT("choose", "Which one to choose"),
                      TS_TEXT("choose", "Threads, processes or async?")})
    {
        preset("lecture", TS_TEXT("preset", "Lecture"));
        preset("waiting", TS_TEXT("preset", "Waiting"), work = "io");
        preset("mixed", TS_TEXT("preset", "Both"), work = "mixed");
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(3)});
    }

    // In the chosen order.
    std::vector<LaneGroup> lanes() const override
    {
        std::vector<LaneGroup> all;
        for (const std::size_t m : models.places()) {
            if (m == kAsync) {
                all.insert(all.begin(), mainLane()); // the event loop's thread
                all.push_back(*mainTask.lanes());
            }
            all.push_back(*each[m].workers.lanes());
        }
        return all;
    }

    bool measures() const override { return true; }

    double plannedSeconds() const override
    {
        double laps = 0; // of all tasks, one after the other
        for (const std::size_t m : models.places()) {
            const auto atOnce = static_cast<double>(each[m].workers.count());
            const double onCores = m == kAsync ? 1 : std::min(static_cast<double>(Lab::cores()), atOnce);
            laps += computedShare() / onCores + waitedShare() / atOnce / speed();
        }
        return inSeconds(tasks * taskMs) * laps;
    }

    void run(Lab& lab) override
    {
        busyRoundsPerUs(); // calibrates the core speed, before all need it
        for (const std::size_t m : models.places()) {
            lab.breathe();
            each[m].stretch.start(lab);
            each[m].timeS.set(lab.secondsOf([&] { (this->*each[m].run)(lab, each[m].workers); }));
            each[m].stretch.stop(lab);
        }
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        std::vector<std::size_t> done = models.places();
        std::erase_if(done, [&](std::size_t m) { return !found.know(each[m].timeS); });
        if (done.empty())
            return outcome == Outcome::running ? TS_TEXT("choose", "The first is at work.")
                                               : TS_TEXT("choose", "Ended before the first was done.");
        const Ranking ranks = ranked(done);
        const auto time = [&](std::size_t m) { return found(each[m].timeS); };
        const auto claimed = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("one that is called quickest beats all others",
                          !found.know(quickest) || ranks.leaders.size() == 1)
                .claiming("others left the cores alone to those who calculate",
                          !found.know(quickest) || !ranks.doubted());
        };
        if (done.size() == 1)
            return claimed(Text(TS_TEXT("choose", "%1 took %2. It takes two to choose from."),
                                each[done.front()].workers.label(), time(done.front())));
        if (ranks.doubted())
            return claimed(doubtInWords(Doubt::others, ranks.others));
        const std::size_t first = ranks.leaders.front();
        if (ranks.leaders.size() == done.size())
            return claimed(Text(TS_TEXT("choose", "No difference is resolved: %1 took %2, %3 %4."),
                                labelOf(first), time(first), labelOf(ranks.last), time(ranks.last)));
        if (outcome == Outcome::running)
            return claimed(Text(TS_TEXT("choose", "So far: %1 took %2, %3 %4."), labelOf(first), time(first),
                                labelOf(ranks.last), time(ranks.last)));
        const Template bestName = each[first].workers.label(); // it begins the sentence
        if (ranks.leaders.size() == 1)
            return claimed(Text(why(ranks), bestName, time(first), labelOf(ranks.last), time(ranks.last)));
        const std::size_t second = ranks.leaders[1];
        if (ranks.leaders.size() == 2)
            return claimed(Text(
                TS_TEXT("choose", "%1, %2, and %3, %4: no difference between them is resolved. "
                                  "Slowest: %5, %6."),
                bestName, time(first), labelOf(second), time(second), labelOf(ranks.last), time(ranks.last)));
        return claimed(Text(TS_TEXT("choose", "%1, %2, %3 and %4: no difference between them is resolved. "
                                              "Slowest: %5, %6."),
                            bestName, labelOf(second), labelOf(ranks.leaders[2]), time(ranks.leaders[2]),
                            labelOf(ranks.last), time(ranks.last)));
    }

private:
    /// A model of concurrency. `run` runs all the tasks on its workers.
    struct Model {
        using Run = void (Choose::*)(Lab& lab, const Group& workers) const;
        Model(Choose* owner, const char* name, Template heading, const char* prefix, NumberNow size, Run act)
            : workers(owner, heading, prefix, std::move(size), kHyphened),
              timeS(owner, name, heading, "s"),
              run(act)
        {
        }
        Group workers;
        Known<double> timeS;
        TimedStretch stretch;
        Run run;
    };
    /// Several models by their times.
    struct Ranking {
        std::vector<std::size_t> leaders{}; ///< the quickest, and those that cannot be told from it
        std::size_t last = 0;
        bool lastIsSlower = false;      ///< than the quickest, resolved
        std::optional<double> others{}; ///< share of the cores
        bool computes = false;

        /// Whether others may have decided: a wait needs no core.
        bool doubted() const noexcept { return computes && others && *others > kOthersMost; }
    };

    Template labelOf(std::size_t model) const { return models.spec().choices[model].label; }

    /// Those that are done, at least one.
    Ranking ranked(std::vector<std::size_t> done) const
    {
        std::ranges::stable_sort(done, {}, [&](std::size_t m) { return each[m].timeS.value().value_or(0); });
        Ranking ranks{.last = done.back(), .computes = computedShare() > 0};
        std::int64_t fromNs = INT64_MAX;
        std::int64_t toNs = 0;
        const MeasuredOnce best = each[done.front()].stretch.once(*this);
        for (const std::size_t m : done) {
            const std::optional<Interval> ratio = ratioOfOnce(each[m].stretch.once(*this), best);
            const bool slower = m != done.front() && ratio && ratio->low > 1;
            if (!slower)
                ranks.leaders.push_back(m);
            if (m == ranks.last)
                ranks.lastIsSlower = slower;
            fromNs = std::min(fromNs, each[m].stretch.fromNs());
            toNs = std::max(toNs, each[m].stretch.toNs());
        }
        ranks.others = othersShare(fromNs, toNs);
        return ranks;
    }

    /// The sentence with the reason, where the models that it is about were those that differed.
    Template why(const Ranking& ranks) const
    {
        const std::size_t first = ranks.leaders.front();
        const bool severalAtOnce = first == kThreads || first == kProcesses;
        if (work.is("cpu") && severalAtOnce && (ranks.last == kSequential || ranks.last == kAsync))
            return TS_TEXT("choose", "%1, %2; %3 took %4. Calculating takes a core: only so many tasks "
                                     "get on at once as there are cores for, and one thread, async or "
                                     "not, uses one.");
        if (work.is("io") && first != kSequential && ranks.last == kSequential)
            return TS_TEXT("choose", "%1, %2; %3 took %4. Waiting takes no core: all tasks can wait at "
                                     "once, each with a thread of its own, or all on one that is async.");
        if (work.is("mixed") && severalAtOnce && ranks.last == kSequential)
            return TS_TEXT("choose", "%1, %2; %3 took %4. While some wait, others calculate: it takes "
                                     "more workers than cores to keep the cores busy.");
        return TS_TEXT("choose", "Quickest: %1, %2; slowest: %3, %4.");
    }

    std::optional<Text> nameOfQuickest() const
    {
        std::vector<std::size_t> done = models.places();
        std::erase_if(done, [&](std::size_t m) { return !each[m].timeS.value(); });
        if (done.size() < 2)
            return std::nullopt;
        const Ranking ranks = ranked(std::move(done));
        if (ranks.leaders.size() > 1 || ranks.doubted())
            return std::nullopt;
        return Text(labelOf(ranks.leaders.front()));
    }

    double computedShare() const { return work.is("cpu") ? 1 : work.is("io") ? 0 : 0.5; }
    double waitedShare() const { return 1 - computedShare(); }
    std::int64_t computedUs() const
    {
        return static_cast<std::int64_t>(static_cast<double>(taskMs) * 1e3 * computedShare());
    }

    void byThreads(Lab& lab, const Group& workers) const
    {
        const OperationName task = lab.operation(TS_NAME("name", "task"));
        Team team(lab, workers, workers.count());
        parallelFor(team, team.size(), tasks, {.schedule = LoopSchedule::dynamic},
                    [&](std::size_t, std::int64_t first, std::int64_t last) {
                        for (std::int64_t i = first; i < last; ++i) {
                            const Operation box(task, Ordinal{i + 1});
                            Lab::compute(computedUs());
                            lab.pause(taskMs, waitedShare());
                        }
                    });
    }

    // The length of their wait is fixed when they begin.
    void byProcesses(Lab& lab, const Group& workers) const
    {
        const TaskOrder order{.tasks = tasks,
                              .computedUs = static_cast<double>(computedUs()),
                              .roundsPerUs = busyRoundsPerUs(),
                              .sleepNs = lab.nsOf(taskMs, waitedShare())};
        ProcessTeam team(lab, workers, workers.count());
        team.run(kTasksJob, {team.size(), packArguments(order)});
    }

    void byTasks(Lab& lab, const Group& workers) const
    {
        EventLoop loop(lab, TS_NAME("name", "Event loop"));
        loop.run(mainTask.name(), doAll(lab, loop, workers), workers.heading());
    }
    Task<> doAll(Lab& lab, EventLoop& loop, const Group& workers) const
    {
        Tasks all(loop, workers, [&](std::int64_t /*number*/) { return doOne(lab, loop); });
        co_await all.join();
    }
    Task<> doOne(Lab& lab, EventLoop& loop) const
    {
        Lab::compute(computedUs());
        if (waitedShare() > 0)
            co_await lab.pause(loop, taskMs, waitedShare());
    }

    OneOf<"cpu", "io", "mixed"> work{
        this, "work", TS_TEXT("choose", "A task"),
        words(TS_TEXT("choose", "calculates"), TS_TEXT("choose", "waits"), TS_TEXT("choose", "does both")),
        kRules};
    Integer tasks{this, "tasks", TS_TEXT("choose", "Tasks"), 8, kWho.between(1, 64)};
    Integer taskMs{this, "task_ms", TS_TEXT("choose", "A task takes"), 100,
                   kHowLong.between(1, 5000).in("ms")};
    ChoiceList models{
        this,
        "models",
        TS_TEXT("choose", "Done by"),
        {"sequential", "threads", "processes", "async"},
        {{"sequential", TS_TEXT("choose", "one after the other")},
         {"threads", TS_TEXT("choose", "threads")},
         {"processes", TS_TEXT("choose", "processes")},
         {"async", TS_TEXT("choose", "async tasks")}},
        kWho.about(TS_TEXT("choose",
                           "Each with its own workers, whose start counts: a thread "
                           "for each task, a process for each core, one thread for all async tasks."))};

    static constexpr std::size_t kSequential = 0;
    static constexpr std::size_t kThreads = 1;
    static constexpr std::size_t kProcesses = 2;
    static constexpr std::size_t kAsync = 3;
    // In the order of the words of the setting. A thread costs little, a task of an event loop less: each task has one.
    // Processes: one per core, as in a pool of default size.
    std::array<Model, 4> each{{
        {this, "sequential_time_s", TS_TEXT("choose", "One after the other"), TS_NAME("name", "Thread"), 1,
         &Choose::byThreads},
        {this, "threads_time_s", TS_TEXT("choose", "Threads"), TS_NAME("name", "Thread"), tasks,
         &Choose::byThreads},
        {this, "processes_time_s", TS_TEXT("choose", "Processes"), TS_NAME("name", "Process"),
         [this] { return std::min<std::int64_t>(tasks, Lab::cores()); }, &Choose::byProcesses},
        {this, "async_time_s", TS_TEXT("choose", "Async tasks"), TS_NAME("name", "Task"), tasks,
         &Choose::byTasks},
    }};
    Group mainTask{this, TS_TEXT("choose", "Async tasks"), TS_NAME("name", "main"), 1, kSingle};
    Derived<Text> quickest{this, "best", TS_TEXT("choose", "Quickest"), [this] { return nameOfQuickest(); }};
};

// A worker process's part of the tasks: takes the next one repeatedly. Arguments: a TaskOrder.
Packed tasksInTeam(WorkerContext& context, ProcessValue& next, PackedView arguments)
{
    const auto order = argumentsOf<TaskOrder>(arguments, "no tasks to do");
    const OperationName task{context.catalogue().intern(TS_NAME("name", "task"))};
    for (std::int64_t i = next.addSilently(1); i < order.tasks; i = next.addSilently(1)) {
        const Operation box(task, Ordinal{i + 1});
        workFor(static_cast<std::uint64_t>(i) + 1, order.computedUs, order.roundsPerUs, [] { checkpoint(); });
        context.sleepFor(order.sleepNs);
    }
    return {};
}

} // namespace

const TeamJob kTasksJob{"tasks", &tasksInTeam};

THREADSCAPE_MAKES(Choose)

} // namespace threadscape
