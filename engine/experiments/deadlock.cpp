#include "lab/lab.h"

namespace threadscape {

namespace {

/// Transfers between accounts that lock the one, work, and lock the other: in the order of the transfer, or always in the
/// same.
class DeadlockExperiment final : public Experiment {
public:
    DeadlockExperiment()
        : Experiment({.id = "deadlock",
                      .topic = TS_TEXT("topic", "Races and locks"),
                      .title = TS_TEXT("deadlock", "Deadlock"),
                      .question = TS_TEXT("deadlock", "Why does nothing move?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture",
             .label = TS_TEXT("preset", "Lecture"),
             .settings = {{"accounts", "3"}, {"work_ms", "50"}}},
            {.name = "in-order",
             .label = TS_TEXT("preset", "Always in order"),
             .settings = {{"accounts", "3"}, {"work_ms", "50"}, {"transfers", "30"}, {"ordered", "true"}}},
            {.name = "large-circle",
             .label = TS_TEXT("preset", "Large circle"),
             .settings = {{"accounts", "5"}, {"threads", "8"}, {"work_ms", "50"}}},
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
        return {
            {TS_TEXT("deadlock", "Threads"), TS_NAME("name", "Thread"), threads, {}, LaneNaming::hyphened}};
    }

    void run(Lab& lab) override
    {
        struct Account {
            Account(Lab& lab, std::int64_t number)
                : lock(lab, laneName(TS_NAME("name", "Account"), LaneNaming::spaced, number)),
                  balance(lab, laneName(TS_NAME("name", "Balance"), LaneNaming::spaced, number), kInitial,
                          "money")
            {
            }
            Lock lock;
            Shared<std::int64_t> balance;
        };
        std::deque<Account> all;
        for (std::int64_t i = 1; i <= accounts; ++i)
            all.emplace_back(lab, i);
        m_before.set(accounts * kInitial);
        // After the threads, however they ended.
        const AtEnd total([&] {
            std::int64_t sum = 0;
            for (Account& account : all)
                sum += account.balance.read();
            m_after.set(sum);
        });
        const OperationName transferring = lab.operation(TS_NAME("name", "transfer"));

        const auto transfer = [&](Account& from, Account& to, std::int64_t amount) {
            const bool swap = ordered && &to < &from;
            const std::scoped_lock first(swap ? to.lock : from.lock);
            lab.pause(workMs);
            const std::scoped_lock second(swap ? from.lock : to.lock);
            const NoStop bothOrNone;
            from.balance.write(from.balance.read() - amount);
            to.balance.write(to.balance.read() + amount);
            m_transfers.add();
        };
        Counter begun;
        std::list<Thread> workers;
        for (std::int64_t i = 1; i <= threads; ++i)
            workers.emplace_back(
                lab, laneName(TS_NAME("name", "Thread"), LaneNaming::hyphened, i),
                [&] {
                    while (begun.next() < transfers) {
                        const std::int64_t from = lab.random(0, accounts - 1);
                        const std::int64_t to = (from + lab.random(1, accounts - 1)) % accounts;
                        const std::int64_t amount = lab.random(1, kMost);
                        const Operation box(transferring, amount);
                        transfer(all[static_cast<std::size_t>(from)], all[static_cast<std::size_t>(to)],
                                 amount);
                    }
                },
                Thread::Options{.group = "Threads"});
        for (Thread& worker : workers)
            worker.join();
    }

    Findings findings() const override
    {
        const auto stuck = deadlock();
        Findings found;
        found.add("transfers", TS_TEXT("deadlock", "Transfers"), m_transfers.value());
        found.add("deadlocked", TS_TEXT("deadlock", "Deadlocked"), stuck.has_value());
        found.add("cycle", TS_TEXT("deadlock", "Circle"),
                  stuck ? FindingValue(stuck->cycle()) : FindingValue());
        found.add("found_after_ms", TS_TEXT("deadlock", "Found after"),
                  stuck ? FindingValue(stuck->foundAfterMs) : FindingValue(), "ms");
        found.add("total_before", TS_TEXT("deadlock", "Money before"), m_before.value(), "money");
        found.add("total_after", TS_TEXT("deadlock", "Money after"),
                  m_after == kNotYet ? FindingValue() : FindingValue(m_after.value()), "money");
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const auto stuck = deadlock();
        if (stuck && stuck->links.size() == 2) {
            const Blocked::Link& first = stuck->links.front();
            return Text(TS_TEXT("deadlock",
                                "%1 holds %2 and wants %3; %4 holds %3 and wants %2. No money was "
                                "lost."))
                .arg(NameArg{first.waiter})
                .arg(NameArg{stuck->links.back().lock})
                .arg(NameArg{first.lock})
                .arg(NameArg{first.holder});
        }
        if (stuck)
            return blockedInWords(*stuck);
        const std::int64_t done = found.integer("transfers");
        if (outcome == Outcome::running)
            return Text(TS_TEXT("deadlock", "It still moves: %1 of %2 transfers."))
                .arg(done)
                .arg(transfers.value());
        if (ordered)
            return Text(TS_PLURAL("deadlock",
                                  "It moves, %n transfers: who takes the locks always in the same "
                                  "order never waits in a circle."))
                .count(done);
        return Text(TS_PLURAL("deadlock", "It moved this time, %n transfers: but only luck kept the threads "
                                          "from taking two locks crosswise."))
            .count(done);
    }

private:
    static constexpr std::int64_t kInitial = 100;
    static constexpr std::int64_t kMost = 10; // that one transfer moves
    static constexpr std::int64_t kNotYet = -1;

    Integer accounts{this, "accounts", TS_TEXT("deadlock", "Accounts"), 2, {2, 8}, kWho};
    Integer threads{this, "threads", TS_TEXT("deadlock", "Threads"), 2, {2, 32}, kWho};
    Boolean ordered{this, "ordered", TS_TEXT("deadlock", "Locks in the same order"), false,
                    kRules.about(TS_TEXT("deadlock", "The account with the lower number first, whichever way "
                                                     "the money goes."))};
    Integer workMs{this, "work_ms", TS_TEXT("deadlock", "Work between the two locks"),
                   1,    {0, 1000}, kHowLong.in("ms")};
    Integer transfers{
        this, "transfers",  TS_TEXT("deadlock", "Transfers"),
        1000, {1, 1000000}, kRun.about(TS_TEXT("deadlock", "In all; the run ends with the last one."))};
    Real seconds{this, "seconds", TS_TEXT("deadlock", "Time"), 5, {0, 3600}, kRun.in("s")};

    Counter m_transfers;
    Counter m_before;
    Counter m_after{kNotYet};
};

} // namespace

std::unique_ptr<Experiment> makeDeadlockExperiment()
{
    return std::make_unique<DeadlockExperiment>();
}

} // namespace threadscape
