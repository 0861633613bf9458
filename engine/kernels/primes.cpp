#include "kernels/primes.h"

namespace threadscape {

PrimalityTest::PrimalityTest(std::int64_t number) noexcept : m_number(static_cast<std::uint64_t>(number))
{
    if (number < 2)
        return;
    if (number < 4 || number % 2 == 0) {
        m_prime = number < 4;
        return;
    }
    m_decided = false;
}

bool PrimalityTest::advance(std::int64_t divisions) noexcept
{
    if (m_decided)
        return true;
    std::uint64_t divisor = m_divisor;
    for (; divisions > 0; --divisions, divisor += 2) {
        // Up to 2^63 the divisor's square fits: it stops at the first one beyond the number.
        if (divisor * divisor > m_number) {
            m_prime = true;
            return m_decided = true;
        }
        if (m_number % divisor == 0)
            return m_decided = true;
    }
    m_divisor = divisor;
    return false;
}

} // namespace threadscape
