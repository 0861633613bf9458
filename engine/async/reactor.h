#pragma once

#include <cstdint>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace threadscape {

/// What an event loop has of Asio: the operations on sockets that are in flight.
/// Threads: the loop's.
class Reactor {
public:
    /// A wait ends when `wakeDescriptor`, which outlives it, is signalled. Throws std::system_error when the system has no
    /// descriptor left.
    explicit Reactor(int wakeDescriptor);
    ~Reactor();
    Reactor(const Reactor&) = delete;
    Reactor& operator=(const Reactor&) = delete;

    boost::asio::io_context& context() noexcept;

    /// Whoever begins an operation says so, and when it has ended.
    void begun() noexcept { ++m_pending; }
    void ended() noexcept { --m_pending; }
    bool pending() const noexcept { return m_pending > 0; }

    /// Calls the handlers of all operations that have ended.
    void poll();
    /// The same, after a wait for the first, for the wake descriptor to be signalled (which this forgets), or until `deadlineNs`
    /// of the monotonic clock (kForever: never).
    void wait(std::int64_t deadlineNs);

private:
    class Asio;

    std::unique_ptr<Asio> m_asio;
    std::int64_t m_pending = 0;
};

} // namespace threadscape
