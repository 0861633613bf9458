#include "lab/threads.h"

namespace threadscape {

namespace {

/// Threads that add 1 to the same variable, all starting together, round after round.
class CounterExperiment final : public Experiment {
public:
    CounterExperiment()
        : Experiment({"counter", TS_TEXT("topic", "Races and locks"), TS_TEXT("counter", "Counter")})
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), rounds = 20);
        preset("with-a-lock", TS_TEXT("preset", "With a lock"), lecture, protection = "lock");
        preset("atomic", TS_TEXT("preset", "Atomic"), lecture, protection = "atomic");
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({barsPlot(TS_TEXT("counter", "Counted"))});
    }

    Text question() const override
    {
        return Text(TS_TEXT("counter", "Is %1 × %2 always %3?"), threads, increments, threads * increments);
    }

    void run(Lab& lab) override
    {
        Lock lock(lab, TS_NAME("name", "Counter"));
        Shared<std::int64_t> count(lab, Shared<std::int64_t>::Silent{}, TS_NAME("name", "Count"), 0);
        Barrier start(lab, TS_NAME("name", "Start"), static_cast<std::size_t>(threads + 1));
        Barrier end(lab, TS_NAME("name", "End of the round"), static_cast<std::size_t>(threads + 1));

        const auto add = [&] {
            // Between two checkpoints: long enough to be cheap, short enough to stop at once.
            constexpr std::int64_t kBlock = 1000;
            for (std::int64_t done = 0; done < increments;) {
                checkpoint();
                const std::int64_t until = std::min<std::int64_t>(done + kBlock, increments);
                if (protection.is("lock"))
                    for (; done < until; ++done) {
                        const std::scoped_lock held(lock);
                        count.write(count.read() + 1);
                    }
                else if (protection.is("atomic"))
                    for (; done < until; ++done)
                        count.fetchAdd(1);
                else
                    for (; done < until; ++done)
                        count.write(count.read() + 1);
            }
        };
        Threads all(lab, adders, [&] {
            for (std::int64_t round = 0; round < rounds; ++round) {
                start.wait();
                add();
                end.wait();
            }
        });
        for (std::int64_t round = 0; round < rounds; ++round) {
            count.write(0);
            start.wait();
            end.wait();
            tally.add(threads * increments, count.read());
        }
        all.join();
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (outcome == Outcome::running)
            return Text(TS_TEXT("counter", "So far: %1 of %2 rounds, %3 with a loss."), found[roundsDone],
                        rounds, found[roundsWrong]);
        if (found[roundsDone] == 0)
            return TS_TEXT("counter", "Ended before the first round was counted.");
        if (found[roundsWrong] > 0)
            return Text(TS_TEXT("counter",
                                "No: %1 of %2 increments were lost. Two threads read the same number, and "
                                "one of the two sums was overwritten; it went wrong in %3 of %4 rounds."),
                        found[lost], found[expected], found[roundsWrong], found[roundsDone]);
        const Template why =
            protection.is("lock")
                ? TS_PLURAL("counter",
                            "Yes, in all of %n rounds: the lock lets one thread at a time read and write.")
            : protection.is("atomic")
                ? TS_PLURAL("counter",
                            "Yes, in all of %n rounds: each increment is one step that nobody interrupts.")
                : TS_PLURAL("counter",
                            "This time, in all of %n rounds: but only luck kept the threads apart.");
        return Text(why).count(found[roundsDone]);
    }

private:
    Integer threads{this, "threads", TS_TEXT("counter", "Threads"), 4, kWho.between(1, 64)};
    Integer increments{this, "increments", TS_TEXT("counter", "Increments of each"), 100000,
                       kWho.between(1, 10000000)};
    Integer rounds{
        this, "rounds", TS_TEXT("counter", "Rounds"), 1,
        kRun.between(1, 1000).about(TS_TEXT("counter", "So many times from zero, all threads at once."))};
    OneOf<"none", "lock", "atomic"> protection{
        this, "protection", TS_TEXT("counter", "Protection"),
        words(TS_TEXT("counter", "none"), TS_TEXT("counter", "lock"), TS_TEXT("counter", "atomic")),
        kRules.about(TS_TEXT("counter", "None: read, add one, write, as three steps. Atomic: as one step."))};

    Group adders{this, TS_TEXT("counter", "Threads"), TS_NAME("name", "Thread"), threads, kHyphened};

    Tally tally;
    Basis<Tally::Totals> sums{this, [this] { return tally.totals(); }};
    Whole expected{this, "expected", TS_TEXT("counter", "Expected"), [this] { return sums->expected; }};
    Whole counted{this, "counted", TS_TEXT("counter", "Counted"), [this] { return sums->counted; }};
    Whole lost{this, "lost", TS_TEXT("counter", "Lost"), [this] { return sums->expected - sums->counted; }};
    Whole roundsWrong{this, "rounds_wrong", TS_TEXT("counter", "Rounds with a loss"),
                      [this] { return sums->wrong; }};
    Whole roundsDone{this, "rounds", TS_TEXT("counter", "Rounds"), [this] { return sums->rounds; }};
    Words lostByRound{this, "lost_by_round", TS_TEXT("counter", "Lost in each round"),
                      [this] { return sums->lostByRound; }};
};

} // namespace

THREADSCAPE_MAKES(CounterExperiment)

} // namespace threadscape
