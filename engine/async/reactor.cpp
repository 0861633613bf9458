#include "async/reactor.h"

#include "sync/park_word.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/system/system_error.hpp>
#include <chrono>
#include <system_error>
#include <unistd.h>

namespace threadscape {

namespace asio = boost::asio;

class Reactor::Asio {
public:
    asio::io_context context{BOOST_ASIO_CONCURRENCY_HINT_UNSAFE}; // one thread, so no locks

    explicit Asio(int wakeDescriptor)
    {
        m_wake.assign(wakeDescriptor);
        awaitWake();
    }
    ~Asio() { m_wake.release(); } // it belongs to the loop

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

Reactor::Reactor(int wakeDescriptor)
try : m_asio(std::make_unique<Asio>(wakeDescriptor)) {
} catch (const boost::system::system_error& error) {
    throw std::system_error(error.code());
}

Reactor::~Reactor() = default;

boost::asio::io_context& Reactor::context() noexcept
{
    return m_asio->context;
}

void Reactor::poll()
{
    m_asio->context.poll();
}

void Reactor::wait(std::int64_t deadlineNs)
{
    m_asio->setTimer(deadlineNs);
    if (m_asio->context.run_one() > 0)
        m_asio->context.poll();
}

} // namespace threadscape
