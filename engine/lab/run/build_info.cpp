#include "lab/run/build_info.h"

namespace threadscape {

const char* version() noexcept
{
    return THREADSCAPE_VERSION;
}

const char* build() noexcept
{
    return THREADSCAPE_BUILD;
}

} // namespace threadscape
