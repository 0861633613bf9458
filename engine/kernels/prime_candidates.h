#pragma once

#include "kernels/primes.h"

#include <array>
#include <cstddef>

namespace threadscape {

/// Large, and all but the last one prime, so that nearly all of them take all divisions.
inline constexpr std::array<std::int64_t, 13> kPrimeCandidates{
    1'116'281,           1'297'337,           104'395'303,          472'882'027,         533'000'389,
    817'504'243,         982'451'653,         112'272'535'095'293,  112'582'705'942'171, 112'272'535'095'293,
    115'280'095'190'773, 115'797'848'077'099, 1'099'726'899'285'419};

/// The result for a number.
enum class Verdict : std::uint8_t { unknown, composite, prime };
constexpr Verdict verdictOf(bool prime) noexcept
{
    return prime ? Verdict::prime : Verdict::composite;
}

/// Whether item `item` of the candidates, repeated, is prime; `between()` as in isPrime.
template <typename Between>
Verdict examineCandidate(std::int64_t item, Between&& between)
{
    return verdictOf(
        isPrime(kPrimeCandidates[static_cast<std::size_t>(item) % kPrimeCandidates.size()], between));
}

} // namespace threadscape
