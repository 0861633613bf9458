#include "os/robust_mutex.h"

#include <cerrno>

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

bool RobustMutex::lockAndTell() noexcept
{
    if (pthread_mutex_lock(&m_mutex) != EOWNERDEAD)
        return false;
    pthread_mutex_consistent(&m_mutex);
    return true;
}

} // namespace threadscape
