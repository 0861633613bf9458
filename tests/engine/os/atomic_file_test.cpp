#include "os/atomic_file.h"

#include <fcntl.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace threadscape {
namespace {

namespace fs = std::filesystem;

class AtomicFileTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::string pattern = (fs::temp_directory_path() / "atomic_file_XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
    }
    void TearDown() override { fs::remove_all(m_folder); }

    static std::string read(const fs::path& path)
    {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static void write(const fs::path& path, const std::string& text)
    {
        AtomicFile file(path);
        file.stream() << text;
        file.commit();
    }
    std::size_t files() const
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()));
    }

    fs::path m_folder;
};

TEST_F(AtomicFileTest, AppearsOnCommitAndNotBefore)
{
    const fs::path path = m_folder / "result.json";
    {
        AtomicFile file(path);
        file.stream() << "text";
        file.stream().flush();
        EXPECT_FALSE(fs::exists(path));
        file.commit();
    }
    EXPECT_EQ(read(path), "text");
    EXPECT_EQ(files(), 1U);
}

TEST_F(AtomicFileTest, WithoutCommitTheOldOneStaysAndNothingIsLeft)
{
    const fs::path path = m_folder / "result.json";
    write(path, "old");
    {
        AtomicFile file(path);
        file.stream() << "new";
    }
    EXPECT_EQ(read(path), "old");
    EXPECT_EQ(files(), 1U);
}

TEST_F(AtomicFileTest, LargeTextArrivesWhole)
{
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += std::to_string(i) + '\n';
    const fs::path path = m_folder / "large";
    {
        AtomicFile file(path);
        for (const char c : text.substr(0, 1000))
            file.stream().put(c);
        file.stream() << text.substr(1000, 70'000);
        file.stream().write(text.data() + 71'000, static_cast<std::streamsize>(text.size() - 71'000));
        file.commit();
    }
    EXPECT_EQ(read(path), text);
}

TEST_F(AtomicFileTest, KeepsTheModeOfTheOldFileAndObeysTheMaskForANewOne)
{
    const auto modeOf = [](const fs::path& path) {
        struct stat info {};
        EXPECT_EQ(::stat(path.c_str(), &info), 0);
        return info.st_mode & 07777U;
    };
    const mode_t before = ::umask(022);
    const fs::path path = m_folder / "file";
    write(path, "1");
    EXPECT_EQ(modeOf(path), 0644U);
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    write(path, "2");
    EXPECT_EQ(modeOf(path), 0600U);
    ::umask(before);
}

TEST_F(AtomicFileTest, ALinkRemainsALink)
{
    write(m_folder / "target", "old");
    fs::create_symlink("target", m_folder / "link");
    write(m_folder / "link", "new");
    EXPECT_TRUE(fs::is_symlink(m_folder / "link"));
    EXPECT_EQ(read(m_folder / "target"), "new");
    EXPECT_EQ(files(), 2U);
}

TEST_F(AtomicFileTest, WhatIsNoRegularFileIsWrittenDirectly)
{
    const fs::path pipe = m_folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
    ASSERT_GE(reader, 0);
    write(pipe, "through");
    char text[16] = {};
    EXPECT_EQ(::read(reader, text, sizeof text), 7);
    EXPECT_STREQ(text, "through");
    ::close(reader);
    EXPECT_TRUE(fs::is_fifo(pipe));
    write("/dev/null", "nothing");
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

int errorOf(const fs::path& path)
{
    try {
        AtomicFile file(path);
        file.stream() << "text";
        file.commit();
    } catch (const std::system_error& e) {
        return e.code().value();
    }
    return 0;
}

TEST_F(AtomicFileTest, ErrorsTellTheReason)
{
    write(m_folder / "file", "text");
    EXPECT_EQ(errorOf(m_folder / "missing" / "file"), ENOENT);
    EXPECT_EQ(errorOf(m_folder / "file" / "below"), ENOTDIR);
    EXPECT_EQ(errorOf(m_folder), EISDIR);
    if (fs::exists("/dev/full")) {
        EXPECT_EQ(errorOf("/dev/full"), ENOSPC);
    }
}

} // namespace
} // namespace threadscape
