#pragma once

// For the few sources that use Asio: its headers are slow to compile.
#include "async/event_loop.h"

#include <boost/asio/async_result.hpp>
#include <boost/system/error_code.hpp>
#include <optional>
#include <system_error>
#include <tuple>

namespace threadscape {

/// A completion token: `co_await socket.async_read_some(buffer, inTask(loop, object, socket))` begins the operation, and
/// suspends the task until it has ended, recorded as input/output of `object`. `cancel()` makes the operation end soon.
/// co_await returns the operation's results without the error code, which is thrown as std::system_error.
template <typename Cancel>
struct InTask {
    EventLoop& loop;
    ObjectId object;
    Cancel cancel;
};

/// Ends all operations of a socket.
template <typename Socket>
struct CancelAllOf {
    Socket* socket;
    void operator()() const noexcept
    {
        boost::system::error_code ignored;
        socket->cancel(ignored);
    }
};

/// A cancel ends all operations of `socket`.
template <typename Socket>
InTask<CancelAllOf<Socket>> inTask(EventLoop& loop, ObjectId object, Socket& socket)
{
    return {loop, object, {&socket}};
}

/// An operation not yet begun.
template <typename Initiation, typename... Arguments>
struct AsioStart {
    Initiation initiation;
    std::tuple<Arguments...> arguments;

    template <typename Handler>
    void operator()(Handler handler)
    {
        std::apply([&](auto&&... each) { std::move(initiation)(std::move(handler), std::move(each)...); },
                   std::move(arguments));
    }
};

/// The result of co_await. `Start` is called with the handler.
template <typename Start, typename Cancel, typename... Told>
class AsioWait final : public Suspension {
public:
    AsioWait(InTask<Cancel> token, Start start)
        : Suspension(token.loop, State::io, token.object),
          m_start(std::move(start)),
          m_cancel(std::move(token.cancel))
    {
    }

    auto await_resume()
    {
        goOn();
        if (m_error)
            throw std::system_error(m_error);
        if constexpr (sizeof...(Told) == 1)
            return std::get<0>(std::move(*m_told));
    }

private:
    void begin() override
    {
        m_start([this](const boost::system::error_code& error, Told... told) {
            m_error = error;
            m_told.emplace(std::move(told)...);
            loop().reactor().ended();
            complete();
        });
        loop().reactor().begun(); // handlers are never called from within
    }
    void cancel() noexcept override { m_cancel(); }

    Start m_start;
    Cancel m_cancel;
    boost::system::error_code m_error;
    std::optional<std::tuple<Told...>> m_told;
};

} // namespace threadscape

template <typename Cancel, typename... Told>
struct boost::asio::async_result<threadscape::InTask<Cancel>, void(boost::system::error_code, Told...)> {
    template <typename Initiation, typename... Arguments>
    static threadscape::AsioWait<threadscape::AsioStart<Initiation, Arguments...>, Cancel, Told...>
    initiate(Initiation initiation, threadscape::InTask<Cancel> token, Arguments... arguments)
    {
        return {std::move(token), {std::move(initiation), {std::move(arguments)...}}};
    }
};
