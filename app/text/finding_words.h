#pragma once

#include "lab/findings.h"
#include "lab/outcome.h"

#include <QString>

namespace threadscape {

/// A finding's value as displayed: "12", "yes", "a, b"; a dash for unknown. Real numbers of s, ms and us are scaled to a
/// suitable unit: "2.86 s".
QString valueInWords(const Finding& finding);

/// A unit of the engine ("ms", "money") in the current language.
QString unitInWords(const std::string& unit);

/// How a run ended, and after what time: "Time was up after 8 s". Empty for an active one.
QString endInWords(Outcome outcome, std::int64_t ns);

} // namespace threadscape
