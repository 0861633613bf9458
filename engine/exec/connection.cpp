#include "exec/connection.h"

#include "sync/io_wait.h"
#include "sync/seam.h"

#include <array>
#include <system_error>

namespace threadscape {

namespace {

ObjectId newConnection(Runtime& runtime, std::string name)
{
    return runtime.catalogue().addObject(std::move(name), ObjectKind::connection);
}

} // namespace

Connection::Connection(Runtime& runtime, std::string name, std::uint16_t port)
    : Connection(newConnection(runtime, std::move(name)), beginConnect(port))
{
    interruptible(VisibleOperation::wait, m_object);
    waitUntilReady(m_socket, Readiness::writable, m_object);
    endConnect(m_socket);
}

std::optional<std::string> Connection::receiveLine()
{
    constexpr std::size_t kAtOnce = 4096;
    constexpr std::size_t kMostBytes = std::size_t{1} << 20U;
    interruptible(VisibleOperation::read, m_object);
    for (;;) {
        const std::size_t end = m_received.find('\n', m_searched);
        if (end != std::string::npos || (m_closed && !m_received.empty())) {
            std::string line = m_received.substr(0, end);
            m_received.erase(0, end == std::string::npos ? end : end + 1);
            m_searched = 0;
            return line;
        }
        if (m_closed)
            return std::nullopt;
        m_searched = m_received.size();
        if (m_searched > kMostBytes)
            throw std::system_error(std::make_error_code(std::errc::message_size), "receiveLine");
        std::array<char, kAtOnce> room{};
        const auto count = tryReceive(m_socket, room);
        if (!count)
            waitUntilReady(m_socket, Readiness::readable, m_object);
        else
            m_received.append(room.data(), *count);
        m_closed = count == 0U;
    }
}

void Connection::send(std::string_view bytes)
{
    interruptible(VisibleOperation::write, m_object);
    while (!bytes.empty()) {
        if (const auto count = trySend(m_socket, bytes))
            bytes.remove_prefix(*count);
        else
            waitUntilReady(m_socket, Readiness::writable, m_object);
    }
}

Listener::Listener(Runtime& runtime, std::string name)
    : m_object(newConnection(runtime, std::move(name))), m_socket(listenOnLoopback())
{
}

Connection Listener::accept()
{
    interruptible(VisibleOperation::wait, m_object);
    for (;;) {
        if (Descriptor made = tryAccept(m_socket))
            return {m_object, std::move(made)};
        waitUntilReady(m_socket, Readiness::readable, m_object);
    }
}

} // namespace threadscape
