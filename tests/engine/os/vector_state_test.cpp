#include "os/vector_state.h"

#include <cstdint>
#include <gtest/gtest.h>

namespace threadscape {
namespace {

#if defined(__x86_64__)

std::uint64_t upperHalf()
{
    std::uint64_t half = 0;
    asm volatile("vextractf128 $1, %%ymm15, %%xmm14\n\tmovq %%xmm14, %0" : "=r"(half) : : "xmm14");
    return half;
}

TEST(VectorStateTest, UpperHalvesAreEmptyAfterwards)
{
    if (!__builtin_cpu_supports("avx"))
        return;
    asm volatile("vpcmpeqd %%xmm15, %%xmm15, %%xmm15\n\tvinsertf128 $1, %%xmm15, %%ymm15, %%ymm15" ::
                     : "xmm15");
    EXPECT_EQ(upperHalf(), ~std::uint64_t{0});
    clearUpperVectors();
    EXPECT_EQ(upperHalf(), 0U);
}

#endif

} // namespace
} // namespace threadscape
