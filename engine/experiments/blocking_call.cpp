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
        const AtEnd ended([&] { note(loop); });
        const Lab::Follower follow(lab, [&] { late.setPeriod(lab.nsOf(tickMs)); });
        loop.run(mainTask.name(), main(lab, loop, pool ? &*pool : nullptr), kTasks);
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("the tasks go on until they are ended", outcome != Outcome::finished);
        };
        if (found[calls] == 0)
            return told(outcome == Outcome::running
                            ? TS_TEXT("blocking-call", "Nothing was called yet.")
                            : TS_TEXT("blocking-call", "Ended before the first call."))
                .claiming("no call kept the loop",
                          blocks.summary().count == 0 || outcome == Outcome::running);
        if (found[longest] < kStallMs)
            return told(Text(offload ? TS_TEXT("blocking-call",
                                               "Nothing: a worker waits for it, and the loop goes on "
                                               "with the others. No task kept the loop longer than %1.")
                                     : TS_TEXT("blocking-call", "Nothing that anybody notices: no task kept "
                                                                "the loop longer than %1."),
                             found(longest)))
                .claiming("none did", found[longest] < kStallMs);
        const auto stalled = [&](Text&& sentence) {
            return told(std::move(sentence)).claiming("it did", found[longest] >= kStallMs);
        };
        if (offload || found[longestBy].value() != caller.name())
            return stalled(
                       Text(TS_PLURAL("blocking-call", "It was not the call that kept the loop longest, but "
                                                       "%1, for %2; %n ticks were missed."),
                            found[longestBy].name(), found(longest))
                           .count(found[missed]))
                .claiming("some task did", found.know(longestBy));
        if (found[missed] == 0)
            return stalled(
                       Text(TS_TEXT("blocking-call", "Everything: while %1 kept the loop, for up to %2, none "
                                                     "of the others went on."),
                            found[longestBy].name(), found(longest)))
                .claiming("no tick was missed", found[missed] == 0);
        return stalled(Text(TS_PLURAL("blocking-call",
                                      "Everything: while %1 kept the loop, for up to %2, none of "
                                      "the others went on. %n ticks were missed."),
                            found[longestBy].name(), found(longest))
                           .count(found[missed]))
            .claiming("ticks were missed", found[missed] > 0)
            .claiming("it was the call", !offload && found[calls] > 0);
    }

private:
    /// How long one task kept the loop.
    struct Stall {
        std::int64_t ns = 0;
        std::string by;
    };
    static constexpr double kStallMs = 1e-6 * EventLoop::kStallNs;

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
                const Durations::Scope onTheLoop(blocks);
                lab.pause(blockMs);
            }
        }
    }

    Task<> tick(Lab& lab, EventLoop& loop)
    {
        for (;;) {
            {
                const MissedTicks::Interval waiting(late);
                co_await lab.pause(loop, tickMs);
            }
            ticks.add();
            Lab::countNumber();
            note(loop);
        }
    }

    void note(const EventLoop& loop)
    {
        const std::int64_t ns = loop.longestRunNs();
        if (const auto before = noted.value(); !before || ns > before->ns)
            noted.set({ns, loop.longestRunner()});
    }

    /// The longest so far, of which one may still go on.
    Stall findLongest() const
    {
        const auto call = static_cast<std::int64_t>(1e6 * blocks.summary().maxMs);
        const Stall ended = noted.value().value_or(Stall());
        return call >= ended.ns && call > 0 ? Stall{call, caller.name()} : ended;
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

    Durations blocks;            // calls on the loop's own thread
    PublishedValue<Stall> noted; // the longest that has ended
    MissedTicks late;
    Basis<Stall> stall{this, [this] { return findLongest(); }};
    Measured longest{this, "longest_stall_ms", TS_TEXT("blocking-call", "Longest stall"),
                     [this] { return inMs(stall->ns); }, in("ms", Evidence::longestStall)};
    Derived<std::string> longestBy{this, "stalled_by", TS_TEXT("blocking-call", "Caused by"), [this] {
                                       return stall->by.empty() ? std::nullopt : std::optional(stall->by);
                                   }};
    Count ticks{this, "ticks", TS_TEXT("blocking-call", "Ticks"), addsUp()};
    Whole missed{this, "ticks_missed", TS_TEXT("blocking-call", "Ticks missed"),
                 [this] { return late.count(); }, addsUp()};
    Count calls{this, "calls", TS_TEXT("blocking-call", "Blocking calls"), addsUp()};
};

} // namespace

THREADSCAPE_MAKES(BlockingCall)

} // namespace threadscape
