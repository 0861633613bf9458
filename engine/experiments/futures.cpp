#include "lab/threads.h"

#include <functional>
#include <stdexcept>

namespace threadscape {

namespace {

/// All outcomes of a task: it is done, fails, or is cancelled before it begins.
class Futures final : public Experiment {
public:
    Futures()
        : Experiment({"futures", TS_TEXT("topic", "Futures and pools"), TS_TEXT("futures", "Futures"),
                      TS_TEXT("futures", "What can become of a task?")})
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), taskMs = 500);
        preset("all-at-once", TS_TEXT("preset", "A worker for each"), lecture, workers = 12);
        preset("one-worker", TS_TEXT("preset", "One worker"), taskMs = 200, workers = 1);
        preset("not-waiting", TS_TEXT("preset", "Shutdown without waiting"), lecture, shutdownWait = false);
        preset("a-thousand", TS_TEXT("preset", "A thousand tasks"), taskMs = 5, tasks = 1000, fail = 50,
               cancel = 100);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(7), valuesPlot(kEnded, 2)});
        line(TS_TEXT("futures", "all tasks"), tasks);
        rule([this] { return fail + cancel <= tasks; },
             TS_TEXT("futures", "fail is %1 and cancel %2, together more than the %3 tasks: lower one of "
                                "them, or raise tasks."),
             fail, cancel, tasks);
    }

    double plannedSeconds() const override
    {
        const std::int64_t run = tasks - cancel;
        const std::int64_t rounds = (run + workers - 1) / workers;
        return run > 0 ? secondsOfPauses(taskMs) * (static_cast<double>(rounds) + spread) : 0;
    }

    void run(Lab& lab) override
    {
        // A third of the successful ones: squares, whose results come in the order of their inputs.
        const std::int64_t mapped = (tasks - fail - cancel) / 3;
        const std::int64_t single = tasks - cancel - mapped;
        Shared<std::int64_t> ended(lab, kEnded, 0);
        Queue<std::int64_t> begun(lab, TS_NAME("name", "Begun"));
        ThreadPool pool(lab, workerLanes, workers);

        // The duration of a task. It is evaluated again when the setting changes: a begun task ends sooner or later.
        const auto taking = [&] {
            const double chance = static_cast<double>(lab.random(-1000, 1000)) * 1e-3;
            return std::function([this, &lab, chance] { lab.pause(taskMs, 1 + spread * chance); });
        };
        // The failing ones are spread evenly among those submitted one by one.
        const auto toFail = [&](std::int64_t upTo) { return (upTo * fail + single / 2) / single; };
        const auto watch = [&](Task& task) {
            task.whenDone([&](TaskState state) {
                doneNow.add(state == TaskState::done ? 1 : 0);
                callbacks.add();
            });
        };
        const auto submit = [&](std::vector<Task>& to, std::function<std::int64_t()> work) {
            submitMost.measureLongest([&] { to.push_back(pool.submit(std::move(work))); });
            watch(to.back());
        };
        std::vector<Task> singles;
        for (std::int64_t number = 1; number <= single; ++number)
            submit(singles,
                   [this, &begun, take = taking(), fails = toFail(number) > toFail(number - 1), number] {
                       if (number == 1)
                           begun.put(number);
                       take();
                       if (fails) {
                           failedNow.add(); // here, since a task that the run's stop cuts off does not fail
                           throw std::runtime_error("task " + std::to_string(number) + " failed");
                       }
                       return number;
                   });

        std::vector<std::pair<std::int64_t, std::function<void()>>> inputs;
        for (std::int64_t number = 1; number <= mapped; ++number)
            inputs.emplace_back(number, taking());
        auto mappedTasks = pool.map(
            [](const auto& input) {
                input.second();
                return input.first * input.first;
            },
            inputs, lab.task(TS_NAME("name", "square")));
        for (Task& square : mappedTasks.futures())
            watch(square);
        std::vector<Task> toCancel;
        {
            // However many workers are idle: none may begin one until these are cancelled. It takes some us.
            const ThreadPool::Held held(pool);
            for (std::int64_t i = 0; i < cancel; ++i)
                submit(toCancel, [take = taking()] {
                    take();
                    return std::int64_t{0};
                });
            for (Task& task : toCancel)
                cancelledNow.add(task.cancel() ? 1 : 0);
        }
        if (single > 0) {
            begun.get(); // the first one runs, or has ended
            refusedCancels.add(singles.front().cancel() ? 0 : 1);
        }

        std::vector<Task*> all;
        Completions ends;
        for (std::vector<Task>* some : {&singles, &mappedTasks.futures(), &toCancel})
            for (Task& task : *some) {
                all.push_back(&task);
                ends.add(task);
            }
        Threads collector(lab, callerLanes, [&] { collect(lab, ends, all, ended); });

        shutdownTime.measure([&] { pool.shutdown({.wait = shutdownWait}); });
        stillQueued.set(std::ranges::count(all, TaskState::pending, &Task::state));
        try {
            pool.submit([] {});
        } catch (const Misuse&) {
            refusedAfterShutdown.set();
        }
        collector.join();
        for (const std::int64_t square : mappedTasks.results())
            mapResults.add(square);
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (outcome == Outcome::finished)
            return answerToAll(found);
        return Answer(Text(outcome == Outcome::running
                               ? TS_TEXT("futures", "So far %1 done, %2 failed and %3 cancelled, of %4.")
                               : TS_TEXT("futures", "%1 done, %2 failed and %3 cancelled; %4 had not ended."),
                           found(done), found(failed), found(cancelled))
                          .arg(outcome == Outcome::running ? tasks.value() : found[unfinished].value()))
            .claiming("each has one outcome",
                      found[done] + found[failed] + found[cancelled] + found[unfinished] == tasks)
            .claiming("none has another than planned", found[failed] <= fail && found[cancelled] <= cancel &&
                                                           found[done] <= tasks - fail - cancel);
    }

private:
    using Task = Future<std::int64_t>;

    /// Each task has ended.
    Answer answerToAll(const Findings& found) const
    {
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("each has ended as planned", found[done] == tasks - fail - cancel &&
                                                           found[failed] == fail &&
                                                           found[cancelled] == cancel)
                .claiming("none is left", found[unfinished] == 0);
        };
        const auto counted = [&](Template form) {
            return Text(form, found(done), found(failed), found(cancelled));
        };
        if (stillQueued > 0)
            return told(counted(TS_TEXT("futures", "%1 done, %2 failed, %3 cancelled: the shutdown returned "
                                                   "after %4, and what was queued ran all the same."))
                            .arg(found[shutdownTime]))
                .claiming("the shutdown did not wait", !shutdownWait);
        if (found[failed] > 0 && found[cancelled] > 0 && found[refusedCancels] > 0)
            return told(counted(TS_TEXT("futures",
                                        "%1 done, %2 failed, %3 cancelled: an exception waits for whoever "
                                        "asks for the result, and only what has not begun can be "
                                        "cancelled.")))
                .claiming("there are both", fail > 0 && cancel > 0);
        if (found[failed] > 0)
            return told(Text(TS_TEXT("futures", "%1 done, %2 failed: an exception waits for whoever asks for "
                                                "the result."),
                             found(done), found(failed)))
                .claiming("there are only such", fail > 0 && cancel == 0);
        if (found[cancelled] == tasks)
            return told(Text(TS_PLURAL("futures", "All %n were cancelled before they began."))
                            .count(found[cancelled]))
                .claiming("there are no others", found[done] == 0);
        if (found[cancelled] > 0)
            return told(Text(TS_TEXT("futures", "%1 done, %2 cancelled: only what has not begun can be "
                                                "cancelled."),
                             found(done), found(cancelled)))
                .claiming("a task that had begun was not", found[refusedCancels] > 0);
        return told(Text(TS_PLURAL("futures", "All %n are done: none failed, and none was cancelled."))
                        .count(found[done]))
            .claiming("there are no others", found[done] == tasks);
    }

    /// At one moment.
    struct Ends {
        std::int64_t done = 0;
        std::int64_t failed = 0;
        std::int64_t cancelled = 0;
    };

    /// Receives the tasks as they end, and gets each result: exceptions of tasks are rethrown here.
    void collect(Lab& lab, Completions& ends, const std::vector<Task*>& all, Shared<std::int64_t>& ended)
    {
        const OperationName result = lab.operation(TS_NAME("name", "result of task"));
        const OperationName exception = lab.operation(TS_NAME("name", "exception of task"));
        const OperationName none = lab.operation(TS_NAME("name", "cancelled: task"));
        while (ends.left() > 0) {
            const std::size_t index = ends.next();
            const NoStop whole; // the counts and the order belong together
            OperationName heard = result;
            try {
                all[index]->get();
            } catch (const Cancelled&) {
                heard = none;
            } catch (const std::runtime_error&) {
                heard = exception;
            }
            const Operation box(heard);
            completionOrder.add(static_cast<std::int64_t>(index) + 1);
            ended.fetchAdd(1);
            Lab::countNumber();
        }
    }

    Integer workers{this, "workers", TS_TEXT("futures", "Workers"), 4,
                    kWho.between(1, 32).about(TS_TEXT("futures", "Threads of the pool."))};
    Integer tasks{this, "tasks", TS_TEXT("futures", "Tasks"), 12,
                  kWho.between(1, 1000).about(TS_TEXT("futures", "Submitted one after the other."))};
    Integer taskMs{this, "task_ms", TS_TEXT("futures", "Task"), 200,
                   kLiveMs.between(0, 10000).about(TS_TEXT("futures", "How long a task takes, on average."))};
    Real spread{this, "spread", TS_TEXT("futures", "Spread"), 0.5,
                kHowLong.between(0, 1).about(
                    TS_TEXT("futures", "0: all take equally long; 1: from nothing to twice as long."))};
    Integer fail{this, "fail", TS_TEXT("futures", "That fail"), 1,
                 kRules.between(0, 1000).about(TS_TEXT("futures", "So many tasks end by an exception."))};
    Integer cancel{this, "cancel", TS_TEXT("futures", "To cancel"), 2,
                   kRules.between(0, 1000).about(
                       TS_TEXT("futures", "So many of the last tasks are cancelled before they begin."))};
    Boolean shutdownWait{
        this, "shutdown_wait", TS_TEXT("futures", "Shutdown waits"), true,
        kRules.about(
            TS_TEXT("futures", "The one who shuts the pool down waits until its tasks have ended."))};

    static constexpr Variable kEnded{TS_NAME("name", "Ended"), TS_NAME("name", "tasks"),
                                     TS_TEXT("futures", "Ended")};
    Group callerLanes{this, TS_TEXT("futures", "Callers"), TS_NAME("name", "Collector"), 1,
                      kSpaced.counting(TS_TEXT("futures", "tasks heard of"))};
    Group workerLanes{this, TS_TEXT("futures", "Workers"), TS_NAME("name", "Worker"), workers};

    Counter doneNow;
    Counter failedNow;
    Counter cancelledNow;
    Counter stillQueued; // when the shutdown had returned
    Basis<Ends> counts{this, [this] { return Ends{doneNow, failedNow, cancelledNow}; }};
    Whole done{this, "done", TS_TEXT("futures", "Done"), [this] { return counts->done; }, addsUp()};
    Whole failed{this, "failed", TS_TEXT("futures", "Failed"), [this] { return counts->failed; }, addsUp()};
    Whole cancelled{this, "cancelled", TS_TEXT("futures", "Cancelled"), [this] { return counts->cancelled; },
                    addsUp()};
    Whole unfinished{this, "unfinished", TS_TEXT("futures", "Not ended"),
                     [this] { return tasks - counts->done - counts->failed - counts->cancelled; }};
    Series completionOrder{this, "completion_order", TS_TEXT("futures", "In the order of their ends")};
    Count callbacks{this, "callbacks", TS_TEXT("futures", "Callbacks"), addsUp()};
    Series mapResults{this, "map_results", TS_TEXT("futures", "Squares, in the order of the inputs")};
    Count refusedCancels{this, "refused_cancels", TS_TEXT("futures", "Cancels refused: it ran already")};
    Elapsed submitMost{this, "submit_max_us", TS_TEXT("futures", "Longest submit"), "us"};
    Elapsed shutdownTime{this, "shutdown_ms", TS_TEXT("futures", "Shutdown took"), "ms"};
    Flag refusedAfterShutdown{this, "refused_after_shutdown", TS_TEXT("futures", "Refused after shutdown")};
};

} // namespace

THREADSCAPE_MAKES(Futures)

} // namespace threadscape
