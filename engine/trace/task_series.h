#pragma once

#include "base/published_vector.h"
#include "record/task_state.h"

#include <atomic>
#include <cstdint>

namespace threadscape {

/// One step of a task: its time and track.
struct TaskMoment {
    static constexpr std::int64_t kNotYet = INT64_MIN;
    std::int64_t atNs = kNotYet;
    TrackId by = kNoTrack;

    bool known() const noexcept { return atNs != kNotYet; }
};

/// One task. An unknown step has not happened yet, or was lost.
struct TaskRecord {
    TaskName name; ///< a text
    TaskMoment submitted;
    TaskMoment started;
    TaskMoment ended;
    TaskState end = TaskState::done; ///< once ended: done, failed or cancelled
    bool contradicted = false;       ///< a step was recorded twice

    bool known() const noexcept { return submitted.known() || started.known() || ended.known(); }
    TaskState state() const noexcept
    {
        return ended.known() ? end : started.known() ? TaskState::running : TaskState::pending;
    }
    /// Its state at `ns`: later steps are ignored.
    TaskRecord asOf(std::int64_t ns) const noexcept;
};

/// The tasks of one pool, by their numbers. The records of submitter and workers may arrive in any order: the result does not
/// depend on how their streams were drained.
/// Threads: one writes; any read below a size that they saw.
class TaskSeries {
public:
    /// `number`: from 1, not above kMost.
    void tell(std::uint32_t number, TaskStep step, std::int64_t atNs, TrackId by);

    /// The greatest number so far; some tasks below it may be unknown yet.
    std::size_t size() const noexcept { return m_records.size(); }
    /// The task with the number index + 1.
    TaskRecord operator[](std::size_t index) const noexcept { return m_records[index].read(); }

    std::size_t bytes() const noexcept { return m_records.bytes(); }

    /// The number stored in a trace: later ones are left out.
    static constexpr std::uint32_t kMost = 1'000'000;

private:
    // Its times are stored last and read first: their data is then complete.
    struct Step {
        std::atomic<std::int64_t> atNs{TaskMoment::kNotYet};
        std::atomic<TrackId> by{kNoTrack};

        TaskMoment read() const noexcept;
        void tell(std::int64_t ns, TrackId track) noexcept;
    };
    struct Record {
        Step submitted;
        Step started;
        Step ended;
        std::atomic<ObjectId> name{kNoObject};
        std::atomic<bool> numbered{true};
        std::atomic<bool> contradicted{false};
        std::atomic<TaskState> end{TaskState::done};

        TaskRecord read() const noexcept;
    };
    PublishedVector<Record, 64> m_records;
};

} // namespace threadscape
