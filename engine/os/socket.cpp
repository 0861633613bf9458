#include "os/socket.h"

#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <system_error>

namespace threadscape {

namespace {

[[noreturn]] void fail(int error, const char* what)
{
    throw std::system_error(error, std::generic_category(), what);
}

sockaddr_in loopback(std::uint16_t port) noexcept
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

// Lines are short, and must not wait to be coalesced (Nagle).
void sendAtOnce(const Descriptor& socket) noexcept
{
    const int yes = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
}

Descriptor newSocket()
{
    Descriptor made(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!made)
        fail(errno, "socket");
    return made;
}

} // namespace

Descriptor listenOnLoopback(std::uint16_t port)
{
    Descriptor listener = newSocket();
    const sockaddr_in address = loopback(port);
    const int yes = 1;
    ::setsockopt(listener.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    if (::bind(listener.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
        fail(errno, "bind");
    if (::listen(listener.get(), SOMAXCONN) != 0)
        fail(errno, "listen");
    return listener;
}

std::uint16_t portOf(const Descriptor& socket)
{
    sockaddr_in address{};
    socklen_t size = sizeof(address);
    if (::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
        fail(errno, "getsockname");
    return ntohs(address.sin_port);
}

Descriptor beginConnect(std::uint16_t port)
{
    Descriptor made = newSocket();
    const sockaddr_in address = loopback(port);
    if (::connect(made.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0 &&
        errno != EINPROGRESS && errno != EINTR)
        fail(errno, "connect");
    sendAtOnce(made);
    return made;
}

void endConnect(const Descriptor& socket)
{
    int error = 0;
    socklen_t size = sizeof(error);
    if (::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size) != 0)
        error = errno;
    if (error != 0)
        fail(error, "connect");
}

Descriptor tryAccept(const Descriptor& listener)
{
    for (;;) {
        Descriptor made(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (made)
            sendAtOnce(made);
        if (made || errno == EAGAIN)
            return made;
        if (errno != EINTR && errno != ECONNABORTED) // the client has disconnected again
            fail(errno, "accept");
    }
}

std::optional<std::size_t> tryReceive(const Descriptor& socket, std::span<char> room)
{
    for (;;) {
        const ssize_t count = ::recv(socket.get(), room.data(), room.size(), 0);
        if (count >= 0)
            return static_cast<std::size_t>(count);
        if (errno == EAGAIN)
            return std::nullopt;
        if (errno != EINTR)
            fail(errno, "recv");
    }
}

std::optional<std::size_t> trySend(const Descriptor& socket, std::string_view bytes)
{
    for (;;) {
        const ssize_t count = ::send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count >= 0)
            return static_cast<std::size_t>(count);
        if (errno == EAGAIN)
            return std::nullopt;
        if (errno != EINTR)
            fail(errno, "send");
    }
}

} // namespace threadscape
