#include "os/child_watch.h"

#include "base/scoped_lock.h"
#include "os/cpu_time.h"
#include "os/poll.h"

#include <csignal>
#include <poll.h>
#include <vector>

namespace threadscape {

ChildWatch& ChildWatch::instance()
{
    static ChildWatch watch;
    return watch;
}

ChildWatch::ChildWatch() : m_wake(makeWakeDescriptor()), m_thread([this] { loop(); }) {}

ChildWatch::~ChildWatch()
{
    {
        const ScopedLock guard(m_mutex);
        m_ending = true;
    }
    signalWake(m_wake.get());
    m_thread.join();
}

ChildWatch::Watch::Watch(int pidfd, std::function<void()> ended)
{
    ChildWatch& watch = instance();
    {
        const ScopedLock guard(watch.m_mutex);
        m_id = ++watch.m_last;
        watch.m_entries.emplace(m_id, Entry{pidfd, std::move(ended)});
    }
    signalWake(watch.m_wake.get());
}

void ChildWatch::Watch::end() noexcept
{
    const std::uint64_t id = std::exchange(m_id, 0);
    if (id == 0)
        return;
    ChildWatch& watch = instance();
    UniqueLock guard(watch.m_mutex);
    watch.m_entries.erase(id);
    while (watch.m_telling == id)
        watch.m_told.wait(guard);
}

void ChildWatch::loop()
{
    nameThread("child watch");
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, nullptr);
    std::vector<pollfd> polled;
    std::vector<std::uint64_t> ids;
    UniqueLock guard(m_mutex);
    while (!m_ending) {
        polled.assign(1, {m_wake.get(), POLLIN, 0});
        ids.assign(1, 0);
        for (const auto& [id, entry] : m_entries) {
            polled.push_back({entry.pidfd, POLLIN, 0});
            ids.push_back(id);
        }
        guard.unlock();
        ::poll(polled.data(), polled.size(), -1);
        std::uint64_t signals = 0;
        [[maybe_unused]] const ssize_t none = ::read(m_wake.get(), &signals, sizeof(signals));
        guard.lock();
        for (std::size_t i = 1; i < polled.size(); ++i) {
            if (polled[i].revents == 0)
                continue;
            if (std::function<void()> ended = beginToTell(ids[i])) {
                guard.unlock();
                ended();
                ended = nullptr; // what it owns is destroyed without the mutex too
                guard.lock();
                m_telling = 0;
                m_told.notify_all();
            }
        }
    }
}

// The function to call now, without the mutex; empty when the watch has ended.
std::function<void()> ChildWatch::beginToTell(std::uint64_t id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end()) // the number of a closed descriptor may have been reused
        return nullptr;
    std::function<void()> ended = std::move(found->second.ended);
    m_entries.erase(found);
    m_telling = id;
    return ended;
}

} // namespace threadscape
