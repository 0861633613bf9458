#include "os/child_process.h"

#include "base/scoped_lock.h"
#include "os/spawner.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace threadscape {

namespace {

// The library's own <sys/pidfd.h> has C++ look for them under the wrong names (glibc 2.36).
int pidfdOpen(pid_t pid) noexcept
{
    return static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
}

void pidfdSignal(int descriptor, int number) noexcept
{
    ::syscall(SYS_pidfd_send_signal, descriptor, number, nullptr, 0);
}

std::error_code systemError(int number) noexcept
{
    return {number, std::system_category()};
}

// posix_spawn's file actions in the child.
class FileActions {
public:
    FileActions() { posix_spawn_file_actions_init(&m_actions); }
    ~FileActions() { posix_spawn_file_actions_destroy(&m_actions); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;

    // 0 on success.
    int fill(const std::vector<ChildProcess::Pass>& descriptors)
    {
        int highest = STDERR_FILENO;
        for (const ChildProcess::Pass& pass : descriptors)
            highest = std::max(highest, pass.to);
        int failure = posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        // This program's are all close-on-exec; other libraries may have left some that are not.
        for (int fd = STDERR_FILENO + 1; fd <= highest && failure == 0; ++fd)
            failure = posix_spawn_file_actions_addclose(&m_actions, fd);
        for (const ChildProcess::Pass& pass : descriptors) {
            // A source among the targets would be written over before its turn.
            m_moved.emplace_back(::fcntl(pass.from, F_DUPFD_CLOEXEC, highest + 1));
            if (!m_moved.back())
                return errno;
            if (failure == 0)
                failure = posix_spawn_file_actions_adddup2(&m_actions, m_moved.back().get(), pass.to);
        }
        if (failure == 0)
            failure = posix_spawn_file_actions_addclosefrom_np(&m_actions, highest + 1);
        return failure;
    }

    const posix_spawn_file_actions_t* get() const noexcept { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
    std::vector<Descriptor> m_moved;
};

// Default signal handling for the child, whatever this program has changed.
class Attributes {
public:
    Attributes()
    {
        posix_spawnattr_init(&m_attributes);
        sigset_t signals;
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&m_attributes, &signals);
        sigemptyset(&signals);
        for (const int ofTheTerminal : {SIGINT, SIGHUP}) // to all of its processes; this program decides
            sigaddset(&signals, ofTheTerminal);
        posix_spawnattr_setsigmask(&m_attributes, &signals);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    ~Attributes() { posix_spawnattr_destroy(&m_attributes); }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;

    const posix_spawnattr_t* get() const noexcept { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes{};
};

struct Spawned {
    pid_t pid = -1;
    Descriptor descriptor;
    int failure = 0;
};

Spawned spawn(const ChildProcess::Options& options, const FileActions& actions)
{
    Spawned result;
    std::vector<std::string> words{options.program};
    words.insert(words.end(), options.arguments.begin(), options.arguments.end());
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    const Attributes attributes;
    result.failure = posix_spawn(&result.pid, options.program.c_str(), actions.get(), attributes.get(),
                                 argv.data(), environ);
    if (result.failure != 0)
        return result;
    result.descriptor.reset(pidfdOpen(result.pid));
    if (!result.descriptor) {
        result.failure = errno;
        ::kill(result.pid, SIGKILL);
        while (::waitpid(result.pid, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    return result;
}

std::int64_t toNs(const timeval& time) noexcept
{
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 +
           static_cast<std::int64_t>(time.tv_usec) * 1'000;
}

// False after `timeoutMs` (-1: never).
bool awaitReadable(int fd, int timeoutMs) noexcept
{
    const std::int64_t until = monotonicNs() + std::int64_t{timeoutMs} * 1'000'000;
    pollfd entry{fd, POLLIN, 0};
    int left = timeoutMs;
    int ready = ::poll(&entry, 1, left);
    while (ready < 0 && errno == EINTR) {
        if (timeoutMs >= 0)
            left = static_cast<int>(std::max<std::int64_t>(0, (until - monotonicNs()) / 1'000'000));
        ready = ::poll(&entry, 1, left);
    }
    return ready > 0;
}

} // namespace

tl::expected<std::unique_ptr<ChildProcess>, std::error_code> ChildProcess::start(const Options& options)
{
    Descriptor ours;
    Descriptor theirs;
    std::vector<Pass> descriptors = options.descriptors;
    if (options.lifelineAs) {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            return tl::unexpected(systemError(errno));
        ours.reset(ends[0]);
        theirs.reset(ends[1]);
        descriptors.push_back({theirs.get(), *options.lifelineAs});
    }
    FileActions actions;
    if (const int failure = actions.fill(descriptors); failure != 0)
        return tl::unexpected(systemError(failure));

    Spawned spawned;
    Spawner::instance().run([&] { spawned = spawn(options, actions); });
    if (spawned.failure != 0)
        return tl::unexpected(systemError(spawned.failure));
    return std::unique_ptr<ChildProcess>(
        new ChildProcess(spawned.pid, std::move(spawned.descriptor), std::move(ours)));
}

ChildProcess::~ChildProcess()
{
    kill();
    wait();
}

std::optional<ChildProcess::End> ChildProcess::end() noexcept
{
    const ScopedLock guard(m_mutex);
    if (m_end)
        return m_end;
    siginfo_t info{};
    rusage usage{};
    // The library's waitid does not return the CPU time; the system call does.
    const long result = ::syscall(SYS_waitid, P_PIDFD, m_descriptor.get(), &info, WEXITED | WNOHANG, &usage);
    if (result != 0 && errno == EINTR)
        return std::nullopt;
    if (result == 0 && info.si_pid == 0)
        return std::nullopt;
    End end;
    end.at = ticksNow();
    if (result == 0) {
        end.code = info.si_code == CLD_EXITED ? info.si_status : -info.si_status;
        end.userNs = toNs(usage.ru_utime);
        end.systemNs = toNs(usage.ru_stime);
    }
    m_lifeline.reset();
    m_end = end;
    return m_end;
}

ChildProcess::End ChildProcess::wait() noexcept
{
    for (;;) {
        awaitReadable(m_descriptor.get(), -1);
        if (const std::optional<End> ended = end())
            return *ended;
    }
}

std::optional<ChildProcess::End> ChildProcess::waitFor(std::chrono::milliseconds timeout) noexcept
{
    const auto limited = std::clamp<std::int64_t>(timeout.count(), 0, INT_MAX);
    awaitReadable(m_descriptor.get(), static_cast<int>(limited));
    return end();
}

void ChildProcess::terminate() noexcept
{
    signal(SIGTERM);
}

void ChildProcess::kill() noexcept
{
    signal(SIGKILL);
}

void ChildProcess::signal(int number) noexcept
{
    // By descriptor: a pid may have been reused.
    pidfdSignal(m_descriptor.get(), number);
}

std::string helperProgram(const char* environmentVariable, const char* name)
{
    // Nothing in this program writes the environment.
    const char* const said = std::getenv(environmentVariable); // NOLINT(concurrency-mt-unsafe)
    if (said != nullptr && *said != '\0')
        return said;
    std::array<char, PATH_MAX> self{};
    const ssize_t length = ::readlink("/proc/self/exe", self.data(), self.size());
    const std::string path(self.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? name : path.substr(0, slash + 1) + name;
}

} // namespace threadscape
