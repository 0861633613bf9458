#pragma once

#include "lab/kit/remark.h"
#include "lab/speedup/speedup_record.h"

namespace threadscape {

class Lab;

/// Measures a workload's duration for several backends and numbers of jobs: each point once to warm up, then in rounds over all
/// points, each shuffled by the run's seed, so that changes on the machine affect all points alike. Measurements before a stop
/// are retained.
/// Threads: the run's main one.
class SpeedupRun {
public:
    struct Plan {
        std::vector<Backend> backends; ///< baselines are measured whether they are named or not
        int jobsMax = 1;               ///< each backend at 1 .. jobsMax
        int repeats = 7;               ///< rounds
        int loops = 1;                 ///< laps per sample
    };

    /// `record` receives the measurements, `left` the reason why a backend is unavailable.
    SpeedupRun(Lab& lab, Workload& workload, Plan plan, SpeedupRecord& record, Remark& left);

    /// Throws Stopped, and Misuse when a backend computes another result.
    void run();

private:
    struct Point {
        std::size_t backend = 0; // of m_entries
        int jobs = 1;
        double seconds = 0; // total time of its last measurement
    };
    struct Entry {
        Backend backend = Backend::sequential;
        std::unique_ptr<SpeedupBackend> how;
    };

    void openBackends(Gil* gil);
    void makePoints();
    void measure(Point& point, bool warmUp);
    void updateSecondsLeft(std::size_t round, const std::vector<std::size_t>& order, std::size_t next);

    Lab& m_lab;
    Workload& m_workload;
    Plan m_plan;
    SpeedupRecord& m_record;
    Remark& m_left;
    std::vector<Entry> m_entries;
    std::vector<Point> m_points;
};

} // namespace threadscape
