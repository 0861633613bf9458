#include "lab/threads.h"

namespace threadscape {

namespace {

/// Threads that think, acquire the same lock or one of a few permits, and work while they hold it.
class LocksExperiment final : public Experiment {
public:
    LocksExperiment()
        : Experiment({"locks", TS_TEXT("topic", "Races and locks"), TS_TEXT("locks", "One lock for all")})
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), threads = 4, holdMs = 100,
                                      thinkMs = 100, seconds = 3);
        preset("two-permits", TS_TEXT("preset", "Two permits"), lecture, kind = "Semaphore");
        preset("go-away", TS_TEXT("preset", "Try, or go away"), lecture, acquire = "try");
        preset("one-release-too-many", TS_TEXT("preset", "One release too many"), lecture,
               kind = "BoundedSemaphore", overRelease = true);
        preset("mostly-reading", TS_TEXT("preset", "Mostly reading"), lecture, kind = "ReadWriteLock");
        preset("notes", TS_TEXT("preset", "Notes"));
        line(TS_TEXT("locks", "permits"), permits);
    }

    Text question() const override
    {
        if (hasPermits())
            return Text(TS_PLURAL("locks", "What do %n threads gain from %1 permits?"), permits)
                .count(threads);
        if (sharesReading())
            return Text(TS_PLURAL("locks", "What do %n threads gain when %1 % of their turns only read?"),
                        readPercent)
                .count(threads);
        return Text(TS_PLURAL("locks", "What do %n threads gain from one lock?")).count(threads);
    }

    std::vector<PlotSpec> plots() const override
    {
        if (!hasPermits() && !sharesReading())
            return {timelinePlot(5), waitingPlot(3)};
        const Template title =
            hasPermits() ? TS_TEXT("locks", "Permits in use") : TS_TEXT("locks", "Readers inside");
        return {timelinePlot(5), waitingPlot(3), valuesPlot({kind.name().c_str(), "", title}, 3)};
    }

    std::vector<PlotSpec::Band> bands(const PlotSpec& plot) const override
    {
        return hasPermits() ? Experiment::bands(plot) : std::vector<PlotSpec::Band>();
    }

    void run(Lab& lab) override
    {
        const Fairness fairness = fair ? Fairness::fair : Fairness::barging;
        if (kind.is("Lock"))
            workUnder(lab, Lock(lab, TS_NAME("name", "Lock"), fairness));
        else if (kind.is("RLock"))
            workUnder(lab, RLock(lab, TS_NAME("name", "RLock"), fairness), depth);
        else if (kind.is("Semaphore"))
            workUnder(lab, Semaphore(lab, TS_NAME("name", "Semaphore"), permits, fairness));
        else if (kind.is("BoundedSemaphore"))
            workUnder(lab, BoundedSemaphore(lab, TS_NAME("name", "BoundedSemaphore"), permits, fairness));
        else
            readAndWrite(lab, ReadWriteLock(lab, TS_NAME("name", "ReadWriteLock"), fairness));
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (outcome == Outcome::running)
            return soFar(found);
        if (found.know(error))
            return answerToError(found);
        if (found[permitsAfter] > permits)
            return answerToOnePermitMore(found);
        if (found[refused] > 0)
            return answerToRefusals(found);
        if (found[throughput] == 0)
            return Answer(TS_TEXT("locks", "Ended before the first turn had ended."))
                .claiming("nobody went away", found[refused] == 0);
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("there were turns", found[throughput] > 0)
                .claiming("nobody went away", found[refused] == 0);
        };
        if (found[together] > kShared)
            return told(Text(inTurns(found,
                                     TS_TEXT("locks", "%1 turns a second, each after waiting %2 for %3 of "
                                                      "work. Readers share it: %4 were inside at a "
                                                      "time, on average.")))
                            .arg(found(together).digits(1)))
                .claiming("only readers do", sharesReading());
        const std::int64_t enough = enoughThreads();
        if (found[utilisation] >= kFull && enough == 1 && threads > 1)
            return told(inTurns(found,
                                TS_TEXT("locks", "Nothing: %1 turns a second, each after waiting %2 for "
                                                 "%3 of work; one thread alone would do as much.")))
                .claiming("who has it has nothing else to do", thinkMs == 0 && holdMs > 0 && places() == 1)
                .claiming("it is always in use", found[utilisation] >= kFull);
        if (found[utilisation] >= kFull && enough > 0 && enough < threads)
            return told(inTurns(found,
                                TS_PLURAL("locks", "No more than %n would: %1 turns a second, each after "
                                                   "waiting %2 for %3 of work."))
                            .count(enough))
                .claiming("so many keep it in use",
                          enough * holdMs >= places() * (holdMs + thinkMs) && enough < threads)
                .claiming("it is always in use", found[utilisation] >= kFull);
        if (threads > 1 && holdMs > 0 &&
            found[utilisation] * static_cast<double>(places()) > kGain * shareOfOne())
            return told(Text(inTurns(found,
                                     TS_TEXT("locks", "Something: %1 turns a second, each after waiting %2 "
                                                      "for %3 of work; it was in use %4 % of the time.")))
                            .arg(found(utilisation).percent()))
                .claiming("more than one thread alone could do",
                          found[utilisation] * static_cast<double>(places() * (holdMs + thinkMs)) >
                              static_cast<double>(holdMs.value()));
        return told(
            inTurns(found, TS_TEXT("locks", "%1 turns a second, each after waiting %2 for %3 of work.")));
    }

private:
    bool hasPermits() const { return kind.is("Semaphore") || kind.is("BoundedSemaphore"); }
    bool sharesReading() const { return kind.is("ReadWriteLock"); }
    /// The number of threads that can hold it at a time.
    std::int64_t places() const { return hasPermits() ? permits.value() : 1; }
    static constexpr double kFull = 0.9;    // from there on it is in use all the time
    static constexpr double kGain = 1.05;   // more than one thread would do
    static constexpr double kShared = 1.05; // more than one inside
    /// The number of threads that keep it in use all the time, by the settings; the others only wait. 0: no number does.
    std::int64_t enoughThreads() const
    {
        return holdMs == 0 ? 0 : (places() * (holdMs + thinkMs) + holdMs - 1) / holdMs;
    }
    /// The share of the time for which one thread alone would have it, by the settings. Precondition: it works.
    double shareOfOne() const
    {
        return static_cast<double>(holdMs.value()) / static_cast<double>(holdMs + thinkMs);
    }

    /// How many turns, after which wait, for how much work.
    Text inTurns(const Findings& found, Template form) const
    {
        return {form, rate(found), found(waitMean), DurationArg{workNs / std::max<std::int64_t>(turns, 1)}};
    }
    Quote<double> rate(const Findings& found) const
    {
        return found(throughput).digits(found[throughput] < 10 ? 1 : 0);
    }

    Answer soFar(const Findings& found) const
    {
        if (found[throughput] == 0)
            return Answer(TS_TEXT("locks", "So far no turn has ended."))
                .claiming("its end was not seen", found[throughput] == 0);
        return Answer(
                   inTurns(found, TS_TEXT("locks", "So far: %1 turns a second, each after waiting %2 for %3 "
                                                   "of work.")))
            .claiming("there were turns", found[throughput] > 0);
    }

    Answer answerToError(const Findings& found) const
    {
        return Answer(
                   found[throughput] > 0
                       ? Text(TS_TEXT("locks", "%1 turns a second. And one release too many is an error: %2"),
                              rate(found), found[error])
                       : Text(TS_TEXT("locks", "One release too many is an error: %1"), found[error]))
            .claiming("it was released once too often", overRelease)
            .claiming("which a Semaphore would not notice", !kind.is("Semaphore"));
    }

    Answer answerToOnePermitMore(const Findings& found) const
    {
        const Quote<std::int64_t> now = found(permitsAfter);
        return Answer(
                   found[throughput] > 0
                       ? Text(TS_PLURAL("locks", "%1 turns a second. One release too many was no error: now "
                                                 "%2 threads may pass at a time, not %3."),
                              rate(found), now, permits)
                             .count(now)
                       : Text(TS_PLURAL("locks", "One release too many was no error: now %1 threads may pass "
                                                 "at a time, not %2."),
                              now, permits)
                             .count(now))
            .claiming("it was released once too often", overRelease)
            .claiming("one more may pass", now == permits + 1 && kind.is("Semaphore"));
    }

    Answer answerToRefusals(const Findings& found) const
    {
        const std::int64_t times = found[refused];
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence).count(times))
                .claiming("somebody went away", found[refused] > 0)
                .claiming("who goes away does not wait for ever", !acquire.is("block"));
        };
        if (acquire.is("try") || timeoutMs == 0)
            return told(
                Text(TS_PLURAL("locks", "%1 turns a second; %2 times a thread found it taken, and went "
                                        "away."),
                     rate(found), found(refused)));
        return told(
            Text(TS_PLURAL("locks", "%1 turns a second, each after waiting %2; %3 times a thread waited "
                                    "in vain, and went away."),
                 rate(found), found(waitMean), found(refused)));
    }

    double heldS() const { return holds.summary().totalMs / 1e3; }

    template <typename L>
    void workUnder(Lab& lab, L lock, std::int64_t times = 1)
    {
        const OperationName working = lab.operation(TS_NAME("name", "work"));
        compete(lab, lock, [&] { takeTurn(lab, lock, times, working); });
    }

    void readAndWrite(Lab& lab, ReadWriteLock lock)
    {
        ReadSide reading(lock);
        const OperationName read = lab.operation(TS_NAME("name", "read"));
        const OperationName write = lab.operation(TS_NAME("name", "write"));
        compete(lab, lock, [&] {
            if (lab.random(1, 100) <= readPercent)
                takeTurn(lab, reading, 1, read);
            else
                takeTurn(lab, lock, 1, write);
        });
    }

    template <typename L, typename Turn>
    void compete(Lab& lab, L& lock, Turn turn)
    {
        {
            ResizableThreads competing(lab, competitors, [&] {
                for (Lab::showNumber(0);;) {
                    lab.pause(thinkMs);
                    turn();
                }
            });
            time.start();
            maintainUntilStop(lab, {&competing});
        }
        time.stop();
        if (overRelease)
            releaseOnceTooOften(lock);
    }

    template <typename L>
    void takeTurn(Lab& lab, L& lock, std::int64_t times, OperationName name)
    {
        if (!enter(lock))
            return refused.add();
        const Holding inside(lock, times);
        const Operation box(name);
        const Durations::Scope holding(holds);
        const Occupancy::Stay stay(occupancy);
        const std::int64_t sinceNs = lab.elapsedNs();
        lab.pause(holdMs);
        workNs.add(lab.elapsedNs() - sinceNs);
        turns.add();
        Lab::countNumber();
    }

    template <typename L>
    bool enter(L& lock)
    {
        const Durations::Scope waiting(waits);
        if (acquire.is("try"))
            return lock.try_lock();
        if (acquire.is("timeout"))
            return lock.try_lock_for(std::chrono::milliseconds(timeoutMs));
        lock.lock();
        return true;
    }

    // All threads have ended: it is free.
    template <typename L>
    void releaseOnceTooOften(L& lock)
    {
        const NoStop finishing;
        try {
            lock.unlock();
        } catch (const Misuse& misuse) {
            error.set(misuse.text());
        }
        if (!hasPermits())
            return;
        std::int64_t all = 0;
        while (lock.try_lock())
            ++all;
        for (std::int64_t i = 0; i < all; ++i)
            lock.unlock();
        permitsAfter.set(all);
    }

    OneOf<"Lock", "RLock", "Semaphore", "BoundedSemaphore", "ReadWriteLock"> kind{
        this, "kind", TS_TEXT("locks", "Kind"),
        words(TS_TEXT("locks", "Lock"), TS_TEXT("locks", "RLock"), TS_TEXT("locks", "Semaphore"),
              TS_TEXT("locks", "BoundedSemaphore"), TS_TEXT("locks", "ReadWriteLock")),
        kRules};
    Integer threads{this, "threads", TS_TEXT("locks", "Threads"), 8, kWho.between(1, 64).live()};
    Integer permits{this, "permits", TS_TEXT("locks", "Permits"), 2,
                    kWho.between(1, 64).about(TS_TEXT("locks", "Of a semaphore: so many pass at a time."))};
    Integer depth{this, "depth", TS_TEXT("locks", "Taken so often"), 3,
                  kRules.between(1, 10).about(TS_TEXT("locks", "An RLock: its holder takes it again."))};
    Integer readPercent{this, "read_percent", TS_TEXT("locks", "Turns that only read"), 80,
                        kRules.between(0, 100).live().in("%").about(TS_TEXT(
                            "locks", "Of a ReadWriteLock: they go on together; who writes is alone."))};
    Integer holdMs{this, "hold_ms", TS_TEXT("locks", "Work while holding it"), 5, kLiveMs.between(0, 1000)};
    Integer thinkMs{this, "think_ms", TS_TEXT("locks", "Pause between turns"), 10, kLiveMs.between(0, 1000)};
    Boolean fair{this, "fair", TS_TEXT("locks", "First come, first served"), false,
                 kRules.about(TS_TEXT("locks", "Otherwise who comes by takes it before those who wait."))};
    OneOf<"block", "try", "timeout"> acquire{
        this, "acquire", TS_TEXT("locks", "Who does not get it"),
        words(TS_TEXT("locks", "waits"), TS_TEXT("locks", "goes away"), TS_TEXT("locks", "waits a while")),
        kRules};
    Integer timeoutMs{this, "timeout_ms", TS_TEXT("locks", "A while"), 20,
                      kHowLong.between(0, 10000).in("ms")};
    Boolean overRelease{
        this, "over_release", TS_TEXT("locks", "One release too many"), false,
        kRules.about(TS_TEXT("locks", "At the end, when nobody has it, it is released once more."))};
    Real seconds{this, "seconds", TS_TEXT("locks", "Time"), 5, kRun.between(0, 3600).in("s")};

    Group competitors{this, TS_TEXT("locks", "Threads"), TS_NAME("name", "Thread"), threads,
                      kHyphened.counting(TS_TEXT("locks", "turns"))};

    Stopwatch time;
    Counter turns;
    Counter workNs; // of whole turns
    Durations waits;
    Durations holds;
    Occupancy occupancy;
    Measured throughput{this, "throughput_per_s", TS_TEXT("locks", "Turns"),
                        [this] { return time.perSecond(static_cast<double>(turns)); },
                        in("/s").per([this] { return static_cast<double>(turns); })};
    Measured waitMean{this, "wait_mean_ms", TS_TEXT("locks", "Wait, mean"), meanMsOf(waits),
                      in("ms").per(endedMsOf(waits), endedOf(waits))};
    Measured waitP99{this, "wait_p99_ms", TS_TEXT("locks", "Wait, 99 of 100 shorter"), p99MsOf(waits), "ms"};
    Measured waitMax{this, "wait_max_ms", TS_TEXT("locks", "Wait, longest"), maxMsOf(waits),
                     in("ms", Evidence::longestWait)};
    Measured utilisation{this, "utilisation", TS_TEXT("locks", "Share of the time in use"), [this] {
                             return time.perSecond(sharesReading() ? occupancy.seconds()
                                                                   : heldS() / static_cast<double>(places()));
                         }};
    Count refused{this, "refused", TS_TEXT("locks", "Went away without it"), addsUp()};
    Known<Text> error{this, "error", TS_TEXT("locks", "Error")};
    Measured together{this, "inside_mean", TS_TEXT("locks", "Inside at a time, mean"),
                      [this] { return ratio(heldS(), occupancy.seconds()); },
                      when([this] { return sharesReading(); })};
    Known<std::int64_t> permitsAfter{this, "permits_after", TS_TEXT("locks", "Permits after the end"),
                                     when([this] { return hasPermits(); })};
};

} // namespace

THREADSCAPE_MAKES(LocksExperiment)

} // namespace threadscape
