#pragma once

#include "base/mutex.h"
#include "record/event.h"

#include <functional>
#include <memory>

namespace threadscape {

class EventLoop;

/// An event on another thread that ends the wait of a task. The task may continue before the event.
class Relay : public std::enable_shared_from_this<Relay> {
public:
    /// `arrived(track)` is called by the loop after the event, unless cut off.
    Relay(EventLoop& loop, std::function<void(TrackId)> arrived)
        : m_loop(&loop), m_arrived(std::move(arrived))
    {
    }

    /// Signals the event, caused by `track`. Threads: any.
    void arrive(TrackId track);
    /// Ends the wait: false when it was delivered or cut off already. Threads: the loop's.
    bool cutOff() noexcept;
    /// Notifies the waiter, if there still is one. Threads: the loop's.
    void deliver();

private:
    Mutex m_mutex;
    EventLoop* m_loop TS_GUARDED_BY(m_mutex); // nullptr once there is no waiter
    std::function<void(TrackId)> m_arrived;
    TrackId m_by TS_GUARDED_BY(m_mutex) = kNoTrack;
};

} // namespace threadscape
