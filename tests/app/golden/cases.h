#pragma once

#include "app/golden/drawing.h"
#include "app/golden/runs.h"
#include "app/view/lanes/core_run.h"
#include "measure/speedup_study.h"
#include "support/synthetic_study.h"

namespace threadscape::golden {

/// One stored picture: pictures/NAME.svg.
struct Case {
    const char* name;
    Picture (*draw)();
};

namespace detail {

constexpr double kFatLane = 56; // px from a lane to the next, of few
constexpr double kInLane = kFatLane / 2;

inline Run measured(const samples::StudySpec& spec = {})
{
    const SpeedupStudy study = samples::syntheticStudy(spec);
    return {samples::studyTrace(study), std::make_shared<samples::MeasuredExperiment>(study), 0, study.cores};
}

inline const samples::StudySpec& manyBackends()
{
    static const samples::StudySpec spec{.cores = 4,
                                         .jobsMax = 8,
                                         .backends = {Backend::threads, Backend::nogil, Backend::parallel,
                                                      Backend::pythonThreads, Backend::pythonProcesses}};
    return spec;
}

inline Run onCores(bool bySwitches = true)
{
    return {CoreRun::make(bySwitches),
            std::make_shared<Drawn>(Plan{.plots = {{.kind = PlotSpec::Kind::timeline}},
                                         .lanes = {{TS_TEXT("test", "Depositors"), "Depositor", 2}}}),
            0, 2};
}

inline Run before(Run run)
{
    run.trace = nullptr;
    return run;
}

/// What PlotStack::paintTo() draws of the bank in that scope.
inline Picture inScope(Scope scope, QSize size, const Theme& theme)
{
    return Screen(bank(), size, theme, scope).asFigure();
}

} // namespace detail

inline const std::vector<Case>& cases()
{
    using namespace detail;
    static const std::vector<Case> all{
        // Figures: what is written into files.
        {"figure-bank",
         [] {
             FigureRequest request = figure(bank());
             request.words = true;
             answer(request.run, TS_TEXT("test", "One waits at the end."));
             return figureOf(request);
         }},
        {"figure-bank-dark",
         [] {
             FigureRequest request = figure(bank());
             request.theme = Theme::dark();
             return figureOf(request);
         }},
        {"figure-page",
         [] {
             return figureOf(figure(bank(), {605, 378}));
         }},
        {"figure-half-page",
         [] {
             return figureOf(figure(bank(), {302, 227}));
         }},
        {"figure-close-lanes",
         [] {
             return figureOf(figure(states(), {302, 227}));
         }},
        {"figure-zoomed",
         [] {
             FigureRequest request = figure(bank());
             zoom(request, {480_ms, 740_ms});
             return figureOf(request);
         }},
        {"figure-as-seen", // with what was isolated and measured
         [] {
             FigureRequest request = figure(bank());
             zoom(request, {300_ms, 900_ms});
             request.view.isolated = State::condition;
             request.view.measured = MeasuredStretch{request.run->trace().get(), {480_ms, 740_ms}};
             return figureOf(request);
         }},
        {"figure-two-runs",
         [] {
             FigureRequest request = figure(bank(), {900, 700});
             request.beside = shown(calmBank());
             answer(request.beside, TS_TEXT("test", "Nobody waits."));
             answer(request.run, TS_TEXT("test", "One waits at the end."), {Evidence::longestWait});
             return figureOf(request);
         }},
        {"figure-evidence",
         [] {
             FigureRequest request = figure(bank());
             answer(request.run, TS_TEXT("test", "%1 %2 %3"),
                    {Evidence::leastNumber, Evidence::greatestNumber, Evidence::greatestValue});
             return figureOf(request);
         }},
        {"figure-circle",
         [] {
             return figureOf(figure(circle(), {640, 500}));
         }},
        {"figure-circle-before",
         [] {
             FigureRequest request = figure(circle(), {640, 500});
             zoom(request, {0, 140_ms});
             return figureOf(request);
         }},
        {"figure-histogram",
         [] {
             return figureOf(figure(trips(), {640, 300}));
         }},
        {"figure-losses",
         [] {
             return figureOf(figure(counted(400'000, {0, 21'000, 8'000, 0, 44'000, 30'500}), {640, 400}));
         }},
        {"figure-no-losses",
         [] {
             return figureOf(figure(counted(400'000, {0, 0, 0, 0}), {640, 400}));
         }},
        {"figure-values",
         [] {
             return figureOf(figure(twoVariables(false), {640, 300}));
         }},
        {"figure-values-beside",
         [] {
             return figureOf(figure(twoVariables(true), {640, 300}));
         }},
        {"figure-never-written",
         [] {
             return figureOf(
                 figure(quiet({.plots = {{.kind = PlotSpec::Kind::values, .share = 1, .variable = "balance"},
                                         {.kind = PlotSpec::Kind::contention, .share = 1}}}),
                        {500, 300}));
         }},
        {"figure-states",
         [] {
             return figureOf(figure(states(), {640, 420}));
         }},
        {"figure-updates",
         [] {
             FigureRequest request = figure(updates(), {900, 460});
             answer(request.run, TS_TEXT("test", "%1"), {Evidence::lostUpdate});
             return figureOf(request);
         }},
        {"figure-processes",
         [] {
             return figureOf(figure(processes(), {800, 260}));
         }},
        {"figure-tasks",
         [] {
             return figureOf(figure(tasks(), {800, 320}));
         }},
        {"figure-pool",
         [] {
             return figureOf(figure(pool(), {800, 200}));
         }},
        {"figure-patterns",
         [] {
             return figureOf(figure(patterns(), {640, 480}));
         }},
        {"figure-lost-and-dense",
         [] {
             return figureOf(figure(lostAndDense(), {640, 320}));
         }},
        {"figure-locks",
         [] {
             return figureOf(figure(locks(), {640, 340}));
         }},
        {"figure-cores",
         [] {
             FigureRequest request = figure(onCores(), {640, 340});
             request.view.coresOpen = true;
             return figureOf(request);
         }},
        {"figure-cores-by-clocks",
         [] {
             FigureRequest request = figure(onCores(false), {640, 340});
             request.view.coresOpen = true;
             return figureOf(request);
         }},
        {"figure-speedup",
         [] {
             return figureOf(figure(measured(), {900, 560}));
         }},
        {"figure-speedup-usl",
         [] {
             FigureRequest request = figure(measured(), {640, 480});
             request.view.usl = true;
             request.run = samples::withResult(request.run, [](RunResult& result) {
                 Findings& findings = result.findings;
                 findings.add("best_speedup", TS_TEXT("test", "best"), 1.9);
                 findings.add("best_backend", TS_TEXT("test", "by"), Text(backendLabel(Backend::threads)));
                 findings.add("best_jobs", TS_TEXT("test", "with"), std::int64_t{3});
                 result.answer = Text(TS_TEXT("test", "%1")).arg(NumberArg{1.9, 1}).of("best_speedup");
             });
             request.view.chosen = PointId{Backend::processes, 4, false};
             return figureOf(request);
         }},
        {"figure-speedup-many",
         [] {
             return figureOf(figure(measured(manyBackends()), {900, 560}));
         }},
        {"figure-speedup-pinned",
         [] {
             FigureRequest request = figure(measured(), {640, 400});
             request.beside = shown(measured({.better = 0.7}));
             answer(request.beside, TS_TEXT("test", "Not at all."));
             answer(request.run, TS_TEXT("test", "Nearly."));
             return figureOf(request);
         }},

        // Each scope.
        {"scope-all",
         [] {
             return inScope(Scope::all, {640, 400}, Theme::light());
         }},
        // A graph that has little room takes it from the contention.
        {"scope-all-low",
         [] {
             return Screen(circle(true), {500, 400}).asFigure();
         }},
        {"scope-readable",
         [] {
             return inScope(Scope::readable, {640, 240}, Theme::light());
         }},
        {"scope-lecture",
         [] {
             return inScope(Scope::lecture, {1280, 800}, Theme::light().forPresent(1080));
         }},
        {"scope-essential",
         [] {
             return inScope(Scope::essential, {360, 240}, Theme::light().forPrint());
         }},

        // Before the first run.
        {"empty-bank",
         [] {
             return Screen(before(bank()), {640, 380}).asFigure();
         }},
        {"empty-circle",
         [] {
             return Screen(before(circle()), {500, 380}, Theme::dark()).asFigure();
         }},
        {"empty-losses",
         [] {
             return Screen(before(counted(10, {1, 2})), {500, 300}).asFigure();
         }},
        {"empty-speedup",
         [] {
             return Screen(before(measured({.rounds = 0})), {640, 400}).asFigure();
         }},

        // On a screen, where all lies on whole pixels, and with what lies over the plots.
        {"screen-bank",
         [] {
             return Screen(bank(), {640, 400}).picture();
         }},
        {"screen-bank-dark",
         [] {
             return Screen(bank(), {640, 400}, Theme::dark()).picture();
         }},
        {"screen-lost-and-dense",
         [] {
             return Screen(lostAndDense(), {640, 320}).picture();
         }},
        {"screen-values",
         [] {
             return Screen(twoVariables(true), {640, 240}).picture();
         }},
        {"screen-isolated",
         [] {
             return Screen(bank(), {640, 400}).isolate(State::condition).picture();
         }},
        {"screen-held",
         [] {
             Bank story;
             story.begin();
             Screen screen(story.run(), {640, 400});
             screen.hold();
             story.end();
             return screen.refresh().picture();
         }},
        {"screen-going-on",
         [] {
             return Screen(Bank().begin().run(), {640, 400}).picture();
         }},
        {"screen-measured",
         [] {
             return Screen(bank(), {640, 400}).measure(210_ms, 430_ms).picture();
         }},
        {"screen-crosshair",
         [] {
             return Screen(bank(), {640, 400}).cross(460_ms).picture();
         }},
        {"screen-evidence",
         [] {
             return Screen(bank(), {640, 400})
                 .outline({{Bank::kFirst, {250_ms, 380_ms}}, {kNoTrack, {700_ms, 850_ms}}})
                 .picture();
         }},
        // A wait for a lock that the other released: its arrow, its lock, and the text.
        {"screen-hover-lock",
         [] {
             return Screen(locks(), {640, 320}).point(0, 200_ms, 84).picture();
         }},
        {"screen-selected",
         [] {
             return Screen(locks(), {640, 320}).click(0, 380_ms, kInLane).picture();
         }},
        {"screen-hover-held",
         [] {
             return Screen(locks(), {640, 320}).point(0, 500_ms, 84).picture();
         }},
        {"screen-hover-ready",
         [] {
             return Screen(tasks(), {640, 300}).point(0, 126_ms, 3 * kFatLane + kInLane).picture();
         }},
        {"screen-hover-task",
         [] {
             return Screen(pool(), {640, 200}).point(0, 130_ms, kInLane).picture();
         }},
        {"screen-hover-message",
         [] {
             return Screen(processes(), {640, 240}).point(0, 140_ms, kFatLane).picture();
         }},
        {"screen-hover-wait-for-message",
         [] {
             return Screen(processes(), {640, 240}).point(0, 60_ms, kFatLane + kInLane).picture();
         }},
        {"screen-hover-circle",
         [] {
             return Screen(circle(), {640, 500}).point(1, 330_ms, 20).picture();
         }},
        {"screen-circle-held",
         [] {
             return Screen(circle(), {640, 500}).hold().zoom(0, 600_ms).cross(200_ms).picture();
         }},
        {"screen-hover-waiting",
         [] {
             return Screen(bank(), {640, 400}).point(1, 450_ms, 20).picture();
         }},
        {"screen-hover-value",
         [] {
             return Screen(bank(), {640, 400}).point(2, 320_ms, 20).picture();
         }},
        {"screen-cores",
         [] {
             return Screen(onCores(), {640, 340}).openCores().picture();
         }},
        {"screen-hover-core",
         [] {
             return Screen(onCores(), {640, 340}).openCores().point(0, 150_ms, 160).picture();
         }},
        {"screen-hover-lane-and-cores",
         [] {
             return Screen(onCores(), {640, 340}).openCores().point(0, 50_ms, 40).picture();
         }},
        {"screen-scrolled",
         [] {
             return Screen(states(), {640, 200}).scroll(90).picture();
         }},
        {"screen-speedup-chosen",
         [] {
             return Screen(measured(), {640, 480}).choose({Backend::processes, 3, false}).picture();
         }},
        {"screen-speedup-opened",
         [] {
             return Screen(measured(), {640, 480}).open({Backend::processes, 3, false}).picture();
         }},
        {"screen-hover-point",
         [] {
             Screen screen(measured(), {640, 480});
             const QSizeF area = screen.areaOf(0);
             return screen.pointAt(0, {area.width() * 0.36, area.height() * 0.6}).picture();
         }},
        {"screen-hover-stretch",
         [] {
             return Screen(measured(), {640, 480}).pointAt(1, {300, 60}).picture();
         }},

        // Pixel by pixel, where there are no words: hatches, and columns of many states.
        {"pixels-states",
         [] {
             return Screen(states(), {400, 560}).pixels(0);
         }},
        {"pixels-states-dark",
         [] {
             return Screen(states(), {400, 560}, Theme::dark()).pixels(0);
         }},
        {"pixels-lost-and-dense",
         [] {
             return Screen(lostAndDense(), {400, 240}).pixels(0);
         }},
        {"pixels-tasks",
         [] {
             return Screen(tasks(), {190, 240}).pixels(0);
         }},
    };
    return all;
}

} // namespace threadscape::golden
