#include "support/worker_trials.h"

#include "exec/process.h"
#include "exec/worker_arguments.h"
#include "exec/worker_context.h"
#include "os/cpu_time.h"
#include "sync/process_condition.h"
#include "sync/process_queue.h"
#include "sync/process_value.h"
#include "sync/shared.h"

#include <array>
#include <csignal>
#include <stdexcept>
#include <sys/resource.h>

namespace threadscape {

namespace {

constexpr std::int64_t kAnHourNs = 3'600'000'000'000;

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
    const OperationSpan operation(context.actor(), text, NumberStyle::change, number);
    if (workNs > 0)
        work(workNs);
    context.actor().writer().write(momentEvent(EventKind::write, WorkerContext::kTrack, variable, ticksNow(),
                                               trialValue(number), number + 1));
}

int recordTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::uint32_t, std::int64_t, std::int64_t>(arguments);
    if (!values)
        return kBadArguments;
    const auto [count, workNs, sleepNs] = *values;
    const ObjectId text = context.catalogue().intern("step");
    const ObjectId variable = context.catalogue().addObject("trial", ObjectKind::variable);
    for (std::uint32_t i = 0; i < count; ++i) {
        recordStep(context, text, variable, i, workNs);
        if (sleepNs > 0)
            context.sleepFor(sleepNs);
    }
    return 0;
}

int recordEndlesslyTask(WorkerContext& context, std::span<const std::byte> /*arguments*/)
{
    const ObjectId text = context.catalogue().intern("step");
    const ObjectId variable = context.catalogue().addObject("trial", ObjectKind::variable);
    for (std::uint32_t i = 0;; ++i)
        recordStep(context, text, variable, i, 0);
}

int countDownTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::uint32_t, std::int64_t>(arguments);
    if (!values)
        return kBadArguments;
    const auto [from, intervalNs] = *values;
    const ObjectId text = context.catalogue().intern("count down");
    for (std::uint32_t left = from; left > 0; --left) {
        const OperationSpan operation(context.actor(), text, NumberStyle::change, left);
        context.print(std::to_string(left) + " left");
        context.sleepFor(intervalNs);
    }
    return 0;
}

int exitTask(WorkerContext& /*context*/, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::int32_t>(arguments);
    return values ? std::get<0>(*values) : kBadArguments;
}

int labelTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::uint32_t, std::array<std::int32_t, 4>>(arguments);
    if (!values)
        return kBadArguments;
    const auto& [named, lines] = *values;
    std::vector<Label> labels;
    for (std::uint32_t line = 1; line <= named; ++line)
        labels.push_back(context.catalogue().label({"", "worker.py", static_cast<std::int32_t>(line)}));
    Shared<std::int64_t> value(context, "Line", 0);
    for (const std::int32_t line : lines) {
        context.actor().setLabel(labels.at(static_cast<std::size_t>(line - 1)));
        value.write(line);
    }
    return 0;
}

int crashTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::int32_t>(arguments);
    if (!values)
        return kBadArguments;
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none); // meant to crash: nobody will look at what it leaves
    const int number = std::get<0>(*values);
    ::signal(number, SIG_DFL);
    const OperationSpan operation(context.actor(), context.catalogue().intern("crash"), NumberStyle::change,
                                  0);
    ::raise(number);
    return 0;
}

int startWorkerTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    Recorder recorder;
    auto process = Process::start(recorder, "Process-1", kTrialCountDown, arguments);
    if (!process)
        return 1;
    context.print(std::to_string((*process)->pid()));
    return (*process)->join();
}

int shareTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::uint8_t, std::uint32_t, std::uint32_t>(arguments);
    if (!values)
        return kBadArguments;
    const auto [isLock, times, sleepAt] = *values;
    std::unique_ptr<ProcessSemaphore> guard;
    if (isLock != 0)
        guard = std::make_unique<ProcessLock>(context.take(0));
    else
        guard = std::make_unique<ProcessSemaphore>(context.take(0));
    ProcessValue value(context.take(1));
    for (std::uint32_t i = 1; i <= times; ++i) {
        const std::scoped_lock held(*guard);
        value.write(value.read() + 1);
        context.told(0) = i;
        if (i == sleepAt) {
            context.told(1) = 1;
            context.sleepFor(kAnHourNs);
        }
    }
    return 0;
}

int waitTask(WorkerContext& context, std::span<const std::byte> /*arguments*/)
{
    ProcessLock lock(context.take(0));
    ProcessCondition changed(context.take(1), lock);
    ProcessValue value(context.take(2));
    const std::scoped_lock held(lock);
    while (value.read() == 0)
        changed.wait();
    context.told(0) = value.read();
    return 0;
}

int putTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::uint32_t, std::uint32_t, std::uint32_t>(arguments);
    if (!values)
        return kBadArguments;
    const auto [who, count, more] = *values;
    ProcessQueue queue(context.take(0));
    for (std::uint32_t i = 1; count == 0 || i <= count; ++i) {
        std::vector<std::byte> message = packArguments(who, i);
        message.resize(message.size() + more, static_cast<std::byte>(who + i));
        queue.put(message);
        context.told(0) = i;
    }
    return 0;
}

std::vector<std::byte> addRemotely(WorkerContext& /*context*/, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::int64_t, std::int64_t>(arguments);
    if (!values)
        throw std::invalid_argument("two numbers are needed");
    return packArguments(std::get<0>(*values) + std::get<1>(*values));
}

std::vector<std::byte> failRemotely(WorkerContext& /*context*/, std::span<const std::byte> /*arguments*/)
{
    throw std::runtime_error("it was told to fail");
}

std::vector<std::byte> sleepRemotely(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::int64_t>(arguments);
    if (!values)
        throw std::invalid_argument("a length of time is needed");
    context.sleepFor(std::get<0>(*values));
    return packArguments(std::get<0>(*values));
}

std::vector<std::byte> sumInTeam(WorkerContext& /*context*/, ProcessValue& next,
                                 std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::int64_t, std::int64_t>(arguments);
    if (!values)
        throw std::invalid_argument("two numbers are needed");
    std::int64_t sum = 0;
    std::int64_t count = 0;
    for (std::int64_t i = next.addSilently(1); i < std::get<0>(*values); i = next.addSilently(1)) {
        if (i == std::get<1>(*values))
            throw std::runtime_error("it was told to fail");
        sum += i;
        ++count;
    }
    return packArguments(sum, count);
}

} // namespace

const WorkerTask kTrialRecord{"trial-record", &recordTask};
const WorkerTask kTrialRecordEndlessly{"trial-record-endlessly", &recordEndlesslyTask};
const WorkerTask kTrialCountDown{"trial-count-down", &countDownTask};
const WorkerTask kTrialExit{"trial-exit", &exitTask};
const WorkerTask kTrialLabel{"trial-label", &labelTask};
const WorkerTask kTrialCrash{"trial-crash", &crashTask};
const WorkerTask kTrialStartWorker{"trial-start-worker", &startWorkerTask};
const WorkerTask kTrialShare{"trial-share", &shareTask};
const WorkerTask kTrialWait{"trial-wait", &waitTask};
const WorkerTask kTrialPut{"trial-put", &putTask};
const RemoteFunction kTrialAdd{"trial-add", &addRemotely};
const RemoteFunction kTrialFail{"trial-fail", &failRemotely};
const RemoteFunction kTrialSleep{"trial-sleep", &sleepRemotely};
const TeamJob kTrialSum{"trial-sum", &sumInTeam};

void addTrials(WorkerFunctions& functions)
{
    for (const WorkerTask& task :
         {kTrialRecord, kTrialRecordEndlessly, kTrialCountDown, kTrialExit, kTrialLabel, kTrialCrash,
          kTrialStartWorker, kTrialShare, kTrialWait, kTrialPut})
        functions.add(task);
    for (const RemoteFunction& function : {kTrialAdd, kTrialFail, kTrialSleep})
        functions.add(function);
    functions.add(kTrialSum);
}

} // namespace threadscape
