#pragma once

#include "lab/experiment.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace threadscape {

/// A line of experiments/list.def.
struct RegisteredExperiment {
    std::string_view id;
    std::unique_ptr<Experiment> (*make)();
};
/// In the order of the list. Any thread.
std::span<const RegisteredExperiment> registeredExperiments();

/// New instances of all experiments, in the order of experiments/list.def. Any thread.
std::vector<std::unique_ptr<Experiment>> makeExperiments();

/// A new experiment; the error suggests the id that was probably meant.
tl::expected<std::unique_ptr<Experiment>, Error> makeExperiment(std::string_view id);

/// The word of `candidates` nearest to `word` by edit distance; empty when none is near.
std::string nearestWord(std::string_view word, const std::vector<std::string>& candidates);

} // namespace threadscape
