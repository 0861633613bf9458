#pragma once

#include "os/socket.h"
#include "sync/runtime.h"

#include <optional>
#include <string>
#include <string_view>

namespace threadscape {

/// One end of a TCP connection on the loopback interface, for lines of text. Waiting is seen as input/output of the
/// connection; a stop ends it at once. What the system refuses is a std::system_error.
/// Threads: one actor at a time receives, one at a time sends.
class Connection {
public:
    /// To who listens at that port of 127.0.0.1. Throws Stopped.
    Connection(Runtime& runtime, std::string name, std::uint16_t port);

    /// The next line, without its end. Nothing: the other end has closed; what it sent last counts as a line even without an
    /// end. Throws Stopped (nothing is lost then), and std::system_error for a line of more than 1 MiB.
    std::optional<std::string> receiveLine();
    /// All of it. Throws Stopped (a part may have been sent then).
    void send(std::string_view bytes);

private:
    friend class Listener;
    Connection(ObjectId object, Descriptor socket) : m_object(object), m_socket(std::move(socket)) {}

    ObjectId m_object;
    Descriptor m_socket;
    std::string m_received;     // and not asked for yet
    std::size_t m_searched = 0; // of it there is no line's end in so much
    bool m_closed = false;
};

/// Where connections come in: a port of 127.0.0.1 that was free.
/// Threads: one actor at a time.
class Listener {
public:
    Listener(Runtime& runtime, std::string name);

    std::uint16_t port() const { return portOf(m_socket); }
    /// Waits for somebody who connects. Throws Stopped.
    Connection accept();

private:
    ObjectId m_object;
    Descriptor m_socket;
};

} // namespace threadscape
