#pragma once

#include "lab/findings.h"
#include "lab/outcome.h"

#include <QString>

namespace threadscape {

/// A finding's value as people read it: "12", "yes", "a, b"; a dash for what is not known. Real numbers of s, ms and us
/// have the unit that fits: "2.86 s".
QString valueInWords(const Finding& finding);

/// A unit of the engine ("ms", "money") in the reader's language.
QString unitInWords(const std::string& unit);

/// How a run ended, and after what time: "Time was up after 8 s". Nothing for one that goes on.
QString endInWords(Outcome outcome, std::int64_t ns);

} // namespace threadscape
