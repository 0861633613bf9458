#pragma once

#include "base/mutex.h"
#include "os/descriptor.h"
#include "os/scheduler_source.h"

#include <thread>

namespace threadscape {

/// Reports each switch of a core between threads, by Linux's perf events: one inherited descriptor per core, which covers the
/// thread that makes this, those that it and they start from then on, and the processes that Spawner starts. No privileges are
/// needed where perf_event_paranoid is at most 2. A switch costs about 1.3 us more.
class PerfSwitches final : public SchedulerSource {
public:
    /// Throws std::system_error when not permitted.
    PerfSwitches();
    ~PerfSwitches() override;

    Kind kind() const noexcept override { return Kind::perf; }
    void watch(std::vector<Watched> /*living*/) override {} // live threads are reported without a query
    void drain(Told& told, bool last) override;

private:
    /// One core's ring: the system writes, and stops when it is full.
    class Ring {
    public:
        Ring() = default;
        Ring(const Descriptor& event, std::size_t dataBytes);
        ~Ring();
        Ring(Ring&& other) noexcept;
        Ring& operator=(Ring&& other) noexcept;
        Ring(const Ring&) = delete;
        Ring& operator=(const Ring&) = delete;

        void read(std::int16_t core, Told& told) noexcept;

    private:
        void take(std::int16_t core, std::uint64_t at, Told& told) const noexcept;
        template <typename T>
        T load(std::uint64_t at) const noexcept;

        void* m_memory = nullptr;
        std::size_t m_bytes = 0;
        std::size_t m_dataBytes = 0;
    };
    struct Core {
        std::int16_t number = 0;
        Descriptor event;
        Descriptor ofSpawner;
        Ring ring;
    };

    void readLoop();
    void readAllLocked() TS_REQUIRES(m_mutex);

    std::vector<Core> m_cores;
    Descriptor m_wake;
    Mutex m_mutex;                      // also held while reading the rings
    Told m_told TS_GUARDED_BY(m_mutex); // read and not drained
    std::thread m_reader;
};

} // namespace threadscape
