#include "os/shared_segment.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <sys/mman.h>
#include <sys/resource.h>

namespace threadscape {
namespace {

Descriptor copyOf(int fd)
{
    return Descriptor(::fcntl(fd, F_DUPFD_CLOEXEC, 0));
}

bool isMapped(const char* name)
{
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.find(name) != std::string::npos)
            return true;
    return false;
}

TEST(SharedSegment, BeginsWithZeroes)
{
    const auto segment = SharedSegment::create("segment-test", 100'000);
    ASSERT_TRUE(segment) << segment.error().message();
    EXPECT_EQ(segment->size(), 100'000U);
    for (std::size_t i = 0; i < segment->size(); ++i)
        ASSERT_EQ(segment->data()[i], std::byte{0});
}

TEST(SharedSegment, TwoMappingsShowTheSameBytes)
{
    const auto first = SharedSegment::create("segment-test", 10'000);
    ASSERT_TRUE(first);
    const auto second = SharedSegment::open(copyOf(first->descriptor()));
    ASSERT_TRUE(second) << second.error().message();
    EXPECT_NE(first->data(), second->data());
    EXPECT_EQ(second->size(), first->size());
    std::memcpy(first->data() + 9'000, "seen", 5);
    EXPECT_STREQ(reinterpret_cast<const char*>(second->data() + 9'000), "seen");
}

TEST(SharedSegment, NobodyCanChangeItsSize)
{
    const auto segment = SharedSegment::create("segment-test", 8192);
    ASSERT_TRUE(segment);
    EXPECT_EQ(::ftruncate(segment->descriptor(), 4096), -1);
    EXPECT_EQ(errno, EPERM);
    EXPECT_EQ(::ftruncate(segment->descriptor(), 16384), -1);
    EXPECT_EQ(errno, EPERM);
    EXPECT_EQ(::fcntl(segment->descriptor(), F_ADD_SEALS, F_SEAL_WRITE), -1) << "the seals are final";
}

TEST(SharedSegment, RefusesMemoryThatCouldShrink)
{
    Descriptor unsealed(::memfd_create("segment-test", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    ASSERT_EQ(::ftruncate(unsealed.get(), 4096), 0);
    const auto segment = SharedSegment::open(std::move(unsealed));
    ASSERT_FALSE(segment);
    EXPECT_EQ(segment.error(), std::errc::operation_not_permitted);
}

TEST(SharedSegment, RefusesWhatIsNoSharedMemory)
{
    EXPECT_FALSE(SharedSegment::open(Descriptor(::open("/dev/null", O_RDWR | O_CLOEXEC))));
    EXPECT_FALSE(SharedSegment::open(Descriptor()));
}

TEST(SharedSegment, AsksForNoMoreThanItsLimit)
{
    const auto segment = SharedSegment::create("segment-test", SharedSegment::kMostBytes + 1);
    ASSERT_FALSE(segment);
    EXPECT_EQ(segment.error(), std::errc::not_enough_memory);
}

TEST(SharedSegment, SaysWhatTheSystemRefused)
{
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit none{0, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
    const auto segment = SharedSegment::create("segment-test", 4096);
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
    ASSERT_FALSE(segment);
    EXPECT_EQ(segment.error(), std::errc::too_many_files_open);
}

TEST(SharedSegment, IsNotInheritedByAccident)
{
    const auto segment = SharedSegment::create("segment-test", 4096);
    ASSERT_TRUE(segment);
    EXPECT_NE(::fcntl(segment->descriptor(), F_GETFD) & FD_CLOEXEC, 0);
}

TEST(SharedSegment, LeavesNothingBehind)
{
    int fd = -1;
    {
        auto segment = SharedSegment::create("segment-test-gone", 4096);
        ASSERT_TRUE(segment);
        SharedSegment moved = std::move(*segment);
        fd = moved.descriptor();
        EXPECT_TRUE(isMapped("segment-test-gone"));
        moved.closeDescriptor();
        EXPECT_EQ(moved.descriptor(), -1);
        moved.data()[4095] = std::byte{1}; // mapped still
    }
    EXPECT_EQ(::fcntl(fd, F_GETFD), -1);
    EXPECT_FALSE(isMapped("segment-test-gone"));
}

} // namespace
} // namespace threadscape
