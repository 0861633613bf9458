#include "measure/speedup_study.h"

namespace threadscape {

const char* scalingLawName(ScalingLaw law) noexcept
{
    return law == ScalingLaw::amdahl ? "amdahl" : "usl";
}

} // namespace threadscape
