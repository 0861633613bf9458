#pragma once

// For http_client.cpp and http_here.cpp: Beast's headers are slow to compile.
#include "async/http_page.h"
#include "async/task.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/dynamic_body.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <optional>
#include <vector>

namespace threadscape {

namespace http_flow {

namespace http = boost::beast::http;
using tcp = boost::asio::ip::tcp;
namespace ssl = boost::asio::ssl;

using Request = http::request<http::empty_body>;
using Parser = http::response_parser<http::dynamic_body>;

/// The outcome of one request.
struct Answer {
    HttpPage page;
    std::optional<Url> redirected;
    bool ofThisComputer = false; ///< it came through the loopback interface
};

/// Where a request may go.
enum class Reach { anywhere, thisComputer };

Request requestFor(const Url& url);
/// Evaluates the answer's head: throws NoPage unless it is a page or a redirect.
Answer answerOf(const Parser& parser, const Url& url);
/// Prepares a client's context: with the system's authorities, if the server is to be verified.
ssl::context clientContext(bool verify);
/// Sets the host name for the handshake and for the verification of the certificate.
void expectHost(SSL* session, const Url& url);
/// Why the handshake failed.
NoPage handshakeFailure(SSL* session, const std::system_error& error);
/// Throws NoPage, if one of the addresses of `url` is out of reach.
void checkReach(const std::vector<std::string>& addresses, const Url& url, Reach reach);
bool isLoopback(const boost::asio::ip::address& address);
NoPage noConnection(const Url& url, const std::string& reason);
NoPage noAnswer(const std::system_error& error);
[[noreturn]] void throwTooManyRedirects(int most);

/// `Ops` implements the steps: its functions return awaitables. A task of a loop and a blocking thread go through the same
/// steps.
template <typename Stream, typename Ops>
Task<Answer> exchange(Stream& stream, const Url& url, const HttpOptions& options, Ops& ops)
{
    constexpr std::uint32_t kMostHeader = 1U << 16U;
    Parser parser;
    parser.body_limit(boost::none); // of a long one, the beginning suffices
    parser.header_limit(kMostHeader);
    boost::beast::flat_buffer buffer;
    Answer answer;
    try {
        const Request request = requestFor(url);
        co_await ops.write(stream, request);
        co_await ops.readHeader(stream, buffer, parser);
        answer = answerOf(parser, url);
        while (!answer.redirected && !parser.is_done() && parser.get().body().size() < options.mostBytes)
            co_await ops.readSome(stream, buffer, parser);
    } catch (const std::system_error& error) {
        // Many servers close a connection without TLS's close_notify.
        if (error.code() != std::error_code(ssl::error::make_error_code(ssl::error::stream_truncated)) ||
            !parser.is_header_done() || !parser.need_eof())
            throw noAnswer(error);
    }
    answer.page.body = boost::beast::buffers_to_string(parser.get().body().data());
    if (answer.page.body.size() > options.mostBytes)
        answer.page.body.resize(options.mostBytes);
    co_return answer;
}

template <typename Ops>
Task<Answer> visit(const Url& url, Reach reach, const HttpOptions& options, Ops& ops)
{
    auto wire = co_await ops.connect(url, reach);
    boost::system::error_code gone; // whoever has left already may have been anybody
    const tcp::endpoint peer = wire.lowest_layer().remote_endpoint(gone);
    const bool ofThisComputer = gone || isLoopback(peer.address());
    Answer answer;
    if (!url.secure) {
        answer = co_await exchange(wire, url, options, ops);
        answer.ofThisComputer = ofThisComputer;
        co_return answer;
    }
    ssl::context context = clientContext(options.verify);
    ssl::stream<decltype(wire)> stream(std::move(wire), context);
    expectHost(stream.native_handle(), url);
    try {
        co_await ops.handshake(stream);
    } catch (const std::system_error& error) {
        throw handshakeFailure(stream.native_handle(), error);
    }
    answer = co_await exchange(stream, url, options, ops);
    answer.ofThisComputer = ofThisComputer;
    co_return answer;
}

template <typename Ops>
Task<HttpPage> fetch(Url url, HttpOptions options, Ops ops)
{
    Reach reach = Reach::anywhere;
    for (int left = options.mostRedirects; left >= 0; --left) {
        Answer answer = co_await visit(url, reach, options, ops);
        if (!answer.redirected)
            co_return std::move(answer.page);
        // A server of this computer must not lead to others, whom nobody asked for.
        if (left == options.mostRedirects && answer.ofThisComputer)
            reach = Reach::thisComputer;
        url = *answer.redirected;
    }
    throwTooManyRedirects(options.mostRedirects);
}

} // namespace http_flow

} // namespace threadscape
