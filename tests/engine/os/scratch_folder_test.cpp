#include "os/scratch_folder.h"

#include <array>
#include <csignal>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace threadscape {
namespace {

namespace fs = std::filesystem;

/// A program that has a scratch folder with a file in it, and does nothing else.
class Owner {
public:
    Owner()
    {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            return;
        m_pid = ::fork();
        if (m_pid == 0) {
            const ScratchFolder folder;
            std::ofstream(folder.path() / "picture.png") << "a";
            const std::string name = folder.path().string() + '\n';
            if (::write(ends[1], name.data(), name.size()) > 0)
                ::pause();
            ::_exit(1);
        }
        ::close(ends[1]);
        std::string name;
        for (char c = 0; ::read(ends[0], &c, 1) == 1 && c != '\n';)
            name += c;
        ::close(ends[0]);
        m_folder = name;
    }
    ~Owner() { kill(); }
    Owner(const Owner&) = delete;
    Owner& operator=(const Owner&) = delete;

    void kill()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        m_pid = -1;
    }
    const fs::path& folder() const { return m_folder; }

private:
    pid_t m_pid = -1;
    fs::path m_folder;
};

TEST(ScratchFolder, IsEmptyAndGoesWithItsContents)
{
    fs::path path;
    {
        const ScratchFolder folder;
        path = folder.path();
        EXPECT_TRUE(fs::is_empty(path));
        fs::create_directories(path / "a" / "b");
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST(ScratchFolder, OfAKilledProgramGoesWhenTheNextOneIsMade)
{
    Owner killed;
    const Owner alive;
    ASSERT_TRUE(fs::exists(killed.folder() / "picture.png"));
    ASSERT_TRUE(fs::exists(alive.folder() / "picture.png"));
    killed.kill();
    const ScratchFolder mine;
    EXPECT_FALSE(fs::exists(killed.folder()));
    EXPECT_TRUE(fs::exists(alive.folder() / "picture.png")) << "somebody still uses it";
    const ScratchFolder another;
    EXPECT_TRUE(fs::exists(mine.path())) << "this program itself uses it";
}

TEST(ScratchFolder, NothingElseInThatPlaceIsTouched)
{
    std::string ours = (fs::temp_directory_path() / "threadscape-XXXXXX").string();
    ASSERT_NE(::mkdtemp(ours.data()), nullptr);
    {
        const ScratchFolder folder;
        EXPECT_TRUE(fs::exists(ours));
    }
    fs::remove(ours);
}

} // namespace
} // namespace threadscape
