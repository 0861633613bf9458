#include "support/eventually.h"

#include <poll.h>

namespace threadscape {

bool eventually(const std::function<bool()>& holds, std::chrono::seconds atMost)
{
    const auto end = std::chrono::steady_clock::now() + atMost;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        ::poll(nullptr, 0, 1);
    }
    return true;
}

} // namespace threadscape
