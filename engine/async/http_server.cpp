#include "async/http_server.h"

#include "async/in_task.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/system/system_error.hpp>

namespace threadscape {

namespace http = boost::beast::http;
using boost::asio::ip::tcp;

class HttpServer::Impl {
public:
    Impl(EventLoop& of, ObjectId as, Handler with, std::uint16_t port)
        : loop(of),
          object(as),
          handler(std::move(with)),
          acceptor(of.reactor().context(), {boost::asio::ip::address_v4::loopback(), port})
    {
    }

    // A client that sends invalid requests, or disconnects, does not affect others.
    Task<> answer(tcp::socket socket) const
    {
        try {
            boost::beast::flat_buffer buffer;
            http::request<http::empty_body> request;
            co_await http::async_read(socket, buffer, request, inTask(loop, object, socket));
            const HttpReply reply = co_await handler(std::string(request.target()));
            http::response<http::string_body> response(static_cast<http::status>(reply.status),
                                                       request.version());
            response.set(http::field::content_type, reply.type);
            if (!reply.location.empty())
                response.set(http::field::location, reply.location);
            response.body() = reply.body;
            response.keep_alive(false);
            response.prepare_payload();
            co_await http::async_write(socket, response, inTask(loop, object, socket));
            boost::system::error_code ignored;
            socket.shutdown(tcp::socket::shutdown_send, ignored);
        } catch (const std::system_error&) { // NOLINT(bugprone-empty-catch)
        }
    }

    EventLoop& loop;
    ObjectId object;
    Handler handler;
    tcp::acceptor acceptor;
};

HttpServer::HttpServer(EventLoop& loop, ObjectId object, Handler handler, std::uint16_t port)
{
    try {
        m_impl = std::make_unique<Impl>(loop, object, std::move(handler), port);
    } catch (const boost::system::system_error& error) {
        throw std::system_error(error.code());
    }
}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const
{
    return m_impl->acceptor.local_endpoint().port();
}

Task<> HttpServer::serve(std::string prefix, std::string group)
{
    Impl& self = *m_impl;
    for (std::int64_t number = 1;; ++number) {
        tcp::socket socket(self.loop.reactor().context());
        co_await self.acceptor.async_accept(socket, inTask(self.loop, self.object, self.acceptor));
        self.loop.create(prefix + ' ' + std::to_string(number), self.answer(std::move(socket)), group);
    }
}

} // namespace threadscape
