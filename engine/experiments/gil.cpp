#include "lab/lab.h"

#include <algorithm>

namespace threadscape {

namespace {

/// Threads that calculate and do input and output under one interpreter lock. The first does so alone for a while: what it
/// does then is what all of them are measured against.
class GilExperiment final : public Experiment {
public:
    GilExperiment()
        : Experiment({.id = "gil",
                      .topic = TS_TEXT("topic", "Speedup"),
                      .title = TS_TEXT("gil", "Interpreter lock")})
    {
    }

    Text question() const override
    {
        if (threads == 1)
            return TS_TEXT("gil", "What does the interpreter lock cost a thread that is alone?");
        return Text(TS_PLURAL("gil", "Why are %n threads no faster than one?")).count(threads);
    }

    std::vector<Preset> presets() const override
    {
        // With Python's own interval of 5 ms a switch would be too short to be seen.
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {{"switch_ms", "50"}}},
            {.name = "input-output",
             .label = TS_TEXT("preset", "Input and output"),
             .settings = {{"switch_ms", "50"}, {"io_ms", "20"}}},
            {.name = "without-the-lock",
             .label = TS_TEXT("preset", "Without the lock"),
             .settings = {{"switch_ms", "50"}, {"release_for_cpu", "true"}}},
            {.name = "impatient", .label = TS_TEXT("preset", "Impatient"), .settings = {{"switch_ms", "0"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {{.kind = PlotSpec::Kind::timeline, .share = 3, .cores = true},
                {.kind = PlotSpec::Kind::contention, .share = 2, .title = TS_TEXT("plot", "Waiting")}};
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {{TS_TEXT("gil", "Threads"), TS_NAME("name", "Thread"), threads, TS_TEXT("gil", "rounds"),
                 LaneNaming::hyphened}};
    }

    double plannedSeconds() const override { return seconds; }

    void run(Lab& lab) override
    {
        Lab::compute(1); // finds out how quick a core is, before all want to know
        Gil gil(lab, TS_NAME("name", "GIL"));
        const Lab::Follower follower(lab,
                                     [&] { gil.setSwitchInterval(std::chrono::milliseconds(switchMs)); });
        const OperationName alone = lab.operation(TS_NAME("name", "alone"));
        const AtEnd over([&] {
            m_time.stop();
            look(lab, gil);
        });
        {
            Crew crew(lab, {.group = "Threads",
                            .prefix = TS_NAME("name", "Thread"),
                            .size = [this] { return m_together ? threads.value() : 1; },
                            .body = [&] { work(lab, gil, alone); },
                            .naming = LaneNaming::hyphened});
            m_aloneTime.start();
            tendUntil(lab, {&crew}, [this] { return m_together.load(); });
            tendUntilStop(lab, {&crew});
        }
    }

    Findings findings() const override
    {
        const double time = m_time.seconds();
        const auto perS = [&](double of) { return time > 0 ? of / time : 0; };
        Findings found;
        found.add("rounds_per_s", TS_TEXT("gil", "Rounds"), perS(static_cast<double>(m_rounds.value())),
                  "/s");
        found.add("gil_held_share", TS_TEXT("gil", "Share of the time it was held"),
                  std::clamp(perS(static_cast<double>(m_heldNs - m_heldAloneNs) / kNsPerS), 0.0, 1.0));
        found.add("switches", TS_TEXT("gil", "Changed hands"), m_switches.value());
        found.add("switches_forced", TS_TEXT("gil", "Dropped on request"), m_drops.value());
        found.add("speedup_over_one_thread", TS_TEXT("gil", "Times the work of one thread"), speedup());
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const double gain = found.number("speedup_over_one_thread");
        if (gain == 0)
            return TS_TEXT("gil", "So far one thread has calculated, alone.");
        const auto told = [&](Text form) {
            return std::move(form)
                .arg(NumberArg{found.number("gil_held_share") * 100, 0})
                .of("gil_held_share")
                .arg(found.integer("switches"))
                .of("switches")
                .arg(DurationArg{static_cast<std::int64_t>(m_time.seconds() * kNsPerS)})
                .arg(NumberArg{gain, 2})
                .of("speedup_over_one_thread")
                .count(threads);
        };
        if (outcome == Outcome::running)
            return told(TS_PLURAL("gil",
                                  "So far: one lock, held %1 % of the time, has changed hands %2 times "
                                  "in %3; %n threads do %4 times as much as one."));
        if (threads == 1)
            return told(
                TS_TEXT("gil", "Nothing: it held the lock %1 % of the time, and nobody else wanted it."));
        constexpr double kGain = 1.15;
        if (gain >= kGain && releaseForCpu)
            return told(TS_PLURAL("gil", "They are faster: they calculate without the lock, held %1 % of the "
                                         "time, and %n threads did %4 times as much as one."));
        if (gain >= kGain && releaseForIo && ioMs > 0)
            return told(TS_PLURAL("gil",
                                  "They are faster, as who waits for input and output lets go of the "
                                  "lock: held %1 % of the time, it changed hands %2 times in %3, and %n "
                                  "threads did %4 times as much as one."));
        return told(TS_PLURAL("gil", "One lock, held %1 % of the time, changed hands %2 times in %3: %n "
                                     "threads did %4 times as much as one."));
    }

private:
    static constexpr double kNsPerS = 1e9;
    static constexpr std::int64_t kUsPerMs = 1'000;
    static constexpr std::int64_t kNsPerUs = 1'000;
    static constexpr std::int64_t kNsPerMs = 1'000'000;

    void work(Lab& lab, Gil& gil, OperationName alone)
    {
        const std::lock_guard interpreter(gil);
        Counter mine;
        if (!m_together) {
            const Operation box(alone);
            while (!m_together)
                doRound(lab, gil, mine);
        }
        for (;;)
            doRound(lab, gil, mine);
    }

    void doRound(Lab& lab, Gil& gil, Counter& mine)
    {
        Lab::showNumber(mine);
        if (cpuMs > 0)
            outside(gil, releaseForCpu, [&] { calculate(lab, gil); });
        if (ioMs > 0)
            outside(gil, releaseForIo, [&] { waitForIo(lab); });
        look(lab, gil);
        gil.checkpoint(); // also of rounds in which nothing is done
        m_workNs.add(1);  // so that these count as well
        m_rounds.add();
        mine.add();
    }

    template <typename F>
    static void outside(Gil& gil, bool letsGo, F&& what)
    {
        if (!letsGo)
            return what();
        const GilReleased out(gil);
        what();
    }

    void calculate(Lab& lab, Gil& gil)
    {
        constexpr std::int64_t kBlockUs = 100;
        for (std::int64_t us = 0; us < cpuMs * kUsPerMs; us += kBlockUs) {
            Lab::compute(kBlockUs);
            m_workNs.add(kBlockUs * kNsPerUs);
            look(lab, gil);
            gil.checkpoint();
        }
    }

    void waitForIo(Lab& lab)
    {
        const std::int64_t sinceNs = lab.elapsedNs();
        const AtEnd count([&] { // also when it is stopped in the middle
            const double askedNs = static_cast<double>(ioMs * kNsPerMs) / lab.speed();
            m_workNs.add(std::min(lab.elapsedNs() - sinceNs, static_cast<std::int64_t>(askedNs)));
        });
        lab.pause(ioMs);
    }

    void look(Lab& lab, Gil& gil)
    {
        m_heldNs.raiseTo(gil.heldNs());
        m_switches.raiseTo(gil.switches());
        m_drops.raiseTo(gil.drops());
        if (!m_together && m_aloneTime.seconds() >= aloneSeconds())
            goTogether(lab);
    }

    /// By the thread that has been alone.
    void goTogether(Lab& lab)
    {
        m_aloneTime.stop();
        m_aloneWorkNs.set(m_workNs);
        m_heldAloneNs.set(m_heldNs);
        m_rounds.set(0);
        m_time.start();
        m_together = true;
        lab.announce();
    }

    double aloneSeconds() const
    {
        constexpr double kShare = 1.0 / 6;
        constexpr double kMost = 1;
        constexpr double kUnlessPlanned = 0.5;
        return seconds > 0 ? std::min(seconds * kShare, kMost) : kUnlessPlanned;
    }

    /// Work is time: that of calculations as calibrated, that of waits as asked for. So much of it in a second of all
    /// threads, by so much in a second of the first stretch of this run, in which one thread did the same rounds alone. For
    /// settings that are left alone that is rounds by rounds, those in progress included; moved ones are made up for.
    FindingValue speedup() const
    {
        const double time = m_time.seconds();
        const double aloneTime = m_aloneTime.seconds();
        if (!m_together || time <= 0 || aloneTime <= 0 || m_aloneWorkNs == 0)
            return std::monostate();
        const auto work = static_cast<double>(m_workNs - m_aloneWorkNs);
        return work / time / (static_cast<double>(m_aloneWorkNs.value()) / aloneTime);
    }

    Integer threads{this, "threads", TS_TEXT("gil", "Threads"), 2, {1, 16}, kWho};
    Integer cpuMs{this, "cpu_ms", TS_TEXT("gil", "Calculation"), 20, {0, 1000}, kHowLong.live().in("ms")};
    Integer ioMs{this, "io_ms", TS_TEXT("gil", "Input and output"), 0, {0, 1000}, kHowLong.live().in("ms")};
    Integer switchMs{
        this,
        "switch_ms",
        TS_TEXT("gil", "Switch interval"),
        5,
        {0, 100},
        kRules.live().in("ms").about(
            TS_TEXT("gil", "Who has waited so long for the lock asks its holder to drop it. Python: 5 ms."))};
    Boolean releaseForIo{this, "release_for_io", TS_TEXT("gil", "Without the lock during input and output"),
                         true, kRules};
    Boolean releaseForCpu{
        this, "release_for_cpu", TS_TEXT("gil", "Without the lock during calculations"), false,
        kRules.about(
            TS_TEXT("gil", "As libraries in C can that need no interpreter meanwhile, such as NumPy."))};
    Real seconds{this, "seconds", TS_TEXT("gil", "Time"), 3, {0, 3600}, kRun.in("s")};

    std::atomic<bool> m_together{false}; // the first stretch, of one thread alone, is over
    Stopwatch m_aloneTime;
    Stopwatch m_time; // of all together
    Counter m_workNs;
    Counter m_aloneWorkNs;
    Counter m_rounds;
    Counter m_heldNs;
    Counter m_heldAloneNs;
    Counter m_switches;
    Counter m_drops;
};

} // namespace

std::unique_ptr<Experiment> makeGilExperiment()
{
    return std::make_unique<GilExperiment>();
}

} // namespace threadscape
