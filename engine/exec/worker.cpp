#include "exec/worker.h"

#include "base/text.h"
#include "os/cpu_time.h"
#include "os/lifeline.h"
#include "sync/misuse.h"

#include <charconv>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <sys/stat.h>
#include <tl/expected.hpp>

namespace threadscape {

namespace {

// A parsed worker command line.
struct WorkerCommand {
    WorkerTask::Function task = nullptr;
    int segment = -1;
    int lifeline = -1;
};

Error error(Text text)
{
    return {std::move(text)};
}

bool isSocket(int descriptor) noexcept
{
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode);
}

tl::expected<WorkerCommand, Error> parse(std::span<const std::string_view> arguments,
                                         const WorkerFunctions& functions)
{
    constexpr std::size_t kWords = 5;
    if (arguments.size() != kWords)
        return tl::unexpected(error(TS_TEXT(
            "worker",
            "threadscape-worker takes TASK --segment N --lifeline N, and is started by threadscape.")));
    WorkerCommand command;
    command.task = functions.task(arguments[0]);
    if (command.task == nullptr)
        return tl::unexpected(error(
            Text(TS_TEXT("worker", "threadscape-worker knows no task %1.")).arg(std::string(arguments[0]))));
    for (std::size_t i = 1; i + 1 < arguments.size(); i += 2) {
        int* const place = arguments[i] == "--segment"    ? &command.segment
                           : arguments[i] == "--lifeline" ? &command.lifeline
                                                          : nullptr;
        if (place == nullptr)
            return tl::unexpected(
                error(Text(TS_TEXT("worker",
                                   "threadscape-worker knows no option %1, only --segment and --lifeline."))
                          .arg(std::string(arguments[i]))));
        const std::string_view number = arguments[i + 1];
        const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), *place);
        if (failure != std::errc() || end != number.data() + number.size() || ::fcntl(*place, F_GETFD) < 0)
            return tl::unexpected(
                error(Text(TS_TEXT("worker", "%1 takes the number of an open descriptor, not %2."))
                          .arg(std::string(arguments[i]))
                          .arg(std::string(number))));
        if (place == &command.lifeline && !isSocket(*place))
            return tl::unexpected(
                error(Text(TS_TEXT("worker", "--lifeline takes the number of a socket, not %1."))
                          .arg(std::string(number))));
    }
    if (command.segment < 0 || command.lifeline < 0 || command.segment == command.lifeline)
        return tl::unexpected(error(TS_TEXT("worker", "threadscape-worker needs --segment and --lifeline.")));
    return command;
}

int refuse(const Text& why)
{
    std::fprintf(stderr, "%s\n", why.english().c_str());
    return kBadArguments;
}

std::optional<WorkerIntroduction> takeIntroduction(std::span<const std::byte>& arguments)
{
    WorkerIntroduction introduction;
    if (arguments.size() < sizeof(introduction))
        return std::nullopt;
    std::memcpy(&introduction, arguments.data(), sizeof(introduction));
    arguments = arguments.subspan(sizeof(introduction));
    return introduction;
}

std::vector<Handed> takeHanded(const WorkerIntroduction& introduction)
{
    std::vector<Handed> all;
    int next = kWorkerHanded;
    for (std::size_t i = 0; i < introduction.handed && i < WorkerIntroduction::kMostHanded; ++i) {
        Handed& handed = all.emplace_back();
        handed.object = static_cast<ObjectId>(i);
        handed.tag = introduction.tags[i];
        for (std::uint8_t k = 0; k < introduction.descriptors[i]; ++k, ++next) {
            ::fcntl(next, F_SETFD, FD_CLOEXEC);
            handed.descriptors.emplace_back(next);
        }
    }
    return all;
}

int perform(const WorkerCommand& command, const WorkerFunctions& functions)
{
    for (const int descriptor : {command.segment, command.lifeline})
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC); // not for children of its own
    const Lifeline lifeline{Descriptor(command.lifeline)};
    auto recording = SharedRecording::open(Descriptor(command.segment));
    if (!recording)
        return refuse(
            Text(TS_TEXT("worker", "threadscape-worker cannot use the memory that it was given: %1."))
                .arg(recording.error().message()));
    (*recording)->closeDescriptor();
    std::span<const std::byte> arguments = (*recording)->arguments();
    const std::optional<WorkerIntroduction> introduction = takeIntroduction(arguments);
    if (!introduction)
        return refuse(TS_TEXT("worker", "threadscape-worker was not told who it is."));
    WorkerContext context(*recording, functions,
                          {introduction->member, introduction->seed, introduction->samplesCpu != 0},
                          takeHanded(*introduction));
    try {
        const int code = command.task(context, arguments);
        if (code == kBadArguments)
            refuse(Text(TS_TEXT("worker",
                                "threadscape-worker: the task was given %1 bytes of arguments that it cannot "
                                "make sense of."))
                       .arg(static_cast<std::int64_t>(arguments.size())));
        return code;
    } catch (const Misuse& misuse) {
        std::fprintf(stderr, "%s\n", misuse.text().english().c_str());
        return 1;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}

} // namespace

std::vector<std::string> workerArguments(const WorkerTask& task)
{
    return {std::string(task.name), "--segment", std::to_string(kWorkerSegment), "--lifeline",
            std::to_string(kWorkerLifeline)};
}

int runWorker(std::span<const std::string_view> arguments, const WorkerFunctions& functions)
{
    if (arguments.empty()) {
        const Text what(TS_TEXT("worker",
                                "This is threadscape-worker: threadscape starts it to run an experiment's "
                                "work in processes of their own. By itself it does nothing."));
        std::printf("%s\n", what.english().c_str());
        return 0;
    }
    try {
        const tl::expected<WorkerCommand, Error> command = parse(arguments, functions);
        return command ? perform(*command, functions) : refuse(command.error().text);
    } catch (const std::exception& refused) { // before the task begins, or after it
        std::fprintf(stderr, "threadscape-worker: %s\n", refused.what());
        return kWorkerRefused;
    }
}

} // namespace threadscape
