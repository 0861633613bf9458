#include "lab/lab.h"

#include <algorithm>

namespace threadscape {

namespace {

/// Threads that calculate without a pause: on fewer cores they take turns, as the system wants.
class CoresExperiment final : public Experiment {
public:
    CoresExperiment()
        : Experiment({.id = "cores",
                      .topic = TS_TEXT("topic", "Speedup"),
                      .title = TS_TEXT("cores", "More threads than cores")})
    {
    }

    Text question() const override
    {
        return Text(TS_PLURAL("cores", "What do %n threads do on %1 cores?"))
            .arg(Lab::cores())
            .count(threads);
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {}},
            {.name = "one-each",
             .label = TS_TEXT("preset", "A core each"),
             .settings = {{"threads", std::to_string(std::min<std::int64_t>(Lab::cores(), kMostThreads))}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {{.kind = PlotSpec::Kind::timeline, .share = 3, .cores = true}};
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {{TS_TEXT("cores", "Threads"), TS_NAME("name", "Thread"), threads,
                 TS_TEXT("cores", "ms of work"), LaneNaming::hyphened}};
    }

    double plannedSeconds() const override { return seconds; }

    void run(Lab& lab) override
    {
        Lab::compute(1); // finds out how quick a core is, before all want to know
        Crew crew(lab, {.group = kGroup,
                        .prefix = TS_NAME("name", "Thread"),
                        .size = [this] { return threads.value(); },
                        .body = [] { calculate(); },
                        .naming = LaneNaming::hyphened});
        tend(lab, {&crew});
    }

    Findings findings() const override
    {
        const Sums sums = sum();
        const auto share = [&](std::int64_t ns) {
            return sums.lifeNs > 0 ? static_cast<double>(ns) / static_cast<double>(sums.lifeNs) : 0;
        };
        const auto count = [](const std::optional<std::int64_t>& n) {
            return n ? FindingValue(*n) : FindingValue(std::monostate());
        };
        Findings found;
        found.add("running_share", TS_TEXT("cores", "Had a core"), share(sums.runningNs));
        found.add("ready_share", TS_TEXT("cores", "Wanted a core"), share(sums.readyNs));
        found.add("switches_forced", TS_TEXT("cores", "Cores taken away"), count(sums.forced));
        found.add("switches_voluntary", TS_TEXT("cores", "Cores given up"), count(sums.voluntary));
        found.add("migrations", TS_TEXT("cores", "Moves to another core"), count(sums.migrations));
        found.add("ready_longest", TS_TEXT("cores", "Wanted a core longest"), sums.longest.name);
        found.add("ready_longest_s", TS_TEXT("cores", "That long without a core"),
                  static_cast<double>(sums.longest.readyNs) / 1e9, "s");
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const Sums sums = sum();
        if (sums.lifeNs == 0)
            return TS_TEXT("cores", "None has begun yet.");
        constexpr int kDigits = 1;
        const double running =
            sums.spanNs > 0 ? static_cast<double>(sums.runningNs) / static_cast<double>(sums.spanNs) : 0;
        constexpr double kLittle = 0.1;
        if (found.number("ready_share") < kLittle)
            return Text(TS_PLURAL("cores", "They run side by side: on average %1 of %n threads had a core, "
                                           "and %2 wanted one for %3 "
                                           "of %4."))
                .arg(NumberArg{running, kDigits})
                .of("running_share")
                .arg(NameArg{sums.longest.name})
                .arg(DurationArg{sums.longest.readyNs})
                .of("ready_share")
                .arg(DurationArg{sums.longest.lifeNs})
                .count(static_cast<std::int64_t>(sums.threads));
        if (outcome == Outcome::running)
            return Text(TS_PLURAL("cores", "So far: on average %1 of %n threads have a core; %2 has wanted "
                                           "one for %3 of %4."))
                .arg(NumberArg{running, kDigits})
                .arg(NameArg{sums.longest.name})
                .arg(DurationArg{sums.longest.readyNs})
                .arg(DurationArg{sums.longest.lifeNs})
                .count(static_cast<std::int64_t>(sums.threads));
        return Text(TS_PLURAL("cores", "They take turns: on average %1 of %n threads had a core. %2 wanted a "
                                       "core for %3 of %4."))
            .arg(NumberArg{running, kDigits})
            .of("running_share")
            .arg(NameArg{sums.longest.name})
            .arg(DurationArg{sums.longest.readyNs})
            .of("ready_share")
            .arg(DurationArg{sums.longest.lifeNs})
            .count(static_cast<std::int64_t>(sums.threads));
    }

private:
    static constexpr const char* kGroup = "Threads";
    static constexpr std::int64_t kMostThreads = 64;

    struct Sums {
        std::size_t threads = 0;
        std::int64_t lifeNs = 0;
        std::int64_t spanNs = 0; // the longest life
        std::int64_t runningNs = 0;
        std::int64_t readyNs = 0;
        std::optional<std::int64_t> forced, voluntary, migrations;
        ThreadTime longest; // without a core
    };

    [[noreturn]] static void calculate()
    {
        constexpr std::int64_t kUsPerMs = 1'000;
        for (std::int64_t done = 0;; ++done) {
            Lab::showNumber(done);
            Lab::compute(kUsPerMs);
        }
    }

    Sums sum() const
    {
        Sums sums;
        const auto add = [](std::optional<std::int64_t>& to, const std::optional<std::int64_t>& n) {
            if (n)
                to = to.value_or(0) + *n;
        };
        for (ThreadTime& thread : timesOf(kGroup)) {
            ++sums.threads;
            sums.lifeNs += thread.lifeNs;
            sums.spanNs = std::max(sums.spanNs, thread.lifeNs);
            sums.runningNs += thread.runningNs;
            sums.readyNs += thread.readyNs;
            add(sums.forced, thread.switchesForced);
            add(sums.voluntary, thread.switchesVoluntary);
            add(sums.migrations, thread.migrations);
            if (sums.threads == 1 || thread.readyNs > sums.longest.readyNs)
                sums.longest = std::move(thread);
        }
        return sums;
    }

    Integer threads{this, "threads", TS_TEXT("cores", "Threads"), 8, {1, kMostThreads}, kWho.live()};
    Real seconds{this, "seconds", TS_TEXT("cores", "Time"), 3, {0, 3600}, kRun.in("s")};
};

} // namespace

std::unique_ptr<Experiment> makeCoresExperiment()
{
    return std::make_unique<CoresExperiment>();
}

} // namespace threadscape
