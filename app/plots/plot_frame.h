#pragma once

#include "lab/experiment.h"
#include "plots/lane_pictures.h"
#include "trace/patterns.h"
#include "trace/trace.h"
#include "view/evidence.h"
#include "view/hit.h"
#include "view/lane_rows.h"
#include "view/speedup.h"
#include "view/time_axis.h"

#include <QString>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace threadscape {

/// What all plots of a stack show now. Without a trace: the empty picture.
struct PlotFrame {
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const Experiment> experiment; ///< the one that runs; null without a trace
    std::vector<LaneRows> lanes;
    std::vector<TrackId> tracks; ///< of those lanes
    LaneRows cores;              ///< below those lanes, by themselves; no rows: nothing is known of them
    bool coresOpen = false;      ///< the cores' lanes are shown
    bool coresFold = false;      ///< their heading is there to open and close them
    TimeWindow window;
    std::optional<State> isolated;       ///< the others at half strength
    std::optional<std::int64_t> heldNs;  ///< the view is held: what came later is not shown
    std::optional<TimeWindow> measured;  ///< by the reader, with the mouse
    std::optional<LaneHit> selected;     ///< a span that was clicked
    std::vector<PatternOnLane> patterns; ///< of a run that is over
    std::vector<EvidencePlace> evidence; ///< outlined: what the answer rests on
    /// The lock that is pointed at or selected: what has nothing to do with it is fainter.
    ObjectId lit = kNoObject;
    std::map<std::string, Template> groupWords;  ///< a group's name as people read it
    std::map<std::string, Template> numberWords; ///< what the numbers of its lanes count
    std::shared_ptr<const SpeedupStudy> study;   ///< what a speedup experiment has measured; null: it is none
    std::shared_ptr<const SpeedupStudy> before;  ///< what a pinned run of it had measured
    bool usl = false;                            ///< its curves are drawn too
    std::optional<PointId> chosen;               ///< a point of the study
    std::optional<PointId> evidencePoint;        ///< a point of the study, ringed: what the answer rests on
    QString emptySentence;
    std::shared_ptr<LanePictures> pictures = std::make_shared<LanePictures>(); ///< of this frame
};

} // namespace threadscape
