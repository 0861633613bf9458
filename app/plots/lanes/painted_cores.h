#pragma once

#include "plots/lanes/core_painter.h"
#include "plots/lanes/lane_scene.h"
#include "view/lanes/core_hit.h"

namespace threadscape {

/// What was painted of the cores, below the threads' lanes. Threads: the GUI thread.
class PaintedCores {
public:
    /// Paints which thread ran on each core. Under a Trace::Reader.
    static PaintedCores paint(QCPPainter& painter, const LaneScene& scene);
    /// Dims everything but the slices of `track`.
    void paintOnly(QCPPainter& painter, const LaneScene& scene, TrackId track) const;
    /// Highlights the slice under the pointer, and for its duration the lane of its thread.
    void paintPointed(QCPPainter& painter, const LaneScene& scene, const CoreHit& hit) const;

private:
    std::map<TrackId, CorePicture> m_pictures;
};

} // namespace threadscape
