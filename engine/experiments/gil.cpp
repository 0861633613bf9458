#include "lab/threads.h"

namespace threadscape {

namespace {

/// Threads that calculate and do input and output under one interpreter lock. The first does so alone for a while, as the
/// baseline for all of them.
class GilExperiment final : public Experiment {
public:
    GilExperiment() : Experiment({"gil", TS_TEXT("topic", "Speedup"), TS_TEXT("gil", "Interpreter lock")})
    {
        // With Python's own interval of 5 ms a switch would be too short to be seen.
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), switchMs = 50);
        preset("input-output", TS_TEXT("preset", "Input and output"), lecture, ioMs = 20);
        preset("without-the-lock", TS_TEXT("preset", "Without the lock"), lecture, releaseForCpu = true);
        preset("impatient", TS_TEXT("preset", "Impatient"), switchMs = 0);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({coresPlot(3), waitingPlot(2)});
    }

    Text question() const override
    {
        if (threads == 1)
            return TS_TEXT("gil", "What does the interpreter lock cost a thread that is alone?");
        return Text(TS_PLURAL("gil", "Why are %n threads no faster than one?")).count(threads);
    }

    void run(Lab& lab) override
    {
        Lab::compute(1); // calibrates the core speed, before all need it
        Gil gil(lab, TS_NAME("name", "GIL"));
        const Lab::Follower follower(lab, [&] {
            gil.setSwitchInterval(std::chrono::milliseconds(switchMs));
            changes.add();
        });
        Milestone together(lab, TS_NAME("name", "Together"));
        Stage stage{lab, gil, together};
        const AtEnd over([&] {
            time.stop();
            if (together.reached())
                togetherStretch.stop(lab);
            look(stage);
        });
        ResizableThreads calculators(
            lab, calculating, [&] { return stage.together.reached() ? threads.value() : 1; },
            [&] { work(stage); });
        aloneTime.start();
        aloneStretch.start(lab);
        maintainUntil(lab, {&calculators}, [&] { return stage.together.reached(); });
        maintainUntilStop(lab, {&calculators});
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (time.seconds() <= 0 && !found.know(speedup))
            return TS_TEXT("gil", "So far one thread has calculated, alone.");
        const auto told = [&](Template form) {
            return Answer(Text(form, found(heldShare).percent(), found(switches),
                               DurationArg{static_cast<std::int64_t>(time.seconds() * 1e9)}, found(speedup))
                              .count(threads))
                .claiming("no more than is possible",
                          !found.know(speedup) || found[speedup] <= kAboveLimit * limit());
        };
        if (outcome == Outcome::running)
            return told(TS_TEXT("gil", "So far: one lock, held %1 % of the time, has changed hands %2 times "
                                       "in %3."));
        if (threads == 1)
            return told(
                TS_TEXT("gil", "Nothing: it held the lock %1 % of the time, and nobody else wanted it."));
        if (!found.know(speedup))
            return Answer(notResolved(found)).claiming("it is not resolved", !judged().maySay());
        const double gain = found[speedup];
        constexpr double kGain = 1.15;
        if (gain >= kGain && releaseForCpu)
            return told(TS_PLURAL("gil", "They are faster: they calculate without the lock, held %1 % of the "
                                         "time, and %n threads did %4 times as much as one."))
                .claiming("they are faster", judged().standing == Standing::resolved);
        if (gain >= kGain && releaseForIo && ioMs > 0)
            return told(TS_PLURAL("gil",
                                  "They are faster, as who waits for input and output lets go of the "
                                  "lock: held %1 % of the time, it changed hands %2 times in %3, and %n "
                                  "threads did %4 times as much as one."))
                .claiming("they are faster", judged().standing == Standing::resolved);
        return told(TS_PLURAL("gil", "One lock, held %1 % of the time, changed hands %2 times in %3: %n "
                                     "threads did %4 times as much as one."))
            .claiming("it may be said", judged().maySay());
    }

private:
    /// State shared by the threads of a run.
    struct Stage {
        Lab& lab;
        Gil& gil;
        Milestone& together; ///< the first stretch, of one thread alone, is over
    };

    void work(Stage& stage)
    {
        const std::lock_guard interpreter(stage.gil);
        Counter mine;
        if (!stage.together.reached()) {
            const Operation box(stage.lab.operation(TS_NAME("name", "alone")));
            while (!stage.together.reached())
                doRound(stage, mine);
        }
        for (;;)
            doRound(stage, mine);
    }

    void doRound(Stage& stage, Counter& mine)
    {
        Lab::showNumber(mine);
        if (cpuMs > 0)
            calculate(stage);
        if (ioMs > 0)
            waitForIo(stage);
        look(stage);
        stage.gil.checkpoint(); // also in rounds without work
        workNs.add(1);          // so that these count as well
        rounds.add();
        mine.add();
    }

    void calculate(Stage& stage)
    {
        constexpr std::int64_t kBlockUs = 100;
        const GilReleased outside(stage.gil, releaseForCpu);
        for (std::int64_t us = 0; us < 1000 * cpuMs; us += kBlockUs) {
            Lab::compute(kBlockUs);
            workNs.add(1000 * kBlockUs);
            look(stage);
            stage.gil.checkpoint();
        }
    }

    void waitForIo(Stage& stage)
    {
        const GilReleased outside(stage.gil, releaseForIo);
        const std::int64_t sinceNs = stage.lab.elapsedNs();
        const AtEnd count([&] { // also when stopped in the middle
            workNs.add(std::min(stage.lab.elapsedNs() - sinceNs, stage.lab.nsOf(ioMs)));
        });
        stage.lab.pause(ioMs);
    }

    void look(Stage& stage)
    {
        heldNs.raiseTo(stage.gil.heldNs());
        switches.raiseTo(stage.gil.switches());
        drops.raiseTo(stage.gil.drops());
        if (aloneTime.seconds() < aloneSeconds() || stage.together.reached())
            return;
        // The thread of the baseline comes here, once.
        aloneTime.stop();
        aloneStretch.stop(stage.lab);
        togetherStretch.start(stage.lab);
        aloneWorkNs.set(workNs);
        heldAloneNs.set(heldNs);
        rounds.set(0);
        time.start();
        stage.together.reach();
    }

    double aloneSeconds() const
    {
        constexpr double kMost = 1;
        constexpr double kUnlessPlanned = 0.5;
        return seconds > 0 ? std::min(seconds / 6, kMost) : kUnlessPlanned;
    }

    /// The lock's own numbers, and why the gain is not known.
    Text notResolved(const Findings& found) const
    {
        const Judgement verdict = judged();
        const DurationArg lasted{static_cast<std::int64_t>(time.seconds() * 1e9)};
        if (verdict.doubt == Doubt::others)
            return Text(TS_PLURAL("gil",
                                  "One lock, held %1 % of the time, changed hands %2 times in %3. What %n "
                                  "threads gain is not resolved: other programs had %4 % of the cores."),
                        found(heldShare).percent(), found(switches), lasted,
                        NumberArg{100 * others().value_or(0), 0})
                .count(threads);
        return Text(TS_PLURAL("gil",
                              "One lock, held %1 % of the time, changed hands %2 times in %3. What %n "
                              "threads gain is not resolved: something slowed one of the two stretches."),
                    found(heldShare).percent(), found(switches), lasted)
            .count(threads);
    }

    /// What all threads can do at most, as a multiple of what one does.
    double limit() const
    {
        if (changes > 1 || (ioMs > 0 && releaseForIo))
            return static_cast<double>(
                threads); // waits overlap; and for some of the time other settings held
        return static_cast<double>(releaseForCpu && cpuMs > 0 ? std::min(threads.value(), Lab::cores()) : 1);
    }

    std::optional<double> others() const
    {
        return othersShare(aloneStretch.fromNs(), togetherStretch.toNs());
    }

    Judgement judged() const
    {
        const std::optional<double> gain = timesOne();
        if (!gain || !togetherStretch.known())
            return {};
        const MeasuredOnce alone = aloneStretch.once(*this);
        const MeasuredOnce together = togetherStretch.once(*this);
        std::optional<Interval> interval = ratioOfOnce(alone, together);
        if (interval) { // of the times: the gain varies as they do
            const double each = *gain * together.seconds / alone.seconds;
            interval = Interval{interval->low * each, interval->high * each};
        }
        return judge({*gain, interval, limit()}, others());
    }

    /// Work is time: of calculations as calibrated, of waits as requested. The ratio of its rate with all threads to its rate
    /// in the first stretch of this run, in which one thread did the same rounds alone. With unchanged settings that is the
    /// ratio of rounds, including those in progress; changed settings are compensated for.
    std::optional<double> timesOne() const
    {
        const double alone = aloneTime.perSecond(static_cast<double>(aloneWorkNs.value()));
        if (time.seconds() <= 0 || alone == 0)
            return std::nullopt;
        return time.perSecond(static_cast<double>(workNs - aloneWorkNs)) / alone;
    }

    Integer threads{this, "threads", TS_TEXT("gil", "Threads"), 2, kWho.between(1, 16)};
    Integer cpuMs{this, "cpu_ms", TS_TEXT("gil", "Calculation"), 20, kLiveMs.between(0, 1000)};
    Integer ioMs{this, "io_ms", TS_TEXT("gil", "Input and output"), 0, kLiveMs.between(0, 1000)};
    Integer switchMs{
        this, "switch_ms", TS_TEXT("gil", "Switch interval"), 5,
        kRules.between(0, 100).live().in("ms").about(
            TS_TEXT("gil", "Who has waited so long for the lock asks its holder to drop it. Python: 5 ms."))};
    Boolean releaseForIo{this, "release_for_io", TS_TEXT("gil", "Without the lock during input and output"),
                         true, kRules};
    Boolean releaseForCpu{
        this, "release_for_cpu", TS_TEXT("gil", "Without the lock during calculations"), false,
        kRules.about(
            TS_TEXT("gil", "As libraries in C can that need no interpreter meanwhile, such as NumPy."))};
    Real seconds{this, "seconds", TS_TEXT("gil", "Time"), 3, kRun.between(0, 3600).in("s")};

    Group calculating{this, TS_TEXT("gil", "Threads"), TS_NAME("name", "Thread"), threads,
                      kHyphened.counting(TS_TEXT("gil", "rounds"))};

    TimedStretch aloneStretch;
    TimedStretch togetherStretch;
    Stopwatch aloneTime;
    Stopwatch time;  // of all together
    Counter changes; // of live settings, and one at the start
    Counter workNs;
    Counter aloneWorkNs;
    Counter rounds;
    Counter heldNs;
    Counter heldAloneNs;
    Measured roundsPerS{this, "rounds_per_s", TS_TEXT("gil", "Rounds"),
                        [this] { return time.perSecond(static_cast<double>(rounds.value())); }, "/s"};
    Measured heldShare{this, "gil_held_share", TS_TEXT("gil", "Share of the time it was held"), [this] {
                           return std::clamp(1e-9 * time.perSecond(static_cast<double>(heldNs - heldAloneNs)),
                                             0., 1.);
                       }};
    Count switches{this, "switches", TS_TEXT("gil", "Changed hands"), addsUp()};
    Count drops{this, "switches_forced", TS_TEXT("gil", "Dropped on request"), addsUp()};
    Measured speedup{this, "speedup_over_one_thread", TS_TEXT("gil", "Times the work of one thread"),
                     [this] { return judged().maySay() ? timesOne() : std::nullopt; }};
};

} // namespace

THREADSCAPE_MAKES(GilExperiment)

} // namespace threadscape
