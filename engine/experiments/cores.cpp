#include "lab/threads.h"

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

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const ThreadTimes now = times.fresh();
        if (now.total(&ThreadTime::lifeNs) == 0)
            return TS_TEXT("cores", "None has begun yet.");
        const ThreadTime longest = now.greatest(&ThreadTime::readyNs);
        // The number at a time; its evidence is that of one thread's share.
        const double running = static_cast<double>(now.total(&ThreadTime::runningNs)) /
                               static_cast<double>(now.greatest(&ThreadTime::lifeNs).lifeNs);
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
                    Quote(longest.readySeconds(), "s", seenAt(readyShare)), DurationArg{longest.lifeNs})
            .count(now.count());
    }

private:
    static constexpr std::int64_t kMostThreads = 64;

    Integer threads{this, "threads", TS_TEXT("cores", "Threads"), 8, kWho.between(1, kMostThreads).live()};
    Real seconds{this, "seconds", TS_TEXT("cores", "Time"), 3, kRun.between(0, 3600).in("s")};

    Group calculating{this, TS_TEXT("cores", "Threads"), TS_NAME("name", "Thread"), threads,
                      kHyphened.counting(TS_TEXT("cores", "ms of work"))};

    Basis<ThreadTimes> times{this, [this] { return ThreadTimes(timesOf(calculating.heading())); }};
    Measured runningShare{this, "running_share", TS_TEXT("cores", "Had a core"),
                          [this] { return times->share(&ThreadTime::runningNs); }};
    Measured readyShare{this, "ready_share", TS_TEXT("cores", "Wanted a core"),
                        [this] { return times->share(&ThreadTime::readyNs); }};
    Whole forced{this, "switches_forced", TS_TEXT("cores", "Cores taken away"),
                 [this] { return times->total(&ThreadTime::switchesForced); }};
    Whole voluntary{this, "switches_voluntary", TS_TEXT("cores", "Cores given up"),
                    [this] { return times->total(&ThreadTime::switchesVoluntary); }};
    Whole migrations{this, "migrations", TS_TEXT("cores", "Moves to another core"),
                     [this] { return times->total(&ThreadTime::migrations); }};
    Derived<std::string> wantedLongest{this, "ready_longest", TS_TEXT("cores", "Wanted a core longest"),
                                       [this] { return times->greatest(&ThreadTime::readyNs).name; }};
    Measured longestWait{this, "ready_longest_s", TS_TEXT("cores", "That long without a core"),
                         [this] { return times->greatest(&ThreadTime::readyNs).readySeconds(); }, "s"};
};

} // namespace

THREADSCAPE_MAKES(CoresExperiment)

} // namespace threadscape
