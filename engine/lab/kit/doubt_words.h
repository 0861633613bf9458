#pragma once

#include "base/text.h"
#include "measure/judgement.h"

#include <optional>

namespace threadscape {

/// Why nothing is resolved, and what to do: the sentence in the place of a claim. `others`: their share of the cores, for
/// Doubt::others. Threads: any.
Text doubtInWords(Doubt doubt, std::optional<double> others);

} // namespace threadscape
