#pragma once

#include "base/published_vector.h"
#include "record/task_state.h"

#include <atomic>
#include <cstdint>

namespace threadscape {

/// One step of a task: when, and which track did it.
struct TaskMoment {
    static constexpr std::int64_t kNotYet = INT64_MIN;
    std::int64_t atNs = kNotYet;
    TrackId by = kNoTrack;

    bool known() const noexcept { return atNs != kNotYet; }
};

/// What is known of one task. A step that is not known has not happened yet, or was lost.
struct TaskRecord {
    TaskName name; ///< a text
    TaskMoment submitted;
    TaskMoment started;
    TaskMoment ended;
    TaskState end = TaskState::done; ///< once ended: done, failed or cancelled
    bool contradicted = false;       ///< a step was told twice

    bool known() const noexcept { return submitted.known() || started.known() || ended.known(); }
    TaskState state() const noexcept
    {
        return ended.known() ? end : started.known() ? TaskState::running : TaskState::pending;
    }
    /// As it was at `ns`: of what came later nothing is known.
    TaskRecord asOf(std::int64_t ns) const noexcept;
};

/// The tasks of one pool, by their numbers. What submitter and workers tell of a task comes in any order, and finds its
/// place: the same, however their streams were drained.
/// Threads: one tells; any read what is below a size that they saw.
class TaskSeries {
public:
    /// `number`: from 1, not above kMost.
    void tell(std::uint32_t number, TaskStep step, std::int64_t atNs, TrackId by);

    /// As many as the greatest number so far; among them may be some of which nothing is known yet.
    std::size_t size() const noexcept { return m_records.size(); }
    /// The task with the number index + 1.
    TaskRecord operator[](std::size_t index) const noexcept { return m_records[index].read(); }

    std::size_t bytes() const noexcept { return m_records.bytes(); }

    /// So many are kept in a trace: what is told of later ones is left out.
    static constexpr std::uint32_t kMost = 1'000'000;

private:
    // Its times are stored last and read first: what belongs to them is there then.
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
