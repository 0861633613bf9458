#pragma once

#include "base/text.h"

namespace threadscape {

/// Something of a run that has values over time, named once: what a Shared or a queue is made from and a plot shows.
/// `static constexpr Variable kBalance{TS_NAME("name", "Balance"), "money", TS_TEXT("bank", "Balance")};`
struct Variable {
    const char* name; ///< as the trace has it
    const char* unit = "";
    Template title{}; ///< of the axis of its plot
};

} // namespace threadscape
