#include "lab/speedup/python_values.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

template <typename T>
bool takes(const char* answer, std::vector<T>& values)
{
    return takePythonValues(nlohmann::json::parse(answer), values);
}

TEST(PythonValues, AreTakenInTheirOrder)
{
    std::vector<double> sums(3);
    EXPECT_TRUE(takes("[0.5, 2, -1]", sums));
    EXPECT_EQ(sums, (std::vector<double>{0.5, 2, -1}));
    std::vector<bool> primes(3);
    EXPECT_TRUE(takes("[[true], [], [false, true]]", primes));
    EXPECT_EQ(primes, (std::vector<bool>{true, false, true}));
}

TEST(PythonValues, MustBeAsManyAndOfTheirType)
{
    std::vector<double> sums(2);
    for (const char* answer : {"[]", "[1]", "[1, 2, 3]", "[1, true]", "[1, null]", "{}", "null", "7"})
        EXPECT_FALSE(takes(answer, sums)) << answer;
    std::vector<bool> primes(1);
    for (const char* answer : {"[[]]", "[[1]]", "[[true, false]]"})
        EXPECT_FALSE(takes(answer, primes)) << answer;
}

} // namespace
} // namespace threadscape
