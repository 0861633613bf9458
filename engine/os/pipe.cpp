#include "os/pipe.h"

#include "os/poll.h"
#include "os/socket.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <system_error>

namespace threadscape {

namespace {

[[noreturn]] void fail(const char* what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

bool otherEndIsGone() noexcept
{
    return errno == EPIPE || errno == ECONNRESET;
}

} // namespace

void surviveBrokenPipes() noexcept
{
    [[maybe_unused]] static const auto before = std::signal(SIGPIPE, SIG_IGN);
}

std::pair<Descriptor, Descriptor> makePipe()
{
    surviveBrokenPipes();
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        fail("pipe2");
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

std::pair<Descriptor, Descriptor> makeSocketPair()
{
    surviveBrokenPipes();
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0)
        fail("socketpair");
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

std::pair<Descriptor, Descriptor> makeTcpPair()
{
    surviveBrokenPipes();
    const Descriptor listener = listenOnLoopback();
    Descriptor first = beginConnect(portOf(listener));
    Descriptor second;
    while (!second) { // the loopback connection is completed by the system at once
        pollfd entry{listener.get(), POLLIN, 0};
        ::poll(&entry, 1, -1);
        second = tryAccept(listener);
    }
    endConnect(first);
    return {std::move(first), std::move(second)};
}

void makeBlocking(const Descriptor& end)
{
    const int flags = ::fcntl(end.get(), F_GETFL);
    if (flags < 0 || ::fcntl(end.get(), F_SETFL, flags & ~O_NONBLOCK) != 0)
        fail("fcntl");
}

std::optional<std::size_t> tryRead(int descriptor, std::span<std::byte> room)
{
    for (;;) {
        const ssize_t count = ::read(descriptor, room.data(), room.size());
        if (count >= 0)
            return static_cast<std::size_t>(count);
        if (errno == EAGAIN)
            return std::nullopt;
        if (otherEndIsGone())
            return 0;
        if (errno != EINTR)
            fail("read");
    }
}

std::optional<std::size_t> tryWrite(int descriptor, std::span<const std::byte> first,
                                    std::span<const std::byte> second)
{
    // The system call takes a non-const pointer although it only reads.
    const std::array<iovec, 2> parts{{{const_cast<std::byte*>(first.data()), first.size()},
                                      {const_cast<std::byte*>(second.data()), second.size()}}};
    for (;;) {
        const ssize_t count = ::writev(descriptor, parts.data(), second.empty() ? 1 : 2);
        if (count >= 0)
            return static_cast<std::size_t>(count);
        if (errno == EAGAIN)
            return std::nullopt;
        if (otherEndIsGone())
            return 0;
        if (errno != EINTR)
            fail("writev");
    }
}

} // namespace threadscape
