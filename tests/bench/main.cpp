#include "bench/figures.h"

// Prints the table of figures: ours beside a peer's, in turn, with intervals.
int main()
{
    using namespace threadscape::bench;
    printHead();
    benchRecording();
    benchIngest();
    benchLocks();
    benchPools();
    benchRedraw();
    return 0;
}
