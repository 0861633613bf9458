#pragma once

#include "lab/experiment.h"
#include "lab/kit/remark.h"
#include "lab/setting.h"
#include "lab/speedup/speedup_record.h"

namespace threadscape {

/// An experiment that measures how much quicker a calculation gets with more workers. What is calculated, a Workload, is the
/// derived class's.
class SpeedupExperiment : public Experiment {
public:
    std::vector<PlotSpec> plots() const override;
    std::vector<LaneGroup> lanes() const override;
    double plannedSeconds() const override
    {
        return 0;
    } // a matter of the machine: see SpeedupStudy::secondsLeft
    double secondsLeft() const override { return m_record.left(); }
    bool measures() const override { return true; }
    std::optional<SpeedupStudy> study() const override;
    std::vector<Text> remarks() const override;

protected:
    SpeedupExperiment(Identity identity, std::int64_t repeatsUsual);

    void measure(Lab& lab, Workload& workload, std::int64_t loops);
    /// Adds what all of them find: sequential_s, best_speedup, best_backend, best_jobs, observer_share.
    void addCommon(Findings& findings, const SpeedupStudy& study) const;
    /// How much was gained, and by whom.
    Text gain(const SpeedupStudy& study, Outcome outcome) const;
    /// The same, also for a run that is going on: without the fits.
    std::optional<SpeedupStudy> soFar() const { return m_record.study(trace(), false); }

private:
    std::vector<Backend> chosen() const;

    ChoiceList m_backends;
    Integer m_jobsMax;
    Integer m_repeats;

    SpeedupRecord m_record;
    Remark m_left;
};

} // namespace threadscape
