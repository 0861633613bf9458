#include "lab/lab.h"

namespace threadscape {

namespace {

/// Philosophers round a table, a fork between any two: each needs both to eat.
class Philosophers final : public Experiment {
public:
    Philosophers()
        : Experiment({.id = "philosophers",
                      .topic = TS_TEXT("topic", "Races and locks"),
                      .title = TS_TEXT("philosophers", "Dining philosophers")})
    {
    }

    Text question() const override
    {
        return Text(TS_PLURAL("philosophers", "Can %n polite philosophers starve together?")).count(seats);
    }

    std::vector<Preset> presets() const override
    {
        using List = std::vector<std::pair<std::string, std::string>>;
        const auto slowly = [](List more) {
            more.insert(more.end(),
                        {{"think_ms", "100"}, {"reach_ms", "50"}, {"eat_ms", "100"}, {"seconds", "3"}});
            return more;
        };
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = slowly({})},
            {.name = "in-order",
             .label = TS_TEXT("preset", "Always in order"),
             .settings = slowly({{"strategy", "ordered"}})},
            {.name = "waiter",
             .label = TS_TEXT("preset", "With a waiter"),
             .settings = slowly({{"strategy", "waiter"}})},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {
            {.kind = PlotSpec::Kind::timeline, .share = 5},
            {.kind = PlotSpec::Kind::graph, .share = 5, .title = TS_TEXT("plot", "Who waits for whom")},
            {.kind = PlotSpec::Kind::contention, .share = 2, .title = TS_TEXT("plot", "Waiting")},
        };
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {{TS_TEXT("philosophers", "Philosophers"), TS_NAME("name", "Philosopher"), seats,
                 TS_TEXT("philosophers", "meals")}};
    }

    double plannedSeconds() const override { return seconds; }

    void run(Lab& lab) override
    {
        std::deque<Lock> forks;
        for (std::int64_t i = 1; i <= seats; ++i)
            forks.emplace_back(lab, laneName(TS_NAME("name", "Fork"), LaneNaming::spaced, i));
        Semaphore waiter(lab, TS_NAME("name", "Waiter"), seats - 1);
        Barrier seated(lab, TS_NAME("name", "Start"), static_cast<std::size_t>(seats + 1));
        const OperationName eating = lab.operation(TS_NAME("name", "eat"));

        const auto dine = [&](std::size_t seat) {
            Counter& meals = m_meals.add();
            Lock& left = forks[seat];
            Lock& right = forks[(seat + 1) % forks.size()];
            const bool rightFirst = strategy.is("ordered") && &right < &left;
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
                meals.add();
                Lab::showNumber(meals);
            }
        };
        std::list<Thread> philosophers;
        for (std::int64_t i = 1; i <= seats; ++i)
            philosophers.emplace_back(
                lab, laneName(TS_NAME("name", "Philosopher"), LaneNaming::spaced, i),
                [&dine, seat = static_cast<std::size_t>(i - 1)] { dine(seat); },
                Thread::Options{.group = "Philosophers"});
        seated.wait();
        for (Thread& philosopher : philosophers)
            philosopher.join();
    }

    Findings findings() const override
    {
        const Tallies::Summary each = m_meals.summary();
        Findings found;
        found.add("meals", TS_TEXT("philosophers", "Meals"), each.sum);
        found.add("meals_min", TS_TEXT("philosophers", "Fewest meals of one"), each.min, {},
                  Evidence::leastNumber);
        found.add("meals_max", TS_TEXT("philosophers", "Most meals of one"), each.max, {},
                  Evidence::greatestNumber);
        found.add("deadlocked", TS_TEXT("philosophers", "Deadlocked"), deadlock().has_value());
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const std::int64_t meals = found.integer("meals");
        if (const auto stuck = deadlock(); stuck && stuck->links.size() == static_cast<std::size_t>(seats))
            return meals == 0 ? Text(TS_PLURAL("philosophers",
                                               "Yes, before anybody has eaten: each of the %n holds one fork "
                                               "and waits for the neighbour's, for ever."))
                                    .count(seats)
                              : Text(TS_PLURAL("philosophers",
                                               "Yes, after %1 meals: each of the %n holds one fork and waits "
                                               "for the neighbour's, for ever."))
                                    .arg(meals)
                                    .of("meals")
                                    .count(seats);
        if (outcome == Outcome::running)
            return Text(TS_PLURAL("philosophers", "So far: %n meals.")).count(meals);
        if (strategy.is("naive"))
            return Text(TS_PLURAL("philosophers", "Not this time, %n meals: but only luck kept them from "
                                                  "taking a fork each."))
                .count(meals);
        const Template how =
            strategy.is("ordered")
                ? TS_TEXT("philosophers", "No: each ate %1 to %2 times. Forks are taken by "
                                          "their numbers, so nobody can wait in a circle.")
                : TS_TEXT("philosophers", "No: each ate %1 to %2 times. The waiter lets all but "
                                          "one reach, so somebody always gets both forks.");
        return Text(how)
            .arg(found.integer("meals_min"))
            .of("meals_min")
            .arg(found.integer("meals_max"))
            .of("meals_max");
    }

private:
    Integer seats{this, "seats", TS_TEXT("philosophers", "Philosophers"), 5, {2, 32}, kWho};
    Choice strategy{
        this,
        "strategy",
        TS_TEXT("philosophers", "Forks are taken"),
        {{"naive", TS_TEXT("philosophers", "left first")},
         {"ordered", TS_TEXT("philosophers", "in order")},
         {"waiter", TS_TEXT("philosophers", "with a waiter")}},
        kRules.about(TS_TEXT("philosophers", "In order: the lower number first. A waiter lets all "
                                             "but one philosopher reach at a time."))};
    Integer thinkMs{this, "think_ms", TS_TEXT("philosophers", "Think"),
                    5,    {0, 1000},  kHowLong.live().in("ms")};
    Integer reachMs{this, "reach_ms", TS_TEXT("philosophers", "Reach for the second fork"),
                    1,    {0, 1000},  kHowLong.live().in("ms")};
    Integer eatMs{this, "eat_ms", TS_TEXT("philosophers", "Eat"), 5, {0, 1000}, kHowLong.live().in("ms")};
    Real seconds{this, "seconds", TS_TEXT("philosophers", "Time"), 5, {0, 3600}, kRun.in("s")};

    Tallies m_meals;
};

} // namespace

std::unique_ptr<Experiment> makePhilosophers()
{
    return std::make_unique<Philosophers>();
}

} // namespace threadscape
