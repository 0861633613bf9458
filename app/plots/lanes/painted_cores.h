#pragma once

#include "plots/lanes/core_painter.h"
#include "plots/lanes/lane_scene.h"
#include "view/lanes/core_hit.h"

namespace threadscape {

/// What was painted of the cores, below the threads' lanes. Threads: the GUI thread.
class PaintedCores {
public:
    /// Paints who ran on each core. Under a Trace::Reader.
    static PaintedCores paint(QCPPainter& painter, const LaneScene& scene);
    /// Only what `track` had of the cores: all else is veiled.
    void paintOnly(QCPPainter& painter, const LaneScene& scene, TrackId track) const;
    /// The slice that is pointed at, and, while it had the core, the lane of who had it.
    void paintPointed(QCPPainter& painter, const LaneScene& scene, const CoreHit& hit) const;

private:
    std::map<TrackId, CorePicture> m_pictures;
};

} // namespace threadscape
