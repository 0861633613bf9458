#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace threadscape {

/// The one thread that starts all child processes. It takes no signals, and ends with the program.
/// Threads: any.
class Spawner {
public:
    /// Started at first use.
    static Spawner& instance();
    ~Spawner();
    Spawner(const Spawner&) = delete;
    Spawner& operator=(const Spawner&) = delete;

    /// Does `work` on the spawning thread, and returns when it is done. `work` must not throw.
    void run(const std::function<void()>& work);

private:
    struct Order {
        const std::function<void()>& work;
        bool done = false;
    };

    Spawner() : m_thread([this] { loop(); }) {}
    void loop();

    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::condition_variable m_done;
    std::deque<Order*> m_orders;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace threadscape
