#include "view/task_rows.h"

namespace threadscape {

namespace {

std::optional<std::int64_t> lengthOf(const TaskMoment& from, const TaskMoment& to, std::int64_t nowNs)
{
    if (!from.known())
        return std::nullopt;
    // Stamps of two cores may differ by some ns.
    return std::max<std::int64_t>(0, (to.known() ? to.atNs : nowNs) - from.atNs);
}

NameArg nameOfTrack(const Catalogue& catalogue, TrackId track)
{
    return {catalogue.trackName(track)};
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

Text taskWords(const Catalogue& catalogue, const TaskRow& row)
{
    const NameArg name{std::string(catalogue.text(row.task.name.id))};
    if (!row.task.name.numbered)
        return Text(TS_TEXT("task", "%1")).arg(name);
    return Text(TS_TEXT("task", "%1 %2")).arg(name).arg(std::int64_t{row.number});
}

Template taskStateWords(TaskState state) noexcept
{
    switch (state) {
    case TaskState::pending: return TS_TEXT("task state", "pending");
    case TaskState::running: return TS_TEXT("task state", "running");
    case TaskState::done: return TS_TEXT("task state", "done");
    case TaskState::failed: return TS_TEXT("task state", "failed");
    case TaskState::cancelled: break;
    }
    return TS_TEXT("task state", "cancelled");
}

Text taskSentence(const Catalogue& catalogue, const TaskRow& row, std::int64_t nowNs)
{
    std::string what(catalogue.text(row.task.name.id));
    if (row.task.name.numbered)
        what += ' ' + std::to_string(row.number);
    const auto ran = [&](Template form) {
        return Text(form)
            .arg(NameArg{what})
            .arg(nameOfTrack(catalogue, row.task.submitted.by))
            .arg(DurationArg{row.waitedNs(nowNs).value_or(0)})
            .arg(nameOfTrack(catalogue, row.task.started.by))
            .arg(DurationArg{row.ranNs(nowNs).value_or(0)});
    };
    switch (row.task.state()) {
    case TaskState::running:
        return ran(TS_TEXT("task", "%1: submitted by %2, waited %3, has run for %5 on %4"));
    case TaskState::done:
        return ran(TS_TEXT("task", "%1: submitted by %2, waited %3, ran for %5 on %4, done"));
    case TaskState::failed:
        return ran(TS_TEXT("task", "%1: submitted by %2, waited %3, ran for %5 on %4, failed"));
    case TaskState::pending:
    case TaskState::cancelled: break;
    }
    return Text(row.task.ended.known() ? TS_TEXT("task", "%1: submitted by %2, cancelled after %3")
                                       : TS_TEXT("task", "%1: submitted by %2, has waited %3"))
        .arg(NameArg{what})
        .arg(nameOfTrack(catalogue, row.task.submitted.by))
        .arg(DurationArg{row.waitedNs(nowNs).value_or(0)});
}

} // namespace threadscape
