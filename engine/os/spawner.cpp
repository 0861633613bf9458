#include "os/spawner.h"

#include "base/scoped_lock.h"
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
        const ScopedLock guard(m_mutex);
        m_ending = true;
    }
    m_arrived.notify_one();
    m_thread.join();
}

void Spawner::run(const std::function<void()>& work)
{
    Order order{work};
    UniqueLock guard(m_mutex);
    m_orders.push_back(&order);
    m_arrived.notify_one();
    while (!order.done)
        m_done.wait(guard);
}

void Spawner::loop()
{
    nameThread("spawner");
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, nullptr);
    UniqueLock guard(m_mutex);
    for (;;) {
        while (!m_ending && m_orders.empty())
            m_arrived.wait(guard);
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
