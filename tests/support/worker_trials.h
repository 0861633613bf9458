#pragma once

#include "exec/worker_functions.h"

#include <cstdint>

namespace threadscape {

// The tests' functions in worker processes; the test worker has them beside those of threadscape-worker. Names begin with
// "trial-".

/// Records numbered steps. Arguments: how many, work in ns and sleep in ns of each (std::uint32_t, 2 std::int64_t).
extern const WorkerTask kTrialRecord;
/// Records steps until it is killed.
extern const WorkerTask kTrialRecordEndlessly;
/// Arguments: from where, and ns between two numbers (std::uint32_t, std::int64_t).
extern const WorkerTask kTrialCountDown;
/// Arguments: the exit code (std::int32_t).
extern const WorkerTask kTrialExit;
/// Writes a variable at each of these lines of "worker.py", with the line's number as its value. Arguments: how many lines it
/// names, and which of them it writes at (std::uint32_t, std::array<std::int32_t, 4>).
extern const WorkerTask kTrialLabel;
/// Ends by a signal, inside an open box. Arguments: its number (std::int32_t).
extern const WorkerTask kTrialCrash;
/// Starts a worker of its own that counts down, says its pid, and waits for it. Arguments: of kTrialCountDown.
extern const WorkerTask kTrialStartWorker;
/// Adds to a shared value under a lock. Handed: a lock or a semaphore, and a value. Arguments: whether it is a lock, how often
/// it adds 1, and at which time (from 1; 0: never) it goes to sleep with the lock (std::uint8_t, 2 std::uint32_t). Reports how
/// often it has added, and then that it holds.
extern const WorkerTask kTrialShare;
/// Waits until a shared value is not 0, and reports that it has seen it. Handed: a lock, a condition and the value.
extern const WorkerTask kTrialWait;
/// Puts messages. Handed: a queue. Arguments: who it is, how many messages (0: until it is killed), and how many bytes each has
/// besides its two numbers (3 std::uint32_t).
extern const WorkerTask kTrialPut;

/// The sum of two numbers (std::int64_t).
extern const RemoteFunction kTrialAdd;
extern const RemoteFunction kTrialFail;
/// Arguments: ns (std::int64_t), which it returns.
extern const RemoteFunction kTrialSleep;

/// Members take the next number repeatedly, up to the first argument, and each returns the sum and the count of those it took.
/// One that takes the second argument fails (2 std::int64_t each way).
extern const TeamJob kTrialSum;

/// Adds all of them to a worker's table.
void addTrials(WorkerFunctions& functions);

/// The value that kTrialRecord writes with step `number`: any two differ in many bits, all over the 48 that an event keeps.
constexpr std::int64_t trialValue(std::uint32_t number) noexcept
{
    return static_cast<std::int64_t>((std::uint64_t{number} + 1) * 0x9E37'79B9'7F4A'7C15U) >> 16;
}

} // namespace threadscape
