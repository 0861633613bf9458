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

    bool answersByStretch() const override { return true; }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const ThreadTimes now = times.fresh();
        if (now.total(&ThreadTime::lifeNs) == 0)
            return TS_TEXT("cores", "None has begun yet.");
        if (found.stretches().size() > 1)
            return answerByStretch(found.stretches());
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

    /// How many threads had a core at a time, on average.
    double onCores(const RunStretch& stretch) const
    {
        const ThreadTimes then(timesOf(calculating.heading(), {stretch.fromNs, stretch.toNs}));
        return stretch.toNs > stretch.fromNs ? static_cast<double>(then.total(&ThreadTime::runningNs)) /
                                                   static_cast<double>(stretch.toNs - stretch.fromNs)
                                             : 0;
    }

    Answer answerByStretch(const std::vector<RunStretch>& all) const
    {
        const auto size = static_cast<std::int64_t>(all.size());
        const Template two =
            TS_TEXT("cores", "Threads with a core, on average: %1 of %2; from %3 on, %4 of %5.");
        const Template three =
            TS_TEXT("cores", "Threads with a core, on average: %1 of %2; from %3 on, %4 of %5; "
                             "from %6 on, %7 of %8.");
        const Template last =
            TS_PLURAL("cores", "Threads with a core, on average: %1 of %2 from %3 on, the last of %n "
                               "stretches between changes.");
        Text told(size == 2 ? two : size == 3 ? three : last);
        bool possible = true;
        const auto tell = [&](const RunStretch& stretch) {
            const double running = onCores(stretch);
            constexpr double kSlack = 1.02; // of the clocks that measured it
            possible = possible && running <= kSlack * static_cast<double>(Lab::cores());
            const SettingValue* const number = stretch.setting(threads.spec().name);
            told.add(NumberArg{running, 1});
            told.add(number != nullptr ? std::get<std::int64_t>(*number) : std::int64_t{0});
        };
        const auto tellSince = [&](const RunStretch& stretch) { told.add(DurationArg{stretch.fromNs}); };
        if (size > 3) {
            tell(all.back());
            tellSince(all.back());
        } else {
            for (const RunStretch& stretch : all) {
                if (stretch.fromNs > 0)
                    tellSince(stretch);
                tell(stretch);
            }
        }
        return Answer(size > 3 ? std::move(told).count(size) : std::move(told))
            .claiming("no more threads had a core than there are", possible);
    }

    Integer threads{this, "threads", TS_TEXT("cores", "Threads"), 8, kWho.between(1, kMostThreads).live()};
    Real seconds{this, "seconds", TS_TEXT("cores", "Time"), 3, kRun.between(0, 3600).in("s")};

    Group calculating{this, TS_TEXT("cores", "Threads"), TS_NAME("name", "Thread"), threads,
                      kHyphened.counting(TS_TEXT("cores", "ms of work"))};

    Basis<ThreadTimes> times{
        this, [this] { return ThreadTimes(timesOf(calculating.heading())); },
        [this](RunPart part) { return ThreadTimes(timesOf(calculating.heading(), part)); }};
    Measured runningShare{this, "running_share", TS_TEXT("cores", "Had a core"),
                          [this] { return times->share(&ThreadTime::runningNs); }, in("").ofBasis()};
    Measured readyShare{this, "ready_share", TS_TEXT("cores", "Wanted a core"),
                        [this] { return times->share(&ThreadTime::readyNs); }, in("").ofBasis()};
    Whole forced{this, "switches_forced", TS_TEXT("cores", "Cores taken away"),
                 [this] { return times->total(&ThreadTime::switchesForced); }, addsUp()};
    Whole voluntary{this, "switches_voluntary", TS_TEXT("cores", "Cores given up"),
                    [this] { return times->total(&ThreadTime::switchesVoluntary); }, addsUp()};
    Whole migrations{this, "migrations", TS_TEXT("cores", "Moves to another core"),
                     [this] { return times->total(&ThreadTime::migrations); }, addsUp()};
    Derived<std::string> wantedLongest{this, "ready_longest", TS_TEXT("cores", "Wanted a core longest"),
                                       [this] { return times->greatest(&ThreadTime::readyNs).name; },
                                       in("").ofBasis()};
    Measured longestWait{this, "ready_longest_s", TS_TEXT("cores", "That long without a core"),
                         [this] { return times->greatest(&ThreadTime::readyNs).readySeconds(); },
                         in("s").ofBasis()};
};

} // namespace

THREADSCAPE_MAKES(CoresExperiment)

} // namespace threadscape
