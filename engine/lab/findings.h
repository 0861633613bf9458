#pragma once

#include "trace/text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace threadscape {

using FindingValue =
    std::variant<std::monostate, std::int64_t, double, bool, std::string, std::vector<std::string>>;

/// One number (or text) that a run found out, by its contract name.
struct Finding {
    std::string name; ///< as in result files: "went_negative"
    Template label;   ///< as people read it
    FindingValue value;
    std::string unit; ///< "ms", "s", "money", ... or empty
};

/// The findings of a run, in the order they were told. Threads: a value type.
class Findings {
public:
    void add(std::string name, Template label, FindingValue value, std::string unit = {});

    const std::vector<Finding>& all() const noexcept { return m_all; }
    const Finding* find(std::string_view name) const noexcept;
    /// The finding's number; 0 when it is not there or no number.
    double number(std::string_view name) const noexcept;
    std::int64_t integer(std::string_view name) const noexcept;

private:
    std::vector<Finding> m_all;
};

} // namespace threadscape
