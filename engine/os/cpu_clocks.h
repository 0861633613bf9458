#pragma once

#include "os/scheduler_source.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace threadscape {

/// Where nobody may see who runs where: the CPU clocks of threads and processes, read every 10 ms by a thread of its own.
class CpuClocks final : public SchedulerSource {
public:
    CpuClocks();
    ~CpuClocks() override;

    Kind kind() const noexcept override { return Kind::clocks; }
    void watch(std::vector<Watched> living) override;
    void drain(Told& told, bool last) override;

private:
    void loop();

    std::mutex m_mutex; // protects what follows
    std::condition_variable m_wake;
    std::vector<Watched> m_watched;
    std::vector<CpuSample> m_samples;
    std::int64_t m_passNs = 0; // when all were asked last
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace threadscape
