#pragma once

#include "base/text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace threadscape {

/// A std::string is data (a name, a path), a Text is put into the reader's language.
using FindingValue = std::variant<std::monostate, std::int64_t, double, bool, std::string,
                                  std::vector<std::string>, std::vector<std::int64_t>, Text>;

/// Where in a run's picture a finding can be seen.
enum class Evidence : std::uint8_t {
    none,
    longestWait, ///< the operation that waited longest
    leastNumber, ///< the lane with the smallest number at its end
    greatestNumber,
    lostUpdate,    ///< the first reads of one value by several threads
    belowZero,     ///< the first stretch in which the variable is negative
    greatestValue, ///< where the variable is greatest
    lastEnd,       ///< from the variable's last change to the end of the lane that ended last
    longestStall,  ///< the operation that kept an event loop longest
};

/// One number (or text) that a run found out, by its contract name.
struct Finding {
    std::string name; ///< as in result files: "went_negative"
    Template label;   ///< as people read it
    FindingValue value;
    std::string unit; ///< "ms", "s", "money", ... or empty
    Evidence evidence = Evidence::none;
};

/// The findings of a run, in the order they were told. Threads: a value type.
class Findings {
public:
    void add(std::string name, Template label, FindingValue value, std::string unit = {},
             Evidence evidence = Evidence::none);

    const std::vector<Finding>& all() const noexcept { return m_all; }
    const Finding* find(std::string_view name) const noexcept;
    /// The finding's number; 0 when it is not there or no number.
    double number(std::string_view name) const noexcept;
    std::int64_t integer(std::string_view name) const noexcept;

private:
    std::vector<Finding> m_all;
};

} // namespace threadscape
