#include "lab/lab.h"

namespace threadscape {

namespace {

/// A pool of processes of which one is killed in the middle of a task.
class BrokenPool final : public Experiment {
public:
    BrokenPool()
        : Experiment({.id = "broken-pool",
                      .topic = TS_TEXT("topic", "Processes"),
                      .title = TS_TEXT("broken-pool", "Broken pool"),
                      .question = TS_TEXT("broken-pool", "One worker dies: what of the rest?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {}},
            {.name = "recover", .label = TS_TEXT("preset", "Recovery"), .settings = {{"recover", "true"}}},
            {.name = "nobody-dies",
             .label = TS_TEXT("preset", "Nobody dies"),
             .settings = {{"kill_after_ms", "60000"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override { return {{.kind = PlotSpec::Kind::timeline, .share = 1}}; }

    std::vector<LaneGroup> lanes() const override
    {
        return {mainLane(),
                {TS_TEXT("broken-pool", "Workers"),
                 TS_NAME("name", "Process"),
                 workers,
                 {},
                 LaneNaming::hyphened}};
    }

    double plannedSeconds() const override
    {
        const std::int64_t rounds = (tasks + workers - 1) / workers;
        return 1e-3 * static_cast<double>(rounds * taskMs);
    }

    void run(Lab& lab) override
    {
        ProcessPool pool(lab, {.group = "Workers", .prefix = "Process"}, workers);
        std::vector<std::int64_t> left(static_cast<std::size_t>(tasks.value()));
        for (std::size_t i = 0; i < left.size(); ++i)
            left[i] = static_cast<std::int64_t>(i) + 1;
        const Thread killer(lab, TS_NAME("name", "Killer"), [&] { killOne(lab, pool); });
        collect(lab, pool, left);
        if (pool.broken() && recover) {
            pool.restart();
            collect(lab, pool, left);
        }
        pool.shutdown();
        m_orphans.set(static_cast<std::int64_t>(pool.running()));
    }

    Findings findings() const override
    {
        Findings found;
        found.add("done", TS_TEXT("broken-pool", "Done"), m_done.value());
        found.add("broken", TS_TEXT("broken-pool", "Broken"), m_broken.value());
        found.add("detected_after_ms", TS_TEXT("broken-pool", "Main heard of it after"),
                  m_detectedNs == kNotYet ? FindingValue()
                                          : FindingValue(1e-6 * static_cast<double>(m_detectedNs)),
                  "ms");
        found.add("orphans", TS_TEXT("broken-pool", "Processes left over"),
                  m_orphans == kNotYet ? FindingValue() : FindingValue(m_orphans.value()));
        found.add("error", TS_TEXT("broken-pool", "In words"), m_error.value());
        return found;
    }

    Text answer(const Findings& /*found*/, Outcome outcome) const override
    {
        if (outcome != Outcome::finished)
            return Text(TS_TEXT("broken-pool", "So far %1 of %2 tasks are done."))
                .arg(m_done.value())
                .of("done")
                .arg(tasks.value());
        if (m_broken == 0)
            return Text(TS_TEXT("broken-pool", "Nobody died in time: all %1 tasks are done."))
                .arg(m_done.value())
                .of("done");
        if (recover)
            return Text(TS_TEXT(
                            "broken-pool",
                            "The pool broke %1 after the kill, with %2 tasks unfinished; started again, it "
                            "finished them: all %3 are done."))
                .arg(DurationArg{m_detectedNs})
                .of("detected_after_ms")
                .arg(m_broken.value())
                .of("broken")
                .arg(m_done.value())
                .of("done");
        return Text(
                   TS_TEXT(
                       "broken-pool",
                       "It is lost too: %1 of %2 tasks were done, the other %3 ended as broken, %4 after the "
                       "kill. No process is left, and nobody waits for ever."))
            .arg(m_done.value())
            .of("done")
            .arg(tasks.value())
            .arg(m_broken.value())
            .of("broken")
            .arg(DurationArg{m_detectedNs})
            .of("detected_after_ms");
    }

private:
    static constexpr std::int64_t kNotYet = -1;
    static constexpr double kNsPerMs = 1e6;

    /// The first one that is in the middle of a task by then, if any is.
    void killOne(Lab& lab, ProcessPool& pool)
    {
        lab.sleep([this] { return static_cast<std::int64_t>(static_cast<double>(killAfterMs) * kNsPerMs); });
        for (std::size_t worker = 0; worker < pool.workers(); ++worker) {
            if (pool.given(worker) == 0)
                continue;
            m_killedNs.set(lab.elapsedNs());
            pool.kill(worker);
            return;
        }
    }

    /// Submits a task for each of `numbers`, and keeps there those that had no result.
    void collect(Lab& lab, ProcessPool& pool, std::vector<std::int64_t>& numbers)
    {
        const auto ns = static_cast<std::int64_t>(static_cast<double>(taskMs) * kNsPerMs / lab.speed());
        std::vector<std::optional<Future<std::int64_t>>> futures;
        for (const std::int64_t number : numbers) {
            try {
                futures.emplace_back(pool.submit<std::int64_t>(kSleepingCall, packArguments(number, ns)));
            } catch (const BrokenProcessPool& broken) { // as early as that
                hear(lab, broken);
                futures.emplace_back();
            }
        }
        std::vector<std::int64_t> unfinished;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            try {
                if (futures[i] && futures[i]->get() == numbers[i])
                    m_done.add();
                else
                    unfinished.push_back(numbers[i]);
            } catch (const BrokenProcessPool& broken) {
                hear(lab, broken);
                unfinished.push_back(numbers[i]);
            }
        }
        m_broken.add(static_cast<std::int64_t>(unfinished.size()));
        numbers = std::move(unfinished);
    }

    void hear(Lab& lab, const BrokenProcessPool& broken)
    {
        if (m_detectedNs != kNotYet)
            return;
        m_detectedNs.set(lab.elapsedNs() - m_killedNs);
        m_error.set(broken.text());
    }

    Integer workers{this, "workers", TS_TEXT("broken-pool", "Workers"),
                    4,    {1, 16},   kWho.about(TS_TEXT("broken-pool", "Processes of the pool."))};
    Integer tasks{this, "tasks", TS_TEXT("broken-pool", "Tasks"), 16, {1, 1000}, kWho};
    Integer taskMs{this, "task_ms", TS_TEXT("broken-pool", "Task"), 200, {1, 10000}, kHowLong.in("ms")};
    Integer killAfterMs{this, "kill_after_ms", TS_TEXT("broken-pool", "Kill after"),
                        500,  {0, 60000},      kHowLong.in("ms")};
    Boolean recover{this, "recover", TS_TEXT("broken-pool", "Start the pool again"), false,
                    kRules.about(TS_TEXT("broken-pool", "And submit again what was not finished."))};

    Counter m_done;
    Counter m_broken;
    Counter m_orphans{kNotYet};
    Counter m_killedNs;
    Counter m_detectedNs{kNotYet};
    Remark m_error;
};

// A task. Arguments: its number, and ns that it takes.
std::vector<std::byte> sleepingCall(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::int64_t, std::int64_t>(arguments);
    if (!values)
        throw std::invalid_argument("a number and a length of time are needed");
    context.sleepFor(std::get<1>(*values));
    return packArguments(std::get<0>(*values));
}

} // namespace

const RemoteFunction kSleepingCall{"sleep", &sleepingCall};

std::unique_ptr<Experiment> makeBrokenPool()
{
    return std::make_unique<BrokenPool>();
}

} // namespace threadscape
