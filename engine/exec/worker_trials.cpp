// Tasks that try out the worker itself: what it records, and the ways in which it can end.
#include "exec/worker_trials.h"

#include "exec/process.h"
#include "exec/worker.h"

#include <csignal>
#include <sys/resource.h>

namespace threadscape {

namespace {

void work(std::int64_t durationNs)
{
    const std::int64_t until = monotonicNs() + durationNs;
    while (monotonicNs() < until) {
    }
}

// One numbered box, and a value that belongs to the number: an event with bytes of two others would show.
void recordStep(WorkerContext& context, ObjectId text, ObjectId variable, std::uint32_t number,
                std::int64_t workNs)
{
    const WorkerContext::Operation operation(context, text, number);
    if (workNs > 0)
        work(workNs);
    context.writer().write(momentEvent(EventKind::write, WorkerContext::kTrack, variable, ticksNow(),
                                       trialValue(number), number + 1));
}

} // namespace

// Arguments: how many steps, work in ns and sleep in ns of each.
int recordTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::uint32_t, std::int64_t, std::int64_t>(arguments);
    if (!values)
        return kBadArguments;
    const auto [count, workNs, sleepNs] = *values;
    const ObjectId text = context.names().intern("step");
    const ObjectId variable = context.names().addObject("trial", ObjectKind::variable, "");
    for (std::uint32_t i = 0; i < count; ++i) {
        recordStep(context, text, variable, i, workNs);
        if (sleepNs > 0)
            context.sleep(sleepNs);
    }
    return 0;
}

// Until it is killed.
int recordEndlesslyTask(WorkerContext& context, std::span<const std::byte> /*arguments*/)
{
    const ObjectId text = context.names().intern("step");
    const ObjectId variable = context.names().addObject("trial", ObjectKind::variable, "");
    for (std::uint32_t i = 0;; ++i)
        recordStep(context, text, variable, i, 0);
}

// Arguments: from where, and ns between two numbers.
int countDownTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::uint32_t, std::int64_t>(arguments);
    if (!values)
        return kBadArguments;
    const auto [from, intervalNs] = *values;
    const ObjectId text = context.names().intern("count down");
    for (std::uint32_t left = from; left > 0; --left) {
        const WorkerContext::Operation operation(context, text, left);
        context.print(std::to_string(left) + " left");
        context.sleep(intervalNs);
    }
    return 0;
}

// Arguments: the exit code.
int exitTask(WorkerContext& /*context*/, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::int32_t>(arguments);
    return values ? std::get<0>(*values) : kBadArguments;
}

// Arguments: the signal. Inside an open box.
int crashTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::int32_t>(arguments);
    if (!values)
        return kBadArguments;
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none); // meant to crash: nobody will look at what it leaves
    const int number = std::get<0>(*values);
    ::signal(number, SIG_DFL);
    const WorkerContext::Operation operation(context, context.names().intern("crash"), 0);
    ::raise(number);
    return 0;
}

// Starts a worker of its own that counts down, says its pid, and waits for it.
int startWorkerTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    Recorder recorder;
    auto process = Process::start(recorder, "Process-1", "count-down", arguments);
    if (!process)
        return 1;
    context.print(std::to_string((*process)->pid()));
    return (*process)->join();
}

} // namespace threadscape
