#include "os/free_memory.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace threadscape {
namespace {

TEST(FreeMemory, IsSomeAndNotMoreThanTheMachineHas)
{
    const auto all = static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) *
                     static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    EXPECT_GT(freeMemory(), std::uint64_t{1} << 20U);
    EXPECT_LE(freeMemory(), all);
}

} // namespace
} // namespace threadscape
