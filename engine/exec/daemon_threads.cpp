#include "exec/daemon_threads.h"

#include "base/mutex.h"
#include "base/scoped_lock.h"
#include "exec/worker_arguments.h"
#include "exec/worker_context.h"
#include "os/cpu_time.h"

#include <atomic>
#include <thread>
#include <unistd.h>

namespace threadscape {

namespace {

/// A program of several threads that record into the one stream of their process. Nothing of it is ever destroyed: its threads
/// run until the process ends.
class DaemonProgram {
public:
    DaemonProgram(WorkerContext& context, const DaemonThreads& plan) : m_context(context), m_plan(plan) {}

    [[noreturn]] void run()
    {
        const std::int64_t startNs = monotonicNs();
        std::array<TrackId, DaemonThreads::kMost> tracks{};
        for (std::size_t i = 0; i < m_plan.threads; ++i)
            tracks[i] = m_context.catalogue().addTrack(m_plan.names[i].data(), "Threads", TrackKind::thread);
        m_text = m_context.catalogue().intern("count down");
        for (std::size_t i = 0; i < m_plan.threads; ++i)
            std::thread([this, i, track = tracks[i]] { countDown(track, std::int64_t{1} << i); }).detach();
        // Like start() in Python: returns when the thread has begun.
        while (m_begun < m_plan.threads)
            std::this_thread::yield();
        const ScopedLock noEventIsTorn(m_mutex);
        writer().write(momentEvent(EventKind::print, WorkerContext::kTrack, kNoObject, ticksNow(),
                                   m_context.catalogue().intern("down")));
        m_context.told(DaemonThreads::kAliveAt) = m_alive.load();
        m_context.told(DaemonThreads::kMainNsAt) = monotonicNs() - startNs;
        writer().write(momentEvent(EventKind::end, WorkerContext::kTrack, kNoObject, ticksNow(), 0));
        // The effect of main's end on threads that still run: the system ends them wherever they are. Destructors of main would
        // destroy what they use, and Python's interpreter does not wait for daemons either.
        ::_exit(0);
    }

private:
    Writer& writer() noexcept TS_REQUIRES(m_mutex) { return m_context.actor().writer(); }

    void write(const Event& event)
    {
        const ScopedLock guard(m_mutex);
        writer().write(event);
    }

    void countDown(TrackId track, std::int64_t bit)
    {
        OpenSpans& open = *m_context.catalogue().track(track).open;
        write(momentEvent(EventKind::begin, track, kNoObject, ticksNow(), threadOsId()));
        m_alive |= bit;
        for (std::uint32_t left = m_plan.count; left > 0; --left) {
            const Ticks boxFrom = ticksNow();
            open.open(OpenSpans::kFirstOperation, boxFrom, m_text, 1, left);
            print(track, std::to_string(left) + " left");
            if (left == m_plan.count)
                ++m_begun;
            const Ticks from = ticksNow();
            open.open(OpenSpans::kWaitSlot, from, kNoObject, static_cast<std::uint8_t>(State::sleep));
            std::this_thread::sleep_for(std::chrono::nanoseconds(m_plan.intervalNs));
            write(spanEvent(EventKind::wait, track, kNoObject, from, ticksNow(), kNoTrack,
                            static_cast<std::uint8_t>(State::sleep)));
            open.close(OpenSpans::kWaitSlot);
            write(spanEvent(EventKind::operation, track, m_text, boxFrom, ticksNow(), left, 0, 1));
            open.close(OpenSpans::kFirstOperation);
        }
        write(momentEvent(EventKind::end, track, kNoObject, ticksNow(), 0));
        m_alive &= ~bit;
    }

    void print(TrackId track, const std::string& line)
    {
        const ScopedLock guard(m_mutex);
        writer().write(
            momentEvent(EventKind::print, track, kNoObject, ticksNow(), m_context.catalogue().intern(line)));
        ++m_context.told(DaemonThreads::kLinesAt);
    }

    WorkerContext& m_context;
    DaemonThreads m_plan;
    ObjectId m_text = kNoObject;
    Mutex m_mutex; // the stream and the names of the process
    std::atomic<std::uint32_t> m_begun{0};
    std::atomic<std::int64_t> m_alive{0}; // a bit each
};

int daemonThreadsTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<DaemonThreads>(arguments);
    if (!values || std::get<0>(*values).threads > DaemonThreads::kMost)
        return kBadArguments;
    auto* const program = new DaemonProgram(context, std::get<0>(*values)); // see its class
    program->run();
}

} // namespace

const WorkerTask kDaemonThreadsTask{"daemon-threads", &daemonThreadsTask};

} // namespace threadscape
