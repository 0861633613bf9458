#pragma once

#include "bench/comparison.h"

namespace threadscape::bench {

void benchRecording();
void benchIngest();
void benchLocks();
void benchPools();
void benchRedraw();
void benchStart();
void benchStop();
void benchProcesses();
void benchScheduler();
void benchFiles();
void benchLive();
void benchSpeedup();
void benchAsync();

/// This program started by benchStart, to be one window until it has been painted. Returns false when it was not.
bool startedAsWindow(int argc, char** argv);
inline constexpr const char* kOurWindow = "--window-ours";
inline constexpr const char* kEmptyWindow = "--window-empty";

} // namespace threadscape::bench
