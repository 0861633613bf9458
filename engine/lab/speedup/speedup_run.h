#pragma once

#include "lab/kit/remark.h"
#include "lab/speedup/speedup_record.h"

namespace threadscape {

class Lab;

/// Measures how long a workload takes, by several backends and numbers of jobs: each point once to warm up, then round after
/// round over all points, each round in another order by the run's seed, so that what changes on the machine meanwhile touches
/// all alike. What was measured before a stop is kept.
/// Threads: the run's main one.
class SpeedupRun {
public:
    struct Plan {
        std::vector<Backend> backends; ///< baselines are measured whether they are named or not
        int jobsMax = 1;               ///< each backend at 1 .. jobsMax
        int repeats = 7;               ///< rounds
        int loops = 1;                 ///< laps a sample
    };

    /// `record` gets what is measured, `left` the reasons why a backend cannot be had.
    SpeedupRun(Lab& lab, Workload& workload, Plan plan, SpeedupRecord& record, Remark& left);

    /// Throws Stopped, and Misuse when a backend comes to another result.
    void run();

private:
    struct Point {
        std::size_t backend = 0; // of m_entries
        int jobs = 1;
        double seconds = 0; // that a measurement took last, all in all
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
