#pragma once

#include "base/text.h"
#include "sync/runtime.h"

#include <cstdint>

namespace threadscape {

/// The number of ready and of waiting tasks of an event loop, over time: two variables of the run, written by the loop's thread
/// when they have changed.
/// Threads: the loop's.
class LoopLoad {
public:
    static constexpr const char* kReady = TS_NAME("name", "Tasks ready");
    static constexpr const char* kWaiting = TS_NAME("name", "Tasks waiting");

    explicit LoopLoad(Runtime& runtime);

    /// Records the load at `at`, caused by `track`. That may be some time ago: a timer was due while a task blocked the loop.
    void show(std::int64_t ready, std::int64_t waiting, TrackId track, Ticks at) noexcept
    {
        // Variables and lanes must be written in the order of time. A state before the last change is recorded together with
        // that one, on the same lane: others may have been waiting then.
        if (at >= m_at) {
            m_at = at;
            m_by = track;
        }
        m_ready.show(ready, m_by, m_at);
        m_waiting.show(waiting, m_by, m_at);
    }

private:
    class Gauge {
    public:
        Gauge(Runtime& runtime, const char* name);
        void show(std::int64_t value, TrackId track, Ticks at) noexcept
        {
            if (value != m_value)
                write(value, track, at);
        }

    private:
        void write(std::int64_t value, TrackId track, Ticks at) noexcept;

        ObjectId m_object;
        std::int64_t m_value = -1;
        std::uint32_t m_writes = 0;
    };

    Ticks m_at;
    TrackId m_by;
    Gauge m_ready;
    Gauge m_waiting;
};

} // namespace threadscape
