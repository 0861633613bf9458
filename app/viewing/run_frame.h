#pragma once

#include "analysis/patterns.h"
#include "lab/run/run.h"
#include "measure/speedup_study.h"
#include "trace/trace.h"
#include "view/axis/follow.h"
#include "view/lanes/evidence.h"
#include "view/lanes/lane_rows.h"
#include "view/speedup/speedup.h"

#include <QString>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace threadscape {

/// What there is to show of a run at one moment. Without a trace: of the next run.
struct RunFrame {
    std::shared_ptr<const Run> shown; ///< null: the next run
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const Snapshot> snapshot; ///< the one that is shown
    double plannedSeconds = 0; ///< of a run that measures as of when it was first shown; 0: not known
    std::vector<LaneRows> lanes;
    std::vector<TrackId> tracks;                 ///< of those lanes
    LaneRows cores;                              ///< below those lanes; no rows: nothing is known of them
    std::vector<PatternOnLane> patterns;         ///< of a finished run
    Findings findings;                           ///< of a finished run
    std::map<std::string, Template> groupWords;  ///< a group's name as displayed
    std::map<std::string, Template> numberWords; ///< what the numbers of its lanes count
    std::map<std::string, std::vector<PlotSpec::Band>> bands; ///< by the variable whose values they explain
    std::shared_ptr<const SpeedupStudy> study;                ///< of a speedup experiment; else null
    std::shared_ptr<const SpeedupStudy> before;               ///< what the pinned run has measured
    std::vector<EvidencePlace> evidence;                      ///< outlined: the evidence of the answer
    std::optional<PointId> evidencePoint; ///< of the study, ringed: the evidence of the answer
    QString emptySentence;                ///< of the next run

    RunTime time() const noexcept
    {
        return snapshot ? RunTime{plannedSeconds, snapshot->nowNs, snapshot->finished}
                        : RunTime{plannedSeconds, 0, false};
    }
};

} // namespace threadscape
