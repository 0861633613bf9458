#pragma once

#include "base/text.h"
#include "measure/speedup_study.h"
#include "view/speedup/speedup.h"

#include <vector>

namespace threadscape {

/// Details of a point, a sentence each: its speedup with confidence interval, its times, its efficiency, where the
/// workers' time went, the laws fitted to its backend, and the ceiling of a measured serial part. Empty if `study` has no
/// such point. Threads: any.
std::vector<Text> pointSentences(const SpeedupStudy& study, const PointId& id);

/// At the end of a curve: "threads 1.9×", or "threads: not resolved"; of the pinned run "threads before 1.7×".
Text curveLabel(const SpeedupCurve& curve);

/// Beside a computed curve: "Amdahl, 5 % serial", "USL"; beside a ceiling "the lock allows 1.0×".
Text lawLabel(const SpeedupLaw& law);

/// "12 of 84 samples, about 5 s left".
Text progressSentence(const SpeedupProgress& progress);

/// A tick label of the speedup axis: "1.5×".
Text timesText(double value, int digits);

} // namespace threadscape
