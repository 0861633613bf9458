#include "lab/lab.h"

namespace threadscape {

namespace {

/// Threads that think, want the same lock or one of a few permits, and work while they have it.
class LocksExperiment final : public Experiment {
public:
    LocksExperiment()
        : Experiment({.id = "locks",
                      .topic = TS_TEXT("topic", "Races and locks"),
                      .title = TS_TEXT("locks", "One lock for all")})
    {
    }

    Text question() const override
    {
        if (hasPermits())
            return Text(TS_PLURAL("locks", "What do %n threads gain from %1 permits?"))
                .arg(permits.value())
                .count(threads);
        return Text(TS_PLURAL("locks", "What do %n threads gain from one lock?")).count(threads);
    }

    std::vector<Preset> presets() const override
    {
        using List = std::vector<std::pair<std::string, std::string>>;
        const auto with = [](const List& more) {
            List all{{"threads", "4"}, {"hold_ms", "100"}, {"think_ms", "100"}, {"seconds", "3"}};
            all.insert(all.end(), more.begin(), more.end());
            return all;
        };
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = with({})},
            {.name = "two-permits",
             .label = TS_TEXT("preset", "Two permits"),
             .settings = with({{"kind", "Semaphore"}})},
            {.name = "go-away",
             .label = TS_TEXT("preset", "Try, or go away"),
             .settings = with({{"acquire", "try"}})},
            {.name = "one-release-too-many",
             .label = TS_TEXT("preset", "One release too many"),
             .settings = with({{"kind", "BoundedSemaphore"}, {"over_release", "true"}})},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        std::vector<PlotSpec> all{
            {.kind = PlotSpec::Kind::timeline, .share = 5},
            {.kind = PlotSpec::Kind::contention, .share = 3, .title = TS_TEXT("plot", "Waiting")}};
        if (hasPermits())
            all.push_back({.kind = PlotSpec::Kind::values,
                           .share = 3,
                           .variable = kind.name(),
                           .title = TS_TEXT("locks", "Permits in use")});
        return all;
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {{TS_TEXT("locks", "Threads"), TS_NAME("name", "Thread"), threads, TS_TEXT("locks", "turns"),
                 LaneNaming::hyphened}};
    }

    std::vector<PlotSpec::Band> bands(const PlotSpec& /*plot*/) const override
    {
        const auto all = static_cast<double>(permits.value());
        return {{TS_TEXT("locks", "permits"), all, all}};
    }

    double plannedSeconds() const override { return seconds; }

    void run(Lab& lab) override
    {
        const Fairness fairness = fair ? Fairness::fair : Fairness::barging;
        if (kind.is("Lock")) {
            Lock lock(lab, TS_NAME("name", "Lock"), fairness);
            compete(lab, lock, 1);
        } else if (kind.is("RLock")) {
            RLock lock(lab, TS_NAME("name", "RLock"), fairness);
            compete(lab, lock, depth);
        } else if (kind.is("Semaphore")) {
            Semaphore gate(lab, TS_NAME("name", "Semaphore"), permits, fairness);
            compete(lab, gate, 1);
        } else {
            BoundedSemaphore gate(lab, TS_NAME("name", "BoundedSemaphore"), permits, fairness);
            compete(lab, gate, 1);
        }
    }

    Findings findings() const override
    {
        const Durations::Summary waits = m_waits.summary();
        const double time = m_time.seconds();
        const auto perS = [&](double of) { return time > 0 ? of / time : 0; };
        Findings found;
        found.add("throughput_per_s", TS_TEXT("locks", "Turns"), perS(static_cast<double>(m_turns.value())),
                  "/s");
        found.add("wait_mean_ms", TS_TEXT("locks", "Wait, mean"), waits.meanMs, "ms");
        found.add("wait_p99_ms", TS_TEXT("locks", "Wait, 99 of 100 shorter"), waits.p99Ms, "ms");
        found.add("wait_max_ms", TS_TEXT("locks", "Wait, longest"), waits.maxMs, "ms", Evidence::longestWait);
        found.add("utilisation", TS_TEXT("locks", "Share of the time in use"),
                  perS(m_holds.summary().totalMs / 1e3) / static_cast<double>(places()));
        found.add("refused", TS_TEXT("locks", "Went away without it"), m_refused.value());
        found.add("error", TS_TEXT("locks", "Error"), m_error.value());
        if (hasPermits())
            found.add("permits_after", TS_TEXT("locks", "Permits after the end"),
                      m_permitsAfter > 0 ? FindingValue(m_permitsAfter.value()) : FindingValue());
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const auto perS = found.number("throughput_per_s");
        const NumberArg turns{perS, perS < 10 ? 1 : 0};
        const DurationArg wait{static_cast<std::int64_t>(found.number("wait_mean_ms") * 1e6)};
        const DurationArg work{m_workNs / std::max<std::int64_t>(m_turns, 1)};
        const auto told = [&](Text form) {
            return std::move(form).arg(turns).of("throughput_per_s").arg(wait).of("wait_mean_ms").arg(work);
        };
        if (outcome == Outcome::running)
            return told(TS_TEXT("locks", "So far: %1 turns a second, each after waiting %2 for %3 of work."));
        if (const Text error = m_error.text(); !error.empty())
            return Text(TS_TEXT("locks", "%1 turns a second. And one release too many is an error: %2"))
                .arg(turns)
                .of("throughput_per_s")
                .arg(error.form());
        if (m_permitsAfter > permits)
            return Text(TS_TEXT("locks",
                                "%1 turns a second. One release too many was no error: now %2 threads "
                                "may pass at a time, not %3."))
                .arg(turns)
                .of("throughput_per_s")
                .arg(m_permitsAfter.value())
                .of("permits_after")
                .arg(permits.value());
        if (m_refused > 0 && acquire.is("try"))
            return Text(TS_TEXT("locks",
                                "%1 turns a second; %2 times a thread found it taken, and went away."))
                .arg(turns)
                .of("throughput_per_s")
                .arg(m_refused.value())
                .of("refused");
        if (m_refused > 0)
            return Text(TS_TEXT("locks",
                                "%1 turns a second, each after waiting %2; %3 times a thread waited in "
                                "vain, and went away."))
                .arg(turns)
                .of("throughput_per_s")
                .arg(wait)
                .of("wait_mean_ms")
                .arg(m_refused.value())
                .of("refused");
        constexpr double kFull = 0.9;
        const double used = found.number("utilisation");
        // So many threads keep it in use all the time; the others only wait.
        const std::int64_t enough =
            holdMs == 0 ? 1
                        : (places() * (holdMs + thinkMs) + holdMs - 1) / std::max<std::int64_t>(holdMs, 1);
        if (used < kFull || enough >= threads)
            return told(TS_TEXT("locks",
                                "Something: %1 turns a second, each after waiting %2 for %3 of work; "
                                "it was in use %4 % of the time."))
                .arg(NumberArg{used * 100, 0})
                .of("utilisation");
        if (enough == 1)
            return told(TS_TEXT("locks",
                                "Nothing: %1 turns a second, each after waiting %2 for %3 of work; one "
                                "thread alone would do as much."));
        return told(TS_PLURAL("locks",
                              "No more than %n would: %1 turns a second, each after waiting %2 for %3 of "
                              "work."))
            .count(enough);
    }

private:
    bool hasPermits() const { return kind.is("Semaphore") || kind.is("BoundedSemaphore"); }
    /// How many can have it at a time.
    std::int64_t places() const { return hasPermits() ? permits.value() : 1; }

    template <typename L>
    void compete(Lab& lab, L& lock, std::int64_t times)
    {
        const OperationName working = lab.operation(TS_NAME("name", "work"));
        const auto body = [&] {
            Counter mine;
            for (;;) {
                Lab::showNumber(mine);
                lab.pause(thinkMs);
                if (!enter(lock)) {
                    m_refused.add();
                    continue;
                }
                const Inside<L> inside(lock, times);
                const Operation box(working);
                const Durations::Scope holding(m_holds);
                const std::int64_t sinceNs = lab.elapsedNs();
                lab.pause(holdMs);
                m_workNs.add(lab.elapsedNs() - sinceNs);
                m_turns.add();
                mine.add();
            }
        };
        {
            Crew crew(lab, {.group = "Threads",
                            .prefix = TS_NAME("name", "Thread"),
                            .size = [&] { return threads.value(); },
                            .body = body,
                            .naming = LaneNaming::hyphened});
            m_time.start();
            tendUntilStop(lab, {&crew});
        }
        m_time.stop();
        if (overRelease)
            releaseOnceTooOften(lock);
    }

    template <typename L>
    bool enter(L& lock)
    {
        const Durations::Scope waiting(m_waits);
        if (acquire.is("try"))
            return lock.try_lock();
        if (acquire.is("timeout")) {
            const std::chrono::milliseconds atMost(timeoutMs);
            if constexpr (std::is_base_of_v<Semaphore, L>)
                return lock.try_acquire_for(atMost);
            else
                return lock.try_lock_for(atMost);
        }
        lock.lock();
        return true;
    }

    /// Has it, and takes it again if it is to be taken several times; lets go of it as often, also when it is stopped.
    template <typename L>
    class Inside {
    public:
        Inside(L& lock, std::int64_t times) : m_lock(lock)
        {
            const NoStop entering; // nothing of this waits
            for (; m_times < times; ++m_times)
                m_lock.lock();
        }
        ~Inside()
        {
            for (; m_times > 0; --m_times)
                m_lock.unlock();
        }
        Inside(const Inside&) = delete;
        Inside& operator=(const Inside&) = delete;

    private:
        L& m_lock;
        std::int64_t m_times = 1;
    };

    // Everybody has ended: nobody holds it.
    template <typename L>
    void releaseOnceTooOften(L& lock)
    {
        const NoStop finishing;
        try {
            lock.unlock();
        } catch (const Misuse& misuse) {
            m_error.set(misuse.text());
        }
        if (!hasPermits())
            return;
        std::int64_t all = 0;
        while (lock.try_lock())
            ++all;
        for (std::int64_t i = 0; i < all; ++i)
            lock.unlock();
        m_permitsAfter.set(all);
    }

    Choice kind{this,
                "kind",
                TS_TEXT("locks", "Kind"),
                {{"Lock", TS_TEXT("locks", "Lock")},
                 {"RLock", TS_TEXT("locks", "RLock")},
                 {"Semaphore", TS_TEXT("locks", "Semaphore")},
                 {"BoundedSemaphore", TS_TEXT("locks", "BoundedSemaphore")}},
                kRules};
    Integer threads{this, "threads", TS_TEXT("locks", "Threads"), 8, {1, 64}, kWho.live()};
    Integer permits{this, "permits", TS_TEXT("locks", "Permits"),
                    2,    {1, 64},   kWho.about(TS_TEXT("locks", "Of a semaphore: so many pass at a time."))};
    Integer depth{this, "depth", TS_TEXT("locks", "Taken so often"),
                  3,    {1, 10}, kRules.about(TS_TEXT("locks", "An RLock: its holder takes it again."))};
    Integer holdMs{this, "hold_ms", TS_TEXT("locks", "Work while holding it"),
                   5,    {0, 1000}, kHowLong.live().in("ms")};
    Integer thinkMs{this, "think_ms", TS_TEXT("locks", "Pause between turns"),
                    10,   {0, 1000},  kHowLong.live().in("ms")};
    Boolean fair{this, "fair", TS_TEXT("locks", "First come, first served"), false,
                 kRules.about(TS_TEXT("locks", "Otherwise who comes by takes it before those who wait."))};
    Choice acquire{this,
                   "acquire",
                   TS_TEXT("locks", "Who does not get it"),
                   {{"block", TS_TEXT("locks", "waits")},
                    {"try", TS_TEXT("locks", "goes away")},
                    {"timeout", TS_TEXT("locks", "waits a while")}},
                   kRules};
    Integer timeoutMs{this, "timeout_ms", TS_TEXT("locks", "A while"), 20, {0, 10000}, kHowLong.in("ms")};
    Boolean overRelease{
        this, "over_release", TS_TEXT("locks", "One release too many"), false,
        kRules.about(TS_TEXT("locks", "At the end, when nobody has it, it is released once more."))};
    Real seconds{this, "seconds", TS_TEXT("locks", "Time"), 5, {0, 3600}, kRun.in("s")};

    Stopwatch m_time;
    Counter m_turns;
    Counter m_workNs; // of whole turns
    Counter m_refused;
    Counter m_permitsAfter;
    Remark m_error;
    Durations m_waits;
    Durations m_holds;
};

} // namespace

std::unique_ptr<Experiment> makeLocksExperiment()
{
    return std::make_unique<LocksExperiment>();
}

} // namespace threadscape
