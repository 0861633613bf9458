#include "exec/process.h"

#include "base/scoped_lock.h"
#include "exec/process_feed.h"
#include "exec/worker.h"
#include "os/futex.h"
#include "sync/io_wait.h"
#include "sync/seam.h"

#include <climits>

namespace threadscape {

namespace {

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
                                                             const WorkerTask& task,
                                                             std::span<const std::byte> arguments,
                                                             const Options& options)
{
    const Ticks started = ticksNow();
    static std::atomic<std::uint32_t> members{0};
    WorkerIntroduction introduction{.seed = options.seed,
                                    .member = members.fetch_add(1) + 1,
                                    .handed = static_cast<std::uint16_t>(options.hand.size()),
                                    .samplesCpu = static_cast<std::uint8_t>(recorder.samplesCpu())};
    const std::shared_ptr<Catalogue> catalogue = recorder.sharedCatalogue();
    auto death = std::make_shared<Death>();
    death->catalogue = catalogue;
    death->member = introduction.member;

    std::vector<ChildProcess::Pass> descriptors{
        // Standard output may carry a result: workers' output goes to standard error.
        {STDERR_FILENO, STDOUT_FILENO}};
    int next = kWorkerHanded;
    for (std::size_t i = 0; i < options.hand.size(); ++i) {
        const Handout& hand = options.hand[i];
        introduction.descriptors.at(i) = static_cast<std::uint8_t>(hand.descriptors.size());
        introduction.tags.at(i) = hand.tag;
        for (const int descriptor : hand.descriptors)
            descriptors.push_back({descriptor, next++});
        if (hand.heir)
            death->heirs.push_back(hand.heir);
    }
    std::vector<std::byte> allArguments = packArguments(introduction);
    allArguments.insert(allArguments.end(), arguments.begin(), arguments.end());
    auto recording = SharedRecording::create({.chunks = options.chunks}, recorder.start(), allArguments);
    if (!recording)
        return tl::unexpected(noMemory(name, recording.error()));
    SharedNameWriter names(*recording);
    std::vector<ObjectId> objects;
    names.addTrack(name, options.group, TrackKind::process);
    for (const Handout& hand : options.hand) {
        const ObjectInfo& object = catalogue->object(hand.object);
        names.addObject(object.name, object.kind, object.unit);
        objects.push_back(hand.object);
    }
    for (std::size_t i = 0; i < options.ask.size(); ++i)
        (*recording)->progress().asked.at(i).store(options.ask[i], std::memory_order_relaxed);
    descriptors.push_back({(*recording)->descriptor(), kWorkerSegment});

    const std::string program = workerProgram();
    auto child = ChildProcess::start({.program = program,
                                      .arguments = workerArguments(task),
                                      .descriptors = std::move(descriptors),
                                      .lifelineAs = kWorkerLifeline});
    if (!child)
        return tl::unexpected(notStarted(name, program, child.error()));
    (*recording)->closeDescriptor();

    const std::shared_ptr<ChildProcess> shared = std::move(*child);
    death->track = catalogue->addTrack(std::move(name), options.group, TrackKind::process, options.daemon);
    (*recording)->progress().track.store(death->track, std::memory_order_release);
    TrackInfo& info = catalogue->track(death->track);
    info.osId.store(shared->pid(), std::memory_order_relaxed);
    info.alive.store(true, std::memory_order_relaxed);
    auto feed = std::make_shared<ProcessFeed>(catalogue, death->track, started, *recording, shared,
                                              std::move(objects));
    auto end = std::make_shared<ProcessEndFeed>(feed);
    recorder.addFeed(std::move(feed));
    recorder.addFeed(std::move(end));
    return std::unique_ptr<Process>(new Process(std::move(death), shared, std::move(*recording)));
}

Process::Process(std::shared_ptr<const Death> death, std::shared_ptr<ChildProcess> child,
                 std::shared_ptr<SharedRecording> recording)
    : m_death(std::move(death)), m_child(std::move(child)), m_recording(std::move(recording))
{
    m_watch = ChildWatch::Watch(m_child->descriptor(), [death = m_death, child = m_child] {
        if (const std::optional<ChildProcess::End> end = child->end())
            death->tell(*end);
    });
}

void Process::Death::tell(const ChildProcess::End& end) const noexcept
{
    noteEnd(catalogue->track(track), end);
    for (const std::shared_ptr<Heir>& heir : heirs)
        heir->bereave(member);
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
    interruptible(VisibleOperation::join, kNoObject);
    waitUntilReadable(descriptor(), State::join, kNoObject);
    return join();
}

std::int64_t Process::told(std::size_t place) const
{
    const ScopedLock guard(m_toldMutex);
    return m_recording ? m_recording->progress().told[place].load(std::memory_order_relaxed) : m_told[place];
}

void Process::ask(std::size_t place, std::int64_t number) noexcept
{
    const ScopedLock guard(m_toldMutex);
    if (!m_recording)
        return;
    SharedRecording::Progress& progress = m_recording->progress();
    progress.asked[place].store(number, std::memory_order_release);
    progress.askedTimes.fetch_add(1, std::memory_order_release);
    futexWake(progress.askedTimes, INT_MAX, FutexReach::machine);
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
        // Its memory is released as soon as ingest has read it too.
        const ScopedLock guard(m_toldMutex);
        for (std::size_t i = 0; m_recording && i < m_told.size(); ++i)
            m_told[i] = m_recording->progress().told[i].load(std::memory_order_relaxed);
        m_recording.reset();
    }
    m_death->tell(end);
    return end.code;
}

std::string workerProgram()
{
    return helperProgram("THREADSCAPE_WORKER", "threadscape-worker");
}

} // namespace threadscape
