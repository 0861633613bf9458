#include "lab/lab.h"

#include "kernels/busy_work.h"

#include <algorithm>
#include <array>

namespace threadscape {

namespace {

/// One task, as it is told to whoever does it.
struct TaskOrder {
    std::int64_t rounds = 0; // of calculation
    double roundsPerUs = 1;
    std::int64_t sleepNs = 0; // and then of waiting
    std::int64_t tasks = 0;   // how many there are in all
};

void calculateTask(const TaskOrder& order, std::int64_t task)
{
    workInBlocks(static_cast<std::uint64_t>(task) + 1, order.rounds, order.roundsPerUs, [] { checkpoint(); });
}

/// The same tasks under one model of concurrency after the other.
class Choose final : public Experiment {
public:
    Choose()
        : Experiment({.id = "choose",
                      .topic = TS_TEXT("topic", "Speedup"),
                      .title = TS_TEXT("choose", "Which one to choose"),
                      .question = TS_TEXT("choose", "Threads, processes or async?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {}},
            {.name = "waiting", .label = TS_TEXT("preset", "Waiting"), .settings = {{"work", "io"}}},
            {.name = "mixed", .label = TS_TEXT("preset", "Both"), .settings = {{"work", "mixed"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override { return {{.kind = PlotSpec::Kind::timeline, .share = 3}}; }

    std::vector<LaneGroup> lanes() const override
    {
        std::vector<LaneGroup> groups;
        const std::vector<std::string> chosen = models.names();
        if (std::ranges::find(chosen, "async") != chosen.end())
            groups.push_back(mainLane()); // whose event loop it is
        for (const std::string& name : chosen) {
            const Model& model = kModels[indexOf(name)];
            if (name == "async")
                groups.push_back({model.group, kMain, 1, {}, LaneNaming::single});
            groups.push_back({.group = model.group,
                              .prefix = model.prefix,
                              .count = workersOf(name),
                              .naming = LaneNaming::hyphened});
        }
        return groups;
    }

    bool measures() const override { return true; }

    double plannedSeconds() const override
    {
        const double each = static_cast<double>(taskMs) / 1e3;
        double sum = 0;
        for (const std::string& name : models.names()) {
            const double computed = each * computedShare();
            const double atOnce = static_cast<double>(workersOf(name));
            const double onCores = name == "async" ? 1 : std::min(static_cast<double>(Lab::cores()), atOnce);
            sum += static_cast<double>(tasks) * (computed / onCores + (each - computed) / atOnce);
        }
        return sum;
    }

    void run(Lab& lab) override
    {
        const double perUs = busyRoundsPerUs();
        const double us = static_cast<double>(taskMs) * 1e3;
        const TaskOrder order{.rounds = static_cast<std::int64_t>(us * computedShare() * perUs),
                              .roundsPerUs = perUs,
                              .sleepNs = static_cast<std::int64_t>(us * (1 - computedShare()) * 1e3),
                              .tasks = tasks};
        for (const std::string& name : models.names()) {
            lab.breathe();
            const std::int64_t startNs = lab.elapsedNs();
            if (name == "processes")
                runProcesses(lab, order, workersOf(name));
            else if (name == "async")
                runAsync(lab, order);
            else
                runThreads(lab, order, name, workersOf(name));
            m_timeNs[indexOf(name)].set(lab.elapsedNs() - startNs);
        }
    }

    Findings findings() const override
    {
        Findings found;
        std::size_t best = kModels.size();
        for (std::size_t m = 0; m < kModels.size(); ++m) {
            const std::int64_t ns = m_timeNs[m];
            found.add(std::string(kModels[m].name) + "_time_s", kModels[m].group,
                      ns > 0 ? FindingValue(static_cast<double>(ns) * 1e-9) : FindingValue(), "s");
            if (ns > 0 && (best == kModels.size() || ns < m_timeNs[best]))
                best = m;
        }
        found.add("best", TS_TEXT("choose", "Quickest"),
                  best < kModels.size() ? FindingValue(Text(kModels[best].label)) : FindingValue());
        return found;
    }

    Text answer(const Findings& /*findings*/, Outcome outcome) const override
    {
        const std::vector<std::string> names = models.names();
        const auto timed = [&](const std::string& name) { return m_timeNs[indexOf(name)] > 0; };
        const auto done = std::ranges::count_if(names, timed);
        if (done == 0)
            return outcome == Outcome::running ? TS_TEXT("choose", "The first is at work.")
                                               : TS_TEXT("choose", "Ended before the first was done.");
        std::string best;
        std::string worst;
        for (const std::string& name : names) {
            if (!timed(name))
                continue;
            if (best.empty() || m_timeNs[indexOf(name)] < m_timeNs[indexOf(best)])
                best = name;
            if (worst.empty() || m_timeNs[indexOf(name)] > m_timeNs[indexOf(worst)])
                worst = name;
        }
        const DurationArg bestTime{m_timeNs[indexOf(best)]};
        const DurationArg worstTime{m_timeNs[indexOf(worst)]};
        const Template bestName = kModels[indexOf(best)].group; // it begins the sentence
        const Template worstName = kModels[indexOf(worst)].label;
        if (done == 1 && outcome != Outcome::running)
            return Text(TS_TEXT("choose", "%1 took %2. It takes two to choose from."))
                .arg(bestName)
                .arg(bestTime)
                .of(best + "_time_s");
        if (outcome == Outcome::running)
            return Text(TS_TEXT("choose", "So far %1 is quickest: %2."))
                .arg(kModels[indexOf(best)].label)
                .arg(bestTime)
                .of(best + "_time_s");
        const Template why =
            work.is("cpu")
                ? TS_TEXT("choose",
                          "%1, %2; %3 took %4. Calculating takes a core: only so many tasks get on at once "
                          "as there are cores for, and one thread, async or not, uses one.")
            : work.is("io")
                ? TS_TEXT(
                      "choose",
                      "%1, %2; %3 took %4. Waiting takes no core: all tasks can wait at once, each with a "
                      "thread of its own, or all on one that is async.")
                : TS_TEXT("choose",
                          "%1, %2; %3 took %4. While some wait, others calculate: it takes more workers "
                          "than cores to keep the cores busy.");
        return Text(why)
            .arg(bestName)
            .arg(bestTime)
            .of(best + "_time_s")
            .arg(worstName)
            .arg(worstTime)
            .of(worst + "_time_s");
    }

private:
    struct Model {
        const char* name;
        Template label;
        Template group;
        const char* prefix;
    };
    static constexpr std::array<Model, 4> kModels{{
        {"sequential", TS_TEXT("choose", "one after the other"), TS_TEXT("choose", "One after the other"),
         TS_NAME("name", "Thread")},
        {"threads", TS_TEXT("choose", "threads"), TS_TEXT("choose", "Threads"), TS_NAME("name", "Thread")},
        {"processes", TS_TEXT("choose", "processes"), TS_TEXT("choose", "Processes"),
         TS_NAME("name", "Process")},
        {"async", TS_TEXT("choose", "async tasks"), TS_TEXT("choose", "Async tasks"),
         TS_NAME("name", "Task")},
    }};

    double computedShare() const { return work.is("cpu") ? 1 : work.is("io") ? 0 : 0.5; }

    static constexpr const char* kMain = TS_NAME("name", "main");

    static std::size_t indexOf(std::string_view name)
    {
        std::size_t m = 0;
        while (m + 1 < kModels.size() && name != kModels[m].name)
            ++m;
        return m;
    }

    static std::vector<ChoiceSpec> choices()
    {
        std::vector<ChoiceSpec> all;
        all.reserve(kModels.size());
        for (const Model& model : kModels)
            all.push_back({model.name, model.label});
        return all;
    }

    /// A thread costs little, a task of an event loop less: each task has one. Of processes there are as many as cores, as in a pool that nobody told how many.
    std::int64_t workersOf(std::string_view model) const
    {
        return model == "sequential"  ? 1
               : model == "processes" ? std::min<std::int64_t>(tasks, Lab::cores())
                                      : tasks.value();
    }

    void runThreads(Lab& lab, const TaskOrder& order, const std::string& name, std::int64_t workers)
    {
        const Model& model = kModels[indexOf(name)];
        const ObjectId task = lab.operation(TS_NAME("name", "task")).id;
        Team team(lab, {.group = model.group.source, .prefix = model.prefix});
        for (std::int64_t k = 0; k < workers; ++k)
            team.grow();
        parallelFor(team, static_cast<std::size_t>(workers), order.tasks, {.schedule = LoopSchedule::dynamic},
                    [&](std::size_t, std::int64_t first, std::int64_t last) {
                        for (std::int64_t i = first; i < last; ++i) {
                            const OperationSpan box(Actor::current(), task, NumberStyle::ordinal,
                                                    static_cast<std::uint32_t>(i + 1));
                            calculateTask(order, i);
                            lab.sleep([&] { return atSpeed(lab, order.sleepNs); });
                        }
                    });
    }

    void runAsync(Lab& lab, const TaskOrder& order)
    {
        EventLoop loop(lab, TS_NAME("name", "Event loop"));
        loop.run(kMain, doAll(lab, loop, order), kModels[indexOf("async")].group.source);
    }

    static Task<> doAll(Lab& lab, EventLoop& loop, const TaskOrder& order)
    {
        const Model& model = kModels[indexOf("async")];
        std::vector<TaskHandle<void>> all;
        for (std::int64_t i = 0; i < order.tasks; ++i)
            all.push_back(loop.create(laneName(model.prefix, LaneNaming::hyphened, i + 1),
                                      doOne(lab, loop, order, i), model.group.source));
        co_await gather(loop, std::move(all));
    }

    static Task<> doOne(Lab& lab, EventLoop& loop, const TaskOrder& order, std::int64_t number)
    {
        calculateTask(order, number);
        if (order.sleepNs > 0)
            co_await Sleep(loop, [&lab, &order] { return atSpeed(lab, order.sleepNs); });
    }

    static std::int64_t atSpeed(const Lab& lab, std::int64_t ns)
    {
        return static_cast<std::int64_t>(static_cast<double>(ns) / lab.speed());
    }

    // They are told how long to wait when they begin.
    static void runProcesses(Lab& lab, TaskOrder order, std::int64_t workers)
    {
        order.sleepNs = atSpeed(lab, order.sleepNs);
        ProcessTeam team(lab, {.group = "Processes", .prefix = TS_NAME("name", "Process")});
        for (std::int64_t k = 0; k < workers; ++k)
            team.grow();
        std::vector<std::vector<std::byte>> replies;
        team.run(kTasksJob, {static_cast<std::size_t>(workers), packArguments(order)}, replies);
    }

    Choice work{this,
                "work",
                TS_TEXT("choose", "A task"),
                {{"cpu", TS_TEXT("choose", "calculates")},
                 {"io", TS_TEXT("choose", "waits")},
                 {"mixed", TS_TEXT("choose", "does both")}},
                kRules};
    Integer tasks{this, "tasks", TS_TEXT("choose", "Tasks"), 8, {1, 64}, kWho};
    Integer taskMs{this, "task_ms", TS_TEXT("choose", "A task takes"), 100, {1, 5000}, kHowLong.in("ms")};
    ChoiceList models{
        this,
        "models",
        TS_TEXT("choose", "Done by"),
        {"sequential", "threads", "processes", "async"},
        choices(),
        kWho.about(TS_TEXT("choose",
                           "Each with its own workers, whose start counts: a thread "
                           "for each task, a process for each core, one thread for all async tasks."))};

    std::array<Counter, kModels.size()> m_timeNs;
};

// A worker's part of the tasks, in a process: takes what is next. Arguments: a TaskOrder.
std::vector<std::byte> tasksInTeam(WorkerContext& context, ProcessValue& next,
                                   std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<TaskOrder>(arguments);
    if (!values)
        throw std::invalid_argument("no tasks to do");
    const TaskOrder& order = std::get<0>(*values);
    const ObjectId task = context.catalogue().intern(TS_NAME("name", "task"));
    for (std::int64_t i = next.addSilently(1); i < order.tasks; i = next.addSilently(1)) {
        const OperationSpan box(context.actor(), task, NumberStyle::ordinal,
                                static_cast<std::uint32_t>(i + 1));
        calculateTask(order, i);
        context.sleepFor(order.sleepNs);
    }
    return {};
}

} // namespace

const TeamJob kTasksJob{"tasks", &tasksInTeam};

std::unique_ptr<Experiment> makeChoose()
{
    return std::make_unique<Choose>();
}

} // namespace threadscape
