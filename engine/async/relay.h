#pragma once

#include "base/mutex.h"
#include "record/event.h"

#include <functional>
#include <memory>

namespace threadscape {

class EventLoop;

/// What happens on another thread and ends the wait of a task. The task may go on before it has happened.
class Relay : public std::enable_shared_from_this<Relay> {
public:
    /// `arrived(track)` is called by the loop once it has happened, unless it was cut off.
    Relay(EventLoop& loop, std::function<void(TrackId)> arrived)
        : m_loop(&loop), m_arrived(std::move(arrived))
    {
    }

    /// It has happened, by `track`. Threads: any.
    void arrive(TrackId track);
    /// Nobody waits any more: false when it was delivered or cut off already. Threads: the loop's.
    bool cutOff() noexcept;
    /// Tells who waits, if anybody still does. Threads: the loop's.
    void deliver();

private:
    Mutex m_mutex;
    EventLoop* m_loop TS_GUARDED_BY(m_mutex); // nullptr once nobody waits
    std::function<void(TrackId)> m_arrived;
    TrackId m_by TS_GUARDED_BY(m_mutex) = kNoTrack;
};

} // namespace threadscape
