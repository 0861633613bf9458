#include "lab/threads.h"

namespace threadscape {

namespace {

/// Philosophers around a table, a fork between any two: each needs both to eat.
class Philosophers final : public Experiment {
public:
    Philosophers()
        : Experiment({"philosophers", TS_TEXT("topic", "Races and locks"),
                      TS_TEXT("philosophers", "Dining philosophers")})
    {
        // They reach for so long that all have one fork before any has two, also on a busy machine.
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), thinkMs = 100, reachMs = 200,
                                      eatMs = 100, seconds = 3);
        preset("in-order", TS_TEXT("preset", "Always in order"), strategy = "ordered", lecture);
        preset("waiter", TS_TEXT("preset", "With a waiter"), strategy = "waiter", lecture);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(5), graphPlot(5), waitingPlot(2)});
    }

    Text question() const override
    {
        return Text(TS_PLURAL("philosophers", "Can %n polite philosophers starve together?")).count(seats);
    }

    void run(Lab& lab) override
    {
        auto forks = numbered<Lock>(lab, TS_NAME("name", "Fork"), seats);
        Semaphore waiter(lab, TS_NAME("name", "Waiter"), seats - 1);
        Barrier seated(lab, TS_NAME("name", "Start"), static_cast<std::size_t>(seats + 1));
        const OperationName eating = lab.operation(TS_NAME("name", "eat"));

        Threads philosophers(lab, philosopherLanes, [&](std::int64_t number) {
            Counter& mine = perSeat.add();
            Lock& left = forks[static_cast<std::size_t>(number - 1)];
            Lock& right = forks[static_cast<std::size_t>(number % seats)];
            const bool rightFirst = strategy.is("ordered") && right.object() < left.object();
            Lab::showNumber(0);
            seated.wait();
            for (;;) {
                lab.pause(thinkMs);
                std::unique_lock permitted(waiter, std::defer_lock);
                if (strategy.is("waiter"))
                    permitted.lock();
                const std::scoped_lock first(rightFirst ? right : left);
                lab.pause(reachMs);
                const std::scoped_lock second(rightFirst ? left : right);
                const Operation box(eating);
                lab.pause(eatMs);
                Lab::countNumber(mine);
            }
        });
        seated.wait();
        philosophers.join();
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (found[deadlocked])
            return Answer(found[meals] == 0
                              ? Text(TS_PLURAL("philosophers",
                                               "Yes, before anybody has eaten: each of the %n holds "
                                               "one fork and waits for the neighbour's, for ever."))
                                    .count(seats)
                              : Text(TS_PLURAL("philosophers",
                                               "Yes, after %n meals: each of the %1 holds one fork and "
                                               "waits for the neighbour's, for ever."),
                                     seats)
                                    .count(found[meals]))
                .claiming("left first: else it cannot happen", strategy.is("naive"))
                .claiming("all of them wait", circleOf(deadlock()) == seats);
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("no circle was found", outcome != Outcome::deadlocked);
        };
        if (found[meals] == 0)
            return told(outcome == Outcome::running
                            ? TS_TEXT("philosophers", "So far nobody has eaten.")
                            : TS_TEXT("philosophers", "Ended before anybody had eaten."))
                .claiming("all are hungry", found[mealsMax] == 0);
        if (outcome == Outcome::running)
            return told(Text(TS_PLURAL("philosophers", "So far: %n meals.")).count(found[meals]))
                .claiming("somebody has eaten", found[mealsMax] > 0);
        if (strategy.is("naive"))
            return told(Text(TS_PLURAL("philosophers", "Not this time, %n meals: but nothing kept them from "
                                                       "taking a fork each."))
                            .count(found[meals]))
                .claiming("somebody has eaten", found[mealsMax] > 0);
        return answerToFairness(found);
    }

private:
    /// The number of those who wait in a circle.
    static std::int64_t circleOf(const std::optional<Blocked>& blocked)
    {
        return blocked ? std::ssize(blocked->links) : 0;
    }

    /// Where they cannot starve together.
    Answer answerToFairness(const Findings& found) const
    {
        const bool isOrdered = strategy.is("ordered");
        if (found[hungry] > 0)
            return Answer(
                       Text(isOrdered
                                ? TS_PLURAL("philosophers",
                                            "Not together, since forks are taken by their numbers: but in "
                                            "this time %n of them ate nothing, and the luckiest ate %1×.")
                                : TS_PLURAL("philosophers",
                                            "Not together, since the waiter lets all but one reach: but in "
                                            "this time %n of them ate nothing, and the luckiest ate %1×."),
                            found(mealsMax))
                           .count(found[hungry]))
                .claiming("some ate nothing", found[mealsMin] == 0)
                .claiming("others did", found[hungry] < seats && found[mealsMax] > 0);
        return Answer(Text(isOrdered
                               ? TS_PLURAL("philosophers", "No: each ate %1 to %2 times. Forks are taken by "
                                                           "their numbers, so nobody can wait in a circle.")
                               : TS_PLURAL("philosophers",
                                           "No: each ate %1 to %2 times. The waiter lets all but "
                                           "one reach, so somebody always gets both forks."),
                           found(mealsMin), found(mealsMax))
                          .count(found[mealsMax]))
            .claiming("each ate", found[mealsMin] > 0)
            .claiming("as often as that",
                      found[mealsMin] * seats <= found[meals] && found[meals] <= found[mealsMax] * seats);
    }

    Integer seats{this, "seats", TS_TEXT("philosophers", "Philosophers"), 5, kWho.between(2, 32)};
    OneOf<"naive", "ordered", "waiter"> strategy{
        this, "strategy", TS_TEXT("philosophers", "Forks are taken"),
        words(TS_TEXT("philosophers", "left first"), TS_TEXT("philosophers", "in order"),
              TS_TEXT("philosophers", "with a waiter")),
        kRules.about(TS_TEXT("philosophers", "In order: the lower number first. A waiter lets all "
                                             "but one philosopher reach at a time."))};
    Integer thinkMs{this, "think_ms", TS_TEXT("philosophers", "Think"), 5, kLiveMs.between(0, 1000)};
    Integer reachMs{this, "reach_ms", TS_TEXT("philosophers", "Reach for the second fork"), 1,
                    kLiveMs.between(0, 1000)};
    Integer eatMs{this, "eat_ms", TS_TEXT("philosophers", "Eat"), 5, kLiveMs.between(0, 1000)};
    Real seconds{this, "seconds", TS_TEXT("philosophers", "Time"), 5, kRun.between(0, 3600).in("s")};

    Group philosopherLanes{this, TS_TEXT("philosophers", "Philosophers"), TS_NAME("name", "Philosopher"),
                           seats, kSpaced.counting(TS_TEXT("philosophers", "meals"))};

    PerThreadCounters perSeat;
    Basis<PerThreadCounters::Summary> each{this, [this] { return perSeat.summary(); }};
    Whole meals{this, "meals", TS_TEXT("philosophers", "Meals"), [this] { return each->sum; }, addsUp()};
    Fewest mealsMin{this, "meals_min", TS_TEXT("philosophers", "Fewest meals of one"), each};
    Most mealsMax{this, "meals_max", TS_TEXT("philosophers", "Most meals of one"), each};
    Whole hungry{this, "hungry", TS_TEXT("philosophers", "Philosophers who ate nothing"),
                 [this] { return seats - each->count + (each->min == 0 ? each->atMin : 0); },
                 Evidence::leastNumber};
    Derived<bool> deadlocked{this, "deadlocked", TS_TEXT("philosophers", "Deadlocked"),
                             [this] { return deadlock().has_value(); }};
};

} // namespace

THREADSCAPE_MAKES(Philosophers)

} // namespace threadscape
