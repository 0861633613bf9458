#include "lab/lab.h"

namespace threadscape {

namespace {

/// Depositors add to an account, withdrawers wait on a condition while it holds too little.
class Bank final : public Experiment {
public:
    Bank()
        : Experiment({.id = "bank",
                      .topic = TS_TEXT("topic", "Conditions"),
                      .title = TS_TEXT("bank", "Bank account")})
    {
    }

    Text question() const override
    {
        return Text(TS_PLURAL("bank", "Do %n withdrawers starve when %1 deposit?"))
            .arg(depositors.value())
            .count(withdrawers);
    }

    std::vector<Preset> presets() const override
    {
        using List = std::vector<std::pair<std::string, std::string>>;
        const List lecture{
            {"work_ms", "20"}, {"deposit_pause_ms", "250"}, {"withdraw_pause_ms", "200"}, {"seconds", "8"}};
        const auto with = [&](const List& more) {
            List all = lecture;
            all.insert(all.end(), more.begin(), more.end());
            return all;
        };
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = lecture},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
            {.name = "one-wake-up",
             .label = TS_TEXT("preset", "One wake-up"),
             .settings = with({{"notify", "one"}})},
            {.name = "forgot-the-while",
             .label = TS_TEXT("preset", "Forgot the while"),
             .settings = with({{"recheck", "if"}})},
            {.name = "nobody-deposits",
             .label = TS_TEXT("preset", "Nobody deposits"),
             .settings = with({{"depositors", "0"}, {"seconds", "3"}})},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {
            {.kind = PlotSpec::Kind::timeline, .share = 5},
            {.kind = PlotSpec::Kind::contention, .share = 2, .title = TS_TEXT("plot", "Waiting")},
            {.kind = PlotSpec::Kind::values,
             .share = 3,
             .variable = "Balance",
             .title = TS_TEXT("bank", "Balance")},
        };
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {{TS_TEXT("bank", "Depositors"), TS_NAME("name", "Depositor"), depositors},
                {TS_TEXT("bank", "Withdrawers"), TS_NAME("name", "Withdrawer"), withdrawers,
                 TS_TEXT("bank", "withdrawals")}};
    }

    std::vector<PlotSpec::Band> bands(const PlotSpec& /*plot*/) const override
    {
        return {{TS_TEXT("bank", "what withdrawers want"), static_cast<double>(withdrawMin.value()),
                 static_cast<double>(withdrawMax.value())}};
    }

    std::optional<Error> brokenRule() const override
    {
        const auto check = [](const Integer& low, const Integer& high) -> std::optional<Error> {
            if (low <= high)
                return std::nullopt;
            return Error{
                Text(TS_TEXT("bank",
                             "%1 is %2 and %3 is %4: the first must not be greater. Lower it, or raise "
                             "the second."))
                    .arg(low.spec().name)
                    .arg(low.value())
                    .arg(high.spec().name)
                    .arg(high.value())};
        };
        if (auto broken = check(depositMin, depositMax))
            return broken;
        return check(withdrawMin, withdrawMax);
    }

    double plannedSeconds() const override { return seconds; }

    void run(Lab& lab) override
    {
        RLock account(lab, TS_NAME("name", "Account"));
        Condition deposited(lab, TS_NAME("name", "Deposit made"), account);
        Shared<std::int64_t> balance(lab, TS_NAME("name", "Balance"), initialBalance, "money");
        m_balance.set(initialBalance);
        const OperationLabel read = lab.label("read");
        const OperationLabel work = lab.label("work");
        const OperationLabel write = lab.label("write");

        const auto change = [&](std::int64_t by) {
            Lab::at(read);
            const std::int64_t before = balance.read();
            Lab::at(work);
            lab.pause(workMs);
            Lab::at(write);
            balance.write(before + by);
            m_balance.set(before + by);
            if (before >= 0 && before + by < 0)
                m_wentNegative.add();
        };
        const OperationName depositing = lab.operation(TS_NAME("name", "deposit"));
        const auto depositor = [&] {
            for (;;) {
                const std::int64_t amount = lab.random(depositMin, depositMax);
                {
                    const Operation box(depositing, amount);
                    const std::scoped_lock held(account);
                    change(amount);
                    m_deposits.add();
                    m_deposited.add(amount);
                    if (notify.is("all"))
                        deposited.notifyAll();
                    else
                        deposited.notifyOne();
                }
                lab.pause(depositPauseMs);
            }
        };
        const auto waitFor = [&](std::int64_t amount) {
            const Durations::Scope waiting(m_waits);
            do {
                deposited.wait();
                if (balance.read() < amount)
                    m_uselessWakeups.add();
                else
                    return;
            } while (recheck.is("while"));
        };
        const OperationName withdrawing = lab.operation(TS_NAME("name", "withdraw"));
        const auto withdrawer = [&] {
            Counter& mine = m_perWithdrawer.add();
            Lab::showNumber(0);
            for (;;) {
                const std::int64_t amount = lab.random(withdrawMin, withdrawMax);
                {
                    const Operation box(withdrawing, -amount);
                    const std::scoped_lock held(account);
                    if (balance.read() < amount)
                        waitFor(amount);
                    change(-amount);
                    m_withdrawals.add();
                    m_withdrawn.add(amount);
                    mine.add();
                    Lab::showNumber(mine);
                }
                lab.pause(withdrawPauseMs);
            }
        };
        Crew depositorsCrew(lab, {.group = "Depositors",
                                  .prefix = TS_NAME("name", "Depositor"),
                                  .size = [&] { return depositors.value(); },
                                  .body = depositor});
        Crew withdrawersCrew(lab, {.group = "Withdrawers",
                                   .prefix = TS_NAME("name", "Withdrawer"),
                                   .size = [&] { return withdrawers.value(); },
                                   .body = withdrawer});
        Crew spurious(lab, {.group = TS_NAME("name", "System"),
                            .prefix = TS_NAME("name", "Spurious wake-ups"),
                            .size = [&] { return spuriousPerS > 0 ? 1 : 0; },
                            .body =
                                [&] {
                                    for (;;) {
                                        lab.pauseForRate(spuriousPerS);
                                        deposited.wakeSpuriously();
                                    }
                                }});
        tend(lab, {&depositorsCrew, &withdrawersCrew, &spurious});
    }

    Findings findings() const override
    {
        const Durations::Summary waits = m_waits.summary();
        const Tallies::Summary each = m_perWithdrawer.summary();
        Findings found;
        found.add("deposits", TS_TEXT("bank", "Deposits"), m_deposits.value());
        found.add("withdrawals", TS_TEXT("bank", "Withdrawals"), m_withdrawals.value());
        found.add("deposited", TS_TEXT("bank", "Deposited"), m_deposited.value(), "money");
        found.add("withdrawn", TS_TEXT("bank", "Withdrawn"), m_withdrawn.value(), "money");
        found.add("balance", TS_TEXT("bank", "Balance"), m_balance.value(), "money");
        found.add("went_negative", TS_TEXT("bank", "Fell below zero"), m_wentNegative.value(), {},
                  Evidence::belowZero);
        found.add("useless_wakeups", TS_TEXT("bank", "Useless wake-ups"), m_uselessWakeups.value());
        found.add("wait_mean_ms", TS_TEXT("bank", "Wait, mean"), waits.meanMs, "ms");
        found.add("wait_max_ms", TS_TEXT("bank", "Wait, longest"), waits.maxMs, "ms", Evidence::longestWait);
        found.add("withdrawals_min", TS_TEXT("bank", "Fewest withdrawals of one"), each.min, {},
                  Evidence::leastNumber);
        found.add("withdrawals_max", TS_TEXT("bank", "Most withdrawals of one"), each.max, {},
                  Evidence::greatestNumber);
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const std::int64_t least = found.integer("withdrawals_min");
        const std::int64_t most = found.integer("withdrawals_max");
        const auto longest = DurationArg{static_cast<std::int64_t>(found.number("wait_max_ms") * 1e6)};
        if (outcome == Outcome::running)
            return Text(TS_TEXT(
                            "bank",
                            "So far: %1 deposits, %2 withdrawals, the balance is %3, the longest wait %4."))
                .arg(found.integer("deposits"))
                .arg(found.integer("withdrawals"))
                .arg(found.integer("balance"))
                .arg(longest);
        if (const std::int64_t times = found.integer("went_negative"); times > 0)
            return Text(TS_PLURAL("bank",
                                  "Worse: the balance fell below zero %n times. A woken withdrawer took its "
                                  "money without looking again, after another had taken it."))
                .count(times);
        if (found.integer("withdrawals") == 0)
            return found.integer("deposits") == 0
                       ? Text(TS_TEXT("bank",
                                      "All of them, for ever: nobody deposits, so nobody can wake them. The "
                                      "longest wait was %1."))
                             .arg(longest)
                             .of("wait_max_ms")
                       : Text(TS_TEXT("bank",
                                      "All of them: no withdrawal in %1 deposits. The longest wait was %2."))
                             .arg(found.integer("deposits"))
                             .arg(longest)
                             .of("wait_max_ms");
        if (least == 0)
            return Text(TS_PLURAL("bank",
                                  "Some do: %n withdrawers got nothing, while one withdrew %1 times. The "
                                  "longest wait was %2."))
                .arg(most)
                .of("withdrawals_max")
                .arg(longest)
                .of("wait_max_ms")
                .count(m_perWithdrawer.summary().atMin);
        if (most >= 3 * least)
            return Text(TS_TEXT(
                            "bank",
                            "Some nearly: one withdrew %1 times, another only %2. The longest wait was %3."))
                .arg(most)
                .of("withdrawals_max")
                .arg(least)
                .of("withdrawals_min")
                .arg(longest)
                .of("wait_max_ms");
        return Text(TS_TEXT("bank", "No: each withdrew %2 to %1 times. The longest wait was %3."))
            .arg(most)
            .of("withdrawals_max")
            .arg(least)
            .of("withdrawals_min")
            .arg(longest)
            .of("wait_max_ms");
    }

private:
    Integer depositors{this, "depositors", TS_TEXT("bank", "Depositors"), 5, {0, 64}, kWho.live()};
    Integer withdrawers{this, "withdrawers", TS_TEXT("bank", "Withdrawers"), 10, {0, 64}, kWho.live()};
    Integer initialBalance{this, "initial_balance", TS_TEXT("bank", "Initial balance"), 0, {0, 10000}, kWho};
    Integer depositMin{
        this,
        "deposit_min",
        TS_TEXT("bank", "Smallest deposit"),
        5,
        {1, 1000},
        kRules.about(TS_TEXT("bank", "Each deposit brings an amount between the two, by chance."))};
    Integer depositMax{this, "deposit_max", TS_TEXT("bank", "Largest deposit"), 10, {1, 1000}, kRules};
    Integer withdrawMin{
        this,
        "withdraw_min",
        TS_TEXT("bank", "Smallest withdrawal"),
        10,
        {1, 1000},
        kRules.about(TS_TEXT("bank", "Each withdrawal wants an amount between the two, by chance."))};
    Integer withdrawMax{this, "withdraw_max", TS_TEXT("bank", "Largest withdrawal"), 30, {1, 1000}, kRules};
    Integer depositPauseMs{this, "deposit_pause_ms", TS_TEXT("bank", "Pause after a deposit"),
                           500,  {0, 5000},          kHowLong.live().in("ms")};
    Integer withdrawPauseMs{this, "withdraw_pause_ms", TS_TEXT("bank", "Pause after a withdrawal"),
                            1000, {0, 5000},           kHowLong.live().in("ms")};
    Integer workMs{
        this,
        "work_ms",
        TS_TEXT("bank", "Work with the lock held"),
        1,
        {0, 1000},
        kHowLong.live().in("ms").about(TS_TEXT("bank", "Between reading the balance and writing it back."))};
    Choice notify{
        this,
        "notify",
        TS_TEXT("bank", "A deposit wakes"),
        {{"all", TS_TEXT("bank", "all")}, {"one", TS_TEXT("bank", "one")}},
        kRules.live().about(TS_TEXT("bank", "The one that is woken may be one who still cannot withdraw."))};
    Choice recheck{this,
                   "recheck",
                   TS_TEXT("bank", "A woken withdrawer looks again"),
                   {{"while", TS_TEXT("bank", "while too little")}, {"if", TS_TEXT("bank", "not at all")}},
                   kRules.live().about(TS_TEXT(
                       "bank", "Between the wake-up and the lock somebody else may have taken the money."))};
    Integer spuriousPerS{this,
                         "spurious_per_s",
                         TS_TEXT("bank", "Wake-ups without a reason"),
                         0,
                         {0, 1000},
                         kRules.live().in("/s").about(
                             TS_TEXT("bank", "Systems may wake a waiter though nobody notified it."))};
    Real seconds{this, "seconds", TS_TEXT("bank", "Time"), 10, {0, 3600}, kRun.in("s")};

    Counter m_deposits;
    Counter m_withdrawals;
    Counter m_deposited;
    Counter m_withdrawn;
    Counter m_balance;
    Counter m_wentNegative;
    Counter m_uselessWakeups;
    Durations m_waits;
    Tallies m_perWithdrawer;
};

} // namespace

std::unique_ptr<Experiment> makeBank()
{
    return std::make_unique<Bank>();
}

} // namespace threadscape
