#pragma once

#include "base/text.h"
#include "view/lanes/core_hit.h"

namespace threadscape {

/// "Core 0 ran Thread-3 for 4.0 ms"; "Core 0, around here: 62 % idle, 38 % other processes". Threads: any.
Text coreSentence(const Catalogue& catalogue, const CoreHit& hit);

} // namespace threadscape
