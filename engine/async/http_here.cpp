#include "async/http_client.h"
#include "async/http_flow.h"
#include "async/timeout.h"
#include "base/mutex.h"
#include "base/scoped_lock.h"
#include "os/name_lookup.h"
#include "os/poll.h"
#include "sync/io_wait.h"
#include "sync/seam.h"

#include <boost/asio/io_context.hpp>

namespace threadscape {

namespace http_flow { // named: their coroutines are instances of a header's templates

/// The thread's wait: object and deadline.
struct Patience {
    ObjectId object;
    std::int64_t deadlineNs;
    std::chrono::nanoseconds limit;

    void await(int descriptor, Readiness readiness) const
    {
        interruptible(readiness == Readiness::readable ? VisibleOperation::read : VisibleOperation::write,
                      object);
        if (!waitUntilReady(descriptor, readiness, object, deadlineNs))
            throw timedOutAfter(limit);
    }
};

/// A socket for Asio's synchronous operations, which waits as an actor: recorded, stoppable, and with a deadline.
class PatientSocket {
public:
    using lowest_layer_type = tcp::socket::lowest_layer_type;
    using executor_type = tcp::socket::executor_type;

    PatientSocket(tcp::socket socket, const Patience& patience)
        : m_socket(std::move(socket)), m_patience(patience)
    {
    }

    executor_type get_executor() { return m_socket.get_executor(); } // NOLINT(readability-identifier-naming)
    lowest_layer_type& lowest_layer() { return m_socket; }           // NOLINT(readability-identifier-naming)

    // NOLINTBEGIN(readability-identifier-naming): Asio's names
    template <typename Buffers>
    std::size_t read_some(const Buffers& buffers, boost::system::error_code& error)
    {
        return again(Readiness::readable, error, [&] { return m_socket.read_some(buffers, error); });
    }
    template <typename Buffers>
    std::size_t read_some(const Buffers& buffers)
    {
        boost::system::error_code error;
        return checked(read_some(buffers, error), error);
    }
    template <typename Buffers>
    std::size_t write_some(const Buffers& buffers, boost::system::error_code& error)
    {
        return again(Readiness::writable, error, [&] { return m_socket.write_some(buffers, error); });
    }
    template <typename Buffers>
    std::size_t write_some(const Buffers& buffers)
    {
        boost::system::error_code error;
        return checked(write_some(buffers, error), error);
    }
    // NOLINTEND(readability-identifier-naming)

private:
    template <typename Operation>
    std::size_t again(Readiness readiness, const boost::system::error_code& error, Operation operation)
    {
        for (;;) {
            const std::size_t count = operation();
            if (error != boost::asio::error::would_block)
                return count;
            m_patience.await(m_socket.native_handle(), readiness);
        }
    }
    static std::size_t checked(std::size_t count, const boost::system::error_code& error)
    {
        if (error)
            throw std::system_error(error);
        return count;
    }

    tcp::socket m_socket;
    Patience m_patience;
};

HostAddresses lookUpHere(const std::string& host, const Patience& patience)
{
    struct Found {
        Mutex mutex;
        HostAddresses addresses TS_GUARDED_BY(mutex);
        Descriptor wake = makeWakeDescriptor();
    };
    const auto found = std::make_shared<Found>();
    lookUpHost(host, [found](HostAddresses addresses) {
        {
            const ScopedLock guard(found->mutex);
            found->addresses = std::move(addresses);
        }
        signalWake(found->wake.get());
    });
    patience.await(found->wake.get(), Readiness::readable);
    const ScopedLock guard(found->mutex);
    return found->addresses;
}

/// An awaitable that is ready at once: the work is done when it is made.
template <typename T>
struct Done {
    T value;
    bool await_ready() const noexcept { return true; }
    void await_suspend(std::coroutine_handle<> /*awaiting*/) const noexcept {}
    T await_resume() { return std::move(value); }
};

/// Every step is done synchronously, by the calling thread.
struct StepsHere {
    boost::asio::io_context& context; // never runs: the sockets belong to it
    Patience patience;

    Done<PatientSocket> connect(const Url& url, Reach reach) const
    {
        boost::system::error_code isName;
        HostAddresses host{{url.host}, {}};
        boost::asio::ip::make_address(url.host, isName);
        if (isName)
            host = lookUpHere(url.host, patience);
        checkReach(host.addresses, url, reach);
        boost::system::error_code error;
        for (const std::string& address : host.addresses) {
            const tcp::endpoint endpoint(boost::asio::ip::make_address(address), url.port);
            tcp::socket socket(context);
            socket.open(endpoint.protocol());
            socket.non_blocking(true);
            socket.connect(endpoint, error);
            if (error == boost::asio::error::in_progress || error == boost::asio::error::would_block) {
                patience.await(socket.native_handle(), Readiness::writable);
                boost::asio::detail::socket_option::integer<SOL_SOCKET, SO_ERROR> pending;
                socket.get_option(pending);
                error.assign(pending.value(), boost::system::system_category());
            }
            if (!error)
                return {PatientSocket(std::move(socket), patience)};
        }
        throw noConnection(url, error ? error.message() : host.failure);
    }
    template <typename Stream>
    Done<bool> handshake(Stream& stream) const
    {
        boost::system::error_code error;
        stream.handshake(ssl::stream_base::client, error);
        return checked(error);
    }
    template <typename Stream>
    Done<bool> write(Stream& stream, const Request& request) const
    {
        boost::system::error_code error;
        http::write(stream, request, error);
        return checked(error);
    }
    template <typename Stream, typename Buffer>
    Done<bool> readHeader(Stream& stream, Buffer& buffer, Parser& parser) const
    {
        boost::system::error_code error;
        http::read_header(stream, buffer, parser, error);
        return checked(error);
    }
    template <typename Stream, typename Buffer>
    Done<bool> readSome(Stream& stream, Buffer& buffer, Parser& parser) const
    {
        boost::system::error_code error;
        http::read_some(stream, buffer, parser, error);
        return checked(error);
    }

private:
    static Done<bool> checked(const boost::system::error_code& error)
    {
        if (error)
            throw std::system_error(error);
        return {true};
    }
};

} // namespace http_flow

HttpPage fetchPageHere(ObjectId object, Url url, const HttpOptions& options)
{
    boost::asio::io_context context(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE);
    const http_flow::Patience patience{object, monotonicNs() + options.timeout.count(), options.timeout};
    Task<HttpPage> work = http_flow::fetch(std::move(url), options, http_flow::StepsHere{context, patience});
    work.frame().resume(); // to its end: no step suspends
    return work.result();
}

} // namespace threadscape
