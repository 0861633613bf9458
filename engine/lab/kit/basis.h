#pragma once

#include "lab/experiment.h"

#include <functional>
#include <optional>

namespace threadscape {

/// The common input of several Derived findings, computed once per query of all findings: `Basis<Sums> sums{this, [this] {
/// return sum(); }};` and then `[this] { return sums->running; }`.
/// Threads: read by those functions alone; fresh() by any.
template <typename T>
class Basis final : private Recomputed {
public:
    Basis(Experiment* owner, std::function<T()> make) : Recomputed(owner), m_make(std::move(make)) {}
    /// One that can be computed for a part of the run too: for findings with FindingTraits::ofBasis.
    Basis(Experiment* owner, std::function<T()> make, std::function<T(RunPart)> makeWithin)
        : Recomputed(owner), m_make(std::move(make)), m_makeWithin(std::move(makeWithin))
    {
    }

    const T* operator->() const noexcept { return &m_now; }
    const T& operator*() const noexcept { return m_now; }
    /// Of an optional one: what `make`, a function or a member, makes of it; nullopt while there is none.
    template <typename Make>
    auto map(const Make& make) const
    {
        return m_now ? std::optional(std::invoke(make, *m_now)) : std::nullopt;
    }
    /// Computed anew, for callers outside of findings: an answer.
    T fresh() const { return m_make(); }

private:
    void recompute() override { m_now = m_make(); }
    void recomputeWithin(RunPart part) override
    {
        if (m_makeWithin)
            m_now = m_makeWithin(part);
    }

    std::function<T()> m_make;
    std::function<T(RunPart)> m_makeWithin;
    T m_now{};
};

} // namespace threadscape
