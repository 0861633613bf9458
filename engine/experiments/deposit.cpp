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
            TS_TEXT("deposit", "%1 lost"), lost);
    }

    Text question() const override
    {
        return Text(TS_PLURAL("deposit", "Do %n deposits of %1 make %2?"), amount, deposits * amount)
            .count(deposits);
    }

    void run(Lab& lab) override
    {
        Lock mutex(lab, TS_NAME("name", "Account"));
        Shared<std::int64_t> account(lab, kBalance, 0);
        const OperationName deposit = lab.operation(TS_NAME("name", "deposit"));
        const OperationLabel read = lab.label("read"), work = lab.label("work"), write = lab.label("write");

        const std::int64_t startNs = lab.elapsedNs();
        // After the workers, however they ended: they may note their writes in another order.
        const AtEnd counted([&] { balanceNow.set(account.read()); });
        ThreadPool pool(lab, workerLanes, workers);
        std::vector<Future<void>> results;
        for (std::int64_t i = 0; i < deposits; ++i)
            results.push_back(pool.submit([&] {
                const Operation box(deposit, amount);
                std::unique_lock held(mutex, std::defer_lock);
                if (lock)
                    held.lock();
                Lab::at(read);
                const std::int64_t before = account.read();
                inside.add();
                insideMost.raiseTo(inside);
                Lab::at(work);
                lab.pause(workMs);
                inside.add(-1);
                Lab::at(write);
                account.write(before + amount);
                balanceNow.set(before + amount);
                done.add();
            }));
        for (Future<void>& result : results)
            result.get();
        time.set(lab.elapsedNs() - startNs);
        pool.shutdown();
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const std::int64_t made = found[expected] / amount;
        if (outcome == Outcome::running)
            return Answer(Text(TS_PLURAL("deposit", "So far: %1 of %n deposits made, the balance is %2."),
                               made, found[balance])
                              .count(deposits))
                .claiming("no more than all", made <= deposits);
        if (outcome != Outcome::finished)
            return endedEarly(found, made);
        const auto told = [&](Text&& sentence, bool rightly) {
            return Answer(std::move(sentence))
                .claiming("all deposits were made", made == deposits)
                .claiming("what is not in the balance is lost", found[balance] + found[lost] == made * amount)
                .claiming("it is the right answer", (found[lost] == 0) == rightly);
        };
        if (found[lost] != 0 && found[atOnce] > 1)
            return told(Text(TS_PLURAL("deposit", "No, %1: up to %n threads had read the balance before "
                                                  "any of them wrote."),
                             found[balance])
                            .of(lost)
                            .count(found[atOnce]),
                        false)
                .claiming("several workers share the deposits", sharing() > 1 && found[atOnce] <= sharing())
                .claiming("there is no lock", !lock);
        if (found[lost] != 0)
            return told(Text(TS_TEXT("deposit", "No, %1: a thread wrote over what others had written "
                                                "since it read the balance."),
                             found[balance])
                            .of(lost),
                        false)
                .claiming("several workers share the deposits", sharing() > 1)
                .claiming("there is no lock", !lock);
        if (deposits == 1)
            return told(
                Text(TS_TEXT("deposit", "Yes, %1: a single deposit has nobody to meet."), found[balance]),
                true);
        if (workers == 1)
            return told(Text(TS_TEXT("deposit", "Yes, %1, in %2: the only worker makes one deposit after "
                                                "the other, and nobody else writes."),
                             found[balance], found[time]),
                        true)
                .claiming("nobody else was there", found[atOnce] == 1);
        if (lock)
            return told(Text(TS_TEXT("deposit", "Yes, %1, in %2: with the lock only one thread at a time is "
                                                "between reading and writing."),
                             found[balance], found[time]),
                        true)
                .claiming("it was so", found[atOnce] == 1)
                .claiming("it could have been otherwise", sharing() > 1);
        return told(Text(TS_TEXT("deposit", "Yes, %1, in %2: this time no two deposits met."), found[balance],
                         found[time]),
                    true)
            .claiming("it was so", found[atOnce] == 1)
            .claiming("they could have met", sharing() > 1);
    }

private:
    /// The number of workers that can have a deposit to make.
    std::int64_t sharing() const { return std::min(workers.value(), deposits.value()); }

    Answer endedEarly(const Findings& found, std::int64_t made) const
    {
        if (made == 0)
            return Answer(TS_TEXT("deposit", "Ended before the first deposit was made."))
                .claiming("the balance is untouched", found[balance] == 0);
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence).count(deposits))
                .claiming("no more than all were made", made <= deposits)
                .claiming("what is not in the balance is lost",
                          found[balance] + found[lost] == made * amount);
        };
        if (found[lost] == 0)
            return told(Text(TS_PLURAL("deposit", "Ended after %1 of %n deposits: the balance is %2, and "
                                                  "nothing is lost."),
                             made, found[balance]))
                .claiming("nothing is lost", found[balance] == made * amount);
        return told(Text(TS_PLURAL("deposit", "Ended after %1 of %n deposits: the balance is %2, %3 lost."),
                         made, found[balance], found[lost]))
            .claiming("something is lost", found[lost] > 0 && !lock && sharing() > 1);
    }

    /// At one moment, as far as others still write.
    struct Money {
        std::int64_t expected = 0;
        std::int64_t balance = 0;
        std::int64_t lost = 0;
    };
    Money countMoney() const
    {
        const std::int64_t deposited = done * amount; // before the balance, which may be ahead
        const std::int64_t now = balanceNow;
        return {deposited, now, std::max<std::int64_t>(0, deposited - now)};
    }

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
    Counter balanceNow;
    Counter inside; // threads that have read the balance, and not yet written it
    Counter insideMost;
    Basis<Money> money{this, [this] { return countMoney(); }};
    Whole expected{this, "expected", TS_TEXT("deposit", "Expected"), [this] { return money->expected; },
                   "money"};
    Whole balance{this, "balance", TS_TEXT("deposit", "Balance"), [this] { return money->balance; }, "money"};
    Whole lost{this, "lost", TS_TEXT("deposit", "Lost"), [this] { return money->lost; },
               in("money", Evidence::lostUpdate)};
    Whole atOnce{this, "at_once", TS_TEXT("deposit", "Between reading and writing at a time, most"),
                 [this] { return insideMost.value(); }};
    Elapsed time{this, "time_s", TS_TEXT("deposit", "Time"), "s"};
};

} // namespace

THREADSCAPE_MAKES(Deposit)

} // namespace threadscape
