#pragma once

#include <cstdint>

namespace threadscape {

/// One line on the terminal that says how far a run is, written over itself; nothing where standard error is no
/// terminal.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// `plannedS` 0: the end is not known.
    void show(std::int64_t elapsedNs, double plannedS);
    void clear();

private:
    bool m_onTerminal;
    bool m_shown = false;
};

} // namespace threadscape
