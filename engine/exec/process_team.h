#pragma once

#include "exec/frames.h"
#include "exec/lap.h"
#include "exec/process.h"
#include "exec/team_job.h"
#include "sync/runtime.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace threadscape {

/// Like a Team, of worker processes: they stand ready, and do the numbered jobs of one lap after the other.
/// Threads: the actor that made it. A stop ends a lap; the processes are then ended with the team.
class ProcessTeam {
public:
    struct Options {
        std::string group;  ///< "Processes": lanes of one group stand together
        std::string prefix; ///< "Process": the members are Process-1, Process-2, ...
        std::uint32_t chunks =
            8; ///< room for so many times Chunk::kEvents of what a member tells before anybody takes it
    };

    /// Throws std::system_error when the system gives no memory to share.
    ProcessTeam(Runtime& runtime, Options options);
    /// Lets the members end, and waits for that; in the middle of a lap, or of a stop, it ends them.
    ~ProcessTeam();
    ProcessTeam(const ProcessTeam&) = delete;
    ProcessTeam& operator=(const ProcessTeam&) = delete;

    /// Starts one more, and waits until it stands ready. Returns how long that took, in ns. Throws Stopped, and Misuse with the
    /// sentence of why it cannot be started.
    std::int64_t grow();
    /// Grows until it has so many.
    void growTo(std::int64_t members)
    {
        while (static_cast<std::int64_t>(size()) < members)
            grow();
    }
    std::size_t size() const noexcept { return m_members.size(); }

    /// Has each of the first arguments.size() members call `job` with its arguments, and waits for all; `replies` are what they
    /// returned. Throws Stopped, and Misuse when a member ended or failed, as it does in a worker program without such a job.
    Lap run(const TeamJob& job, const std::vector<std::vector<std::byte>>& arguments,
            std::vector<std::vector<std::byte>>& replies);

private:
    struct Member {
        std::string name;
        std::unique_ptr<Process> process;
        Descriptor line;
        FrameReader in;
        FrameWriter out;
    };

    std::span<const std::byte> awaitReply(Member& member);

    Runtime& m_runtime;
    Options m_options;
    ObjectId m_line;
    ProcessValue m_next;
    bool m_inLap = false; // or one was left by an exception
    std::vector<std::unique_ptr<Member>> m_members;
};

} // namespace threadscape
