#include "exec/process_pool.h"

#include "exec/pool_protocol.h"
#include "os/pipe.h"
#include "os/poll.h"
#include "sync/io_wait.h"
#include "sync/stopped.h"

#include <algorithm>
#include <array>
#include <sys/epoll.h>
#include <system_error>

namespace threadscape {

namespace {

constexpr std::uint32_t kWakeMark = UINT32_MAX; // instead of a worker's number

Descriptor makePoll()
{
    Descriptor made(::epoll_create1(EPOLL_CLOEXEC));
    if (!made)
        throw std::system_error(errno, std::generic_category(), "epoll_create1");
    return made;
}

void watch(const Descriptor& poll, int operation, const Descriptor& watched, std::uint32_t mark,
           bool forRoom = false)
{
    epoll_event event{};
    event.events = forRoom ? EPOLLIN | EPOLLOUT : EPOLLIN;
    event.data.u32 = mark;
    if (::epoll_ctl(poll.get(), operation, watched.get(), &event) != 0)
        throw std::system_error(errno, std::generic_category(), "epoll_ctl");
}

Text whyEnded(const std::string& name, std::int32_t pid, int code)
{
    const Text form =
        code < 0 ? TS_TEXT("exec", "The pool is broken: %1, process %2, was ended by signal %3. Tasks "
                                   "that had not ended by then have no result.")
                 : TS_TEXT("exec", "The pool is broken: %1, process %2, ended with exit code %3. Tasks "
                                   "that had not ended by then have no result.");
    return Text(form).arg(NameArg{name}).arg(pid).arg(std::abs(code));
}

} // namespace

ProcessPool::ProcessPool(Runtime& runtime, Options options, std::int64_t workers)
    : m_runtime(runtime),
      m_options(std::move(options)),
      m_count(workers),
      m_object(runtime.catalogue().addObject(m_options.group, ObjectKind::processPool)),
      m_taskName(runtime.catalogue().intern("task")),
      m_wake(makeWakeDescriptor()),
      m_poll(makePoll())
{
    watch(m_poll, EPOLL_CTL_ADD, m_wake, kWakeMark);
    startWorkers();
    m_manager.emplace(
        runtime, TS_NAME("name", "Pool manager"), [this] { manage(); },
        Thread::Options{.group = m_options.group});
}

ProcessPool::~ProcessPool() // NOLINT(bugprone-exception-escape): no stop is honoured here
{
    close();
    const NoStop untilAllEnded;
    m_manager->join();
    waitForReaders();
    // A stopped manager leaves tasks behind: their waiters are notified of the stop, once no worker can begin them any more.
    const std::vector<Worker*> all = workersNow();
    for (Worker* const worker : all)
        worker->process->kill();
    for (Worker* const worker : all)
        worker->process->join();
    std::vector<RemoteCall*> left;
    {
        const ScopedLock guarded(m_guard);
        left = takeAllLocked();
    }
    for (RemoteCall* const call : left) {
        call->node().cutOff(Actor::current());
        call->node().release();
    }
}

void ProcessPool::startWorkers()
{
    std::vector<std::unique_ptr<Worker>> started;
    for (std::int64_t i = 0; i < m_count; ++i) {
        auto [ours, theirs] = makeSocketPair();
        auto worker = std::make_unique<Worker>();
        worker->name = m_options.prefix + "-" + std::to_string(++m_started);
        Process::Options how{.group = m_options.group, .chunks = m_options.chunks};
        how.hand.push_back({{theirs.get()}, m_object, nullptr});
        how.hand.insert(how.hand.end(), m_options.hand.begin(), m_options.hand.end());
        auto process = Process::start(m_runtime.recorder(), worker->name, kPoolWorkerTask, {}, how);
        if (!process)
            throw Misuse(process.error().text);
        worker->process = std::move(*process);
        worker->line = std::move(ours);
        started.push_back(std::move(worker));
    }
    // All at once: if one has ended already, the manager notices when all exist, and breaks the pool again.
    const ScopedLock guarded(m_guard);
    m_workers.swap(started);
    for (const std::unique_ptr<Worker>& worker : started)
        m_dead.push_back(std::move(worker->process));
    std::uint32_t mark = 0;
    for (const std::unique_ptr<Worker>& worker : m_workers)
        watch(m_poll, EPOLL_CTL_ADD, worker->line, mark++);
    m_broken.reset();
}

void ProcessPool::enqueue(Actor& actor, std::span<RemoteCall* const> calls, std::size_t chunk)
{
    const Ticks now = ticksNow();
    std::optional<Text> broken;
    bool closed = false;
    {
        const ScopedLock guarded(m_guard);
        closed = m_closed;
        broken = m_broken;
        for (std::size_t i = 0; i < calls.size() && !closed && !broken; ++i) {
            calls[i]->node().setNumber(++m_submitted);
            // Recorded before a worker can have it.
            calls[i]->node().tell(actor, TaskState::pending, now);
            if (i % std::max<std::size_t>(chunk, 1) == 0)
                m_queue.emplace_back();
            m_queue.back().push_back(calls[i]);
        }
        if (!closed && !broken)
            dispatchLocked();
    }
    if (!closed && !broken)
        return;
    for (RemoteCall* const call : calls)
        call->node().release();
    if (broken)
        throw BrokenProcessPool(*broken);
    throw Misuse(TS_TEXT("exec", "The pool was shut down: it takes no more tasks."));
}

ProcessPool::Worker* ProcessPool::freeWorker() noexcept
{
    // Quick tasks are sent in advance, so that no worker waits for the next one. A slow one is not: another worker might do it
    // sooner, and it can be cancelled while it is queued here.
    constexpr double kAheadNs = 100'000;
    constexpr std::size_t kMostAhead = 64;
    Worker* best = nullptr;
    for (const std::unique_ptr<Worker>& worker : m_workers) {
        const std::size_t most =
            worker->taskNs <= 0
                ? 1
                : std::clamp(static_cast<std::size_t>(kAheadNs / worker->taskNs), std::size_t{1}, kMostAhead);
        if (worker->given.size() < most && (best == nullptr || worker->given.size() < best->given.size()))
            best = worker.get();
    }
    return best;
}

void ProcessPool::dispatchLocked()
{
    while (!m_queue.empty()) {
        Worker* const worker = freeWorker();
        if (worker == nullptr)
            break;
        const std::vector<RemoteCall*> chunk = std::move(m_queue.front());
        m_queue.pop_front();
        for (RemoteCall* const call : chunk) {
            if (call->node().begin())
                giveLocked(*worker, *call);
            else
                call->node().release(); // it was cancelled
        }
    }
    bool full = false;
    for (const std::unique_ptr<Worker>& worker : m_workers)
        full |= !worker->out.empty() && worker->out.write(worker->line.get()) == FrameWriter::Written::notYet;
    if (full)
        wakeManager();
}

void ProcessPool::giveLocked(Worker& worker, RemoteCall& call)
{
    const TaskName name = call.node().name();
    if (worker.named.insert(name.id).second) {
        const PoolRequest naming{.name = name.id, .isName = 1};
        worker.out.add(std::as_bytes(std::span(&naming, 1)),
                       std::as_bytes(std::span(m_runtime.catalogue().text(name.id))));
    }
    const PoolRequest request{.number = call.node().number(),
                              .functionBytes = static_cast<std::uint16_t>(call.function().size()),
                              .name = name.id,
                              .numbered = static_cast<std::uint8_t>(name.numbered)};
    worker.out.add(std::as_bytes(std::span(&request, 1)), std::as_bytes(std::span(call.function())),
                   call.arguments());
    worker.given.push_back(&call);
}

void ProcessPool::wakeManager() noexcept
{
    signalWake(m_wake.get());
}

void ProcessPool::manage()
{
    Actor& actor = Actor::current();
    std::array<epoll_event, 64> events{};
    for (;;) {
        {
            const ScopedLock guarded(m_guard);
            const bool idle = m_queue.empty() && std::ranges::all_of(m_workers, [](const auto& worker) {
                                  return worker->given.empty();
                              });
            if (m_closed && idle)
                break;
            for (std::size_t i = 0; i < m_workers.size() && !m_broken; ++i) {
                Worker& worker = *m_workers[i];
                if (worker.reader == Reader::nobody && worker.awaitsRoom == worker.out.empty()) {
                    worker.awaitsRoom = !worker.out.empty();
                    watch(m_poll, EPOLL_CTL_MOD, worker.line, static_cast<std::uint32_t>(i),
                          worker.awaitsRoom);
                }
            }
        }
        interruptible(VisibleOperation::wait, m_object);
        waitUntilReadable(m_poll.get(), State::idle, m_object);
        const int count = ::epoll_wait(m_poll.get(), events.data(), static_cast<int>(events.size()), 0);
        for (int i = 0; i < count; ++i) {
            const std::uint32_t mark = events[static_cast<std::size_t>(i)].data.u32;
            if (mark == kWakeMark) {
                std::uint64_t signals = 0;
                [[maybe_unused]] const ssize_t none = ::read(m_wake.get(), &signals, sizeof(signals));
            } else if (!manageLine(actor, mark)) {
                breakDown(actor, mark);
                break;
            }
        }
        const ScopedLock guarded(m_guard);
        if (!m_broken)
            dispatchLocked();
    }
    endWorkers();
}

// False: it no longer answers.
bool ProcessPool::manageLine(Actor& actor, std::size_t index)
{
    Worker* worker = nullptr;
    {
        const ScopedLock guarded(m_guard);
        worker = m_workers[index].get();
        if (worker->reader != Reader::nobody)
            return true;
        worker->reader = Reader::manager;
    }
    const bool sound = readResults(actor, *worker);
    const ScopedLock guarded(m_guard);
    worker->reader = Reader::nobody;
    return sound;
}

// For callers that use their processes: it may take long, and the guard must not be held meanwhile.
std::vector<ProcessPool::Worker*> ProcessPool::workersNow() const
{
    const ScopedLock guarded(m_guard);
    std::vector<Worker*> all;
    for (const std::unique_ptr<Worker>& worker : m_workers)
        all.push_back(worker.get());
    return all;
}

void ProcessPool::help(void* pool, Actor& waiter, RemoteCall& call)
{
    static_cast<ProcessPool*>(pool)->readInstead(waiter, call);
}

// Takes the line of the worker that has the task away from the manager until the task has ended.
void ProcessPool::readInstead(Actor& waiter, RemoteCall& call)
{
    std::size_t index = 0;
    Worker* reading = nullptr;
    {
        const ScopedLock guarded(m_guard);
        const auto has = [&](const auto& worker) {
            return std::ranges::find(worker->given, &call) != worker->given.end();
        };
        const auto found = m_broken ? m_workers.end() : std::ranges::find_if(m_workers, has);
        if (found == m_workers.end() || (*found)->reader != Reader::nobody)
            return;
        reading = found->get();
        reading->reader = Reader::waiter;
        index = static_cast<std::size_t>(found - m_workers.begin());
        ::epoll_ctl(m_poll.get(), EPOLL_CTL_DEL, reading->line.get(), nullptr);
    }
    struct Back {
        ProcessPool& pool;
        std::size_t worker;
        ~Back() { pool.giveBack(worker); }
    };
    const Back back{*this, index};
    Worker& worker = *reading;
    while (!hasEnded(call.node().state())) {
        waitUntilReadable(worker.line.get(), State::future, m_object, kForever, worker.process->track());
        if (!readResults(waiter, worker))
            return; // the manager sees it too, and handles it
        const ScopedLock guarded(m_guard);
        dispatchLocked();
    }
}

void ProcessPool::giveBack(std::size_t index) noexcept
{
    {
        const ScopedLock guarded(m_guard);
        Worker& worker = *m_workers[index];
        worker.reader = Reader::nobody;
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u32 = static_cast<std::uint32_t>(index);
        ::epoll_ctl(m_poll.get(), EPOLL_CTL_ADD, worker.line.get(), &event);
        worker.awaitsRoom = false;
        if (m_closed || !worker.out.empty())
            wakeManager();
    }
    m_noReaders.wakeAll(Actor::current().track());
}

// Reading waiters leave when their tasks, or the worker, have ended.
void ProcessPool::waitForReaders()
{
    const NoStop untilTheyHaveLeft;
    m_noReaders.park(Actor::current(), false, kForever, [&] {
        const ScopedLock guarded(m_guard);
        return std::ranges::any_of(m_workers,
                                   [](const auto& worker) { return worker->reader == Reader::waiter; });
    });
}

// False: it no longer answers.
bool ProcessPool::readResults(Actor& actor, Worker& worker)
{
    const FrameReader::Read how = worker.in.read(worker.line.get());
    bool sound = true;
    while (const auto frame = worker.in.next()) {
        PoolReply reply;
        if (frame->size() < sizeof(reply)) {
            sound = false;
            break;
        }
        std::memcpy(&reply, frame->data(), sizeof(reply));
        RemoteCall* call = nullptr;
        {
            const ScopedLock guarded(m_guard);
            // Workers answer in order.
            if (worker.given.empty() || worker.given.front()->node().number() != reply.number) {
                sound = false;
                break;
            }
            call = worker.given.front();
            worker.given.pop_front();
            constexpr double kKept = 0.75;
            const auto took = static_cast<double>(std::max<std::int64_t>(reply.tookNs, 1));
            worker.taskNs = worker.taskNs <= 0 ? took : kKept * worker.taskNs + (1 - kKept) * took;
        }
        finish(actor, *call, frame->subspan(sizeof(reply)), reply.failed != 0);
    }
    return sound && how != FrameReader::Read::closed;
}

void ProcessPool::finish(Actor& actor, RemoteCall& call, std::span<const std::byte> reply, bool failed)
{
    std::exception_ptr failure;
    if (failed)
        failure = std::make_exception_ptr(
            RemoteFailure({reinterpret_cast<const char*>(reply.data()), reply.size()}));
    else if (!call.accept(reply))
        failure = std::make_exception_ptr(Misuse(
            Text(TS_TEXT("exec", "A worker process answered with %1 bytes, which make no sense as a result."))
                .arg(reply.size())));
    TaskNode& node = call.node();
    node.end(actor, std::move(failure));
    node.release();
}

void ProcessPool::breakDown(Actor& actor, std::size_t index)
{
    const std::vector<Worker*> all = workersNow();
    Worker& dead = *all[index];
    // Its line is closed: it is ending, or faulty.
    constexpr std::chrono::milliseconds kEnough(200);
    std::optional<int> code = dead.process->joinFor(kEnough);
    if (!code) {
        dead.process->kill();
        code = dead.process->join();
    }
    // Terminated politely first, so that their exit codes differ from that of the one that broke the pool.
    for (Worker* const worker : all)
        worker->process->terminate();
    for (Worker* const worker : all) {
        if (!worker->process->joinFor(kEnough))
            worker->process->kill();
        worker->process->join();
    }
    waitForReaders();
    for (Worker* const worker : all) // the idle ones
        ::epoll_ctl(m_poll.get(), EPOLL_CTL_DEL, worker->line.get(), nullptr);
    const Text why = whyEnded(dead.name, dead.process->pid(), *code);
    std::vector<RemoteCall*> unfinished;
    {
        // From here on it may be restarted: the workers no longer belong to this function.
        const ScopedLock guarded(m_guard);
        m_broken = why;
        unfinished = takeAllLocked();
    }
    endAll(actor, unfinished, std::make_exception_ptr(BrokenProcessPool(why)));
}

// In the order of their numbers.
std::vector<RemoteCall*> ProcessPool::takeAllLocked()
{
    std::vector<RemoteCall*> all;
    for (const std::unique_ptr<Worker>& worker : m_workers) {
        all.insert(all.end(), worker->given.begin(), worker->given.end());
        worker->given.clear();
    }
    for (const std::vector<RemoteCall*>& chunk : m_queue) {
        for (RemoteCall* const call : chunk) {
            if (call->node().begin())
                all.push_back(call);
            else
                call->node().release();
        }
    }
    m_queue.clear();
    std::ranges::sort(all, {}, [](RemoteCall* call) { return call->node().number(); });
    return all;
}

void ProcessPool::endAll(Actor& actor, const std::vector<RemoteCall*>& calls, const std::exception_ptr& why)
{
    for (RemoteCall* const call : calls) {
        call->node().end(actor, why);
        call->node().release();
    }
}

// Their lines are closed: each ends when it has done what it was given.
void ProcessPool::endWorkers()
{
    waitForReaders();
    const std::vector<Worker*> all = workersNow();
    for (Worker* const worker : all)
        worker->line.reset();
    for (Worker* const worker : all)
        worker->process->joinSeen();
}

void ProcessPool::close() noexcept
{
    {
        const ScopedLock guarded(m_guard);
        m_closed = true;
    }
    wakeManager();
}

void ProcessPool::shutdown(Shutdown how)
{
    if (how.cancelPending) {
        std::deque<std::vector<RemoteCall*>> pending;
        {
            const ScopedLock guarded(m_guard);
            pending.swap(m_queue);
        }
        for (const std::vector<RemoteCall*>& chunk : pending)
            for (RemoteCall* const call : chunk) {
                call->node().cancel();
                call->node().release();
            }
    }
    close();
    if (how.wait)
        m_manager->join();
}

std::optional<Text> ProcessPool::broken() const
{
    const ScopedLock guarded(m_guard);
    return m_broken;
}

void ProcessPool::restart()
{
    interruptible(VisibleOperation::start, m_object);
    {
        const ScopedLock guarded(m_guard);
        if (!m_broken || m_closed)
            return;
    }
    startWorkers();
}

std::size_t ProcessPool::running() const
{
    std::size_t count = 0;
    for (const std::unique_ptr<Process>& process : m_dead)
        count += process->exitCode() ? 0 : 1;
    for (Worker* const worker : workersNow())
        count += worker->process->exitCode() ? 0 : 1;
    return count;
}

std::size_t ProcessPool::given(std::size_t worker) const
{
    const ScopedLock guarded(m_guard);
    return worker < m_workers.size() ? m_workers[worker]->given.size() : 0;
}

std::int32_t ProcessPool::pid(std::size_t worker) const
{
    const ScopedLock guarded(m_guard);
    return m_workers.at(worker)->process->pid();
}

void ProcessPool::kill(std::size_t worker) const
{
    const ScopedLock guarded(m_guard);
    if (worker < m_workers.size())
        m_workers[worker]->process->kill();
}

} // namespace threadscape
