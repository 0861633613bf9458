#include "os/vector_state.h"

#include "exec/thread.h"
#include "support/test_run.h"

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

void useUpperHalf()
{
    asm volatile("vpcmpeqd %%xmm15, %%xmm15, %%xmm15\n\tvinsertf128 $1, %%xmm15, %%ymm15, %%ymm15" ::
                     : "xmm15");
}

TEST(VectorState, UpperHalvesAreEmptyAfterwards)
{
    if (!__builtin_cpu_supports("avx"))
        GTEST_SKIP() << "no such halves";
    useUpperHalf();
    EXPECT_EQ(upperHalf(), ~std::uint64_t{0});
    clearUpperVectors();
    EXPECT_EQ(upperHalf(), 0U);
}

TEST(VectorState, WhatRunsAsAnActorBeginsWithEmptyOnes)
{
    if (!__builtin_cpu_supports("avx"))
        GTEST_SKIP() << "no such halves";
    TestRun test;
    std::uint64_t inBody = 1;
    test.run([&] {
        Actor& actor = test.runtime().addActor("thread", "", TrackKind::thread);
        const std::function<void()> body = [&] { inBody = upperHalf(); };
        std::thread([&] {
            useUpperHalf();
            runAs(actor, body);
        }).join();
        actor.setOver();
    });
    EXPECT_EQ(inBody, 0U);
}

#endif

} // namespace
} // namespace threadscape
