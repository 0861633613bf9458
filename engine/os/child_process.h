#pragma once

#include "base/mutex.h"
#include "os/clock.h"
#include "os/descriptor.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <tl/expected.hpp>
#include <vector>

namespace threadscape {

/// A program running as a child of this one. All children are spawned by one thread that lives as long as the program,
/// since what the system ties to a parent (the signal at its death, inherited counters) it ties to that thread.
/// Nothing is forked from a threaded program.
/// Threads: all members may be called from any thread.
class ChildProcess {
public:
    /// A descriptor of this process, and its number in the child.
    struct Pass {
        int from = -1;
        int to = -1;
    };

    struct Options {
        std::string program;                ///< a path
        std::vector<std::string> arguments; ///< without the program's name
        std::vector<Pass> descriptors;      ///< all others but 1 and 2 are closed in the child; 0 is empty
        std::optional<int> lifelineAs;      ///< the number of the child's end of a Lifeline
    };

    /// How a child ended.
    struct End {
        static constexpr int kUnknown = INT32_MIN; ///< other code in this program reaped it

        int code = kUnknown;     ///< the exit code; after a signal its negative number (-9: killed)
        Ticks at = 0;            ///< when it was noticed: after its last instruction
        std::int64_t userNs = 0; ///< CPU time
        std::int64_t systemNs = 0;
    };

    /// Starts it. The terminal's interrupt (Ctrl-C) does not reach it: its parent decides.
    /// Error: the system's, such as no_such_file_or_directory and permission_denied for the program.
    static tl::expected<std::unique_ptr<ChildProcess>, std::error_code> start(const Options& options);

    /// Kills it if it still runs, and waits until it has ended.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    std::int32_t pid() const noexcept { return m_pid; }
    /// Becomes readable, and stays so, when the child has ended: for poll.
    int descriptor() const noexcept { return m_descriptor.get(); }

    /// How it ended; nullopt while it runs. Does not block.
    std::optional<End> end() noexcept;
    /// Blocks until it has ended.
    End wait() noexcept;
    /// The same with a time-out.
    std::optional<End> waitFor(std::chrono::milliseconds timeout) noexcept;

    /// Asks it to end (SIGTERM: exit code -15). No-op when it has ended.
    void terminate() noexcept;
    /// Ends it (SIGKILL: exit code -9). No-op when it has ended.
    void kill() noexcept;

private:
    ChildProcess(std::int32_t pid, Descriptor descriptor, Descriptor lifeline) noexcept
        : m_pid(pid), m_descriptor(std::move(descriptor)), m_lifeline(std::move(lifeline))
    {
    }
    void signal(int number) noexcept;

    std::int32_t m_pid;
    Descriptor m_descriptor; // a pidfd
    Mutex m_mutex;
    Descriptor m_lifeline TS_GUARDED_BY(m_mutex);
    std::optional<End> m_end TS_GUARDED_BY(m_mutex);
};

/// The path of a helper program: the environment variable, else `name` beside the running program.
std::string helperProgram(const char* environmentVariable, const char* name);

} // namespace threadscape
