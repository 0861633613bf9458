#include "lab/speedup.h"

#include "kernels/prime_candidates.h"

#include <algorithm>
#include <fmt/format.h>

namespace threadscape {

namespace {

/// The candidates, repeated; a free worker takes the next few.
class Primes final : public SpeedupExperiment {
public:
    Primes()
        : SpeedupExperiment({"primes", TS_TEXT("topic", "Speedup"), TS_TEXT("primes", "Prime numbers"),
                             TS_TEXT("primes", "How many cores really worked?")},
                            3)
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), copies = 1);
        preset("big-chunks", TS_TEXT("preset", "Large chunks"), lecture, chunk = 5);
        preset("notes", TS_TEXT("preset", "Notes"));
    }

    void run(Lab& lab) override
    {
        Shared<std::int64_t> next(lab, Shared<std::int64_t>::Silent{}, TS_NAME("name", "Next number"), 0);
        m_next = &next;
        measure(lab, 1);
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (outcome == Outcome::running || !found.know(worked) || !found.know(common.bestSpeedup) ||
            !found.know(common.bestJobs))
            return common.gain(found, outcome);
        const SpeedupStudy study = common.study.fresh();
        return Answer(
                   Text(TS_PLURAL("primes", "At best %1 of %n cores worked; %2 times as fast. All agree: %3 "
                                            "primes, %4 composite."),
                        found(worked), found(common.bestSpeedup), found[primes], found[composites])
                       .count(study.cores))
            .claiming("no more cores worked than there are", found[worked] <= kAboveLimit * study.cores)
            .claiming("no faster than the cores allow",
                      found[common.bestSpeedup] <= kAboveLimit * study.cores)
            .claiming("others left the cores alone", !study.disturbed());
    }

private:
    void begin(int /*jobs*/) override
    {
        m_verdicts.assign(static_cast<std::size_t>(items()), Verdict::unknown);
        m_next->write(0);
    }

    std::int64_t items() const override { return copies * std::ssize(kPrimeCandidates); }
    void range(int /*k*/, std::int64_t first, std::int64_t last, const Pace& pace) override
    {
        for (std::int64_t item = first; item < last; ++item)
            m_verdicts[static_cast<std::size_t>(item)] = examineCandidate(item, pace);
    }
    void job(int k, int /*jobs*/, const Pace& pace) override
    {
        for (std::int64_t first = m_next->fetchAdd(chunk); first < items(); first = m_next->fetchAdd(chunk))
            range(k, first, std::min(first + chunk, items()), pace);
    }

    const TeamJob& teamJob() const override { return kPrimesJob; }
    Packed arguments(int /*k*/, int /*jobs*/) const override { return packArguments(items(), chunk.value()); }
    bool accept(int /*k*/, PackedView reply) override
    {
        if (reply.size() != m_verdicts.size())
            return false;
        for (std::size_t item = 0; item < reply.size(); ++item)
            if (const auto verdict = static_cast<Verdict>(reply[item]); verdict != Verdict::unknown)
                m_verdicts[item] = verdict;
        return true;
    }

    std::string pythonOrder() const override
    {
        return fmt::format(R"("kernel": "primes", "numbers": [{}], "items": {}, "chunk": {})",
                           fmt::join(kPrimeCandidates, ", "), items(), chunk.value());
    }
    bool acceptPython(const nlohmann::json& answer) override
    {
        std::vector<bool> arePrime(m_verdicts.size());
        if (!takePythonValues(answer, arePrime))
            return false;
        std::ranges::transform(arePrime, m_verdicts.begin(), verdictOf);
        return true;
    }

    bool end(int /*jobs*/) override
    {
        if (std::ranges::find(m_verdicts, Verdict::unknown) != m_verdicts.end())
            return false;
        if (m_first.empty()) {
            m_first = m_verdicts;
            primes.set(std::ranges::count(m_first, Verdict::prime));
            composites.set(std::ranges::count(m_first, Verdict::composite));
        }
        return m_verdicts == m_first;
    }
    std::optional<double> result(int /*jobs*/) const override
    {
        return static_cast<double>(std::ranges::count(m_verdicts, Verdict::prime));
    }

    /// CPU time per wall time, of the point that kept most cores busy.
    std::optional<double> coresThatWorked() const
    {
        double most = 0;
        for (const SpeedupPoint& point : common.study->points)
            if (!isPython(point.backend))
                most = std::max(most, point.coresBusy());
        return most > 0 ? std::optional(most) : std::nullopt;
    }

    Shared<std::int64_t>* m_next = nullptr; // during a run
    std::vector<Verdict> m_verdicts;        // in input order
    std::vector<Verdict> m_first;           // of the sequential run

    Integer copies{this, "copies", TS_TEXT("primes", "Times the 13 numbers"), 5, kHowLong.between(1, 100)};
    Integer chunk{this, "chunk", TS_TEXT("primes", "Numbers taken at a time"), 1, kRules.between(1, 1000)};

    Known<std::int64_t> primes{this, "primes", TS_TEXT("primes", "Primes")};
    Known<std::int64_t> composites{this, "composites", TS_TEXT("primes", "Composites")};
    Measured worked{this, "cpu_over_wall", TS_TEXT("primes", "Cores that worked"),
                    [this] { return coresThatWorked(); }};
    Common common{this};
};

// A job in a worker process: takes the next items repeatedly, and returns their verdicts. Arguments: the number of items, and
// how many are taken at a time.
Packed primesInTeam(WorkerContext& /*context*/, ProcessValue& next, PackedView arguments)
{
    const auto [items, chunk] = argumentsOf<std::int64_t, std::int64_t>(arguments, "no numbers to examine");
    if (chunk < 1)
        throw std::invalid_argument("no numbers to examine");
    Packed verdicts(static_cast<std::size_t>(items));
    for (std::int64_t first = next.addSilently(chunk); first < items; first = next.addSilently(chunk))
        for (std::int64_t item = first; item < std::min(first + chunk, items); ++item)
            verdicts[static_cast<std::size_t>(item)] =
                static_cast<std::byte>(examineCandidate(item, [] { checkpoint(); }));
    return verdicts;
}

} // namespace

const TeamJob kPrimesJob{"primes", &primesInTeam};

THREADSCAPE_MAKES(Primes)

} // namespace threadscape
