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
        if (withdrawers == 0)
            return TS_TEXT("bank", "Does anybody starve when nobody withdraws?");
        if (depositors == 0)
            return Text(TS_PLURAL("bank", "Do %n withdrawers starve when nobody deposits?"))
                .count(withdrawers);
        if (depositors == 1)
            return Text(TS_PLURAL("bank", "Do %n withdrawers starve when one deposits?")).count(withdrawers);
        return Text(TS_PLURAL("bank", "Do %n withdrawers starve when %1 deposit?"), depositors)
            .count(withdrawers);
    }

    void run(Lab& lab) override
    {
        RLock account(lab, TS_NAME("name", "Account"));
        Condition depositMade(lab, TS_NAME("name", "Deposit made"), account);
        Shared<std::int64_t> money(lab, kBalance, initialBalance);
        balance.set(initialBalance);
        balanceMin.set(initialBalance);
        HighWater offers; // balances after a deposit
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
            balanceMin.set(std::min<std::int64_t>(balanceMin, before + by));
            if (before >= 0 && before + by < 0)
                wentNegative.add();
        };
        ResizableThreads depositing(lab, depositorLanes, [&] {
            for (;; lab.pause(depositPauseMs)) {
                const std::int64_t amount = lab.random(depositMin, depositMax);
                const Operation box(deposit, amount);
                const std::scoped_lock held(account);
                change(amount);
                offers.reach(balance);
                deposits.add();
                deposited.add(amount);
                notify.is("all") ? depositMade.notifyAll() : depositMade.notifyOne();
            }
        });
        // Returns what is to be counted when it withdraws without having looked again; nullptr: there is enough.
        const auto waitFor = [&](std::int64_t amount) -> Count* {
            const Durations::Scope waiting(waits);
            for (;;) {
                const HighWater::Watch offered(offers);
                const bool notified = depositMade.wait();
                if (money.read() >= amount)
                    return nullptr;
                uselessWakeups.add();
                if (recheck.is("while"))
                    continue;
                if (offered.most() >= amount)
                    return &overdrawnTaken;
                return notified ? &overdrawnTooLittle : &overdrawnSpurious;
            }
        };
        ResizableThreads withdrawing(lab, withdrawerLanes, [&] {
            Counter& mine = perWithdrawer.add();
            for (Lab::showNumber(0);; lab.pause(withdrawPauseMs)) {
                const std::int64_t amount = lab.random(withdrawMin, withdrawMax);
                const Operation box(withdraw, -amount);
                const std::scoped_lock held(account);
                Count* const overdrawn = money.read() < amount ? waitFor(amount) : nullptr;
                change(-amount);
                if (overdrawn != nullptr)
                    overdrawn->add();
                withdrawals.add();
                withdrawn.add(amount);
                Lab::countNumber(mine);
            }
        });
        ResizableThreads spurious(lab, systemLanes, [&] {
            for (;;) {
                lab.pauseForRate(spuriousPerS);
                if (depositMade.wakeSpuriously())
                    spuriousWakeups.add();
            }
        });
        maintain(lab, {&depositing, &withdrawing, &spurious});
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (outcome == Outcome::running)
            return Text(TS_PLURAL("bank", "So far %n withdrawals, the balance is %1, the longest wait %2."),
                        found[balance], found[waitMax])
                .count(found[withdrawals]);
        return sentence(found, outcome)
            .claiming("no money came from nowhere",
                      found[balance] == initialBalance + found[deposited] - found[withdrawn])
            .claiming("it sank as low as it is now", found[balanceMin] <= found[balance])
            .claiming("below zero is below zero", (found[wentNegative] > 0) == (found[balanceMin] < 0))
            .claiming("each has its withdrawals", found[withdrawalsMin] <= found[withdrawalsMax] &&
                                                      found[withdrawalsMax] <= found[withdrawals]);
    }

private:
    Answer sentence(const Findings& found, Outcome outcome) const
    {
        if (found[wentNegative] > 0)
            return overdrawn(found);
        if (perWithdrawer.summary().count == 0 && (withdrawers == 0 || found[deposits] > 0))
            return nobodyWithdraws(found);
        if (found[withdrawals] == 0)
            return nobodyGotAnything(found, outcome);
        if (outcome == Outcome::stalled)
            return Answer(Text(TS_PLURAL("bank",
                                         "In the end all of them, for ever: after %n withdrawals too little "
                                         "was left, and nobody deposits. The longest wait was %1."),
                               found(waitMax))
                              .count(found[withdrawals]))
                .claiming("nobody deposits", depositors == 0)
                .claiming("nobody wakes them without a reason", spuriousPerS == 0)
                .claiming("they wait", found[waitMax] > 0);
        return shared(found);
    }

    // By the reason that came most often: another was quicker, the deposit was too small, or there was none.
    Answer overdrawn(const Findings& found) const
    {
        const std::int64_t taken = found[overdrawnTaken];
        const std::int64_t tooLittle = found[overdrawnTooLittle];
        const std::int64_t spurious = found[overdrawnSpurious];
        const auto worse = [&](Template form, std::int64_t times) {
            return Answer(Text(form, found(balanceMin)))
                .claiming("this happened", times > 0)
                .claiming("nothing happened more often",
                          times >= taken && times >= tooLittle && times >= spurious);
        };
        if (spurious >= taken && spurious >= tooLittle)
            return worse(TS_TEXT("bank",
                                 "Worse: the balance fell to %1. Withdrawers were woken without a deposit, "
                                 "and took their money without looking again: spurious wake-ups."),
                         spurious)
                .claiming("some were woken without a reason", found[spuriousWakeups] > 0);
        if (tooLittle > taken)
            return worse(TS_TEXT("bank",
                                 "Worse: the balance fell to %1. Withdrawers were woken by a deposit that "
                                 "was too small for them, and took their money without looking again."),
                         tooLittle)
                .claiming("there were deposits", found[deposits] > 0);
        return worse(TS_TEXT("bank",
                             "Worse: the balance fell to %1. Woken withdrawers took their money without "
                             "looking again, after another had taken it."),
                     taken)
            .claiming("there were deposits", found[deposits] > 0)
            .claiming("somebody else withdrew", found[withdrawals] > 1);
    }

    Answer nobodyWithdraws(const Findings& found) const
    {
        const Answer answer =
            found[deposits] == 0
                ? Answer(TS_TEXT("bank", "Nobody starved: nobody withdrew, and nobody deposited."))
                : Answer(
                      Text(TS_PLURAL("bank", "Nobody starved: nobody withdrew, and %n deposits brought the "
                                             "balance to %1."),
                           found(balance))
                          .count(found[deposits]));
        return Answer(answer)
            .claiming("nobody withdrew", found[withdrawals] == 0 && found[withdrawn] == 0)
            .claiming("nobody waited", found[waitMax] == 0);
    }

    Answer nobodyGotAnything(const Findings& found, Outcome outcome) const
    {
        const auto all = [&](Text text) {
            return Answer(std::move(text))
                .claiming("nobody withdrew", found[withdrawals] == 0 && found[withdrawalsMax] == 0);
        };
        if (found[deposits] > 0)
            return all(
                Text(TS_PLURAL("bank", "All of them: no withdrawal in %n deposits. The longest wait was %1."),
                     found(waitMax))
                    .count(found[deposits]));
        const bool stoppedAtOnce = perWithdrawer.summary().count == 0;
        if (stoppedAtOnce || (depositors > 0 && outcome != Outcome::stalled))
            return all(Text(TS_TEXT("bank", "Ended before anybody deposited or withdrew.")))
                .claiming("nobody deposited", found[deposited] == 0);
        if (found[spuriousWakeups] > 0)
            return all(Text(TS_PLURAL("bank",
                                      "All of them: nobody deposits. Each of the %n spurious wake-ups "
                                      "was in vain. The longest wait was %1."),
                            found(waitMax))
                           .count(found[spuriousWakeups]))
                .claiming("nobody deposited", found[deposited] == 0)
                .claiming("not all stood still", outcome != Outcome::stalled || spuriousPerS == 0);
        return all(Text(TS_TEXT("bank",
                                "All of them, for ever: nobody deposits, so nobody can wake them. The "
                                "longest wait was %1."),
                        found(waitMax)))
            .claiming("nobody deposits", depositors == 0 && found[deposited] == 0)
            .claiming("nobody was woken", found[uselessWakeups] == 0)
            .claiming("it stood still, or was ended", outcome != Outcome::finished);
    }

    // Who withdrew least, beside who withdrew most.
    Answer shared(const Findings& found) const
    {
        constexpr std::int64_t kNearlyStarved = 3; // the most by the least
        const auto least = found(withdrawalsMin);
        const auto most = found(withdrawalsMax);
        const PerThreadCounters::Summary each = perWithdrawer.summary();
        if (least == 0)
            return Answer(Text(TS_PLURAL("bank",
                                         "Some do: %1 of %2 got nothing, while one withdrew %n times. The "
                                         "longest wait was %3."),
                               each.atMin, each.count, found(waitMax))
                              .count(most))
                .claiming("some got nothing, and not all", each.atMin > 0 && each.atMin < each.count)
                .claiming("one got something", most > 0);
        if (each.count == 1)
            return Answer(
                       Text(TS_PLURAL("bank",
                                      "No: the only withdrawer withdrew %n times. The longest wait was %1."),
                            found(waitMax))
                           .count(most))
                .claiming("the only one has them all", most == found[withdrawals]);
        if (most >= kNearlyStarved * least && least == 1)
            return Answer(Text(TS_PLURAL("bank",
                                         "Some nearly: one withdrew %n times, another only once. The longest "
                                         "wait was %1."),
                               found(waitMax))
                              .count(most))
                .claiming("the least is one", least == 1)
                .claiming("the most is far more", most >= 3);
        if (most >= kNearlyStarved * least)
            return Answer(Text(TS_PLURAL("bank",
                                         "Some nearly: one withdrew %n times, another only %1. The longest "
                                         "wait was %2."),
                               least, found(waitMax))
                              .count(most))
                .claiming("the most is far more than the least", most >= 3 * least && least > 1);
        if (least == most)
            return Answer(Text(TS_PLURAL("bank", "No: each withdrew %n times. The longest wait was %1."),
                               found(waitMax))
                              .count(most))
                .claiming("all are the same", most * each.count == found[withdrawals]);
        return Answer(Text(TS_PLURAL("bank", "No: each withdrew %1 to %n times. The longest wait was %2."),
                           least, found(waitMax))
                          .count(most))
            .claiming("none is far behind", least > 0 && least < most && most < 3 * least);
    }

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
    Integer spuriousPerS{this, "spurious_per_s", TS_TEXT("bank", "Spurious wake-ups"), 0,
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
    Count balanceMin{this, "balance_min", TS_TEXT("bank", "Lowest balance"),
                     in("money", Evidence::belowZero)};
    Count overdrawnTaken{this, "overdrawn_taken", TS_TEXT("bank", "Withdrawn after another had taken it"),
                         addsUp()};
    Count overdrawnTooLittle{this, "overdrawn_too_little",
                             TS_TEXT("bank", "Withdrawn after too small a deposit"), addsUp()};
    Count overdrawnSpurious{this, "overdrawn_spurious", TS_TEXT("bank", "Withdrawn after a spurious wake-up"),
                            addsUp()};
    Count uselessWakeups{this, "useless_wakeups", TS_TEXT("bank", "Useless wake-ups"), addsUp()};
    Count spuriousWakeups{this, "spurious_wakeups", TS_TEXT("bank", "Spurious wake-ups"), addsUp()};
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
