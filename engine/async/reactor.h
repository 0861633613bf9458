#pragma once

#include <cstdint>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace threadscape {

/// An event loop's Asio part: the socket operations in flight.
/// Threads: the loop's.
class Reactor {
public:
    /// A wait ends when `wakeDescriptor`, which outlives it, is signalled. Throws std::system_error when no descriptor is left.
    explicit Reactor(int wakeDescriptor);
    ~Reactor();
    Reactor(const Reactor&) = delete;
    Reactor& operator=(const Reactor&) = delete;

    boost::asio::io_context& context() noexcept;

    /// Called at the begin and at the end of each operation.
    void begun() noexcept { ++m_pending; }
    void ended() noexcept { --m_pending; }
    bool pending() const noexcept { return m_pending > 0; }

    /// Calls the handlers of all operations that have ended.
    void poll();
    /// The same, after a wait for the first, for a signal of the wake descriptor (which this resets), or until `deadlineNs` of
    /// the monotonic clock (kForever: never).
    void wait(std::int64_t deadlineNs);

private:
    class Asio;

    std::unique_ptr<Asio> m_asio;
    std::int64_t m_pending = 0;
};

} // namespace threadscape
