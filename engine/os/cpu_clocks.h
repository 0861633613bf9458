#pragma once

#include "base/condition_variable.h"
#include "os/scheduler_source.h"

#include <thread>

namespace threadscape {

/// The fallback where scheduling is not observable: the CPU clocks of threads and processes, read every 10 ms by a separate
/// thread.
class CpuClocks final : public SchedulerSource {
public:
    CpuClocks();
    ~CpuClocks() override;

    Kind kind() const noexcept override { return Kind::clocks; }
    void watch(std::vector<Watched> living) override;
    void drain(Told& told, bool last) override;

private:
    void loop();

    Mutex m_mutex;
    ConditionVariable m_wake;
    std::vector<Watched> m_watched TS_GUARDED_BY(m_mutex);
    std::vector<CpuSample> m_samples TS_GUARDED_BY(m_mutex);
    std::int64_t m_passNs TS_GUARDED_BY(m_mutex) = 0; // time of the last pass over all
    bool m_ending TS_GUARDED_BY(m_mutex) = false;
    std::thread m_thread;
};

} // namespace threadscape
