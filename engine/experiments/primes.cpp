#include "lab/lab.h"

#include "kernels/primes.h"

#include <array>
#include <cstring>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace threadscape {

namespace {

/// Large, and prime but for the last one, so that nearly all of them take all divisions.
constexpr std::array<std::int64_t, 13> kCandidates{
    1'116'281,           1'297'337,           104'395'303,          472'882'027,         533'000'389,
    817'504'243,         982'451'653,         112'272'535'095'293,  112'582'705'942'171, 112'272'535'095'293,
    115'280'095'190'773, 115'797'848'077'099, 1'099'726'899'285'419};

/// What became of a number.
enum class Verdict : std::uint8_t { unknown, composite, prime };

struct PrimeCounts {
    std::int64_t primes = 0;
    std::int64_t composites = 0;
};

template <typename Between>
Verdict examine(std::int64_t item, Between&& between)
{
    const auto place = static_cast<std::size_t>(item) % kCandidates.size();
    return isPrime(kCandidates[place], between) ? Verdict::prime : Verdict::composite;
}

/// The candidates, several times over; who is free takes the next few.
class PrimesWorkload final : public Workload {
public:
    PrimesWorkload(Lab& lab, std::int64_t copies, std::int64_t chunk, Noted<PrimeCounts>& counts)
        : m_items(copies * static_cast<std::int64_t>(kCandidates.size())),
          m_chunk(chunk),
          m_next(lab, Shared<std::int64_t>::Silent{}, TS_NAME("name", "Next number"), 0),
          m_counts(counts)
    {
    }

    void begin(int /*jobs*/) override
    {
        m_verdicts.assign(static_cast<std::size_t>(m_items), Verdict::unknown);
        m_next.write(0);
    }

    void job(int k, int /*jobs*/, const Pace& pace) override
    {
        for (std::int64_t first = m_next.fetchAdd(m_chunk); first < m_items; first = m_next.fetchAdd(m_chunk))
            range(k, first, std::min(first + m_chunk, m_items), pace);
    }

    std::int64_t items() const override { return m_items; }

    void range(int /*k*/, std::int64_t first, std::int64_t last, const Pace& pace) override
    {
        for (std::int64_t item = first; item < last; ++item)
            m_verdicts[static_cast<std::size_t>(item)] = examine(item, pace);
    }

    const TeamJob& teamJob() const override { return kPrimesJob; }
    std::vector<std::byte> arguments(int /*k*/, int /*jobs*/) const override
    {
        return packArguments(m_items, m_chunk);
    }

    // The places of the items that it took, each with its verdict.
    bool accept(int /*k*/, std::span<const std::byte> reply) override
    {
        constexpr std::size_t kEach = sizeof(std::int64_t) + sizeof(Verdict);
        if (reply.size() % kEach != 0)
            return false;
        for (; !reply.empty(); reply = reply.subspan(kEach)) {
            const auto [item, verdict] = *unpackArguments<std::int64_t, Verdict>(reply.first(kEach));
            if (item < 0 || item >= m_items)
                return false;
            m_verdicts[static_cast<std::size_t>(item)] = verdict;
        }
        return true;
    }

    std::string pythonOrder() const override
    {
        return fmt::format(R"("kernel": "primes", "numbers": [{}], "items": {}, "chunk": {})",
                           fmt::join(kCandidates, ", "), m_items, m_chunk);
    }

    bool acceptPython(std::string_view values, int /*jobs*/) override
    {
        const auto chunks = nlohmann::json::parse(values, nullptr, false);
        std::size_t item = 0;
        for (const auto& chunk : chunks)
            for (const auto& prime : chunk) {
                if (!prime.is_boolean() || item >= m_verdicts.size())
                    return false;
                m_verdicts[item++] = prime.get<bool>() ? Verdict::prime : Verdict::composite;
            }
        return item == m_verdicts.size();
    }

    bool end(int /*jobs*/) override
    {
        if (std::ranges::find(m_verdicts, Verdict::unknown) != m_verdicts.end())
            return false;
        if (m_first.empty()) {
            m_first = m_verdicts;
            m_counts.set({std::ranges::count(m_first, Verdict::prime),
                          std::ranges::count(m_first, Verdict::composite)});
        }
        return m_verdicts == m_first;
    }

private:
    std::int64_t m_items;
    std::int64_t m_chunk;
    Shared<std::int64_t> m_next;
    Noted<PrimeCounts>& m_counts;
    std::vector<Verdict> m_verdicts; // in input order
    std::vector<Verdict> m_first;    // of the sequential run
};

class Primes final : public SpeedupExperiment {
public:
    Primes()
        : SpeedupExperiment({.id = "primes",
                             .topic = TS_TEXT("topic", "Speedup"),
                             .title = TS_TEXT("primes", "Prime numbers"),
                             .question = TS_TEXT("primes", "How many cores really worked?")},
                            3)
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {{"copies", "1"}}},
            {.name = "big-chunks",
             .label = TS_TEXT("preset", "Large chunks"),
             .settings = {{"copies", "1"}, {"chunk", "5"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    void run(Lab& lab) override
    {
        PrimesWorkload workload(lab, copies, chunk, m_counts);
        measure(lab, workload, 1);
    }

    Findings findings() const override
    {
        const std::optional<PrimeCounts> counts = m_counts.value();
        const auto study = soFar().value_or(SpeedupStudy());
        Findings found;
        found.add("primes", TS_TEXT("primes", "Primes"),
                  counts ? FindingValue(counts->primes) : FindingValue());
        found.add("composites", TS_TEXT("primes", "Composites"),
                  counts ? FindingValue(counts->composites) : FindingValue());
        const double worked = coresThatWorked(study);
        found.add("cpu_over_wall", TS_TEXT("primes", "Cores that worked"),
                  worked > 0 ? FindingValue(worked) : FindingValue());
        addCommon(found, study);
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const auto study = soFar().value_or(SpeedupStudy());
        const double worked = found.number("cpu_over_wall");
        if (outcome == Outcome::running || worked <= 0 || found.number("best_speedup") <= 0)
            return gain(study, outcome);
        return Text(TS_TEXT("primes", "%1 of %2: so many seconds of CPU time were used in one second at "
                                      "best, and it got %3 times as "
                                      "fast. Primes: %4, composites: %5, whoever counts."))
            .arg(NumberArg{worked, 2})
            .of("cpu_over_wall")
            .arg(study.cores)
            .arg(NumberArg{found.number("best_speedup"), 2})
            .of("best_speedup")
            .arg(found.integer("primes"))
            .arg(found.integer("composites"));
    }

private:
    /// CPU time by time on the clock, of the point that kept most cores busy; 0 before there is any.
    static double coresThatWorked(const SpeedupStudy& study)
    {
        double most = 0;
        for (const SpeedupPoint& point : study.points)
            if (!isPython(point.backend) && point.meanS > 0)
                most = std::max(most, (point.cpuUserS + point.cpuSysS) / point.meanS);
        return most;
    }

    Integer copies{this, "copies", TS_TEXT("primes", "Times the 13 numbers"), 5, {1, 100}, kHowLong};
    Integer chunk{this, "chunk", TS_TEXT("primes", "Numbers taken at a time"), 1, {1, 1000}, kRules};

    Noted<PrimeCounts> m_counts;
};

// A job in a worker process: takes what is next. Arguments: how many items there are, and how many are taken at a time.
std::vector<std::byte> primesInTeam(WorkerContext& /*context*/, ProcessValue& next,
                                    std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::int64_t, std::int64_t>(arguments);
    if (!values || std::get<1>(*values) < 1)
        throw std::invalid_argument("no numbers to examine");
    const auto [items, chunk] = *values;
    std::vector<std::byte> reply;
    for (std::int64_t first = next.addSilently(chunk); first < items; first = next.addSilently(chunk))
        for (std::int64_t item = first; item < std::min(first + chunk, items); ++item) {
            const std::vector<std::byte> told = packArguments(item, examine(item, [] { checkpoint(); }));
            reply.insert(reply.end(), told.begin(), told.end());
        }
    return reply;
}

} // namespace

const TeamJob kPrimesJob{"primes", &primesInTeam};

std::unique_ptr<Experiment> makePrimes()
{
    return std::make_unique<Primes>();
}

} // namespace threadscape
