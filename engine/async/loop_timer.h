#pragma once

namespace threadscape {

/// A timer of an event loop. Threads: the loop's.
class LoopTimer {
public:
    /// Called at the due time or soon after.
    virtual void due() noexcept = 0;
    /// Called when the run's pauses have changed.
    virtual void retime() noexcept {}

protected:
    ~LoopTimer() = default;
};

} // namespace threadscape
