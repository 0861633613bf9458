#pragma once

#include "analysis/core_time.h"
#include "lab/findings.h"
#include "lab/outcome.h"
#include "lab/run/setting_change.h"
#include "lab/setting.h"
#include "measure/speedup_study.h"
#include "os/machine.h"
#include "trace/trace.h"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace threadscape {

/// One line of the result's table of locks.
struct LockSummary {
    std::string name;
    std::string kind;
    std::uint64_t acquisitions = 0;
    std::uint64_t contended = 0;
    double waitTotalS = 0;
    double waitMeanS = 0; ///< per contended acquisition
    double waitP99S = 0;
    double waitMaxS = 0;
    double holdTotalS = 0;
};

/// One line of the result's table of threads and processes.
struct TrackSummary {
    std::string name;
    TrackKind kind = TrackKind::thread;
    std::int32_t osId = 0;
    bool daemon = false;
    bool alive = false;
    double cpuS = 0;
    std::optional<int> exitCode;
    std::array<double, kStates> stateS{}; ///< seconds in each State
    /// How often it was preempted; nullopt where the system does not report it.
    std::optional<std::int64_t> switchesForced{};
    std::optional<std::int64_t> switchesVoluntary{};
    std::optional<std::int64_t> migrations{};
    std::optional<double>
        systemReadyS{};             ///< time runnable without a core, as counted by the system; threads only
    std::optional<CoreTime> core{}; ///< of a core: the use of its time
};

/// The contents of a result file.
struct RunResult {
    std::string experiment;
    std::string preset;
    std::vector<std::pair<std::string, SettingValue>> settings; ///< as at the end
    std::vector<std::pair<std::string, SettingValue>> settingsAtStart;
    std::uint64_t seed = 1;
    double speed = 1;                   ///< at the start
    std::vector<SettingChange> changes; ///< while it went on, in the order of their times
    double seconds = 0;                 ///< actual duration
    Outcome outcome = Outcome::running;
    Text failure; ///< with Outcome::failed: why
    Text answer;
    std::vector<Text> warnings; ///< possible problems, and which threads are blocked: a sentence each
    Machine machine;
    std::string build;
    std::string version;
    std::string schedulerSource; ///< "perf", "clocks" or "none"
    Text schedulerAdvice;        ///< how to allow the better one; empty: there is none
    std::uint64_t switchesLost = 0;
    Findings findings;
    std::optional<SpeedupStudy> study; ///< of speedup experiments
    std::vector<LockSummary> locks;
    std::vector<TrackSummary> tracks;
    std::uint64_t events = 0;
    std::uint64_t lost = 0;
    double overheadShare = 0; ///< of the available CPU time: wall time x cores
    double stopLatencyS = 0;  ///< from the stop to the last thread's end
};

/// One line per lock. Any thread.
std::vector<LockSummary> summariseLocks(const Trace& trace);
/// One line per track. Any thread.
std::vector<TrackSummary> summariseTracks(const Trace& trace);

} // namespace threadscape
