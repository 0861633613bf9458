#pragma once

#include "lab/experiment.h"

#include <QString>

namespace threadscape {

/// A sentence about settings as somebody reads it who sees their labels: "Smallest deposit", where the command line says
/// "deposit_min". Threads: as inWords().
QString inWords(const Text& sentence, const Experiment& experiment);

} // namespace threadscape
