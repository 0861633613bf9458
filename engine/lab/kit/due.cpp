#include "lab/kit/due.h"

namespace threadscape {

Due::Due(Lab& lab, const Integer& perSecond) noexcept
    : m_lab(lab), m_perSecond(perSecond), m_beforeNs(lab.elapsedNs())
{
}

void Due::wait()
{
    const auto rate = static_cast<double>(m_perSecond);
    m_lab.pauseForRate(m_perSecond);
    const std::int64_t nowNs = m_lab.elapsedNs();
    m_due += static_cast<double>(nowNs - m_beforeNs) * 1e-9 * rate;
    m_beforeNs = nowNs;
}

bool Due::take() noexcept
{
    constexpr double kNearlyOne = 0.99;
    if (m_due <= kNearlyOne)
        return false;
    m_due -= 1;
    return true;
}

} // namespace threadscape
