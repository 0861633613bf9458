#pragma once

#include "lab/lab.h"

#include <cstdint>

namespace threadscape {

/// Items due at a rate that may change. Few waits are as short as 1 / rate: those that became due meanwhile are taken together.
/// `for (Due due(lab, ratePerS); sent < messages;) for (due.wait(); due.take();) ...`
/// Threads: the actor that made it.
class Due {
public:
    /// The clock starts now.
    Due(Lab& lab, const Integer& perSecond) noexcept;

    /// Sleeps for 1 / rate, then counts what is due by the clock. Throws Stopped.
    void wait();
    /// Takes one; false: none is due.
    bool take() noexcept;

private:
    Lab& m_lab;
    const Integer& m_perSecond;
    std::int64_t m_beforeNs;
    double m_due = 0;
};

} // namespace threadscape
