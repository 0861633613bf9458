#include "lab/async.h"

namespace threadscape {

namespace {

/// Tasks of one event loop that tick, beside one that makes a blocking call now and then.
class BlockingCall final : public Experiment {
public:
    BlockingCall()
        : Experiment({"blocking-call", TS_TEXT("topic", "Async"), TS_TEXT("blocking-call", "Blocking call"),
                      TS_TEXT("blocking-call", "What does one blocking call stop?")})
    {
        preset("lecture", TS_TEXT("preset", "Lecture"));
        preset("offload", TS_TEXT("preset", "On a pool"), offload = true);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(5), tasksPlot(2)});
        poolWorker.when([this] { return offload.value(); });
    }

    double plannedSeconds() const override { return 0; } // most end long before

    void run(Lab& lab) override
    {
        std::optional<ThreadPool> pool;
        if (offload)
            pool.emplace(lab, poolWorker, 1);
        EventLoop loop(lab, TS_NAME("name", "Event loop"));
        loop.showLoad();
        const AtEnd noted([&] { note(loop); });
        loop.run(mainTask.name(), main(lab, loop, pool ? &*pool : nullptr), kTasks);
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (found[calls] == 0)
            return outcome == Outcome::running
                       ? TS_TEXT("blocking-call", "Nothing was called yet: all tasks tick.")
                       : TS_TEXT("blocking-call", "Ended before the first call.");
        constexpr double kStallMs = 1e-6 * EventLoop::kStallNs;
        if (found[longest] < kStallMs)
            return Text(
                offload ? TS_TEXT("blocking-call", "Nothing: a worker waits for it, and the loop goes on "
                                                   "with the others. No task kept the loop longer than %1.")
                        : TS_TEXT("blocking-call",
                                  "Nothing that anybody notices: no task kept the loop longer than %1."),
                found(longest));
        return Text(TS_PLURAL("blocking-call", "Everything: while %1 kept the loop, for up to %2, none of "
                                               "the others went on. %n ticks were missed."),
                    NameArg{longestBy.value().value_or(caller.name())}, found(longest))
            .count(found[missed]);
    }

private:
    // They go on until the run's time is up.
    Task<> main(Lab& lab, EventLoop& loop, ThreadPool* pool)
    {
        Tasks all(loop, caller, [&](std::int64_t /*number*/) { return call(lab, loop, pool); });
        all.add(tickers, [&](std::int64_t /*number*/) { return tick(lab, loop); });
        co_await all.join();
    }

    Task<> call(Lab& lab, EventLoop& loop, ThreadPool* pool)
    {
        const OperationName blocking = lab.operation(TS_NAME("name", "blocking call"));
        for (;;) {
            co_await lab.pause(loop, everyMs);
            calls.add();
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
            const std::int64_t periodNs = lab.nsOf(tickMs);
            ticks.add();
            missed.add((lab.elapsedNs() - beforeNs - periodNs) / periodNs);
            Lab::countNumber();
            note(loop);
        }
    }

    void note(const EventLoop& loop)
    {
        if (loop.longestRunNs() <= longest)
            return;
        longest.set(loop.longestRunNs());
        longestBy.set(loop.longestRunner());
    }

    Integer tasks{this, "tasks", TS_TEXT("blocking-call", "Tasks that tick"), 5, kWho.between(1, 100)};
    Integer blockMs{this, "block_ms", TS_TEXT("blocking-call", "The call blocks for"), 300,
                    kLiveMs.between(0, 5000).about(
                        TS_TEXT("blocking-call", "As time.sleep does, or a request of a library that "
                                                 "knows nothing of the event loop."))};
    Integer everyMs{this, "every_ms", TS_TEXT("blocking-call", "Between two calls"), 600,
                    kLiveMs.between(10, 10000)};
    Integer tickMs{this, "tick_ms", TS_TEXT("blocking-call", "A tick every"), 50, kLiveMs.between(1, 1000)};
    Boolean offload{
        this, "offload", TS_TEXT("blocking-call", "On a pool's worker"), false,
        kRules.about(TS_TEXT("blocking-call", "The loop hands the call to a thread, and awaits it."))};
    Real seconds{this, "seconds", TS_TEXT("blocking-call", "Time"), 3, kRun.between(0, 3600).in("s")};

    static constexpr const char* kTasks = TS_NAME("name", "Tasks");
    Group mainThread{this, Group::Main{}};
    Group mainTask{this, TS_TEXT("blocking-call", "Tasks"), TS_NAME("name", "main"), 1, kSingle};
    Group caller{this, TS_TEXT("blocking-call", "Tasks"), TS_NAME("name", "Caller"), 1,
                 kSingle.counting(TS_TEXT("blocking-call", "calls"))};
    Group tickers{this, TS_TEXT("blocking-call", "Tasks"), TS_NAME("name", "Ticker"), tasks,
                  kSpaced.counting(TS_TEXT("blocking-call", "ticks"))};
    Group poolWorker{this, TS_TEXT("blocking-call", "Pool"), TS_NAME("name", "Worker"), 1};

    Elapsed longest{this, "longest_stall_ms", TS_TEXT("blocking-call", "Longest stall"),
                    in("ms", Evidence::longestStall)};
    Known<std::string> longestBy{this, "stalled_by", TS_TEXT("blocking-call", "Caused by")};
    Count ticks{this, "ticks", TS_TEXT("blocking-call", "Ticks"), addsUp()};
    Count missed{this, "ticks_missed", TS_TEXT("blocking-call", "Ticks missed"), addsUp()};
    Count calls{this, "calls", TS_TEXT("blocking-call", "Blocking calls"), addsUp()};
};

} // namespace

THREADSCAPE_MAKES(BlockingCall)

} // namespace threadscape
