#pragma once

#include "trace/trace.h"
#include "view/axis/time_axis.h"

#include <optional>
#include <vector>

namespace threadscape {

/// A column in which the value changes: from the previous value it covers [low, high] and continues at `after`.
struct ValueStep {
    double px = 0;
    double low = 0;
    double high = 0;
    double after = 0;
};

/// One write, where they are not too dense to show each.
struct ValueMark {
    double px = 0;
    double value = 0;
    bool up = false;
    TrackId track = kNoTrack;
};

/// A variable over time as a step function in which no extreme is lost. Values as they are, not as they are stored
/// (ObjectInfo::scale).
struct ValuesPicture {
    bool any = false;             ///< the variable was written at least once
    std::optional<double> before; ///< its value where the window begins
    std::vector<ValueStep> steps; ///< from left to right
    std::vector<ValueMark> marks; ///< empty when they would be too dense
    double knownUntilPx = 0;      ///< the line ends here
    double low = 0;               ///< of the whole run so far
    double high = 0;
    /// The settled part, which later writes do not change: the numbers of steps and marks; the write `next` is the first
    /// one after them.
    struct Settled {
        std::size_t steps = 0;
        std::size_t marks = 0;
        std::size_t next = 0;
    } settled;
    std::size_t first = 0; ///< the first write in the window
    bool marked = false;   ///< there was space for marks
};

/// `before`: an earlier result for the same variable on the same axis, which is extended.
/// Threads: under a Trace::Reader.
ValuesPicture valuesPicture(const Trace& trace, const Snapshot& snapshot, ObjectId variable,
                            const TimeAxis& axis, ValuesPicture before = {});

/// The smallest and the largest value of a variable so far; nullopt if it was never written. Threads: under a
/// Trace::Reader.
struct ValueExtent {
    double low = 0;
    double high = 0;
};
std::optional<ValueExtent> extentOfValues(const Trace& trace, ObjectId variable);

/// Its value at `ns`, and the decimals that it needs; nullopt before the first write. Threads: under a Trace::Reader.
struct WrittenValue {
    double value = 0;
    int decimals = 0;
};
std::optional<WrittenValue> valueAt(const Trace& trace, ObjectId variable, std::int64_t ns);

/// The variable of that name; kNoObject if the run has none (yet). Threads: any.
ObjectId findVariable(const Catalogue& catalogue, std::string_view name);

} // namespace threadscape
