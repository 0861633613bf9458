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

/// Like a Team, of worker processes: they are started in advance, and do the numbered jobs of successive laps.
/// Threads: the actor that made it. A stop ends a lap; the processes are then ended with the team.
class ProcessTeam {
public:
    struct Options {
        std::string group;        ///< "Processes": lanes of one group are adjacent
        std::string prefix;       ///< "Process": the members are Process-1, Process-2, ...
        std::uint32_t chunks = 8; ///< in units of Chunk::kEvents: how far a member can be ahead of ingest
    };

    /// Throws std::system_error when no shared memory is available.
    ProcessTeam(Runtime& runtime, Options options);
    /// The same, grown to `members`.
    ProcessTeam(Runtime& runtime, Options options, std::int64_t members)
        : ProcessTeam(runtime, std::move(options))
    {
        growTo(members);
    }
    /// Asks the members to end, and waits for them; during a lap or a stop it kills them.
    ~ProcessTeam();
    ProcessTeam(const ProcessTeam&) = delete;
    ProcessTeam& operator=(const ProcessTeam&) = delete;

    /// Starts one more, and waits until it is ready. Returns the time in ns. Throws Stopped, and Misuse with the reason why it
    /// cannot be started.
    std::int64_t grow();
    /// Grows to that size.
    void growTo(std::int64_t members)
    {
        while (static_cast<std::int64_t>(size()) < members)
            grow();
    }
    std::size_t size() const noexcept { return m_members.size(); }

    /// Each of the first arguments.size() members calls `job` with its arguments; waits for all; `replies` are their results.
    /// Throws Stopped, and Misuse when a member ended or failed, also when the worker program has no such job.
    Lap run(const TeamJob& job, const std::vector<std::vector<std::byte>>& arguments,
            std::vector<std::vector<std::byte>>& replies);
    /// The same without their results.
    Lap run(const TeamJob& job, const std::vector<std::vector<std::byte>>& arguments)
    {
        std::vector<std::vector<std::byte>> replies;
        return run(job, arguments, replies);
    }

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
