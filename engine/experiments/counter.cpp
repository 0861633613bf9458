#include "lab/lab.h"

namespace threadscape {

namespace {

/// Threads that add 1 to the same variable, all starting together, round after round.
class CounterExperiment final : public Experiment {
public:
    CounterExperiment()
        : Experiment({.id = "counter",
                      .topic = TS_TEXT("topic", "Races and locks"),
                      .title = TS_TEXT("counter", "Counter")})
    {
    }

    Text question() const override
    {
        return Text(TS_TEXT("counter", "Is %1 × %2 always %3?"))
            .arg(threads.value())
            .arg(increments.value())
            .arg(threads * increments);
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {{"rounds", "20"}}},
            {.name = "with-a-lock",
             .label = TS_TEXT("preset", "With a lock"),
             .settings = {{"rounds", "20"}, {"protection", "lock"}}},
            {.name = "atomic",
             .label = TS_TEXT("preset", "Atomic"),
             .settings = {{"rounds", "20"}, {"protection", "atomic"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {{.kind = PlotSpec::Kind::bars, .share = 1, .title = TS_TEXT("counter", "Counted")}};
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {{TS_TEXT("counter", "Threads"), TS_NAME("name", "Thread"), threads}};
    }

    void run(Lab& lab) override
    {
        Lock lock(lab, TS_NAME("name", "Counter"));
        Shared<std::int64_t> count(lab, Shared<std::int64_t>::Silent{}, TS_NAME("name", "Count"), 0);
        Barrier start(lab, TS_NAME("name", "Start"), static_cast<std::size_t>(threads + 1));
        Barrier end(lab, TS_NAME("name", "End of the round"), static_cast<std::size_t>(threads + 1));

        const auto add = [&] {
            // Between two checkpoints: long enough to cost nothing, short enough to stop at once.
            constexpr std::int64_t kBlock = 1000;
            for (std::int64_t done = 0; done < increments;) {
                checkpoint();
                const std::int64_t until = std::min<std::int64_t>(done + kBlock, increments);
                if (protection.is("lock")) {
                    for (; done < until; ++done) {
                        const std::scoped_lock held(lock);
                        count.write(count.read() + 1);
                    }
                } else if (protection.is("atomic")) {
                    for (; done < until; ++done)
                        count.fetchAdd(1);
                } else {
                    for (; done < until; ++done)
                        count.write(count.read() + 1);
                }
            }
        };
        std::list<Thread> all;
        for (std::int64_t i = 1; i <= threads; ++i)
            all.emplace_back(
                lab, "Thread-" + std::to_string(i),
                [&] {
                    for (std::int64_t round = 0; round < rounds; ++round) {
                        start.wait();
                        add();
                        end.wait();
                    }
                },
                Thread::Options{.group = "Threads"});
        for (std::int64_t round = 0; round < rounds; ++round) {
            count.write(0);
            start.wait();
            end.wait();
            m_counted.add(count.read());
        }
        for (Thread& thread : all)
            thread.join();
    }

    Findings findings() const override
    {
        const std::vector<std::int64_t> counts = m_counted.all();
        const std::int64_t expectedEach = threads * increments;
        std::int64_t counted = 0;
        std::int64_t wrong = 0;
        std::vector<std::string> lostByRound;
        for (const std::int64_t one : counts) {
            counted += one;
            wrong += one != expectedEach ? 1 : 0;
            lostByRound.push_back(std::to_string(expectedEach - one));
        }
        const std::int64_t expected = expectedEach * static_cast<std::int64_t>(counts.size());
        Findings found;
        found.add("expected", TS_TEXT("counter", "Expected"), expected);
        found.add("counted", TS_TEXT("counter", "Counted"), counted);
        found.add("lost", TS_TEXT("counter", "Lost"), expected - counted);
        found.add("rounds_wrong", TS_TEXT("counter", "Rounds with a loss"), wrong);
        found.add("rounds", TS_TEXT("counter", "Rounds"), static_cast<std::int64_t>(counts.size()));
        found.add("lost_by_round", TS_TEXT("counter", "Lost in each round"), lostByRound);
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const std::int64_t done = found.integer("rounds");
        const std::int64_t wrong = found.integer("rounds_wrong");
        if (outcome == Outcome::running)
            return Text(TS_TEXT("counter", "So far: %1 of %2 rounds, %3 with a loss."))
                .arg(done)
                .arg(rounds.value())
                .arg(wrong);
        if (done == 0)
            return TS_TEXT("counter", "Ended before the first round was counted.");
        if (wrong > 0)
            return Text(TS_TEXT("counter",
                                "No: %1 of %2 increments were lost. Two threads read the same number, and "
                                "one of the two sums was overwritten; it went wrong in %3 of %4 rounds."))
                .arg(found.integer("lost"))
                .arg(found.integer("expected"))
                .arg(wrong)
                .arg(done);
        if (protection.is("lock"))
            return Text(TS_PLURAL(
                            "counter",
                            "Yes, in all of %n rounds: the lock lets one thread at a time read and write."))
                .count(done);
        if (protection.is("atomic"))
            return Text(TS_PLURAL(
                            "counter",
                            "Yes, in all of %n rounds: each increment is one step that nobody interrupts."))
                .count(done);
        return Text(TS_PLURAL("counter",
                              "This time, in all of %n rounds: but only luck kept the threads apart."))
            .count(done);
    }

private:
    Integer threads{this, "threads", TS_TEXT("counter", "Threads"), 4, {1, 64}, kWho};
    Integer increments{this,   "increments",  TS_TEXT("counter", "Increments of each"),
                       100000, {1, 10000000}, kWho};
    Integer rounds{
        this, "rounds",  TS_TEXT("counter", "Rounds"),
        1,    {1, 1000}, kRun.about(TS_TEXT("counter", "So many times from zero, all threads at once."))};
    Choice protection{
        this,
        "protection",
        TS_TEXT("counter", "Protection"),
        {{"none", TS_TEXT("counter", "none")},
         {"lock", TS_TEXT("counter", "lock")},
         {"atomic", TS_TEXT("counter", "atomic")}},
        kRules.about(TS_TEXT("counter", "None: read, add one, write, as three steps. Atomic: as one step."))};

    Samples m_counted; // by round
};

} // namespace

std::unique_ptr<Experiment> makeCounterExperiment()
{
    return std::make_unique<CounterExperiment>();
}

} // namespace threadscape
