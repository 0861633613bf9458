#pragma once

#include <cstdint>

namespace threadscape {

/// Whether a number is prime, by trial division by 2 and the odd numbers up to its root, in resumable steps. Less than 2: not
/// prime.
class PrimalityTest {
public:
    explicit PrimalityTest(std::int64_t number) noexcept;

    /// Does at most this number of divisions. True: decided.
    bool advance(std::int64_t divisions) noexcept;
    bool decided() const noexcept { return m_decided; }
    /// Precondition: decided.
    bool prime() const noexcept { return m_prime; }

private:
    std::uint64_t m_number;
    std::uint64_t m_divisor = 3;
    bool m_decided = true;
    bool m_prime = false;
};

/// The same at once, with `between()` called after every block of well under 100 us.
template <typename Between>
bool isPrime(std::int64_t number, Between&& between)
{
    constexpr std::int64_t kBlock = 4000; // 5 to 10 ns per division
    PrimalityTest test(number);
    while (!test.advance(kBlock))
        between();
    between();
    return test.prime();
}

} // namespace threadscape
