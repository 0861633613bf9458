#pragma once

#include "base/text.h"
#include "measure/speedup_study.h"
#include "view/speedup/speedup.h"

#include <vector>

namespace threadscape {

/// All about a point, a sentence each: how much faster it was and how sure that is, its times, its efficiency, where the
/// workers' time went, the laws that fit its backend, and what a measured serial part allows. Without a point of that name in
/// `study`: none. Threads: any.
std::vector<Text> pointSentences(const SpeedupStudy& study, const PointId& id);

/// At the end of a curve: "threads 1.9×"; of the pinned run "threads before 1.7×".
Text curveLabel(const SpeedupCurve& curve);

/// Beside a curve that is worked out: "Amdahl, 5 % serial", "USL"; beside a ceiling "the lock allows 1.0×".
Text lawLabel(const SpeedupLaw& law);

/// "12 of 84 samples, about 5 s left".
Text progressSentence(const SpeedupProgress& progress);

/// A speedup beside its axis: "1.5×".
Text timesText(double value, int digits);

} // namespace threadscape
