#pragma once

#include "os/socket.h"
#include "sync/runtime.h"

#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// One end of a TCP connection on the loopback interface, for lines of text. Waiting is recorded as input/output of the
/// connection; a stop ends it at once. System errors are thrown as std::system_error.
/// Threads: one actor at a time receives, one at a time sends.
class Connection {
public:
    /// Connects to that port of 127.0.0.1. Throws Stopped.
    Connection(Runtime& runtime, std::string name, std::uint16_t port);

    /// The next line, without its end. nullopt: the other end has closed; its last data counts as a line even without an end.
    /// Throws Stopped (nothing is lost then), and std::system_error for a line of more than 1 MiB.
    std::optional<std::string> receiveLine();
    /// Sends all of it. Throws Stopped (a part may have been sent then).
    void send(std::string_view bytes);

private:
    friend class Listener;
    Connection(ObjectId object, Descriptor socket) : m_object(object), m_socket(std::move(socket)) {}

    ObjectId m_object;
    Descriptor m_socket;
    std::string m_received;     // and not returned yet
    std::size_t m_searched = 0; // length of its prefix without a line's end
    bool m_closed = false;
};

/// Accepts connections at a free port of 127.0.0.1.
/// Threads: one actor at a time.
class Listener {
public:
    Listener(Runtime& runtime, std::string name);

    std::uint16_t port() const { return portOf(m_socket); }
    /// Blocks until a client connects. Throws Stopped.
    Connection accept();

private:
    ObjectId m_object;
    Descriptor m_socket;
};

} // namespace threadscape
