#pragma once

#include "base/text.h"

namespace threadscape {

/// A quantity of a run with values over time, named once: a Shared or a queue is constructed from it and a plot shows it.
/// `static constexpr Variable kBalance{TS_NAME("name", "Balance"), "money", TS_TEXT("bank", "Balance")};`
struct Variable {
    const char* name; ///< as in the trace
    const char* unit = "";
    Template title{}; ///< of the axis of its plot
};

} // namespace threadscape
