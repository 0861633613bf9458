#include "lab/lab.h"

namespace threadscape {

namespace {

/// Threads that work in steps and look at a flag before each; main sets it once, and waits for them.
class Terminate final : public Experiment {
public:
    Terminate()
        : Experiment({.id = "terminate",
                      .topic = TS_TEXT("topic", "Threads"),
                      .title = TS_TEXT("terminate", "Asking to stop"),
                      .question = TS_TEXT("terminate", "How do you stop a thread that you cannot kill?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture",
             .label = TS_TEXT("preset", "Lecture"),
             .settings = {{"threads", "8"}, {"stop_after_ms", "2500"}, {"poll_ms", "1000"}}},
            {.name = "looks-often",
             .label = TS_TEXT("preset", "Looks often"),
             .settings = {{"threads", "8"}, {"stop_after_ms", "2500"}, {"poll_ms", "100"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {
            {.kind = PlotSpec::Kind::timeline, .share = 3},
            {.kind = PlotSpec::Kind::values,
             .share = 1,
             .variable = "Stop flag",
             .title = TS_TEXT("terminate", "Stop flag")},
        };
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {{TS_TEXT("terminate", "Threads"), TS_NAME("name", "Thread"), threads,
                 TS_TEXT("terminate", "steps"), LaneNaming::hyphened}};
    }

    double plannedSeconds() const override { return static_cast<double>(stopAfterMs + pollMs) / 1e3; }

    void run(Lab& lab) override
    {
        Shared<std::int64_t> stop(lab, TS_NAME("name", "Stop flag"), 0);
        const OperationName step = lab.operation(TS_NAME("name", "step"));
        const OperationLabel look = lab.label("look");
        const OperationLabel ask = lab.label("ask");

        const auto work = [&](double startsAt) {
            Counter steps;
            Lab::showNumber(0);
            lab.pause(pollMs, startsAt);
            for (Lab::at(look); stop.read() == 0; Lab::at(look)) {
                const Operation box(step);
                lab.pause(pollMs);
                steps.add();
                m_iterations.add();
                Lab::showNumber(steps);
            }
            m_lastEndNs.raiseTo(lab.elapsedNs());
            m_ended.add();
        };
        std::list<Thread> all;
        for (std::int64_t i = 0; i < threads; ++i) {
            // One begins after the other, so that they do not all look at the same moment.
            const double startsAt = static_cast<double>(i) / static_cast<double>(threads);
            all.emplace_back(
                lab, "Thread-" + std::to_string(i + 1), [&work, startsAt] { work(startsAt); },
                Thread::Options{.group = "Threads"});
        }
        lab.pause(stopAfterMs);
        m_askedNs.set(lab.elapsedNs());
        Lab::at(ask);
        stop.write(1);
        for (Thread& thread : all)
            thread.join();
    }

    Findings findings() const override
    {
        Findings found;
        const std::int64_t latencyNs = m_ended > 0 ? m_lastEndNs - m_askedNs : 0;
        found.add("stop_latency_max_ms", TS_TEXT("terminate", "From asking to the last end"),
                  static_cast<double>(latencyNs) / 1e6, "ms", Evidence::lastEnd);
        found.add("iterations", TS_TEXT("terminate", "Steps"), m_iterations.value());
        found.add("ended", TS_TEXT("terminate", "Threads that have ended"), m_ended.value());
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        if (outcome == Outcome::finished)
            return Text(TS_PLURAL("terminate",
                                  "You ask, and wait until it looks: of %n threads that look every "
                                  "%1 the last ended %2 after the flag was set."))
                .arg(DurationArg{pollMs * 1'000'000})
                .arg(DurationArg{m_lastEndNs - m_askedNs})
                .of("stop_latency_max_ms")
                .count(threads);
        if (outcome == Outcome::running && m_askedNs == 0)
            return Text(TS_TEXT("terminate", "So far: %1 steps, and nobody has asked them to stop."))
                .arg(found.integer("iterations"));
        if (outcome == Outcome::running)
            return Text(TS_TEXT("terminate", "The flag is set: %1 of %2 threads have looked, and ended."))
                .arg(m_ended.value())
                .arg(threads.value());
        return Text(TS_TEXT("terminate", "Ended early: %1 of %2 threads had seen the flag."))
            .arg(m_ended.value())
            .arg(threads.value());
    }

private:
    Integer threads{this, "threads", TS_TEXT("terminate", "Threads"), 3, {1, 32}, kWho};
    Integer stopAfterMs{
        this,
        "stop_after_ms",
        TS_TEXT("terminate", "Asked to stop after"),
        1000,
        {0, 60000},
        kHowLong.in("ms").about(TS_TEXT("terminate", "Then the main thread sets the flag, once."))};
    Integer pollMs{this,
                   "poll_ms",
                   TS_TEXT("terminate", "One step of work"),
                   50,
                   {1, 5000},
                   kHowLong.live().in("ms").about(TS_TEXT(
                       "terminate", "A thread looks at the flag between two steps, never within one."))};

    Counter m_iterations;
    Counter m_ended;
    Counter m_askedNs;
    Counter m_lastEndNs;
};

} // namespace

std::unique_ptr<Experiment> makeTerminate()
{
    return std::make_unique<Terminate>();
}

} // namespace threadscape
