#include "exec/process.h"

#include "exec/process_feed.h"
#include "exec/worker.h"
#include "sync/io_wait.h"

namespace threadscape {

namespace {

Error noSuchTask(std::string_view task)
{
    return {Text(TS_TEXT("process", "No worker process knows the task %1.")).arg(std::string(task))};
}

Error noMemory(const std::string& name, std::error_code why)
{
    return {Text(TS_TEXT("process", "%1 was not started: the system gives no memory for its events (%2)."))
                .arg(name)
                .arg(why.message())};
}

Error notStarted(const std::string& name, const std::string& program, std::error_code why)
{
    if (why == std::errc::no_such_file_or_directory)
        return {Text(TS_TEXT("process",
                             "%1 was not started: there is no program %2. It belongs beside threadscape; "
                             "the environment variable THREADSCAPE_WORKER can name another place."))
                    .arg(name)
                    .arg(program)};
    if (why == std::errc::permission_denied || why == std::errc::executable_format_error)
        return {Text(TS_TEXT("process", "%1 was not started: %2 is not a program that can be run (%3)."))
                    .arg(name)
                    .arg(program)
                    .arg(why.message())};
    return {Text(TS_TEXT("process", "%1 was not started: the system refused another process (%2)."))
                .arg(name)
                .arg(why.message())};
}

} // namespace

tl::expected<std::unique_ptr<Process>, Error> Process::start(Recorder& recorder, std::string name,
                                                             std::string_view task,
                                                             std::span<const std::byte> arguments,
                                                             const Options& options)
{
    if (findWorkerTask(task) == nullptr)
        return tl::unexpected(noSuchTask(task));
    const Ticks started = ticksNow();
    auto recording = SharedRecording::create({.chunks = options.chunks}, recorder.start(), arguments);
    if (!recording)
        return tl::unexpected(noMemory(name, recording.error()));
    SharedNameWriter(*recording).addTrack(name, options.group, TrackKind::process);

    const std::string program = workerProgram();
    auto child = ChildProcess::start(
        {.program = program,
         .arguments = workerArguments(task),
         // Standard output may carry a result: what a worker says goes to the other.
         .descriptors = {{STDERR_FILENO, STDOUT_FILENO}, {(*recording)->descriptor(), kWorkerSegment}},
         .lifelineAs = kWorkerLifeline});
    if (!child)
        return tl::unexpected(notStarted(name, program, child.error()));
    (*recording)->closeDescriptor();

    const std::shared_ptr<ChildProcess> shared = std::move(*child);
    const std::shared_ptr<Catalogue> catalogue = recorder.sharedCatalogue();
    const TrackId track =
        catalogue->addTrack(std::move(name), options.group, TrackKind::process, options.daemon);
    TrackInfo& info = catalogue->track(track);
    info.osId.store(shared->pid(), std::memory_order_relaxed);
    info.alive.store(true, std::memory_order_relaxed);
    auto feed = std::make_shared<ProcessFeed>(catalogue, track, started, *recording, shared);
    auto end = std::make_shared<ProcessEndFeed>(feed);
    recorder.addFeed(std::move(feed));
    recorder.addFeed(std::move(end));
    return std::unique_ptr<Process>(new Process(catalogue, track, shared, std::move(*recording)));
}

Process::~Process()
{
    kill();
    join();
}

int Process::join()
{
    return ended(m_child->wait());
}

int Process::joinSeen()
{
    waitUntilReadable(descriptor(), State::join, kNoObject);
    return join();
}

std::int64_t Process::told(std::size_t place) const
{
    const std::lock_guard guard(m_toldMutex);
    return m_recording ? m_recording->progress().told[place].load(std::memory_order_relaxed) : m_told[place];
}

std::optional<int> Process::joinFor(std::chrono::milliseconds timeout)
{
    const std::optional<ChildProcess::End> end = m_child->waitFor(timeout);
    return end ? std::optional(ended(*end)) : std::nullopt;
}

std::optional<int> Process::exitCode()
{
    const std::optional<ChildProcess::End> end = m_child->end();
    return end ? std::optional(ended(*end)) : std::nullopt;
}

int Process::ended(const ChildProcess::End& end)
{
    {
        // Its memory is given back as soon as ingest has read it too.
        const std::lock_guard guard(m_toldMutex);
        for (std::size_t i = 0; m_recording && i < m_told.size(); ++i)
            m_told[i] = m_recording->progress().told[i].load(std::memory_order_relaxed);
        m_recording.reset();
    }
    noteEnd(m_catalogue->track(m_track), end);
    return end.code;
}

std::string workerProgram()
{
    return helperProgram("THREADSCAPE_WORKER", "threadscape-worker");
}

} // namespace threadscape
