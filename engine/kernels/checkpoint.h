#pragma once

#include <exception>
#include <functional>

namespace threadscape {

/// What a long calculation calls at least every few milliseconds of work: it may throw to end the calculation, and its
/// exception reaches the caller.
using Checkpoint = std::function<void()>;

/// For calculations that nobody ends.
inline const Checkpoint kNoCheckpoint = [] {};

/// A checkpoint that is called by a library written in C, through whose frames no exception may pass: what it throws is kept,
/// and thrown again once the library has returned.
/// Threads: one.
class KeptCheckpoint {
public:
    explicit KeptCheckpoint(const Checkpoint& checkpoint) : m_checkpoint(checkpoint) {}

    /// Within the library: false if it is to give up.
    bool passed() noexcept
    {
        if (m_thrown == nullptr)
            try {
                m_checkpoint();
            } catch (...) {
                m_thrown = std::current_exception();
            }
        return m_thrown == nullptr;
    }
    /// Outside of the library: throws what a call of passed() kept.
    void rethrow() const
    {
        if (m_thrown != nullptr)
            std::rethrow_exception(m_thrown);
    }

private:
    const Checkpoint& m_checkpoint;
    std::exception_ptr m_thrown;
};

} // namespace threadscape
