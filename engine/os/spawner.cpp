#include "os/spawner.h"

#include "os/cpu_time.h"

#include <csignal>

namespace threadscape {

Spawner& Spawner::instance()
{
    static Spawner spawner;
    return spawner;
}

Spawner::~Spawner()
{
    {
        const std::lock_guard guard(m_mutex);
        m_ending = true;
    }
    m_arrived.notify_one();
    m_thread.join();
}

void Spawner::run(const std::function<void()>& work)
{
    Order order{work};
    std::unique_lock guard(m_mutex);
    m_orders.push_back(&order);
    m_arrived.notify_one();
    m_done.wait(guard, [&] { return order.done; });
}

void Spawner::loop()
{
    nameThread("spawner");
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, nullptr);
    std::unique_lock guard(m_mutex);
    for (;;) {
        m_arrived.wait(guard, [&] { return m_ending || !m_orders.empty(); });
        if (m_orders.empty())
            return;
        Order* const order = m_orders.front();
        m_orders.pop_front();
        guard.unlock();
        order->work();
        guard.lock();
        order->done = true;
        m_done.notify_all();
    }
}

} // namespace threadscape
