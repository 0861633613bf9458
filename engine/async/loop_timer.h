#pragma once

namespace threadscape {

/// Something that an event loop is to do at a time. Threads: the loop's.
class LoopTimer {
public:
    /// At the time or soon after.
    virtual void due() noexcept = 0;
    /// The run's pauses have changed.
    virtual void retime() noexcept {}

protected:
    ~LoopTimer() = default;
};

} // namespace threadscape
