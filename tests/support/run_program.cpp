#include "support/run_program.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <spawn.h>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

extern char** environ;

namespace threadscape {

namespace {

std::array<int, 2> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe");
    return ends;
}

// The test's environment without anything that leads to a display.
std::vector<char*> environmentWithoutDisplay()
{
    std::vector<char*> result;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        if (!text.starts_with("DISPLAY=") && !text.starts_with("WAYLAND_DISPLAY=") &&
            !text.starts_with("QT_"))
            result.push_back(*entry);
    }
    result.push_back(nullptr);
    return result;
}

// Appends what is there; false at the end.
bool readSome(int descriptor, std::string& to)
{
    std::array<char, 65536> buffer{};
    const auto count = ::read(descriptor, buffer.data(), buffer.size());
    if (count > 0)
        to.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0 || (count < 0 && errno == EINTR);
}

} // namespace

Program::Program(const std::string& path, const std::vector<std::string>& arguments)
{
    const auto out = makePipe();
    const auto err = makePipe();
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
    std::vector<char*> argv{const_cast<char*>(path.c_str())};
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    const int failure = ::posix_spawn(&m_pid, path.c_str(), &actions, nullptr, argv.data(),
                                      environmentWithoutDisplay().data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(out[1]);
    ::close(err[1]);
    m_out = out[0];
    m_err = err[0];
    if (failure != 0)
        throw std::system_error(failure, std::generic_category(), path);
}

Program::~Program()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    ::close(m_out);
    ::close(m_err);
}

std::size_t Program::threads() const
{
    std::error_code gone;
    std::size_t count = 0;
    std::filesystem::directory_iterator task("/proc/" + std::to_string(m_pid) + "/task", gone);
    for (; !gone && task != std::filesystem::directory_iterator(); task.increment(gone))
        ++count;
    return count;
}

std::vector<pid_t> Program::children() const
{
    std::vector<pid_t> all;
    std::error_code gone;
    std::filesystem::directory_iterator task("/proc/" + std::to_string(m_pid) + "/task", gone);
    for (; !gone && task != std::filesystem::directory_iterator(); task.increment(gone)) {
        std::ifstream of(task->path() / "children");
        for (pid_t pid = 0; of >> pid;)
            all.push_back(pid);
    }
    return all;
}

void Program::signal(int number) const
{
    ::kill(m_pid, number);
}

ProgramResult Program::wait(std::chrono::seconds atMost)
{
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + atMost;
    ProgramResult result;
    std::array<pollfd, 2> open{{{m_out, POLLIN, 0}, {m_err, POLLIN, 0}}};
    while (open[0].fd >= 0 || open[1].fd >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0 || ::poll(open.data(), open.size(), static_cast<int>(left)) == 0) {
            ::kill(m_pid, SIGKILL);
            break;
        }
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (open[i].fd >= 0 && open[i].revents != 0 &&
                !readSome(open[i].fd, i == 0 ? result.out : result.err))
                open[i].fd = -1;
        }
    }
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

ProgramResult runProgram(const std::string& path, const std::vector<std::string>& arguments)
{
    return Program(path, arguments).wait();
}

TemporaryFolder::TemporaryFolder()
{
    std::string form = (std::filesystem::temp_directory_path() / "threadscape-XXXXXX").string();
    if (::mkdtemp(form.data()) == nullptr)
        throw std::system_error(errno, std::generic_category(), form);
    m_path = form;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string contentsOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream contents;
    contents << file.rdbuf();
    return contents.str();
}

} // namespace threadscape
