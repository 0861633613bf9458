#include "async/tcp.h"

#include "async/in_task.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/system/system_error.hpp>

namespace threadscape {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

tcp::endpoint onLoopback(std::uint16_t port)
{
    return {asio::ip::address_v4::loopback(), port};
}

} // namespace

class TcpStream::Impl {
public:
    Impl(EventLoop& of, ObjectId as, tcp::socket connected)
        : loop(of), object(as), socket(std::move(connected))
    {
        socket.set_option(tcp::no_delay(true));
        socket.non_blocking(true);
    }

    auto token() { return inTask(loop, object, socket); }

    EventLoop& loop;
    ObjectId object;
    tcp::socket socket;
    std::string received;     // and not returned yet
    std::size_t searched = 0; // length of its prefix without a line's end
    bool closed = false;
};

TcpStream::TcpStream(std::unique_ptr<Impl> impl) noexcept : m_impl(std::move(impl)) {}
TcpStream::~TcpStream() = default;
TcpStream::TcpStream(TcpStream&&) noexcept = default;
TcpStream& TcpStream::operator=(TcpStream&&) noexcept = default;

Task<TcpStream> TcpStream::connect(EventLoop& loop, ObjectId object, std::uint16_t port)
{
    tcp::socket socket(loop.reactor().context());
    co_await socket.async_connect(onLoopback(port), inTask(loop, object, socket));
    co_return TcpStream(std::make_unique<Impl>(loop, object, std::move(socket)));
}

Task<std::optional<std::string>> TcpStream::readLine(std::size_t mostBytes)
{
    constexpr std::size_t kAtOnce = 4096;
    Impl& self = *m_impl;
    for (;;) {
        const std::size_t end = self.received.find('\n', self.searched);
        if (end != std::string::npos || (self.closed && !self.received.empty())) {
            std::string line = self.received.substr(0, end);
            self.received.erase(0, end == std::string::npos ? end : end + 1);
            self.searched = 0;
            co_return line;
        }
        if (self.closed)
            co_return std::nullopt;
        self.searched = self.received.size();
        if (self.searched > mostBytes)
            throw std::system_error(std::make_error_code(std::errc::message_size), "readLine");
        self.received.resize(self.searched + kAtOnce);
        boost::system::error_code error;
        const std::size_t count =
            self.socket.read_some(asio::buffer(&self.received[self.searched], kAtOnce), error);
        self.received.resize(self.searched + count);
        self.closed = error == asio::error::eof;
        // A cancelled wait loses no data already read.
        if (error == asio::error::would_block)
            co_await self.socket.async_wait(tcp::socket::wait_read, self.token());
        else if (error && !self.closed)
            throw std::system_error(error);
    }
}

Task<> TcpStream::write(std::string_view bytes)
{
    co_await asio::async_write(m_impl->socket, asio::buffer(bytes), m_impl->token());
}

class TcpListener::Impl {
public:
    Impl(EventLoop& of, ObjectId as, std::uint16_t port)
        : loop(of), object(as), acceptor(of.reactor().context(), onLoopback(port))
    {
    }

    EventLoop& loop;
    ObjectId object;
    tcp::acceptor acceptor;
};

TcpListener::TcpListener(EventLoop& loop, ObjectId object, std::uint16_t port)
{
    try {
        m_impl = std::make_unique<Impl>(loop, object, port);
    } catch (const boost::system::system_error& error) {
        throw std::system_error(error.code());
    }
}

TcpListener::~TcpListener() = default;

std::uint16_t TcpListener::port() const
{
    return m_impl->acceptor.local_endpoint().port();
}

Task<TcpStream> TcpListener::accept()
{
    tcp::socket socket(m_impl->loop.reactor().context());
    co_await m_impl->acceptor.async_accept(socket, inTask(m_impl->loop, m_impl->object, m_impl->acceptor));
    co_return TcpStream(std::make_unique<TcpStream::Impl>(m_impl->loop, m_impl->object, std::move(socket)));
}

} // namespace threadscape
