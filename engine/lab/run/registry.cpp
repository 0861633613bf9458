#include "lab/run/registry.h"

#include <algorithm>
#include <numeric>

namespace threadscape {

// A table, since the linker drops registrars from a static library.
#define THREADSCAPE_EXPERIMENT(id, name) std::unique_ptr<Experiment> make##name();
#include "experiments/list.def"
#undef THREADSCAPE_EXPERIMENT

namespace {

constexpr RegisteredExperiment kRegistered[] = {
#define THREADSCAPE_EXPERIMENT(id, name) {id, &make##name},
#include "experiments/list.def"
#undef THREADSCAPE_EXPERIMENT
};

} // namespace

std::span<const RegisteredExperiment> registeredExperiments()
{
    return kRegistered;
}

std::vector<std::unique_ptr<Experiment>> makeExperiments()
{
    std::vector<std::unique_ptr<Experiment>> all;
    for (const RegisteredExperiment& experiment : kRegistered)
        all.push_back(experiment.make());
    return all;
}

tl::expected<std::unique_ptr<Experiment>, Error> makeExperiment(std::string_view id)
{
    std::vector<std::string> ids;
    std::string known;
    for (const RegisteredExperiment& experiment : kRegistered) {
        if (experiment.id == id)
            return experiment.make();
        ids.emplace_back(experiment.id);
        known += (known.empty() ? "" : ", ") + ids.back();
    }
    const std::string meant = nearestWord(id, ids);
    if (!meant.empty())
        return tl::unexpected(
            Error{Text(TS_TEXT("registry", "There is no experiment \"%1\": did you mean %2? There are %3."))
                      .arg(std::string(id))
                      .arg(meant)
                      .arg(known)});
    return tl::unexpected(Error{Text(TS_TEXT("registry", "There is no experiment \"%1\": there are %2."))
                                    .arg(std::string(id))
                                    .arg(known)});
}

std::string nearestWord(std::string_view word, const std::vector<std::string>& candidates)
{
    // Levenshtein's distance, two rows at a time.
    const auto distance = [&](std::string_view other) {
        std::vector<std::size_t> row(other.size() + 1);
        std::iota(row.begin(), row.end(), std::size_t{0});
        for (std::size_t i = 1; i <= word.size(); ++i) {
            std::size_t diagonal = row[0];
            row[0] = i;
            for (std::size_t j = 1; j <= other.size(); ++j) {
                const std::size_t substituted = diagonal + (word[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
            }
        }
        return row[other.size()];
    };
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t d = distance(candidate);
        if (d < bestDistance && d < candidate.size()) {
            bestDistance = d;
            best = candidate;
        }
    }
    return best;
}

} // namespace threadscape
