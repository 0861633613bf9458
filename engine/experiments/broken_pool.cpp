#include "lab/processes.h"

namespace threadscape {

namespace {

/// A pool of processes of which one is killed in the middle of a task.
class BrokenPool final : public Experiment {
public:
    BrokenPool()
        : Experiment({"broken-pool", TS_TEXT("topic", "Processes"), TS_TEXT("broken-pool", "Broken pool"),
                      TS_TEXT("broken-pool", "One worker dies: what of the rest?")})
    {
        preset("lecture", TS_TEXT("preset", "Lecture"));
        preset("recover", TS_TEXT("preset", "Recovery"), recover = true);
        preset("nobody-dies", TS_TEXT("preset", "Nobody dies"), killAfterMs = 60000);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot()});
    }

    double plannedSeconds() const override { return inSeconds((tasks + workers - 1) / workers * taskMs); }

    void run(Lab& lab) override
    {
        ProcessPool pool(lab, workerLanes, workers);
        std::vector<std::int64_t> left;
        for (std::int64_t number = 1; number <= tasks; ++number)
            left.push_back(number);
        const Thread killer(lab, TS_NAME("name", "Killer"), [&] { killOne(lab, pool); });
        collect(lab, pool, left);
        if (pool.broken() && recover) {
            pool.restart();
            collect(lab, pool, left);
        }
        pool.shutdown();
        orphans.set(static_cast<std::int64_t>(pool.running()));
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence)).claiming("no more than all are done", found[done] <= tasks);
        };
        if (outcome != Outcome::finished)
            return told(Text(outcome == Outcome::running
                                 ? TS_PLURAL("broken-pool", "So far main has %1 of %n results.")
                                 : TS_PLURAL("broken-pool", "Ended early: main had %1 of %n results."),
                             found(done))
                            .count(tasks));
        if (found[broken] == 0)
            return told(Text(kills == 0
                                 ? TS_PLURAL("broken-pool", "Nobody died in time: all %n tasks are done.")
                                 : TS_PLURAL("broken-pool", "It died too late: all %n tasks were done."))
                            .count(found[done]))
                .claiming("all are done", found[done] == tasks);
        return found[done] == tasks ? answerToRecovery(found) : answerToLoss(found);
    }

private:
    /// The pool was started again.
    Answer answerToRecovery(const Findings& found) const
    {
        return Answer(Text(TS_PLURAL("broken-pool", "The pool broke %1 after the kill, with %n tasks "
                                                    "unfinished; started again, it finished them: all %2 are "
                                                    "done."),
                           found(detectedAfter), found(done))
                          .count(found[broken]))
            .claiming("it was started again", recover)
            .claiming("a worker was killed before", kills > 0 && found.know(detectedAfter))
            .claiming("all are done", found[done] == tasks && found[broken] <= tasks);
    }

    Answer answerToLoss(const Findings& found) const
    {
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence).arg(found(detectedAfter)))
                .claiming("a worker was killed before", kills > 0 && found.know(detectedAfter))
                .claiming("nobody finished the rest", !recover)
                .claiming("each task has ended", found[done] + found[broken] == tasks)
                .claiming("no process is left", found.know(orphans) && found[orphans] == 0);
        };
        if (found[done] == 0)
            return told(
                Text(TS_PLURAL("broken-pool", "It is lost too: all %n tasks ended as broken, %1 after "
                                              "the kill. No process is left, and nobody waits for "
                                              "ever."))
                    .count(found[broken]));
        return told(
            Text(TS_PLURAL("broken-pool", "It is lost too: %1 of %n tasks were done, the other %2 ended "
                                          "as broken, %3 after the kill. No process is left, and "
                                          "nobody waits for ever."),
                 found(done), found(broken))
                .count(tasks));
    }

    /// The first one that is running a task by then, if any.
    void killOne(Lab& lab, ProcessPool& pool)
    {
        lab.sleep([this] { return 1'000'000 * killAfterMs; });
        killedNs.set(lab.elapsedNs());
        for (std::size_t worker = 0; worker < pool.workers(); ++worker)
            if (pool.given(worker) > 0) {
                kills.add();
                return pool.kill(worker);
            }
    }

    /// Submits a task for each of `numbers`, and leaves in it those without a result.
    void collect(Lab& lab, ProcessPool& pool, std::vector<std::int64_t>& numbers)
    {
        const std::int64_t ns = lab.nsOf(taskMs);
        std::map<std::int64_t, std::optional<Future<std::int64_t>>> futures; // by number
        for (const std::int64_t number : std::exchange(numbers, {}))
            whole(lab, [&, &future = futures[number]] { // it may be broken already
                future = pool.submit<std::int64_t>(kSleepingCall, packArguments(number, ns));
                return true;
            });
        for (auto& one : futures) {
            if (one.second && whole(lab, [&] { return one.second->get() == one.first; }))
                done.add();
            else
                numbers.push_back(one.first);
        }
        broken.add(static_cast<std::int64_t>(numbers.size()));
    }

    /// Returns `deed()`; false: the pool is broken, which main notices here.
    template <typename Deed>
    bool whole(Lab& lab, Deed&& deed)
    {
        try {
            return deed();
        } catch (const BrokenProcessPool& why) {
            if (!detectedAfter.value()) {
                detectedAfter.set(inMs(lab.elapsedNs() - killedNs));
                error.set(why.text());
            }
            return false;
        }
    }

    Integer workers{this, "workers", TS_TEXT("broken-pool", "Workers"), 4,
                    kWho.between(1, 16).about(TS_TEXT("broken-pool", "Processes of the pool."))};
    Integer tasks{this, "tasks", TS_TEXT("broken-pool", "Tasks"), 16, kWho.between(1, 1000)};
    Integer taskMs{this, "task_ms", TS_TEXT("broken-pool", "Task"), 200, kHowLong.between(1, 10000).in("ms")};
    Integer killAfterMs{this, "kill_after_ms", TS_TEXT("broken-pool", "Kill after"), 500,
                        kHowLong.between(0, 60000).in("ms")};
    Boolean recover{this, "recover", TS_TEXT("broken-pool", "Start the pool again"), false,
                    kRules.about(TS_TEXT("broken-pool", "And submit again what was not finished."))};

    Group mainThread{this, Group::Main{}};
    Group workerLanes{this, TS_TEXT("broken-pool", "Workers"), TS_NAME("name", "Process"), workers,
                      kHyphened};

    Counter killedNs;
    Counter kills;
    Count done{this, "done", TS_TEXT("broken-pool", "Done")};
    Count broken{this, "broken", TS_TEXT("broken-pool", "Broken")};
    Known<double> detectedAfter{this, "detected_after_ms", TS_TEXT("broken-pool", "Main heard of it after"),
                                "ms"};
    Known<std::int64_t> orphans{this, "orphans", TS_TEXT("broken-pool", "Processes left over")};
    Known<Text> error{this, "error", TS_TEXT("broken-pool", "In words")};
};

// A task. Arguments: its number, and its duration in ns.
Packed sleepingCall(WorkerContext& context, PackedView arguments)
{
    const auto [number, ns] =
        argumentsOf<std::int64_t, std::int64_t>(arguments, "a number and a length of time are needed");
    context.sleepFor(ns);
    return packArguments(number);
}

} // namespace

const RemoteFunction kSleepingCall{"sleep", &sleepingCall};

THREADSCAPE_MAKES(BrokenPool)

} // namespace threadscape
