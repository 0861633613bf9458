#include "lab/lab.h"

#include <cmath>
#include <functional>
#include <stdexcept>

namespace threadscape {

namespace {

/// Everything that can become of a task: it is done, fails, or is cancelled before it begins.
class Futures final : public Experiment {
public:
    Futures()
        : Experiment({.id = "futures",
                      .topic = TS_TEXT("topic", "Futures and pools"),
                      .title = TS_TEXT("futures", "Futures"),
                      .question = TS_TEXT("futures", "What can become of a task?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {{"task_ms", "500"}}},
            {.name = "all-at-once",
             .label = TS_TEXT("preset", "A worker for each"),
             .settings = {{"task_ms", "500"}, {"workers", "12"}}},
            {.name = "one-worker",
             .label = TS_TEXT("preset", "One worker"),
             .settings = {{"task_ms", "200"}, {"workers", "1"}}},
            {.name = "not-waiting",
             .label = TS_TEXT("preset", "Shutdown without waiting"),
             .settings = {{"task_ms", "500"}, {"shutdown_wait", "false"}}},
            {.name = "a-thousand",
             .label = TS_TEXT("preset", "A thousand tasks"),
             .settings = {{"task_ms", "5"}, {"tasks", "1000"}, {"fail", "50"}, {"cancel", "100"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {{.kind = PlotSpec::Kind::timeline, .share = 7},
                {.kind = PlotSpec::Kind::values,
                 .share = 2,
                 .variable = "Ended",
                 .title = TS_TEXT("futures", "Ended")}};
    }

    std::vector<PlotSpec::Band> bands(const PlotSpec& /*plot*/) const override
    {
        const auto all = static_cast<double>(tasks.value());
        return {{TS_TEXT("futures", "all tasks"), all, all}};
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {{TS_TEXT("futures", "Callers"), TS_NAME("name", "Collector"), 1,
                 TS_TEXT("futures", "tasks heard of")},
                {TS_TEXT("futures", "Workers"), TS_NAME("name", "Worker"), workers}};
    }

    std::optional<Error> brokenRule() const override
    {
        if (fail + cancel <= tasks)
            return std::nullopt;
        return Error{Text(TS_TEXT("futures", "fail is %1 and cancel %2, together more than the %3 tasks: "
                                             "lower one of them, or raise tasks."))
                         .arg(fail.value())
                         .arg(cancel.value())
                         .arg(tasks.value())};
    }

    double plannedSeconds() const override
    {
        const double mean = 1e-3 * static_cast<double>(taskMs);
        const auto run = static_cast<double>(tasks - cancel);
        const double rounds = std::max(1.0, std::ceil(run / static_cast<double>(workers)));
        return run < 1 ? 0 : mean * (rounds + spread);
    }

    void run(Lab& lab) override;
    Findings findings() const override;
    Text answer(const Findings& found, Outcome outcome) const override;

private:
    using Asked = std::vector<Future<std::int64_t>*>; // by number, from 0

    bool isToFail(std::int64_t number) const noexcept;
    std::function<void()> taking(Lab& lab);
    void collect(Lab& lab, Completions& ends, const Asked& asked, Shared<std::int64_t>& ended);

    Integer workers{this, "workers", TS_TEXT("futures", "Workers"),
                    4,    {1, 32},   kWho.about(TS_TEXT("futures", "Threads of the pool."))};
    Integer tasks{this, "tasks",   TS_TEXT("futures", "Tasks"),
                  12,   {1, 1000}, kWho.about(TS_TEXT("futures", "Submitted one after the other."))};
    Integer taskMs{this,
                   "task_ms",
                   TS_TEXT("futures", "Task"),
                   200,
                   {0, 10000},
                   kHowLong.live().in("ms").about(TS_TEXT("futures", "How long a task takes, on average."))};
    Real spread{
        this,
        "spread",
        TS_TEXT("futures", "Spread"),
        0.5,
        {0, 1},
        kHowLong.about(TS_TEXT("futures", "0: all take equally long; 1: from nothing to twice as long."))};
    Integer fail{this, "fail",    TS_TEXT("futures", "That fail"),
                 1,    {0, 1000}, kRules.about(TS_TEXT("futures", "So many tasks end by an exception."))};
    Integer cancel{
        this,
        "cancel",
        TS_TEXT("futures", "To cancel"),
        2,
        {0, 1000},
        kRules.about(TS_TEXT("futures", "So many of the last tasks are cancelled before they begin."))};
    Boolean shutdownWait{
        this, "shutdown_wait", TS_TEXT("futures", "Shutdown waits"), true,
        kRules.about(
            TS_TEXT("futures", "The one who shuts the pool down waits until its tasks have ended."))};

    Counter m_done;
    Counter m_failed;
    Counter m_cancelled;
    Counter m_callbacks;
    Counter m_refusedCancels;
    Counter m_refusedSubmits;
    Counter m_submitMostNs;
    Counter m_shutdownNs;
    Samples m_order;
    Samples m_squares;
};

/// A third of those that come to a good end is mapped: squares, which come back in the order of their inputs.
std::int64_t mappedOf(std::int64_t good)
{
    return good / 3;
}

double asMs(std::int64_t ns)
{
    return static_cast<double>(ns) * 1e-6;
}

// Those that fail lie evenly among those that are submitted one by one.
bool Futures::isToFail(std::int64_t number) const noexcept
{
    const std::int64_t all = tasks - cancel - mappedOf(tasks - fail - cancel);
    const auto upTo = [&](std::int64_t n) { return (n * fail + all / 2) / all; };
    return upTo(number) > upTo(number - 1);
}

// What takes the time of a task. When the setting is moved it is asked again: what has begun ends sooner, or later.
std::function<void()> Futures::taking(Lab& lab)
{
    const double chance = static_cast<double>(lab.random(-1000, 1000)) * 1e-3;
    return [this, &lab, chance] {
        lab.sleep([&] {
            const double ms = static_cast<double>(taskMs.value()) * (1 + spread * chance);
            return static_cast<std::int64_t>(1e6 * ms / lab.speed());
        });
    };
}

// Hears of the tasks as they end, and asks each for its result: what they threw arrives here.
void Futures::collect(Lab& lab, Completions& ends, const Asked& asked, Shared<std::int64_t>& ended)
{
    const OperationName result = lab.operation(TS_NAME("name", "result of task"));
    const OperationName exception = lab.operation(TS_NAME("name", "exception of task"));
    const OperationName none = lab.operation(TS_NAME("name", "cancelled: task"));
    while (ends.left() > 0) {
        const std::size_t index = ends.next();
        const NoStop whole; // the counts and the order belong together
        OperationName heard = result;
        try {
            asked[index]->get();
            m_done.add();
        } catch (const Cancelled&) {
            m_cancelled.add();
            heard = none;
        } catch (const std::runtime_error&) {
            m_failed.add();
            heard = exception;
        }
        const Operation box(heard);
        m_order.add(static_cast<std::int64_t>(index) + 1);
        const std::int64_t all = m_done + m_failed + m_cancelled;
        ended.write(all);
        Lab::showNumber(all);
    }
}

void Futures::run(Lab& lab)
{
    const std::int64_t mapped = mappedOf(tasks - fail - cancel);
    const std::int64_t single = tasks - cancel - mapped;
    Shared<std::int64_t> ended(lab, TS_NAME("name", "Ended"), 0, TS_NAME("name", "tasks"));
    Queue<std::int64_t> begun(lab, TS_NAME("name", "Begun"));
    ThreadPool pool(lab, {.group = "Workers", .prefix = TS_NAME("name", "Worker")}, workers);

    std::vector<Future<std::int64_t>> futures;
    const auto watch = [&](Future<std::int64_t>& future) {
        future.whenDone([&](TaskState) { m_callbacks.add(); });
    };
    const auto submit = [&](std::function<std::int64_t()> work) {
        const std::int64_t beforeNs = lab.elapsedNs();
        futures.push_back(pool.submit(std::move(work)));
        const std::int64_t tookNs = lab.elapsedNs() - beforeNs;
        if (tookNs > m_submitMostNs)
            m_submitMostNs.set(tookNs);
        watch(futures.back());
    };
    for (std::int64_t number = 1; number <= single; ++number)
        submit([&begun, take = taking(lab), fails = isToFail(number), number] {
            if (number == 1)
                begun.put(number);
            take();
            if (fails)
                throw std::runtime_error("task " + std::to_string(number) + " failed");
            return number;
        });

    std::vector<std::int64_t> inputs;
    std::vector<std::function<void()>> takes;
    for (std::int64_t i = 0; i < mapped; ++i) {
        inputs.push_back(i);
        takes.push_back(taking(lab));
    }
    auto squares = pool.map(
        [takes](std::int64_t i) {
            takes[static_cast<std::size_t>(i)]();
            return (i + 1) * (i + 1);
        },
        inputs, lab.task(TS_NAME("name", "square")));
    for (Future<std::int64_t>& square : squares.futures())
        watch(square);
    {
        // However many workers have nothing to do: until these are cancelled, none may begin one. It takes some us.
        const ThreadPool::Held held(pool);
        for (std::int64_t i = 0; i < cancel; ++i)
            submit([take = taking(lab)] {
                take();
                return std::int64_t{0};
            });
        for (std::int64_t i = 0; i < cancel; ++i)
            futures[static_cast<std::size_t>(single + i)].cancel();
    }
    if (single > 0) {
        begun.get(); // the first one runs, or has ended
        m_refusedCancels.add(futures.front().cancel() ? 0 : 1);
    }

    Asked asked;
    for (std::int64_t i = 0; i < single; ++i)
        asked.push_back(&futures[static_cast<std::size_t>(i)]);
    for (Future<std::int64_t>& square : squares.futures())
        asked.push_back(&square);
    for (std::int64_t i = 0; i < cancel; ++i)
        asked.push_back(&futures[static_cast<std::size_t>(single + i)]);
    Completions ends;
    for (Future<std::int64_t>* future : asked)
        ends.add(*future);
    Thread collector(lab, std::string(TS_NAME("name", "Collector")) + " 1",
                     [&] { collect(lab, ends, asked, ended); }, {.group = "Callers"});

    const std::int64_t beforeNs = lab.elapsedNs();
    pool.shutdown({.wait = shutdownWait});
    m_shutdownNs.set(lab.elapsedNs() - beforeNs);
    try {
        pool.submit([] {});
    } catch (const Misuse&) {
        m_refusedSubmits.add();
    }
    collector.join();
    for (const std::int64_t square : squares.results())
        m_squares.add(square);
}

Findings Futures::findings() const
{
    Findings found;
    found.add("done", TS_TEXT("futures", "Done"), m_done.value());
    found.add("failed", TS_TEXT("futures", "Failed"), m_failed.value());
    found.add("cancelled", TS_TEXT("futures", "Cancelled"), m_cancelled.value());
    found.add("unfinished", TS_TEXT("futures", "Not ended"), tasks - m_done - m_failed - m_cancelled);
    found.add("completion_order", TS_TEXT("futures", "In the order of their ends"), m_order.all());
    found.add("callbacks", TS_TEXT("futures", "Callbacks"), m_callbacks.value());
    found.add("map_results", TS_TEXT("futures", "Squares, in the order of the inputs"), m_squares.all());
    found.add("refused_cancels", TS_TEXT("futures", "Cancels refused: it ran already"),
              m_refusedCancels.value());
    found.add("submit_max_us", TS_TEXT("futures", "Longest submit"), 1e3 * asMs(m_submitMostNs), "us");
    found.add("shutdown_ms", TS_TEXT("futures", "Shutdown took"), asMs(m_shutdownNs), "ms");
    found.add("refused_after_shutdown", TS_TEXT("futures", "Refused after shutdown"), m_refusedSubmits > 0);
    return found;
}

Text Futures::answer(const Findings& found, Outcome outcome) const
{
    const auto counted = [&](Template form) {
        return Text(form)
            .arg(m_done.value())
            .of("done")
            .arg(m_failed.value())
            .of("failed")
            .arg(m_cancelled.value())
            .of("cancelled");
    };
    if (outcome == Outcome::running)
        return counted(TS_TEXT("futures", "So far %1 done, %2 failed and %3 cancelled, of %4."))
            .arg(tasks.value());
    if (outcome != Outcome::finished)
        return counted(TS_TEXT("futures", "%1 done, %2 failed and %3 cancelled; %4 had not ended."))
            .arg(found.integer("unfinished"));
    if (shutdownWait)
        return counted(TS_TEXT(
            "futures", "%1 done, %2 failed, %3 cancelled: an exception waits for whoever asks for the "
                       "result, and only what has not begun can be cancelled."));
    return counted(TS_TEXT("futures",
                           "%1 done, %2 failed, %3 cancelled: the shutdown returned after %4, and what "
                           "was queued ran all the same."))
        .arg(DurationArg{m_shutdownNs});
}

} // namespace

std::unique_ptr<Experiment> makeFutures()
{
    return std::make_unique<Futures>();
}

} // namespace threadscape
