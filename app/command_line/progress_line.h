#pragma once

#include <cstdint>

namespace threadscape {

/// A line on the terminal with the progress of a run, rewritten in place; no-op if standard error is not a terminal.
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
