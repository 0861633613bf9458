#pragma once

#include "lab/experiment.h"

#include <QString>

namespace threadscape {

/// A sentence about settings that names them by their labels: "Smallest deposit", where the command line has
/// "deposit_min". Threads: as inWords().
QString inWords(const Text& sentence, const Experiment& experiment);

} // namespace threadscape
