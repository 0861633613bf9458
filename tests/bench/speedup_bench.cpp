#include "bench/figures.h"

#include "kernels/integrate.h"
#include "kernels/primes.h"
#include "lab/run/live_run.h"
#include "stats/confidence.h"
#include "stats/statistics.h"
#include "window/shell/main_window.h"

#include <QApplication>
#include <benchmark/benchmark.h>
#include <cmath>
#include <map>
#include <numbers>
#include <thread>

namespace threadscape::bench {

namespace {

constexpr std::int64_t kLongRun = 100'000'000;
constexpr std::int64_t kLectureRun = 10'000'000;

Grid quarter(std::int64_t iterations)
{
    return {0, std::numbers::pi / 2, iterations};
}

std::int64_t stepsOf(std::int64_t usual)
{
    return qEnvironmentVariableIsSet("THREADSCAPE_SPEEDUP_STEPS")
               ? qEnvironmentVariable("THREADSCAPE_SPEEDUP_STEPS").toLongLong()
               : usual;
}

double secondsOf(const std::function<void()>& deed)
{
    const std::int64_t fromNs = monotonicNs();
    deed();
    return static_cast<double>(monotonicNs() - fromNs) * 1e-9;
}

/// The same kernel, on threads that are started and joined by nothing but the standard library.
double bareSeconds(std::int64_t iterations, int jobs)
{
    const Grid grid = quarter(iterations);
    std::vector<double> partial(static_cast<std::size_t>(jobs));
    const auto job = [&](int k) {
        partial[static_cast<std::size_t>(k)] =
            riemannSum(Integrand::cos, grid, grid.firstOf(k, jobs), grid.firstOf(k + 1, jobs), [] {});
    };
    return secondsOf([&] {
        if (jobs == 1) {
            job(0);
        } else {
            std::vector<std::thread> threads;
            for (int k = 0; k < jobs; ++k)
                threads.emplace_back(job, k);
            for (std::thread& thread : threads)
                thread.join();
        }
        benchmark::DoNotOptimize(partial.data());
    });
}

RunRequest request(std::int64_t iterations, const std::string& backends, int jobsMax, int repeats,
                   std::uint64_t seed)
{
    return {.experiment = "integrate",
            .settings = {{"iterations", std::to_string(iterations)},
                         {"backends", backends},
                         {"jobs_max", std::to_string(jobsMax)},
                         {"repeats", std::to_string(repeats)}},
            .seed = seed};
}

SpeedupStudy studyOf(const RunRequest& asked)
{
    auto run = LiveRun::start(asked);
    if (!run)
        std::abort();
    while (!(*run)->waitFor(std::chrono::minutes(10))) {
    }
    const RunResult result = (*run)->result();
    if (result.outcome != Outcome::finished) {
        std::printf("The run came to no end: %s\n", result.failure.english().c_str());
        std::abort();
    }
    return *result.study;
}

double speedupOf(const SpeedupStudy& study, Backend backend, int jobs)
{
    const SpeedupPoint* const point = study.find(backend, jobs);
    return point != nullptr ? point->speedup : NAN;
}

/// One line: the median of ratios of pairs, with its interval, and what is asked of the interval.
void printRatios(const std::string& what, const std::vector<double>& ratios, double low, double high)
{
    const Interval interval = centreInterval(ratios).value_or(Interval{});
    const char* verdict = interval.low >= low && interval.high <= high ? "reached"
                          : interval.high < low || interval.low > high ? "NOT reached"
                                                                       : "not resolved";
    std::printf("%-58s %5.3fx [%.3f, %.3f] of %zu pairs; %s\n", what.c_str(), median(ratios), interval.low,
                interval.high, ratios.size(), verdict);
    std::fflush(stdout);
}

void benchKernels()
{
    constexpr std::int64_t kSteps = 300'000;
    const Grid grid = quarter(kSteps);
    compare({.what = "integrate, in blocks with checkpoints",
             .peer = "a plain loop",
             .goal = 1.02,
             .items = kSteps,
             .ours =
                 [&] {
                     benchmark::DoNotOptimize(
                         riemannSum(Integrand::cos, grid, 0, kSteps, [] { benchmark::ClobberMemory(); }));
                 },
             .theirs =
                 [&] {
                     double sum = 0;
                     const double step = grid.step();
                     for (std::int64_t i = 0; i < kSteps; ++i)
                         sum += std::cos(grid.from + static_cast<double>(i) * step) * step;
                     benchmark::DoNotOptimize(sum);
                 },
             .rounds = 51});
    constexpr std::int64_t kPrime = 115'280'095'190'773; // one of the course's
    const auto divisions = static_cast<std::int64_t>(std::sqrt(static_cast<double>(kPrime)) / 2);
    compare({.what = "primality, in blocks with checkpoints",
             .peer = "a plain loop",
             .goal = 1.02,
             .items = static_cast<double>(divisions),
             .ours = [] { benchmark::DoNotOptimize(isPrime(kPrime, [] { benchmark::ClobberMemory(); })); },
             .theirs =
                 [] {
                     auto number = static_cast<std::uint64_t>(kPrime);
                     benchmark::DoNotOptimize(number); // else it is worked out beforehand
                     bool prime = true;
                     for (std::uint64_t divisor = 3; prime && divisor * divisor <= number; divisor += 2)
                         prime = number % divisor != 0;
                     benchmark::DoNotOptimize(prime);
                 },
             .rounds = 15});
}

void benchAgainstBareThreads()
{
    constexpr int kPairs = 11;
    const std::int64_t iterations = stepsOf(kLongRun);
    std::map<std::pair<Backend, int>, std::vector<double>> ratios;
    for (int pair = 0; pair < kPairs; ++pair) {
        const double one = bareSeconds(iterations, 1);
        const double two = bareSeconds(iterations, 2);
        const double four = bareSeconds(iterations, 4);
        const SpeedupStudy study =
            studyOf(request(iterations, "threads,processes", 4, 1, static_cast<std::uint64_t>(pair) + 1));
        for (const Backend backend : {Backend::threads, Backend::processes})
            for (const auto& [jobs, bare] : {std::pair{2, two}, {4, four}})
                ratios[{backend, jobs}].push_back(speedupOf(study, backend, jobs) / (one / bare));
    }
    for (const auto& [which, all] : ratios)
        printRatios(std::string("speedup of ") + backendName(which.first) + " at " +
                        std::to_string(which.second) + " against bare std::thread",
                    all, 0.93, INFINITY);
}

void benchAgainstPython()
{
    constexpr int kPairs = 7;
    std::vector<double> gil;
    std::vector<double> nogil;
    std::vector<double> ratios;
    for (int pair = 0; pair < kPairs; ++pair) {
        const SpeedupStudy study = studyOf(request(stepsOf(kLectureRun) / 4, "gil,nogil,python-threads", 2, 3,
                                                   static_cast<std::uint64_t>(pair) + 1));
        if (study.find(Backend::pythonThreads, 2) == nullptr) {
            std::puts("gil against python-threads: there is no python3");
            return;
        }
        gil.push_back(speedupOf(study, Backend::gil, 2));
        nogil.push_back(speedupOf(study, Backend::nogil, 2));
        ratios.push_back(gil.back() / speedupOf(study, Backend::pythonThreads, 2));
    }
    printRatios("speedup of gil at 2", gil, 0.9, 1.05);
    printRatios("speedup of nogil at 2", nogil, 1.5, INFINITY);
    printRatios("speedup of gil at 2 against python-threads", ratios, 0.85, 1.15);
}

double watchedSpeedup(MainWindow& window, const RunRequest& asked)
{
    if (!window.session().start(asked))
        std::abort();
    QEventLoop loop;
    QObject::connect(&window.session(), &Session::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return speedupOf(*window.session().run()->result().study, Backend::threads, 2);
}

void benchWindow()
{
    constexpr int kPairs = 15;
    int argc = 1;
    char name[] = "threadscape_bench";
    char* argv[] = {name, nullptr};
    const QApplication application(argc, argv);
    MainWindow window(std::nullopt);
    window.resize(1440, 900);
    window.show();
    window.setup().choose("integrate");
    std::vector<double> ratios;
    for (int pair = 0; pair < kPairs; ++pair) {
        const RunRequest asked =
            request(stepsOf(kLectureRun), "threads", 2, 7, static_cast<std::uint64_t>(pair) + 1);
        const double watched = watchedSpeedup(window, asked);
        ratios.push_back(watched / speedupOf(studyOf(asked), Backend::threads, 2));
    }
    const Interval interval = centreInterval(ratios).value_or(Interval{});
    std::printf("%-58s %5.3fx [%.3f, %.3f] of %zu pairs; 1 %s within it\n",
                "speedup in the window against without one", median(ratios), interval.low, interval.high,
                ratios.size(), interval.low <= 1 && interval.high >= 1 ? "is" : "is NOT");
}

} // namespace

void benchSpeedup()
{
    benchKernels();
    benchWindow();
    benchAgainstPython();
    benchAgainstBareThreads();
}

} // namespace threadscape::bench
