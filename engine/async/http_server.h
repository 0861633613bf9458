#pragma once

#include "async/event_loop.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace threadscape {

/// A server's reply.
struct HttpReply {
    unsigned status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string location{}; ///< of a redirect
    std::string body{};
};

/// Serves pages at a port of 127.0.0.1, with a task for each request.
/// Threads: its loop's.
class HttpServer {
public:
    /// Maps a target ("/page?x=1") to the task that makes the reply. It must outlive the server.
    using Handler = std::function<Task<HttpReply>(std::string target)>;

    /// `port` 0: any free one. Throws std::system_error.
    HttpServer(EventLoop& loop, ObjectId object, Handler handler, std::uint16_t port = 0);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    std::uint16_t port() const;
    /// Serves until it is cancelled or stopped. Its requests are tasks "prefix 1", "prefix 2", ... of `group`; those in
    /// progress then continue.
    Task<> serve(std::string prefix, std::string group);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace threadscape
