#pragma once

#include "base/text.h"

#include <QString>
#include <string_view>

namespace threadscape {

/// The sentence in the current language, with numbers and durations in its locale's format. Plural forms follow the
/// text's count. Threads: any, while no translator is being installed.
QString inWords(const Text& text);
QString inWords(Template form);

/// The same as rich text, in which each value of a finding is a link whose target is the finding's name. `color`: of the
/// links.
QString inRichWords(const Text& text, const QString& color);

/// The name of a thread, a lock, a variable or an operation: as it was recorded, or translated where TS_NAME marks it
/// ("Depositor 7", of which "Depositor" is marked).
QString nameInWords(std::string_view name);

/// "412 ms", "2.5 s", "12 µs": three significant digits and a suitable unit.
QString durationInWords(std::int64_t ns);

/// A number with at most `significant` significant digits, without trailing zeros: "0.0125", "12.3", "400,000", "7.9 × 10⁻⁸".
QString numberInWords(double value, int significant = 4);

/// The same with as many digits more as show three of a difference: 1.0007851925 and a difference of 0.000785 is "1.000785".
/// 0, or not a number: with four.
QString numberToWithin(double value, double difference);

} // namespace threadscape
