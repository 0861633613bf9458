#include "lab/lab.h"

#include "kernels/primes.h"

#include <fmt/format.h>
#include <set>

namespace threadscape {

namespace {

/// Two coroutines that pause after every number, so that one thread does both.
class Gather final : public Experiment {
public:
    Gather()
        : Experiment({.id = "gather",
                      .topic = TS_TEXT("topic", "Async"),
                      .title = TS_TEXT("gather", "Gather"),
                      .question = TS_TEXT("gather", "How does one thread do two jobs?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {{"pause_ms", "20"}}},
            {.name = "one-by-one",
             .label = TS_TEXT("preset", "One after the other"),
             .settings = {{"pause_ms", "20"}, {"gathered", "false"}}},
            {.name = "no-pause", .label = TS_TEXT("preset", "No pause"), .settings = {{"pause_ms", "0"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {{.kind = PlotSpec::Kind::timeline, .share = 5}, tasksPlot(2)};
    }

    std::vector<LaneGroup> lanes() const override
    {
        const auto task = [](const char* name, Template number) {
            return LaneGroup{TS_TEXT("gather", "Tasks"), name, 1, number, LaneNaming::single};
        };
        return {mainLane(), task(kMain, {}), task(kBoth, {}),
                task(kPrimes, TS_TEXT("gather", "primes found")),
                task(kSquares, TS_TEXT("gather", "squares"))};
    }

    std::optional<Error> brokenRule() const override
    {
        if (from <= to)
            return std::nullopt;
        return Error{Text(TS_TEXT("gather", "from is %1 and to %2: from must not be greater than to."))
                         .arg(from.value())
                         .arg(to.value())};
    }

    double plannedSeconds() const override
    {
        const auto searched = static_cast<double>(to - from + 1);
        const auto squared = static_cast<double>(to.value());
        return 1e-3 * static_cast<double>(pauseMs) *
               (gathered ? std::max(searched, squared) : searched + squared);
    }

    void run(Lab& lab) override
    {
        EventLoop loop(lab, TS_NAME("name", "Event loop"));
        loop.showLoad();
        m_time.start();
        const AtEnd counted([&] {
            m_time.stop();
            m_resumes.set(loop.resumes());
            m_alternations.set(loop.alternations());
        });
        loop.run(kMain, main(lab, loop), kTasks);
    }

    Findings findings() const override
    {
        Findings found;
        found.add("primes", TS_TEXT("gather", "Primes"), m_primes.value());
        found.add("squares", TS_TEXT("gather", "Squares"), m_squares.value());
        found.add("time_s", TS_TEXT("gather", "Time"), m_time.seconds(), "s");
        found.add("resumes", TS_TEXT("gather", "Times that a task went on"), m_resumes.value());
        found.add("alternations", TS_TEXT("gather", "Times that it was another task"),
                  m_alternations.value());
        found.add("threads", TS_TEXT("gather", "Threads that the tasks ran on"), m_threads.value());
        found.add("callbacks", TS_TEXT("gather", "Calls of the done-callback"), m_callbacks.value());
        return found;
    }

    Text answer(const Findings& /*findings*/, Outcome outcome) const override
    {
        const auto told = [&](Template form) {
            return Text(form)
                .arg(m_primes.value())
                .of("primes")
                .arg(m_squares.value())
                .of("squares")
                .arg(DurationArg{static_cast<std::int64_t>(m_time.seconds() * 1e9)})
                .of("time_s");
        };
        if (outcome == Outcome::running)
            return told(TS_TEXT("gather", "So far %1 primes and %2 squares in %3, on one thread."));
        if (outcome != Outcome::finished)
            return told(TS_TEXT("gather", "Ended early: %1 primes and %2 squares in %3, on one thread."));
        if (!gathered)
            return told(TS_TEXT(
                "gather", "Not at all, when it awaits one job before it begins the other: %1 primes and "
                          "then %2 squares took %3, the sum of both."));
        return told(
                   TS_TEXT("gather",
                           "While one job pauses, it goes on with the other: %1 primes and %2 squares in %3. "
                           "The thread went from one task to another %4 times."))
            .arg(m_alternations.value())
            .of("alternations");
    }

private:
    static constexpr const char* kTasks = TS_NAME("name", "Tasks");
    static constexpr const char* kMain = TS_NAME("name", "main");
    static constexpr const char* kBoth = TS_NAME("name", "gather");
    static constexpr const char* kPrimes = TS_NAME("name", "Primes");
    static constexpr const char* kSquares = TS_NAME("name", "Squares");

    using Results = std::pair<std::int64_t, std::int64_t>;

    Task<> main(Lab& lab, EventLoop& loop);
    Task<Results> both(Lab& lab, EventLoop& loop);
    Task<std::int64_t> primes(Lab& lab, EventLoop& loop);
    Task<std::int64_t> squares(Lab& lab, EventLoop& loop);
    void note(const EventLoop& loop);

    Integer from{this, "from", TS_TEXT("gather", "Primes from"), 2, {0, 1'000'000}, kWho};
    Integer to{
        this, "to",           TS_TEXT("gather", "Up to"),
        100,  {0, 1'000'000}, kWho.about(TS_TEXT("gather", "Primes up to it, and squares of 1 up to it."))};
    Integer pauseMs{this,
                    "pause_ms",
                    TS_TEXT("gather", "Pause"),
                    1,
                    {0, 1000},
                    kHowLong.live().in("ms").about(
                        TS_TEXT("gather", "After every number; 0: it only gives way to others."))};
    Boolean gathered{this, "gathered", TS_TEXT("gather", "Gathered"), true,
                     kRules.about(TS_TEXT("gather", "Both at once; else one after the other."))};

    Stopwatch m_time;
    Counter m_primes;
    Counter m_squares;
    Counter m_resumes;
    Counter m_alternations;
    Counter m_threads;
    Counter m_callbacks;
    std::set<TrackId> m_ranOn;
};

// What it begins is awaited by name, so that the callback has its result.
Task<> Gather::main(Lab& lab, EventLoop& loop)
{
    const OperationName got = lab.operation(TS_NAME("name", "got results"));
    TaskHandle<Results> both = loop.create(kBoth, this->both(lab, loop), kTasks);
    both.whenDone([this, &lab, got, both](LoopTask::End end) mutable {
        if (end != LoopTask::End::done)
            return;
        const Operation box(got);
        const Results results = both.result();
        m_callbacks.add();
        lab.print(fmt::format("{} primes, {} squares", results.first, results.second));
    });
    co_await both;
}

Task<Gather::Results> Gather::both(Lab& lab, EventLoop& loop)
{
    TaskHandle<std::int64_t> first = loop.create(kPrimes, primes(lab, loop), kTasks);
    if (!gathered)
        co_await first;
    TaskHandle<std::int64_t> second = loop.create(kSquares, squares(lab, loop), kTasks);
    const auto [found, squared] = co_await gather(loop, first, second);
    co_return Results(found, squared);
}

Task<std::int64_t> Gather::primes(Lab& lab, EventLoop& loop)
{
    std::int64_t found = 0;
    for (std::int64_t number = from; number <= to; ++number) {
        note(loop);
        if (isPrime(number, [] { checkpoint(); })) {
            m_primes.set(++found);
            Lab::showNumber(found);
        }
        co_await lab.pause(loop, pauseMs);
    }
    co_return found;
}

Task<std::int64_t> Gather::squares(Lab& lab, EventLoop& loop)
{
    std::vector<std::int64_t> found;
    for (std::int64_t number = 1; number <= to; ++number) {
        note(loop);
        found.push_back(number * number);
        m_squares.set(static_cast<std::int64_t>(found.size()));
        Lab::showNumber(static_cast<std::int64_t>(found.size()));
        co_await lab.pause(loop, pauseMs);
    }
    co_return static_cast<std::int64_t>(found.size());
}

// By the task that runs: on which thread does it?
void Gather::note(const EventLoop& loop)
{
    m_resumes.set(loop.resumes());
    m_alternations.set(loop.alternations());
    m_ranOn.insert(Actor::current().host()->track());
    m_threads.set(static_cast<std::int64_t>(m_ranOn.size()));
}

} // namespace

std::unique_ptr<Experiment> makeGather()
{
    return std::make_unique<Gather>();
}

} // namespace threadscape
