// Settings files.
#include "fuzz/memory_file.h"
#include "lab/files/settings_file.h"
#include "lab/run/registry.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count)
{
    using namespace threadscape;
    const MemoryFile file(bytes, count);
    if (const auto request = openSettings(file.path()); request && !configure(*request))
        std::abort(); // what is opened can be run
    return 0;
}
