#include "lab/speedup.h"

#include "kernels/integrate.h"

#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numbers>
#include <numeric>

namespace threadscape {

namespace {

/// A left Riemann sum; each job sums a range of its terms.
class Integrate final : public SpeedupExperiment {
public:
    Integrate()
        : SpeedupExperiment({"integrate", TS_TEXT("topic", "Speedup"), TS_TEXT("integrate", "Integral"),
                             TS_TEXT("integrate", "Do n workers make it n times faster?")},
                            7)
    {
        preset("lecture", TS_TEXT("preset", "Lecture"), iterations = 10'000'000);
        preset("not-worth-it", TS_TEXT("preset", "Not worth it"), iterations = 1000, loops = 100);
        preset("beside-python", TS_TEXT("preset", "Beside Python"),
               backends = {"gil", "processes", "python-threads", "python-processes"}, repeats = 3);
        preset("for-the-report", TS_TEXT("preset", "For the report"), iterations = 100'000'000);
        preset("notes", TS_TEXT("preset", "Notes"));
    }

    void run(Lab& lab) override { measure(lab, loops); }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        return common.gain(found, outcome);
    }

private:
    void begin(int jobs) override
    {
        m_python = false;
        m_partial.assign(static_cast<std::size_t>(jobs), NAN);
    }

    std::int64_t items() const override { return iterations; }
    void range(int k, std::int64_t first, std::int64_t last, const Pace& pace) override
    {
        m_partial[static_cast<std::size_t>(k)] = riemannSum(integrand(), grid(), first, last, pace);
    }

    const TeamJob& teamJob() const override { return kIntegrateJob; }
    Packed arguments(int k, int jobs) const override
    {
        return packArguments(integrand(), grid(), grid().firstOf(k, jobs), grid().firstOf(k + 1, jobs));
    }
    bool accept(int k, PackedView reply) override
    {
        const auto values = unpackArguments<double>(reply);
        if (values)
            m_partial[static_cast<std::size_t>(k)] = std::get<0>(*values);
        return values.has_value();
    }

    std::string pythonOrder() const override
    {
        return fmt::format(
            R"("kernel": "integrate", "function": "{}", "from": {}, "to": {}, "iterations": {})",
            function.name(), from.value(), to.value(), iterations.value());
    }
    bool acceptPython(const nlohmann::json& answer) override
    {
        m_python = true; // its math library may differ
        return takePythonValues(answer, m_partial);
    }

    bool end(int jobs) override
    {
        const double sum = std::accumulate(m_partial.begin(), m_partial.end(), 0.0);
        // All native backends compute the same, and others agree within the rounding of this number of additions.
        if (m_byJobs.try_emplace(m_python ? -jobs : jobs, sum).first->second != sum)
            return false;
        if (!value.value()) // of the sequential run, the first
            value.set(sum);
        return std::abs(sum - *value.value()) <= greatestRounding(grid());
    }
    std::optional<double> result(int jobs) const override { return m_byJobs.at(m_python ? -jobs : jobs); }

    Integrand integrand() const { return static_cast<Integrand>(function.index()); }
    Grid grid() const { return {from, to, iterations}; }
    double integral() const { return exactIntegral(integrand(), from, to); }
    std::optional<double> difference() const
    {
        return value.map([this](double sum) { return sum - integral(); });
    }

    bool m_python = false; // this lap's
    std::vector<double> m_partial;
    std::map<int, double> m_byJobs; // Python's below 0

    OneOf<"cos", "sin", "gauss", "witch"> function{
        this, "function", TS_TEXT("integrate", "Function"),
        words(TS_TEXT("integrate", "cos x"), TS_TEXT("integrate", "sin x"), TS_TEXT("integrate", "exp(-x²)"),
              TS_TEXT("integrate", "1/(1+x²)")),
        kRules};
    Real from{this, "from", TS_TEXT("integrate", "From"), 0, kRules.between(-1e6, 1e6)};
    Real to{this, "to", TS_TEXT("integrate", "To"), std::numbers::pi / 2, kRules.between(-1e6, 1e6)};
    Integer iterations{this, "iterations", TS_TEXT("integrate", "Steps of the sum"), 1000000,
                       kHowLong.between(1, 1000000000)};
    Integer loops{this, "loops", TS_TEXT("integrate", "Times in a measurement"), 1,
                  kRun.between(1, 1000).about(
                      TS_TEXT("integrate", "Something short is done so often, and the mean taken."))};

    Known<double> value{this, "value", TS_TEXT("integrate", "Value"),
                        toWithin([this] { return difference(); })};
    Measured exact{this, "exact", TS_TEXT("integrate", "Exact value"), [this] { return integral(); },
                   toWithin([this] { return difference(); })};
    Measured error{this, "error", TS_TEXT("integrate", "Error"), [this] { return difference(); }};
    Common common{this};
};

// A job in a worker process. Arguments: the integrand, its grid, and the range of terms [first, last).
Packed integrateInTeam(WorkerContext& /*context*/, ProcessValue& /*next*/, PackedView arguments)
{
    const auto [f, grid, first, last] =
        argumentsOf<Integrand, Grid, std::int64_t, std::int64_t>(arguments, "no terms to add");
    return packArguments(riemannSum(f, grid, first, last, [] { checkpoint(); }));
}

} // namespace

const TeamJob kIntegrateJob{"integrate", &integrateInTeam};

THREADSCAPE_MAKES(Integrate)

} // namespace threadscape
