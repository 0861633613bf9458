#pragma once

#include "base/condition_variable.h"

#include <deque>
#include <functional>
#include <thread>

namespace threadscape {

/// The one thread that starts all child processes. It blocks signals, and ends with the program.
/// Threads: any.
class Spawner {
public:
    /// Started at first use.
    static Spawner& instance();
    ~Spawner();
    Spawner(const Spawner&) = delete;
    Spawner& operator=(const Spawner&) = delete;

    /// Runs `work` on the spawning thread, and blocks until it is done. `work` must not throw.
    void run(const std::function<void()>& work);

private:
    struct Order {
        const std::function<void()>& work;
        bool done = false; // under m_mutex
    };

    Spawner() : m_thread([this] { loop(); }) {}
    void loop();

    Mutex m_mutex;
    ConditionVariable m_arrived;
    ConditionVariable m_done;
    std::deque<Order*> m_orders TS_GUARDED_BY(m_mutex);
    bool m_ending TS_GUARDED_BY(m_mutex) = false;
    std::thread m_thread;
};

} // namespace threadscape
