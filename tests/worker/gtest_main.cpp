// The main function of tests that have trial tasks done in worker processes.
#include "support/worker_programs.h"

#include <gmock/gmock.h>

int main(int argc, char** argv)
{
    testing::InitGoogleMock(&argc, argv);
    threadscape::useTestWorker();
    return RUN_ALL_TESTS();
}
