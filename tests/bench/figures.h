#pragma once

#include "bench/comparison.h"

namespace threadscape::bench {

void benchRecording();
void benchIngest();
void benchLocks();
void benchPools();
void benchRedraw();

} // namespace threadscape::bench
