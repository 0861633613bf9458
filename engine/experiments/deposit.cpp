#include "lab/lab.h"

namespace threadscape {

namespace {

/// Many small deposits by a few workers: each reads the balance, works, and writes it back, with a lock or without.
class Deposit final : public Experiment {
public:
    Deposit()
        : Experiment({.id = "deposit",
                      .topic = TS_TEXT("topic", "Races and locks"),
                      .title = TS_TEXT("deposit", "Lost updates")})
    {
    }

    Text question() const override
    {
        return Text(TS_PLURAL("deposit", "Do %n deposits of %1 make %2?"))
            .arg(amount.value())
            .arg(deposits * amount)
            .count(deposits);
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture",
             .label = TS_TEXT("preset", "Lecture"),
             .settings = {{"deposits", "12"}, {"workers", "4"}, {"work_ms", "50"}, {"lock", "false"}}},
            {.name = "slow-motion",
             .label = TS_TEXT("preset", "Slow motion"),
             .settings = {{"deposits", "12"}, {"workers", "4"}, {"work_ms", "50"}, {"lock", "false"}},
             .speed = 0.1},
            {.name = "single-file",
             .label = TS_TEXT("preset", "Single file"),
             .settings = {{"deposits", "12"}, {"workers", "4"}, {"work_ms", "50"}, {"lock", "true"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {
            {.kind = PlotSpec::Kind::timeline, .share = 5, .variable = "Balance"},
            {.kind = PlotSpec::Kind::contention, .share = 2, .title = TS_TEXT("plot", "Waiting")},
            {.kind = PlotSpec::Kind::values,
             .share = 3,
             .variable = "Balance",
             .title = TS_TEXT("deposit", "Balance")},
        };
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {{TS_TEXT("deposit", "Workers"), TS_NAME("name", "Worker"), workers}};
    }

    std::vector<PlotSpec::Band> bands(const PlotSpec& /*plot*/) const override
    {
        const auto expected = static_cast<double>(deposits * amount);
        return {{TS_TEXT("deposit", "expected"), expected, expected, TS_TEXT("deposit", "%1 lost")}};
    }

    void run(Lab& lab) override
    {
        Lock account(lab, TS_NAME("name", "Account"));
        Shared<std::int64_t> balance(lab, TS_NAME("name", "Balance"), 0, "money");
        const OperationName depositing = lab.operation(TS_NAME("name", "deposit"));
        const OperationLabel read = lab.label("read");
        const OperationLabel work = lab.label("work");
        const OperationLabel write = lab.label("write");

        const auto readWorkWrite = [&] {
            m_inside.add();
            Lab::at(read);
            const std::int64_t before = balance.read();
            m_insideMost.raiseTo(m_inside);
            Lab::at(work);
            lab.pause(workMs);
            m_inside.add(-1);
            Lab::at(write);
            balance.write(before + amount);
            m_balance.set(before + amount);
            m_done.add();
        };
        const std::int64_t startNs = lab.elapsedNs();
        ThreadPool pool(lab, {.group = "Workers", .prefix = TS_NAME("name", "Worker")}, workers);
        std::vector<Future<void>> results;
        for (std::int64_t i = 0; i < deposits; ++i)
            results.push_back(pool.submit([&] {
                const Operation box(depositing, amount);
                if (!lock)
                    return readWorkWrite();
                const std::scoped_lock held(account);
                readWorkWrite();
            }));
        for (Future<void>& result : results)
            result.get();
        m_balance.set(balance.read());
        m_timeNs.set(lab.elapsedNs() - startNs);
        pool.shutdown();
    }

    Findings findings() const override
    {
        Findings found;
        found.add("expected", TS_TEXT("deposit", "Expected"), m_done * amount, "money");
        found.add("balance", TS_TEXT("deposit", "Balance"), m_balance.value(), "money");
        found.add("lost", TS_TEXT("deposit", "Lost"), m_done * amount - m_balance, "money",
                  Evidence::lostUpdate);
        found.add("time_s", TS_TEXT("deposit", "Time"), static_cast<double>(m_timeNs) * 1e-9, "s");
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const std::int64_t lost = found.integer("lost");
        if (outcome == Outcome::running)
            return Text(TS_TEXT("deposit", "So far: %1 of %2 deposits made, the balance is %3."))
                .arg(m_done.value())
                .arg(deposits.value())
                .arg(found.integer("balance"));
        if (outcome != Outcome::finished)
            return Text(TS_TEXT("deposit", "Ended after %1 of %2 deposits: the balance is %3, %4 lost."))
                .arg(m_done.value())
                .arg(deposits.value())
                .arg(found.integer("balance"))
                .arg(lost);
        if (lost != 0)
            return Text(TS_PLURAL("deposit",
                                  "No, %1: up to %n threads read the same balance before any wrote."))
                .arg(found.integer("balance"))
                .of("lost")
                .count(m_insideMost);
        const DurationArg took{m_timeNs};
        if (lock)
            return Text(TS_TEXT("deposit", "Yes, %1, in %2: with the lock one deposit waits for the other."))
                .arg(found.integer("balance"))
                .arg(took);
        return Text(TS_TEXT("deposit", "Yes, %1, in %2: this time no two deposits met."))
            .arg(found.integer("balance"))
            .arg(took);
    }

private:
    Integer deposits{this, "deposits", TS_TEXT("deposit", "Deposits"), 100, {1, 10000}, kWho};
    Integer amount{this, "amount", TS_TEXT("deposit", "Amount"), 1, {1, 1000}, kWho};
    Integer workers{
        this, "workers", TS_TEXT("deposit", "Workers"),
        10,   {1, 64},   kWho.about(TS_TEXT("deposit", "Threads of the pool that share the deposits."))};
    Integer workMs{
        this,
        "work_ms",
        TS_TEXT("deposit", "Work"),
        1,
        {0, 1000},
        kHowLong.in("ms").about(TS_TEXT("deposit", "Between reading the balance and writing it back."))};
    Boolean lock{this, "lock", TS_TEXT("deposit", "With a lock"), true,
                 kRules.about(TS_TEXT("deposit", "Held from reading to writing: one deposit at a time."))};

    Counter m_done;
    Counter m_balance;
    Counter m_inside;
    Counter m_insideMost;
    Counter m_timeNs;
};

} // namespace

std::unique_ptr<Experiment> makeDeposit()
{
    return std::make_unique<Deposit>();
}

} // namespace threadscape
