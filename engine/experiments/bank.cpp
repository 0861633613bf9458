#include "lab/threads.h"

namespace threadscape {

namespace {

/// Depositors add to an account, withdrawers wait on a condition while it holds too little.
class Bank final : public Experiment {
public:
    Bank() : Experiment({"bank", TS_TEXT("topic", "Conditions"), TS_TEXT("bank", "Bank account")})
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), workMs = 20,
                                      depositPauseMs = 250, withdrawPauseMs = 200, seconds = 8);
        preset("notes", TS_TEXT("preset", "Notes"));
        preset("one-wake-up", TS_TEXT("preset", "One wake-up"), lecture, notify = "one");
        preset("forgot-the-while", TS_TEXT("preset", "Forgot the while"), lecture, recheck = "if");
        preset("nobody-deposits", TS_TEXT("preset", "Nobody deposits"), lecture, depositors = 0, seconds = 3);
        shows({timelinePlot(5), waitingPlot(2), valuesPlot(kBalance, 3)});
        band(TS_TEXT("bank", "what withdrawers want"), withdrawMin, withdrawMax);
        rule(depositMin <= depositMax);
        rule(withdrawMin <= withdrawMax);
    }

    Text question() const override
    {
        return Text(TS_PLURAL("bank", "Do %n withdrawers starve when %1 deposit?"), depositors)
            .count(withdrawers);
    }

    void run(Lab& lab) override
    {
        RLock account(lab, TS_NAME("name", "Account"));
        Condition depositMade(lab, TS_NAME("name", "Deposit made"), account);
        Shared<std::int64_t> money(lab, kBalance, initialBalance);
        balance.set(initialBalance);
        const OperationLabel read = lab.label("read"), work = lab.label("work"), write = lab.label("write");
        const OperationName deposit = lab.operation(TS_NAME("name", "deposit"));
        const OperationName withdraw = lab.operation(TS_NAME("name", "withdraw"));

        const auto change = [&](std::int64_t by) {
            Lab::at(read);
            const std::int64_t before = money.read();
            Lab::at(work);
            lab.pause(workMs);
            Lab::at(write);
            money.write(before + by);
            balance.set(before + by);
            if (before >= 0 && before + by < 0)
                wentNegative.add();
        };
        ResizableThreads depositing(lab, depositorLanes, [&] {
            for (;; lab.pause(depositPauseMs)) {
                const std::int64_t amount = lab.random(depositMin, depositMax);
                const Operation box(deposit, amount);
                const std::scoped_lock held(account);
                change(amount);
                deposits.add();
                deposited.add(amount);
                notify.is("all") ? depositMade.notifyAll() : depositMade.notifyOne();
            }
        });
        const auto waitFor = [&](std::int64_t amount) {
            const Durations::Scope waiting(waits);
            do {
                depositMade.wait();
                if (money.read() >= amount)
                    return;
                uselessWakeups.add();
            } while (recheck.is("while"));
        };
        ResizableThreads withdrawing(lab, withdrawerLanes, [&] {
            Counter& mine = perWithdrawer.add();
            for (Lab::showNumber(0);; lab.pause(withdrawPauseMs)) {
                const std::int64_t amount = lab.random(withdrawMin, withdrawMax);
                const Operation box(withdraw, -amount);
                const std::scoped_lock held(account);
                if (money.read() < amount)
                    waitFor(amount);
                change(-amount);
                withdrawals.add();
                withdrawn.add(amount);
                Lab::countNumber(mine);
            }
        });
        ResizableThreads spurious(lab, systemLanes, [&] {
            for (;; depositMade.wakeSpuriously())
                lab.pauseForRate(spuriousPerS);
        });
        maintain(lab, {&depositing, &withdrawing, &spurious});
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const auto least = found(withdrawalsMin);
        const auto most = found(withdrawalsMax);
        if (outcome == Outcome::running)
            return Text(
                TS_TEXT("bank",
                        "So far: %1 deposits, %2 withdrawals, the balance is %3, the longest wait %4."),
                found[deposits], found[withdrawals], found[balance], found[waitMax]);
        if (found[wentNegative] > 0)
            return Text(TS_PLURAL("bank",
                                  "Worse: the balance fell below zero %n times. A woken withdrawer "
                                  "took its money without looking again, after another had taken it."))
                .count(found[wentNegative]);
        if (found[withdrawals] == 0 && found[deposits] == 0)
            return Text(TS_TEXT("bank", "All of them, for ever: nobody deposits, so nobody can wake them. "
                                        "The longest wait was %1."),
                        found(waitMax));
        if (found[withdrawals] == 0)
            return Text(
                TS_TEXT("bank", "All of them: no withdrawal in %1 deposits. The longest wait was %2."),
                found[deposits], found(waitMax));
        if (least == 0)
            return Text(TS_PLURAL("bank", "Some do: %n withdrawers got nothing, while one withdrew %1 times. "
                                          "The longest wait was %2."),
                        most, found(waitMax))
                .count(perWithdrawer.summary().atMin);
        const Template form =
            most >= 3 * least
                ? TS_TEXT("bank",
                          "Some nearly: one withdrew %1 times, another only %2. The longest wait was %3.")
                : TS_TEXT("bank", "No: each withdrew %2 to %1 times. The longest wait was %3.");
        return Text(form, most, least, found(waitMax));
    }

private:
    Integer depositors{this, "depositors", TS_TEXT("bank", "Depositors"), 5, kWho.between(0, 64).live()};
    Integer withdrawers{this, "withdrawers", TS_TEXT("bank", "Withdrawers"), 10, kWho.between(0, 64).live()};
    Integer initialBalance{this, "initial_balance", TS_TEXT("bank", "Initial balance"), 0,
                           kWho.between(0, 10000)};
    Integer depositMin{this, "deposit_min", TS_TEXT("bank", "Smallest deposit"), 5,
                       kRules.between(1, 1000).about(
                           TS_TEXT("bank", "Each deposit brings an amount between the two, by chance."))};
    Integer depositMax{this, "deposit_max", TS_TEXT("bank", "Largest deposit"), 10, kRules.between(1, 1000)};
    Integer withdrawMin{this, "withdraw_min", TS_TEXT("bank", "Smallest withdrawal"), 10,
                        kRules.between(1, 1000).about(
                            TS_TEXT("bank", "Each withdrawal wants an amount between the two, by chance."))};
    Integer withdrawMax{this, "withdraw_max", TS_TEXT("bank", "Largest withdrawal"), 30,
                        kRules.between(1, 1000)};
    Integer depositPauseMs{this, "deposit_pause_ms", TS_TEXT("bank", "Pause after a deposit"), 500,
                           kLiveMs.between(0, 5000)};
    Integer withdrawPauseMs{this, "withdraw_pause_ms", TS_TEXT("bank", "Pause after a withdrawal"), 1000,
                            kLiveMs.between(0, 5000)};
    Integer workMs{
        this, "work_ms", TS_TEXT("bank", "Work with the lock held"), 1,
        kLiveMs.between(0, 1000).about(TS_TEXT("bank", "Between reading the balance and writing it back."))};
    OneOf<"all", "one"> notify{
        this, "notify", TS_TEXT("bank", "A deposit wakes"),
        words(TS_TEXT("bank", "all"), TS_TEXT("bank", "one")),
        kRules.live().about(TS_TEXT("bank", "The one that is woken may be one who still cannot withdraw."))};
    OneOf<"while", "if"> recheck{
        this, "recheck", TS_TEXT("bank", "A woken withdrawer looks again"),
        words(TS_TEXT("bank", "while too little"), TS_TEXT("bank", "not at all")),
        kRules.live().about(
            TS_TEXT("bank", "Between the wake-up and the lock somebody else may have taken the money."))};
    Integer spuriousPerS{this, "spurious_per_s", TS_TEXT("bank", "Wake-ups without a reason"), 0,
                         kRules.between(0, 1000).live().in("/s").about(
                             TS_TEXT("bank", "Systems may wake a waiter though nobody notified it."))};
    Real seconds{this, "seconds", TS_TEXT("bank", "Time"), 10, kRun.between(0, 3600).in("s")};

    static constexpr Variable kBalance{TS_NAME("name", "Balance"), "money", TS_TEXT("bank", "Balance")};
    Group depositorLanes{this, TS_TEXT("bank", "Depositors"), TS_NAME("name", "Depositor"), depositors};
    Group withdrawerLanes{this, TS_TEXT("bank", "Withdrawers"), TS_NAME("name", "Withdrawer"), withdrawers,
                          kSpaced.counting(TS_TEXT("bank", "withdrawals"))};
    Group systemLanes{this, TS_TEXT("name", "System"), TS_NAME("name", "Spurious wake-ups"),
                      [this] { return spuriousPerS > 0 ? 1 : 0; }, kSpaced.unseen()};

    Durations waits;
    PerThreadCounters perWithdrawer;
    Count deposits{this, "deposits", TS_TEXT("bank", "Deposits"), addsUp()};
    Count withdrawals{this, "withdrawals", TS_TEXT("bank", "Withdrawals"), addsUp()};
    Count deposited{this, "deposited", TS_TEXT("bank", "Deposited"), in("money").addsUp()};
    Count withdrawn{this, "withdrawn", TS_TEXT("bank", "Withdrawn"), in("money").addsUp()};
    Count balance{this, "balance", TS_TEXT("bank", "Balance"), "money"};
    Count wentNegative{this, "went_negative", TS_TEXT("bank", "Fell below zero"),
                       in("", Evidence::belowZero).addsUp()};
    Count uselessWakeups{this, "useless_wakeups", TS_TEXT("bank", "Useless wake-ups"), addsUp()};
    Measured waitMean{this, "wait_mean_ms", TS_TEXT("bank", "Wait, mean"), meanMsOf(waits),
                      in("ms").per(endedMsOf(waits), endedOf(waits))};
    Measured waitMax{this, "wait_max_ms", TS_TEXT("bank", "Wait, longest"), maxMsOf(waits),
                     in("ms", Evidence::longestWait)};
    Fewest withdrawalsMin{this, "withdrawals_min", TS_TEXT("bank", "Fewest withdrawals of one"),
                          perWithdrawer};
    Most withdrawalsMax{this, "withdrawals_max", TS_TEXT("bank", "Most withdrawals of one"), perWithdrawer};
};

} // namespace

THREADSCAPE_MAKES(Bank)

} // namespace threadscape
