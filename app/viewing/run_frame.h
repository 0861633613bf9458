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

/// What there is to show of a run at one moment. Without a trace: of one that is to come.
struct RunFrame {
    std::shared_ptr<const Run> shown; ///< null: one that is to come
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const Snapshot> snapshot; ///< that is shown
    double plannedSeconds = 0;                ///< as of when it was first shown; 0: not known
    std::vector<LaneRows> lanes;
    std::vector<TrackId> tracks; ///< of those lanes
    LaneRows cores;              ///< below those lanes, by themselves; no rows: nothing is known of them
    std::vector<PatternOnLane> patterns;         ///< of a run that is over
    std::map<std::string, Template> groupWords;  ///< a group's name as people read it
    std::map<std::string, Template> numberWords; ///< what the numbers of its lanes count
    std::map<std::string, std::vector<PlotSpec::Band>>
        bands;                                  ///< by the variable whose values they give a meaning
    std::shared_ptr<const SpeedupStudy> study;  ///< what a speedup experiment has measured; null: it is none
    std::shared_ptr<const SpeedupStudy> before; ///< what a pinned run of it had measured
    std::vector<EvidencePlace> evidence;        ///< outlined: what the answer rests on
    std::optional<PointId> evidencePoint;       ///< of the study, ringed: what the answer rests on
    QString emptySentence;                      ///< of one that is to come

    RunTime time() const noexcept
    {
        return snapshot ? RunTime{plannedSeconds, snapshot->nowNs, snapshot->finished}
                        : RunTime{plannedSeconds, 0, false};
    }
};

} // namespace threadscape
