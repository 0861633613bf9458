#include "lab/lab.h"

namespace threadscape {

namespace {

/// Tasks of one event loop that tick, beside one that makes a blocking call now and then.
class BlockingCall final : public Experiment {
public:
    BlockingCall()
        : Experiment({.id = "blocking-call",
                      .topic = TS_TEXT("topic", "Async"),
                      .title = TS_TEXT("blocking-call", "Blocking call"),
                      .question = TS_TEXT("blocking-call", "What does one blocking call stop?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {}},
            {.name = "offload", .label = TS_TEXT("preset", "On a pool"), .settings = {{"offload", "true"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {{.kind = PlotSpec::Kind::timeline, .share = 5}, tasksPlot(2)};
    }

    std::vector<LaneGroup> lanes() const override
    {
        std::vector<LaneGroup> groups{
            mainLane(),
            {TS_TEXT("blocking-call", "Tasks"), kMain, 1, {}, LaneNaming::single},
            {TS_TEXT("blocking-call", "Tasks"), kCaller, 1, TS_TEXT("blocking-call", "calls"),
             LaneNaming::single},
            {TS_TEXT("blocking-call", "Tasks"), kTicker, tasks, TS_TEXT("blocking-call", "ticks")}};
        if (offload)
            groups.push_back({TS_TEXT("blocking-call", "Pool"), kWorker, 1});
        return groups;
    }

    void run(Lab& lab) override
    {
        std::optional<ThreadPool> pool;
        if (offload)
            pool.emplace(lab, ThreadPool::Names{.group = "Pool", .prefix = kWorker}, 1);
        EventLoop loop(lab, TS_NAME("name", "Event loop"));
        loop.showLoad();
        const AtEnd noted([&] { note(loop); });
        loop.run(kMain, main(lab, loop, pool ? &*pool : nullptr), kTasks);
    }

    Findings findings() const override
    {
        Findings found;
        found.add("longest_stall_ms", TS_TEXT("blocking-call", "Longest stall"),
                  static_cast<double>(m_longestNs.value()) * 1e-6, "ms", Evidence::longestStall);
        const std::optional<std::string> who = m_longestBy.value();
        found.add("stalled_by", TS_TEXT("blocking-call", "Caused by"),
                  who ? FindingValue(*who) : FindingValue());
        found.add("ticks", TS_TEXT("blocking-call", "Ticks"), m_ticks.value());
        found.add("ticks_missed", TS_TEXT("blocking-call", "Ticks missed"), m_missed.value());
        found.add("calls", TS_TEXT("blocking-call", "Blocking calls"), m_calls.value());
        return found;
    }

    Text answer(const Findings& /*findings*/, Outcome outcome) const override
    {
        const DurationArg longest{m_longestNs};
        const std::string by = m_longestBy.value().value_or(kCaller);
        if (m_calls == 0)
            return outcome == Outcome::running
                       ? TS_TEXT("blocking-call", "Nothing was called yet: all tasks tick.")
                       : TS_TEXT("blocking-call", "Ended before the first call.");
        if (longest.ns < EventLoop::kStallNs)
            return Text(offload
                            ? TS_TEXT("blocking-call", "Nothing: a worker waits for it, and the loop goes on "
                                                       "with the others. No task kept "
                                                       "the loop longer than %1.")
                            : TS_TEXT("blocking-call",
                                      "Nothing that anybody notices: no task kept the loop longer than %1."))
                .arg(longest)
                .of("longest_stall_ms");
        return Text(TS_PLURAL("blocking-call", "Everything: while %1 kept the loop, for up to %2, none of "
                                               "the others went on. %n ticks were missed."))
            .arg(NameArg{by})
            .arg(longest)
            .of("longest_stall_ms")
            .count(m_missed);
    }

private:
    static constexpr const char* kTasks = TS_NAME("name", "Tasks");
    static constexpr const char* kMain = TS_NAME("name", "main");
    static constexpr const char* kCaller = TS_NAME("name", "Caller");
    static constexpr const char* kTicker = TS_NAME("name", "Ticker");
    static constexpr const char* kWorker = TS_NAME("name", "Worker");

    // They go on until the run's time is up.
    Task<> main(Lab& lab, EventLoop& loop, ThreadPool* pool)
    {
        std::vector<TaskHandle<void>> all;
        all.push_back(loop.create(kCaller, call(lab, loop, pool), kTasks));
        for (std::int64_t i = 1; i <= tasks; ++i)
            all.push_back(loop.create(laneName(kTicker, LaneNaming::spaced, i), tick(lab, loop), kTasks));
        co_await gather(loop, std::move(all));
    }

    Task<> call(Lab& lab, EventLoop& loop, ThreadPool* pool)
    {
        const OperationName blocking = lab.operation(TS_NAME("name", "blocking call"));
        for (;;) {
            co_await lab.pause(loop, everyMs);
            m_calls.add();
            Lab::countNumber();
            if (pool != nullptr) {
                co_await inPool(loop, *pool, [&] { lab.pause(blockMs); }, {blocking.id, false});
            } else {
                const Operation box(blocking);
                lab.pause(blockMs);
            }
        }
    }

    Task<> tick(Lab& lab, EventLoop& loop)
    {
        for (;;) {
            const std::int64_t beforeNs = lab.elapsedNs();
            co_await lab.pause(loop, tickMs);
            const auto periodNs = static_cast<std::int64_t>(1e6 * static_cast<double>(tickMs) / lab.speed());
            m_ticks.add();
            m_missed.add((lab.elapsedNs() - beforeNs - periodNs) / periodNs);
            Lab::countNumber();
            note(loop);
        }
    }

    void note(const EventLoop& loop)
    {
        if (loop.longestRunNs() <= m_longestNs)
            return;
        m_longestNs.set(loop.longestRunNs());
        m_longestBy.set(loop.longestRunner());
    }

    Integer tasks{this, "tasks", TS_TEXT("blocking-call", "Tasks that tick"), 5, {1, 100}, kWho};
    Integer blockMs{this,
                    "block_ms",
                    TS_TEXT("blocking-call", "The call blocks for"),
                    300,
                    {0, 5000},
                    kHowLong.live().in("ms").about(
                        TS_TEXT("blocking-call", "As time.sleep does, or a request of a library that "
                                                 "knows nothing of the event loop."))};
    Integer everyMs{this, "every_ms",  TS_TEXT("blocking-call", "Between two calls"),
                    600,  {10, 10000}, kHowLong.live().in("ms")};
    Integer tickMs{this, "tick_ms", TS_TEXT("blocking-call", "A tick every"),
                   50,   {1, 1000}, kHowLong.live().in("ms")};
    Boolean offload{
        this, "offload", TS_TEXT("blocking-call", "On a pool's worker"), false,
        kRules.about(TS_TEXT("blocking-call", "The loop hands the call to a thread, and awaits it."))};
    Real seconds{this, "seconds", TS_TEXT("blocking-call", "Time"), 3, {0, 3600}, kRun.in("s")};

    Counter m_longestNs;
    Noted<std::string> m_longestBy;
    Counter m_ticks;
    Counter m_missed;
    Counter m_calls;
};

} // namespace

std::unique_ptr<Experiment> makeBlockingCall()
{
    return std::make_unique<BlockingCall>();
}

} // namespace threadscape
