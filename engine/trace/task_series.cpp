#include "trace/task_series.h"

namespace threadscape {

TaskRecord TaskRecord::asOf(std::int64_t ns) const noexcept
{
    TaskRecord earlier = *this;
    for (TaskMoment* moment : {&earlier.submitted, &earlier.started, &earlier.ended})
        if (moment->atNs > ns)
            *moment = {};
    return earlier;
}

TaskMoment TaskSeries::Step::read() const noexcept
{
    const std::int64_t ns = atNs.load(std::memory_order_acquire);
    return {ns, ns == TaskMoment::kNotYet ? kNoTrack : by.load(std::memory_order_relaxed)};
}

void TaskSeries::Step::tell(std::int64_t ns, TrackId track) noexcept
{
    by.store(track, std::memory_order_relaxed);
    atNs.store(ns, std::memory_order_release);
}

TaskRecord TaskSeries::Record::read() const noexcept
{
    TaskRecord task;
    task.ended = ended.read();
    task.started = started.read();
    task.submitted = submitted.read();
    task.name = {name.load(std::memory_order_relaxed), numbered.load(std::memory_order_relaxed)};
    task.contradicted = contradicted.load(std::memory_order_relaxed);
    if (task.ended.known())
        task.end = end.load(std::memory_order_relaxed);
    return task;
}

void TaskSeries::tell(std::uint32_t number, TaskStep step, std::int64_t atNs, TrackId by)
{
    while (m_records.size() < number)
        m_records.emplaceWith([](Record& record) { new (&record) Record; });
    Record& record = m_records[number - 1];
    Step& told = step.state == TaskState::pending   ? record.submitted
                 : step.state == TaskState::running ? record.started
                                                    : record.ended;
    if (told.atNs.load(std::memory_order_relaxed) != TaskMoment::kNotYet) {
        record.contradicted.store(true, std::memory_order_relaxed);
        return;
    }
    record.name.store(step.name.id, std::memory_order_relaxed);
    record.numbered.store(step.name.numbered, std::memory_order_relaxed);
    if (hasEnded(step.state))
        record.end.store(step.state, std::memory_order_relaxed);
    told.tell(atNs, by);
}

} // namespace threadscape
