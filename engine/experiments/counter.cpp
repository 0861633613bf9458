#include "lab/threads.h"

namespace threadscape {

namespace {

/// Threads that add 1 to the same variable, all starting together, round after round.
class CounterExperiment final : public Experiment {
public:
    CounterExperiment()
        : Experiment({"counter", TS_TEXT("topic", "Races and locks"), TS_TEXT("counter", "Counter")})
    {
        preset("lecture", TS_TEXT("preset", "Lecture"), untilLost = 1);
        preset("with-a-lock", TS_TEXT("preset", "With a lock"), rounds = 20, protection = "lock");
        preset("atomic", TS_TEXT("preset", "Atomic"), rounds = 20, protection = "atomic");
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

        // Not the subject of the picture, but it ends the threads.
        Shared<std::int64_t> over(lab, Shared<std::int64_t>::Silent{}, TS_NAME("name", "Over"), 0);

        const auto increment = [&](bool yields) {
            const std::int64_t before = count.read();
            if (yields)
                Lab::yield();
            count.write(before + 1);
        };
        const auto add = [&] {
            const std::int64_t most = 2 * UntilLost::incrementsByYield(increments) - 1;
            for (std::int64_t done = 0; done < increments;) {
                checkpoint();
                const std::int64_t until = std::min<std::int64_t>(done + lab.random(1, most), increments);
                // In the middle of an increment, or between two: else each thread would go on from its own number, always.
                const bool inTheMiddle = lab.random(0, 1) == 1;
                if (protection.is("lock"))
                    for (; done < until; ++done) {
                        const std::scoped_lock held(lock);
                        increment(inTheMiddle && done + 1 == until);
                    }
                else if (protection.is("atomic"))
                    for (; done < until; ++done)
                        count.fetchAdd(1);
                else
                    for (; done < until; ++done)
                        increment(inTheMiddle && done + 1 == until);
                if (!inTheMiddle)
                    Lab::yield();
            }
        };
        Threads all(lab, adders, [&] {
            for (start.wait(); over.read() == 0; start.wait()) {
                add();
                end.wait();
            }
        });
        for (std::int64_t done = 0, missing = 0; !ending.over(done, missing); ++done) {
            count.write(0);
            start.wait();
            end.wait();
            const std::int64_t sum = count.read();
            tally.add(threads * increments, sum);
            missing += threads * increments - sum;
        }
        over.write(1);
        start.wait();
        all.join();
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const bool ended = outcome != Outcome::running;
        const auto done = found[roundsDone];
        if (!ended && done == 0)
            return TS_TEXT("counter", "The first round is being counted.");
        if (!ended && ending.wanted())
            return Text(TS_PLURAL("counter", "So far: %n rounds, %1 of %2 increments were lost."),
                        found[lost], found[expected])
                .count(done);
        if (!ended)
            return Text(TS_TEXT("counter", "So far: %1 of %2 rounds, %3 with a loss."), done, rounds,
                        found[roundsWrong]);
        if (done == 0)
            return Answer(TS_TEXT("counter", "Ended before the first round was counted."))
                .claiming("no round was counted", found[expected] == 0)
                .claiming("it was ended", outcome != Outcome::finished);
        return (found[lost] > 0 ? loss(found) : noLoss(found))
            .claiming("what is lost is what is missing", found[lost] == found[expected] - found[counted])
            .claiming("the rounds are equal", found[expected] == done * threads * increments)
            .claiming("not all rounds were done only where something ended them",
                      done == ending.mostRounds() || ending.reached(found[lost]) ||
                          outcome != Outcome::finished);
    }

private:
    // A thread read the number, others counted on, and its own sum then overwrote theirs: its only way to lose some.
    Answer loss(const Findings& found) const
    {
        const auto done = found[roundsDone];
        const auto sentence = [&] {
            if (done == 1)
                return Text(TS_TEXT("counter", "No: %1 of %2 increments were lost. A thread read the number, "
                                               "others added to it, and its own sum then overwrote theirs."),
                            found[lost], found[expected]);
            if (ending.reached(found[lost]))
                return Text(TS_PLURAL(
                                "counter",
                                "No: it took %n rounds until %1 of %2 increments were lost. A thread read "
                                "the number, others added to it, and its own sum then overwrote theirs."),
                            found[lost], found[expected])
                    .count(done);
            return Text(TS_PLURAL("counter",
                                  "No: %1 of %2 increments were lost, in %3 of %n rounds. A thread read the "
                                  "number, others added to it, and its own sum then overwrote theirs."),
                        found[lost], found[expected], found[roundsWrong])
                .count(done);
        };
        return Answer(sentence())
            .claiming("some round went wrong", found[roundsWrong] > 0 && found[roundsWrong] <= done)
            .claiming("nothing protected the number", protection.is("none"))
            .claiming("there were others", threads > 1);
    }

    Answer noLoss(const Findings& found) const
    {
        const auto sentence = [&](Template form) {
            return Answer(Text(form).count(found[roundsDone]))
                .claiming("no round went wrong", found[roundsWrong] == 0)
                .claiming("all were counted", found[counted] == found[expected]);
        };
        if (threads == 1)
            return sentence(TS_TEXT("counter", "Yes, but it shows nothing: a single thread has nobody to "
                                               "overwrite its sums."));
        if (protection.is("lock"))
            return sentence(TS_PLURAL("counter",
                                      "Yes, in all of %n rounds: the lock lets one thread at a time "
                                      "read and write."));
        if (protection.is("atomic"))
            return sentence(TS_PLURAL("counter", "Yes, in all of %n rounds: each increment is one step that "
                                                 "nobody interrupts."));
        return sentence(TS_PLURAL("counter",
                                  "This time yes, in all of %n rounds, but only by luck: the threads "
                                  "happened not to collide."))
            .claiming("nothing protected the number", protection.is("none"))
            .claiming("they could have collided", threads > 1);
    }

    Integer threads{this, "threads", TS_TEXT("counter", "Threads"), 4, kWho.between(1, 64)};
    Integer increments{this, "increments", TS_TEXT("counter", "Increments of each"), 100000,
                       kWho.between(1, 10000000)};
    Integer rounds{
        this, "rounds", TS_TEXT("counter", "Rounds"), 1,
        kRun.between(1, 1000).about(TS_TEXT("counter", "So many times from zero, all threads at once."))};
    Integer untilLost{
        this, "until_lost", TS_TEXT("counter", "Until so many are lost"), 0,
        kRun.between(0, 1000000)
            .about(TS_TEXT("counter", "0: it does not matter. Else the rounds end when so many "
                                      "are lost; a single round is repeated up to 100 times."))};
    OneOf<"none", "lock", "atomic"> protection{
        this, "protection", TS_TEXT("counter", "Protection"),
        words(TS_TEXT("counter", "none"), TS_TEXT("counter", "lock"), TS_TEXT("counter", "atomic")),
        kRules.about(TS_TEXT("counter",
                             "None: read, add one, write, as three steps. Atomic: as one step. One in 1,000 "
                             "increments yields the core, half of them between reading and writing."))};
    const UntilLost ending{rounds, untilLost};

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
