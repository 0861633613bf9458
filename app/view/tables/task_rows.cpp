#include "view/tables/task_rows.h"

namespace threadscape {

namespace {

std::optional<std::int64_t> lengthOf(const TaskMoment& from, const TaskMoment& to, std::int64_t nowNs)
{
    if (!from.known())
        return std::nullopt;
    // Stamps of two cores may differ by some ns.
    return std::max<std::int64_t>(0, (to.known() ? to.atNs : nowNs) - from.atNs);
}

template <typename Visit>
void forEachPool(const Trace& trace, Visit&& visit)
{
    for (std::size_t o = 0; o < std::min(trace.catalogue().objects(), trace.objects()); ++o)
        if (isPool(trace.catalogue().object(static_cast<ObjectId>(o)).kind))
            visit(static_cast<ObjectId>(o), trace.object(static_cast<ObjectId>(o)).tasks);
}

} // namespace

std::optional<std::int64_t> TaskRow::waitedNs(std::int64_t nowNs) const noexcept
{
    return lengthOf(task.submitted, task.started.known() ? task.started : task.ended, nowNs);
}

std::optional<std::int64_t> TaskRow::ranNs(std::int64_t nowNs) const noexcept
{
    return lengthOf(task.started, task.ended, nowNs);
}

bool hasTasks(const Trace& trace)
{
    bool any = false;
    forEachPool(trace, [&](ObjectId, const TaskSeries& tasks) { any = any || tasks.size() > 0; });
    return any;
}

std::vector<TaskRow> taskRows(const Trace& trace, const Snapshot& snapshot)
{
    std::vector<TaskRow> rows;
    forEachPool(trace, [&](ObjectId pool, const TaskSeries& tasks) {
        const std::size_t count = tasks.size();
        rows.reserve(rows.size() + count);
        for (std::size_t i = 0; i < count; ++i) {
            const TaskRecord task = tasks[i].asOf(snapshot.nowNs);
            if (task.known())
                rows.push_back({pool, static_cast<std::uint32_t>(i + 1), task});
        }
    });
    return rows;
}

std::optional<TaskRow> taskBegunAt(const Trace& trace, const Snapshot& snapshot, TrackId track,
                                   std::int64_t startNs)
{
    std::optional<TaskRow> found;
    forEachPool(trace, [&](ObjectId pool, const TaskSeries& tasks) {
        for (std::size_t i = 0, count = tasks.size(); i < count && !found; ++i)
            if (const TaskRecord task = tasks[i]; task.started.atNs == startNs && task.started.by == track)
                found = TaskRow{pool, static_cast<std::uint32_t>(i + 1), task.asOf(snapshot.nowNs)};
    });
    return found;
}

} // namespace threadscape
