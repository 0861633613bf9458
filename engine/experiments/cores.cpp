#include "lab/threads.h"

#include <algorithm>

namespace threadscape {

namespace {

/// Threads that calculate without a pause: on fewer cores they share them as the system schedules.
class CoresExperiment final : public Experiment {
public:
    CoresExperiment()
        : Experiment({"cores", TS_TEXT("topic", "Speedup"), TS_TEXT("cores", "More threads than cores")})
    {
        preset("lecture", TS_TEXT("preset", "Lecture"));
        preset("one-each", TS_TEXT("preset", "A core each"), threads = std::min(Lab::cores(), kMostThreads));
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({coresPlot(3)});
    }

    Text question() const override
    {
        return Text(TS_PLURAL("cores", "What do %n threads do on %1 cores?"), Lab::cores()).count(threads);
    }

    void run(Lab& lab) override
    {
        Lab::compute(1); // calibrates the core speed, before all need it
        ResizableThreads calculators(lab, calculating, [] {
            constexpr std::int64_t kUsPerMs = 1'000;
            for (Lab::showNumber(0);; Lab::countNumber())
                Lab::compute(kUsPerMs);
        });
        maintain(lab, {&calculators});
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const Times now = times.fresh();
        if (total(now, &ThreadTime::lifeNs).value_or(0) == 0)
            return TS_TEXT("cores", "None has begun yet.");
        const ThreadTime longest = greatest(now, &ThreadTime::readyNs);
        // The number at a time; its evidence is that of one thread's share.
        const double running =
            ratio(*total(now, &ThreadTime::runningNs), greatest(now, &ThreadTime::lifeNs).lifeNs);
        constexpr double kLittle = 0.1;
        const bool apart = found[readyShare] < kLittle;
        const bool soFar = !apart && outcome == Outcome::running;
        const Template form =
            apart ? TS_PLURAL("cores", "They run side by side: on average %1 of %n threads had a core, "
                                       "and %2 wanted one for %3 of %4.")
            : soFar
                ? TS_PLURAL("cores", "So far: on average %1 of %n threads have a core; %2 has wanted "
                                     "one for %3 of %4.")
                : TS_PLURAL("cores", "They take turns: on average %1 of %n threads had a core. %2 wanted a "
                                     "core for %3 of %4.");
        const auto seenAt = [&](const Reported& finding) { return soFar ? "" : finding.reportedAs(); };
        return Text(form, Quote(running, "", seenAt(runningShare)).digits(1), NameArg{longest.name},
                    Quote(static_cast<double>(longest.readyNs) / 1e9, "s", seenAt(readyShare)),
                    DurationArg{longest.lifeNs})
            .count(static_cast<std::int64_t>(now.size()));
    }

private:
    static constexpr std::int64_t kMostThreads = 64;

    using Times = std::vector<ThreadTime>;
    /// Of all threads; nullopt when none has a value.
    template <typename Number>
    static std::optional<std::int64_t> total(const Times& all, Number ThreadTime::*part)
    {
        std::optional<std::int64_t> sum;
        for (const ThreadTime& thread : all)
            if (const std::optional<std::int64_t> own = thread.*part)
                sum = sum.value_or(0) + *own;
        return sum;
    }
    /// The first with the greatest value.
    static ThreadTime greatest(const Times& all, std::int64_t ThreadTime::*part)
    {
        const auto at = std::ranges::max_element(all, {}, part);
        return at == all.end() ? ThreadTime{} : *at;
    }
    static double ratio(std::int64_t part, std::int64_t whole)
    {
        return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
    }
    double share(std::int64_t ThreadTime::*part) const
    {
        return ratio(total(*times, part).value_or(0), total(*times, &ThreadTime::lifeNs).value_or(0));
    }

    Integer threads{this, "threads", TS_TEXT("cores", "Threads"), 8, kWho.between(1, kMostThreads).live()};
    Real seconds{this, "seconds", TS_TEXT("cores", "Time"), 3, kRun.between(0, 3600).in("s")};

    Group calculating{this, TS_TEXT("cores", "Threads"), TS_NAME("name", "Thread"), threads,
                      kHyphened.counting(TS_TEXT("cores", "ms of work"))};

    Basis<Times> times{this, [this] { return timesOf(calculating.heading()); }};
    Measured runningShare{this, "running_share", TS_TEXT("cores", "Had a core"),
                          [this] { return share(&ThreadTime::runningNs); }};
    Measured readyShare{this, "ready_share", TS_TEXT("cores", "Wanted a core"),
                        [this] { return share(&ThreadTime::readyNs); }};
    Whole forced{this, "switches_forced", TS_TEXT("cores", "Cores taken away"),
                 [this] { return total(*times, &ThreadTime::switchesForced); }};
    Whole voluntary{this, "switches_voluntary", TS_TEXT("cores", "Cores given up"),
                    [this] { return total(*times, &ThreadTime::switchesVoluntary); }};
    Whole migrations{this, "migrations", TS_TEXT("cores", "Moves to another core"),
                     [this] { return total(*times, &ThreadTime::migrations); }};
    Derived<std::string> wantedLongest{this, "ready_longest", TS_TEXT("cores", "Wanted a core longest"),
                                       [this] { return greatest(*times, &ThreadTime::readyNs).name; }};
    Measured longestWait{
        this, "ready_longest_s", TS_TEXT("cores", "That long without a core"),
        [this] { return static_cast<double>(greatest(*times, &ThreadTime::readyNs).readyNs) / 1e9; }, "s"};
};

} // namespace

THREADSCAPE_MAKES(CoresExperiment)

} // namespace threadscape
