#include "lab/lab.h"

#include "kernels/integrate.h"

#include <cmath>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <numbers>
#include <numeric>

namespace threadscape {

namespace {

/// A left Riemann sum, a job being a part of its terms.
class RiemannWorkload final : public Workload {
public:
    /// `value` is told what the sequential run comes to.
    RiemannWorkload(Integrand f, std::string name, const Grid& grid, Noted<double>& value)
        : m_f(f), m_name(std::move(name)), m_grid(grid), m_value(value)
    {
    }

    void begin(int jobs) override
    {
        m_python = false;
        m_partial.assign(static_cast<std::size_t>(jobs), NAN);
    }

    void job(int k, int jobs, const Pace& pace) override
    {
        range(k, m_grid.firstOf(k, jobs), m_grid.firstOf(k + 1, jobs), pace);
    }

    std::int64_t items() const override { return m_grid.iterations; }

    void range(int k, std::int64_t first, std::int64_t last, const Pace& pace) override
    {
        m_partial[static_cast<std::size_t>(k)] = riemannSum(m_f, m_grid, first, last, pace);
    }

    const TeamJob& teamJob() const override { return kIntegrateJob; }

    std::vector<std::byte> arguments(int k, int jobs) const override
    {
        return packArguments(m_f, m_grid, m_grid.firstOf(k, jobs), m_grid.firstOf(k + 1, jobs));
    }

    bool accept(int k, std::span<const std::byte> reply) override
    {
        const auto values = unpackArguments<double>(reply);
        if (values)
            m_partial[static_cast<std::size_t>(k)] = std::get<0>(*values);
        return values.has_value();
    }

    std::string pythonOrder() const override
    {
        return fmt::format(
            R"("kernel": "integrate", "function": "{}", "from": {}, "to": {}, "iterations": {})", m_name,
            m_grid.from, m_grid.to, m_grid.iterations);
    }

    bool acceptPython(std::string_view values, int jobs) override
    {
        const auto all = nlohmann::json::parse(values, nullptr, false);
        if (!all.is_array() || all.size() != static_cast<std::size_t>(jobs))
            return false;
        m_python = true; // it may have another library of functions
        for (std::size_t k = 0; k < all.size(); ++k) {
            if (!all[k].is_number())
                return false;
            m_partial[k] = all[k].get<double>();
        }
        return true;
    }

    bool end(int jobs) override
    {
        const double value = std::accumulate(m_partial.begin(), m_partial.end(), 0.0);
        // All of this program's own come to the same, and others as near as the rounding of so many additions allows.
        const auto [known, fresh] = m_byJobs.try_emplace(m_python ? -jobs : jobs, value);
        if (known->second != value)
            return false;
        if (!m_value.value())
            m_value.set(value);
        return std::abs(value - *m_value.value()) <= tolerance();
    }

private:
    double tolerance() const
    {
        constexpr double kLeast = 1e-12;
        constexpr double kHalfUlp = 0x1p-53;
        return std::max(kLeast, 2 * kHalfUlp * static_cast<double>(m_grid.iterations) *
                                    std::abs(m_grid.to - m_grid.from));
    }

    Integrand m_f;
    std::string m_name;
    Grid m_grid;
    bool m_python = false;
    std::vector<double> m_partial;
    std::map<int, double> m_byJobs; // Python's below 0
    Noted<double>& m_value;
};

class Integrate final : public SpeedupExperiment {
public:
    Integrate()
        : SpeedupExperiment({.id = "integrate",
                             .topic = TS_TEXT("topic", "Speedup"),
                             .title = TS_TEXT("integrate", "Integral"),
                             .question = TS_TEXT("integrate", "Do n workers make it n times faster?")},
                            7)
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture",
             .label = TS_TEXT("preset", "Lecture"),
             .settings = {{"iterations", "10000000"}}},
            {.name = "not-worth-it",
             .label = TS_TEXT("preset", "Not worth it"),
             .settings = {{"iterations", "1000"}, {"loops", "100"}}},
            {.name = "beside-python",
             .label = TS_TEXT("preset", "Beside Python"),
             .settings = {{"backends", "gil,processes,python-threads,python-processes"}, {"repeats", "3"}}},
            {.name = "for-the-report",
             .label = TS_TEXT("preset", "For the report"),
             .settings = {{"iterations", "100000000"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    void run(Lab& lab) override
    {
        RiemannWorkload workload(static_cast<Integrand>(function.index()), function.name(),
                                 {from, to, iterations}, m_value);
        measure(lab, workload, loops);
    }

    Findings findings() const override
    {
        const std::optional<double> value = m_value.value();
        const double exact = exactIntegral(static_cast<Integrand>(function.index()), from, to);
        Findings found;
        found.add("value", TS_TEXT("integrate", "Value"), value ? FindingValue(*value) : FindingValue());
        found.add("exact", TS_TEXT("integrate", "Exact value"), exact);
        found.add("error", TS_TEXT("integrate", "Error"),
                  value ? FindingValue(*value - exact) : FindingValue());
        addCommon(found, soFar().value_or(SpeedupStudy()));
        return found;
    }

    Text answer(const Findings& /*findings*/, Outcome outcome) const override
    {
        return gain(soFar().value_or(SpeedupStudy()), outcome);
    }

private:
    static constexpr double kFurthest = 1e6;

    Choice function{this,
                    "function",
                    TS_TEXT("integrate", "Function"),
                    {{"cos", TS_TEXT("integrate", "cos x")},
                     {"sin", TS_TEXT("integrate", "sin x")},
                     {"gauss", TS_TEXT("integrate", "exp(-x²)")},
                     {"witch", TS_TEXT("integrate", "1/(1+x²)")}},
                    kRules};
    Real from{this, "from", TS_TEXT("integrate", "From"), 0, {-kFurthest, kFurthest}, kRules};
    Real to{this, "to", TS_TEXT("integrate", "To"), std::numbers::pi / 2, {-kFurthest, kFurthest}, kRules};
    Integer iterations{this,    "iterations",    TS_TEXT("integrate", "Steps of the sum"),
                       1000000, {1, 1000000000}, kHowLong};
    Integer loops{this,
                  "loops",
                  TS_TEXT("integrate", "Times in a measurement"),
                  1,
                  {1, 1000},
                  kRun.about(TS_TEXT("integrate", "Something short is done so often, and the mean taken."))};

    Noted<double> m_value;
};

// A job in a worker process. Arguments: what to integrate, its grid, the first term and the one after the last.
std::vector<std::byte> integrateInTeam(WorkerContext& /*context*/, ProcessValue& /*next*/,
                                       std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<Integrand, Grid, std::int64_t, std::int64_t>(arguments);
    if (!values)
        throw std::invalid_argument("no terms to add");
    const auto& [f, grid, first, last] = *values;
    return packArguments(riemannSum(f, grid, first, last, [] { checkpoint(); }));
}

} // namespace

const TeamJob kIntegrateJob{"integrate", &integrateInTeam};

std::unique_ptr<Experiment> makeIntegrate()
{
    return std::make_unique<Integrate>();
}

} // namespace threadscape
