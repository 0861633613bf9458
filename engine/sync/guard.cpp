#include "sync/guard.h"

namespace threadscape {

void Guard::lockSlowly() noexcept
{
    // Held for some ten ns only: a short spin is nearly always enough.
    constexpr int kSpins = 64;
    for (int i = 0; i < kSpins; ++i) {
        spinPause();
        if (m_word.load(std::memory_order_relaxed) == 0 && try_lock())
            return;
    }
    while (m_word.exchange(kAwaited, std::memory_order_acquire) != 0)
        futexWait(m_word, kAwaited);
}

} // namespace threadscape
