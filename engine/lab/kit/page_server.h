#pragma once

#include "async/http_server.h"
#include "async/url.h"
#include "lab/kit/threads.h"
#include "sync/queue.h"

#include <cstdint>
#include <string>
#include <vector>

namespace threadscape {

/// A web server on this computer with five pages of its own. It has a thread and an event loop of its own: every request is
/// served at once, and takes the same time.
/// Threads: the actor that made it.
class PageServer {
public:
    static constexpr std::int64_t kPages = 5;

    /// The lanes of its thread, of the task that accepts connections, and of the requests' tasks.
    struct Lanes {
        const Group& thread;
        const Group& accepting;
        const Group& requests;
    };
    /// Waits until it listens. `latencyMs`: how long a reply takes, by the run's speed. Throws Stopped, and std::system_error
    /// when no more threads can be started.
    PageServer(Lab& lab, const Lanes& lanes, const Integer& latencyMs);
    PageServer(const PageServer&) = delete;
    PageServer& operator=(const PageServer&) = delete;

    /// Of its pages, in their order.
    std::vector<Url> urls() const;

private:
    void serve();
    Task<HttpReply> reply(EventLoop& loop, std::string target) const;

    Lab& m_lab;
    Lanes m_lanes;
    const Integer& m_latencyMs;
    Queue<std::int64_t> m_told; // the port, once
    Threads m_serving;
    std::uint16_t m_port;
};

} // namespace threadscape
