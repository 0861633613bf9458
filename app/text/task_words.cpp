#include "text/task_words.h"

namespace threadscape {

namespace {

NameArg nameOfTrack(const Catalogue& catalogue, TrackId track)
{
    return {catalogue.trackName(track)};
}

} // namespace

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
