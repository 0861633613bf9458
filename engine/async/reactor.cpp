#include "async/reactor.h"

#include "sync/park_word.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <unistd.h>

namespace threadscape {

namespace asio = boost::asio;

class Reactor::Asio {
public:
    asio::io_context context{BOOST_ASIO_CONCURRENCY_HINT_UNSAFE}; // one thread, so no locks

    ~Asio()
    {
        if (m_wake.is_open())
            m_wake.release(); // it is the actor's
    }

    void watch(int wakeDescriptor)
    {
        if (m_wake.is_open())
            return;
        m_wake.assign(wakeDescriptor);
        awaitWake();
    }

    void setTimer(std::int64_t deadlineNs)
    {
        if (deadlineNs == m_timerNs)
            return;
        m_timerNs = deadlineNs;
        if (deadlineNs == kForever) {
            m_timer.cancel();
            return;
        }
        m_timer.expires_at(asio::steady_timer::time_point(std::chrono::nanoseconds(deadlineNs)));
        m_timer.async_wait([this](const boost::system::error_code& error) {
            if (!error)
                m_timerNs = kForever;
        });
    }

private:
    void awaitWake()
    {
        m_wake.async_wait(
            asio::posix::stream_descriptor::wait_read, [this](const boost::system::error_code& error) {
                if (error)
                    return;
                std::uint64_t count = 0;
                [[maybe_unused]] const auto taken = ::read(m_wake.native_handle(), &count, sizeof count);
                awaitWake();
            });
    }

    asio::steady_timer m_timer{context};
    std::int64_t m_timerNs = kForever;
    asio::posix::stream_descriptor m_wake{context};
};

Reactor::Reactor() = default;
Reactor::~Reactor() = default;

Reactor::Asio& Reactor::asio()
{
    if (!m_asio)
        m_asio = std::make_unique<Asio>();
    return *m_asio;
}

boost::asio::io_context& Reactor::context()
{
    return asio().context;
}

void Reactor::poll()
{
    asio().context.restart();
    asio().context.poll();
}

void Reactor::wait(int wakeDescriptor, std::int64_t deadlineNs)
{
    Asio& all = asio();
    all.watch(wakeDescriptor);
    all.setTimer(deadlineNs);
    all.context.restart();
    if (all.context.run_one() > 0)
        all.context.poll();
}

} // namespace threadscape
