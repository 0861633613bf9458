#include "lab/threads.h"

namespace threadscape {

namespace {

/// Threads that work in steps and check a flag before each; main sets it once, and joins them.
class Terminate final : public Experiment {
public:
    Terminate()
        : Experiment({"terminate", TS_TEXT("topic", "Threads"), TS_TEXT("terminate", "Asking to stop"),
                      TS_TEXT("terminate", "How do you stop a thread that you cannot kill?")})
    {
        const Preset lecture =
            preset("lecture", TS_TEXT("preset", "Lecture"), threads = 8, stopAfterMs = 2500, pollMs = 1000);
        preset("looks-often", TS_TEXT("preset", "Looks often"), lecture, pollMs = 100);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(3), valuesPlot(kFlag, 1)});
    }

    double plannedSeconds() const override { return secondsOfPauses(stopAfterMs + pollMs); }

    void run(Lab& lab) override
    {
        Shared<std::int64_t> stop(lab, kFlag, 0);
        const OperationName step = lab.operation(TS_NAME("name", "step"));
        const OperationLabel look = lab.label("look"), ask = lab.label("ask");

        Threads all(lab, workerLanes, [&](std::int64_t number) {
            Lab::showNumber(0);
            // Their starts are staggered, so that they do not all check at the same moment.
            lab.pause(pollMs, static_cast<double>(number - 1) / static_cast<double>(threads));
            for (Lab::at(look); stop.read() == 0; Lab::at(look)) {
                const Operation box(step);
                lab.pause(pollMs);
                Lab::countNumber(iterations);
            }
            latency.end();
            ended.add();
        });
        lab.pause(stopAfterMs);
        stepNs.set(lab.nsOf(pollMs));
        latency.begin();
        Lab::at(ask);
        stop.write(1);
        all.join();
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("no more than all have ended", found[ended] <= threads);
        };
        if (outcome == Outcome::finished)
            return told(Text(TS_PLURAL("terminate",
                                       "You ask, and wait until it looks: of %n threads that look "
                                       "every %1 the last ended %2 after the flag was set."),
                             DurationArg{stepNs}, found(latency))
                            .count(threads))
                .claiming("they were asked", latency.begun())
                .claiming("all have ended", found[ended] == threads)
                .claiming("after that", found[latency] > 0);
        const bool isAsked = found[ended] > 0 || latency.begun();
        if (isAsked)
            return told(Text(outcome == Outcome::running
                                 ? TS_PLURAL("terminate",
                                             "The flag is set: %1 of %n threads have looked, and ended.")
                                 : TS_PLURAL("terminate", "Ended early: %1 of %n threads had seen the flag."),
                             found[ended])
                            .count(threads))
                .claiming("they were asked", latency.begun());
        return told(Text(outcome == Outcome::running
                             ? TS_PLURAL("terminate", "So far: %n steps, and nobody has asked them to stop.")
                             : TS_PLURAL("terminate",
                                         "Ended early, after %n steps: nobody had asked them to stop."))
                        .count(found[iterations]))
            .claiming("nobody has ended", found[ended] == 0);
    }

private:
    Integer threads{this, "threads", TS_TEXT("terminate", "Threads"), 3, kWho.between(1, 32)};
    Integer stopAfterMs{this, "stop_after_ms", TS_TEXT("terminate", "Asked to stop after"), 1000,
                        kHowLong.between(0, 60000).in("ms").about(
                            TS_TEXT("terminate", "Then the main thread sets the flag, once."))};
    Integer pollMs{this, "poll_ms", TS_TEXT("terminate", "One step of work"), 50,
                   kLiveMs.between(1, 5000).about(TS_TEXT(
                       "terminate", "A thread looks at the flag between two steps, never within one."))};

    static constexpr Variable kFlag{TS_NAME("name", "Stop flag"), "", TS_TEXT("terminate", "Stop flag")};
    Group workerLanes{this, TS_TEXT("terminate", "Threads"), TS_NAME("name", "Thread"), threads,
                      kHyphened.counting(TS_TEXT("terminate", "steps"))};

    Counter stepNs; // when the flag was set, by the run's speed: as the latency is
    Latency latency{this, "stop_latency_max_ms", TS_TEXT("terminate", "From asking to the last end"),
                    Evidence::lastEnd};
    Count iterations{this, "iterations", TS_TEXT("terminate", "Steps"), addsUp()};
    Count ended{this, "ended", TS_TEXT("terminate", "Threads that have ended"), addsUp()};
};

} // namespace

THREADSCAPE_MAKES(Terminate)

} // namespace threadscape
