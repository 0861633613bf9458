#include "os/robust_mutex.h"

#include "os/futex.h"

#include <algorithm>
#include <cerrno>
#include <ctime>

namespace threadscape {

RobustMutex::RobustMutex() noexcept
{
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&m_mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
}

// Not pthread_mutex_lock: a waiter that is woken there, and killed while another has already acquired the mutex, loses the
// wake-up of the waiters behind it. Neither the system nor the C library notices, and they sleep indefinitely.
bool RobustMutex::lockAndTell() noexcept
{
    constexpr int kSpins = 20; // some us: enough for a running holder to finish
    constexpr int kPauses = 10;
    constexpr long kShortestNs = 50'000;
    constexpr long kLongestNs = 1'000'000;
    timespec sleep{0, kShortestNs};
    int result = pthread_mutex_trylock(&m_mutex);
    for (int looks = 1; result == EBUSY; ++looks) {
        if (looks <= kSpins) {
            for (int i = 0; i < kPauses; ++i)
                spinPause();
        } else {
            nanosleep(&sleep, nullptr);
            sleep.tv_nsec = std::min(2 * sleep.tv_nsec, kLongestNs);
        }
        result = pthread_mutex_trylock(&m_mutex);
    }
    if (result != EOWNERDEAD)
        return false;
    pthread_mutex_consistent(&m_mutex);
    return true;
}

} // namespace threadscape
