#include "lab/threads.h"

namespace threadscape {

namespace {

/// Many small deposits by a few workers: each reads the balance, works, and writes it back, with a lock or without.
class Deposit final : public Experiment {
public:
    Deposit()
        : Experiment({"deposit", TS_TEXT("topic", "Races and locks"), TS_TEXT("deposit", "Lost updates")})
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), deposits = 12, workers = 4,
                                      workMs = 50, lock = false);
        preset("slow-motion", TS_TEXT("preset", "Slow motion"), lecture, Speed{0.1});
        preset("single-file", TS_TEXT("preset", "Single file"), lecture, lock = true);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(5, kBalance), waitingPlot(2), valuesPlot(kBalance, 3)});
        line(
            TS_TEXT("deposit", "expected"), [this] { return deposits * amount; },
            TS_TEXT("deposit", "%1 lost"));
    }

    Text question() const override
    {
        return Text(TS_PLURAL("deposit", "Do %n deposits of %1 make %2?"), amount, deposits * amount)
            .count(deposits);
    }

    void run(Lab& lab) override
    {
        Lock account(lab, TS_NAME("name", "Account"));
        Shared<std::int64_t> money(lab, kBalance, 0);
        const OperationName deposit = lab.operation(TS_NAME("name", "deposit"));
        const OperationLabel read = lab.label("read"), work = lab.label("work"), write = lab.label("write");

        const std::int64_t startNs = lab.elapsedNs();
        ThreadPool pool(lab, workerLanes, workers);
        std::vector<Future<void>> results;
        for (std::int64_t i = 0; i < deposits; ++i)
            results.push_back(pool.submit([&] {
                const Operation box(deposit, amount);
                std::unique_lock held(account, std::defer_lock);
                if (lock)
                    held.lock();
                inside.add();
                Lab::at(read);
                const std::int64_t before = money.read();
                insideMost.raiseTo(inside);
                Lab::at(work);
                lab.pause(workMs);
                inside.add(-1);
                Lab::at(write);
                money.write(before + amount);
                balance.set(before + amount);
                done.add();
            }));
        for (Future<void>& result : results)
            result.get();
        balance.set(money.read());
        time.set(lab.elapsedNs() - startNs);
        pool.shutdown();
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (outcome == Outcome::running)
            return Text(TS_TEXT("deposit", "So far: %1 of %2 deposits made, the balance is %3."),
                        done.value(), deposits, found[balance]);
        if (outcome != Outcome::finished)
            return Text(TS_TEXT("deposit", "Ended after %1 of %2 deposits: the balance is %3, %4 lost."),
                        done.value(), deposits, found[balance], found[lost]);
        if (found[lost] != 0)
            return Text(TS_PLURAL("deposit",
                                  "No, %1: up to %n threads read the same balance before any wrote."),
                        found[balance])
                .of(lost)
                .count(insideMost);
        const Template met =
            lock ? TS_TEXT("deposit", "Yes, %1, in %2: with the lock one deposit waits for the other.")
                 : TS_TEXT("deposit", "Yes, %1, in %2: this time no two deposits met.");
        return Text(met, found[balance], found[time]);
    }

private:
    Integer deposits{this, "deposits", TS_TEXT("deposit", "Deposits"), 100, kWho.between(1, 10000)};
    Integer amount{this, "amount", TS_TEXT("deposit", "Amount"), 1, kWho.between(1, 1000)};
    Integer workers{
        this, "workers", TS_TEXT("deposit", "Workers"), 10,
        kWho.between(1, 64).about(TS_TEXT("deposit", "Threads of the pool that share the deposits."))};
    Integer workMs{this, "work_ms", TS_TEXT("deposit", "Work"), 1,
                   kHowLong.between(0, 1000).in("ms").about(
                       TS_TEXT("deposit", "Between reading the balance and writing it back."))};
    Boolean lock{this, "lock", TS_TEXT("deposit", "With a lock"), true,
                 kRules.about(TS_TEXT("deposit", "Held from reading to writing: one deposit at a time."))};

    static constexpr Variable kBalance{TS_NAME("name", "Balance"), "money", TS_TEXT("deposit", "Balance")};
    Group workerLanes{this, TS_TEXT("deposit", "Workers"), TS_NAME("name", "Worker"), workers};

    Counter done;
    Counter inside;
    Counter insideMost;
    Whole expected{this, "expected", TS_TEXT("deposit", "Expected"), [this] { return done * amount; },
                   "money"};
    Count balance{this, "balance", TS_TEXT("deposit", "Balance"), "money"};
    Whole lost{this, "lost", TS_TEXT("deposit", "Lost"), [this] { return done * amount - balance; },
               in("money", Evidence::lostUpdate)};
    Elapsed time{this, "time_s", TS_TEXT("deposit", "Time"), "s"};
};

} // namespace

THREADSCAPE_MAKES(Deposit)

} // namespace threadscape
