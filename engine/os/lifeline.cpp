#include "os/lifeline.h"

#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>

namespace threadscape {

Lifeline::Lifeline(Descriptor socket) : m_socket(std::move(socket))
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // in addition: if it fails, the socket still works
    m_watcher = std::thread([this] { watch(); });
}

Lifeline::~Lifeline()
{
    m_ending.store(true, std::memory_order_release);
    ::shutdown(m_socket.get(), SHUT_RDWR); // wakes the watcher
    m_watcher.join();
}

void Lifeline::watch() noexcept
{
    pollfd line{m_socket.get(), POLLRDHUP, 0};
    while (::poll(&line, 1, -1) < 0 && errno == EINTR) {
    }
    // No destructors: they could wait for what never happens any more.
    if (!m_ending.load(std::memory_order_acquire))
        ::raise(SIGKILL);
}

} // namespace threadscape
