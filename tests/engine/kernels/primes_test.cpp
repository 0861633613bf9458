#include "kernels/primes.h"

#include <gtest/gtest.h>
#include <vector>

namespace threadscape {
namespace {

bool isPrimeAtOnce(std::int64_t number)
{
    return isPrime(number, [] {});
}

TEST(Primes, SmallAndOddCases)
{
    for (const std::int64_t not_one : {-7L, -2L, -1L, 0L, 1L, 4L, 9L, 15L, 25L, 49L, 121L})
        EXPECT_FALSE(isPrimeAtOnce(not_one)) << not_one;
    for (const std::int64_t one : {2L, 3L, 5L, 7L, 11L, 13L, 101L})
        EXPECT_TRUE(isPrimeAtOnce(one)) << one;
    EXPECT_FALSE(isPrimeAtOnce(INT64_MIN));
}

TEST(Primes, AgreesWithASieve)
{
    constexpr std::int64_t kLimit = 20'000;
    std::vector<bool> composite(kLimit, false);
    for (std::int64_t i = 2; i < kLimit; ++i) {
        EXPECT_EQ(isPrimeAtOnce(i), !composite[static_cast<std::size_t>(i)]) << i;
        for (std::int64_t multiple = i * i; multiple < kLimit; multiple += i)
            composite[static_cast<std::size_t>(multiple)] = true;
    }
}

TEST(Primes, LargeOnes)
{
    EXPECT_TRUE(isPrimeAtOnce(112'272'535'095'293));
    EXPECT_TRUE(isPrimeAtOnce(115'797'848'077'099));
    EXPECT_FALSE(isPrimeAtOnce(1'099'726'899'285'419));
    EXPECT_FALSE(isPrimeAtOnce(2'147'483'647LL * 3));
}

TEST(Primes, IsDecidedInAsManyStepsAsOneLikes)
{
    PrimalityTest test(1'000'003);
    int steps = 0;
    while (!test.advance(10))
        ++steps;
    EXPECT_TRUE(test.prime());
    EXPECT_GE(steps, 45); // its root is 1000: 499 odd divisors
    EXPECT_TRUE(test.advance(10));
}

} // namespace
} // namespace threadscape
