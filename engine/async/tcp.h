#pragma once

#include "async/event_loop.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// One end of a TCP connection, for lines of text. Its waits are recorded as input/output of the connection. System errors are
/// thrown as std::system_error.
/// Threads: its loop's. One task at a time reads, one at a time writes.
class TcpStream {
public:
    ~TcpStream();
    TcpStream(TcpStream&&) noexcept;
    TcpStream& operator=(TcpStream&&) noexcept;
    TcpStream(const TcpStream&) = delete;
    TcpStream& operator=(const TcpStream&) = delete;

    /// Connects to that port of 127.0.0.1.
    static Task<TcpStream> connect(EventLoop& loop, ObjectId object, std::uint16_t port);

    /// The next line, without its end. nullopt: the other end has closed; its last data counts as a line even without an end.
    /// Throws for a line of more than `mostBytes`.
    Task<std::optional<std::string>> readLine(std::size_t mostBytes = std::size_t{1} << 20U);
    /// Sends all of it.
    Task<> write(std::string_view bytes);

    class Impl;
    explicit TcpStream(std::unique_ptr<Impl> impl) noexcept;

private:
    std::unique_ptr<Impl> m_impl;
};

/// Accepts connections at a port of 127.0.0.1.
/// Threads: its loop's.
class TcpListener {
public:
    /// `port` 0: any free one. Throws std::system_error.
    TcpListener(EventLoop& loop, ObjectId object, std::uint16_t port = 0);
    ~TcpListener();
    TcpListener(const TcpListener&) = delete;
    TcpListener& operator=(const TcpListener&) = delete;

    std::uint16_t port() const;
    /// The next connection.
    Task<TcpStream> accept();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace threadscape
