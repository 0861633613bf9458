#include "async/http_client.h"

#include "async/http_flow.h"
#include "async/in_task.h"
#include "async/timeout.h"
#include "os/name_lookup.h"

namespace threadscape {

namespace http_flow { // named: their coroutines are instances of a header's templates

/// A look-up may take the system arbitrarily long; the task that awaits it can still be cancelled.
class LookUp final : public Suspension {
public:
    LookUp(EventLoop& loop, ObjectId object, std::string host)
        : Suspension(loop, State::io, object), m_host(std::move(host))
    {
    }

    HostAddresses await_resume()
    {
        goOn();
        return std::move(*m_found);
    }

private:
    void begin() override
    {
        m_relay = std::make_shared<Relay>(loop(), [this](TrackId by) { complete(by); });
        lookUpHost(m_host, [relay = m_relay, found = m_found](HostAddresses addresses) {
            *found = std::move(addresses);
            relay->arrive(kNoTrack);
        });
    }
    void cancel() noexcept override
    {
        if (m_relay->cutOff())
            complete(kNoTrack, WaitEnd::stopped);
    }

    std::string m_host;
    std::shared_ptr<HostAddresses> m_found = std::make_shared<HostAddresses>();
    std::shared_ptr<Relay> m_relay;
};

/// Every step is an operation of Asio that a task awaits.
struct LoopSteps {
    EventLoop& loop;
    ObjectId object;

    template <typename Stream>
    auto token(Stream& stream)
    {
        return inTask(loop, object, stream.lowest_layer());
    }

    Task<tcp::socket> connect(const Url& url, Reach reach)
    {
        boost::system::error_code isName;
        HostAddresses host{{url.host}, {}};
        boost::asio::ip::make_address(url.host, isName);
        if (isName)
            host = co_await LookUp(loop, object, url.host);
        checkReach(host.addresses, url, reach);
        std::string failure = host.failure;
        for (const std::string& address : host.addresses) {
            tcp::socket socket(loop.reactor().context());
            try {
                co_await socket.async_connect({boost::asio::ip::make_address(address), url.port},
                                              token(socket));
                co_return socket;
            } catch (const std::system_error& error) {
                failure = error.code().message();
            }
        }
        throw noConnection(url, failure);
    }
    template <typename Stream>
    auto handshake(Stream& stream)
    {
        return stream.async_handshake(ssl::stream_base::client, token(stream));
    }
    template <typename Stream>
    auto write(Stream& stream, const Request& request)
    {
        return http::async_write(stream, request, token(stream));
    }
    template <typename Stream, typename Buffer>
    auto readHeader(Stream& stream, Buffer& buffer, Parser& parser)
    {
        return http::async_read_header(stream, buffer, parser, token(stream));
    }
    template <typename Stream, typename Buffer>
    auto readSome(Stream& stream, Buffer& buffer, Parser& parser)
    {
        return http::async_read_some(stream, buffer, parser, token(stream));
    }
};

} // namespace http_flow

Task<HttpPage> fetchPage(EventLoop& loop, ObjectId object, Url url, HttpOptions options)
{
    return withTimeout(loop, options.timeout,
                       http_flow::fetch(std::move(url), options, http_flow::LoopSteps{loop, object}));
}

} // namespace threadscape
