#pragma once

#include "lab/experiment.h"
#include "lab/kit/basis.h"
#include "lab/kit/derived.h"
#include "lab/kit/remark.h"
#include "lab/setting.h"
#include "lab/speedup/speedup_record.h"
#include "lab/speedup/workload.h"

namespace threadscape {

/// An experiment that measures the speedup of a calculation with the number of workers. The derived class supplies the
/// calculation, as a Workload.
class SpeedupExperiment : public Experiment, protected Workload {
public:
    std::vector<LaneGroup> lanes() const override;
    double secondsLeft() const override { return m_record.left(); }
    bool measures() const override { return true; }
    std::optional<SpeedupStudy> study() const override;
    std::vector<Text> remarks() const override;

protected:
    SpeedupExperiment(Identity identity, std::int64_t repeatsUsual);

    /// The common findings, as the last of the derived class's members: `Common common{this};`
    struct Common {
        explicit Common(SpeedupExperiment* owner);
        /// The answer: how much faster it gets, and by what, or why that is not known.
        Answer gain(const Findings& found, Outcome outcome) const;

        Basis<SpeedupStudy> study; ///< so far, also during a run: without the fits
        Measured sequentialS;
        Measured bestSpeedup;      ///< without a value where it is not resolved, like the next two
        Derived<Text> bestBackend; ///< nor where another is as fast
        Whole bestJobs;
        Measured observerShare;
        Measured othersShare;
    };

    /// Runs the whole study, each sample being the mean of `loops` laps.
    void measure(Lab& lab, std::int64_t laps);

    // Named as the settings of the derived classes, whose presets assign them too.
    ChoiceList backends; // NOLINT(readability-identifier-naming)
    Integer jobsMax;     // NOLINT(readability-identifier-naming)
    Integer repeats;     // NOLINT(readability-identifier-naming)

private:
    std::vector<Backend> chosen() const;

    SpeedupRecord m_record;
    Remark m_left;
};

} // namespace threadscape
