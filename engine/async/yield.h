#pragma once

#include "async/suspension.h"

namespace threadscape {

/// Yields to the ready tasks, and resumes after them.
class Yield final : public Suspension {
public:
    explicit Yield(EventLoop& loop) noexcept : Suspension(loop, State::ready, kNoObject) {}
    void await_resume() { goOn(); }

private:
    void begin() override { complete(); }
    void cancel() noexcept override {} // it is ready
};

} // namespace threadscape
