#include "command_line/interrupt.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace threadscape {

namespace {

// The pipe outlives every Interrupt: a handler may still be running when one is destroyed.
std::atomic<int> g_writeEnd{-1};
int g_readEnd = -1;

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};
constexpr char kSignal = 's';
constexpr char kOver = 'o';

void tell(char what) noexcept
{
    const int saved = errno;
    [[maybe_unused]] const auto written = ::write(g_writeEnd.load(std::memory_order_relaxed), &what, 1);
    errno = saved;
}

extern "C" void onInterrupt(int)
{
    tell(kSignal);
}

void openPipe()
{
    if (g_readEnd >= 0)
        return;
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe");
    g_readEnd = ends[0];
    g_writeEnd = ends[1];
}

void handle(int signal, void (*handler)(int), int flags)
{
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

} // namespace

Interrupt::Interrupt(std::function<void()> onSignal) : m_onSignal(std::move(onSignal))
{
    openPipe();
    m_watcher = std::thread(&Interrupt::watch, this);
    for (const int signal : kSignals)
        handle(signal, onInterrupt, static_cast<int>(SA_RESTART | SA_RESETHAND));
}

Interrupt::~Interrupt()
{
    for (const int signal : kSignals)
        handle(signal, SIG_DFL, 0);
    tell(kOver);
    m_watcher.join();
}

void Interrupt::watch()
{
    char what = 0;
    while (::read(g_readEnd, &what, 1) == 1 || errno == EINTR) {
        if (what == kOver)
            return;
        if (what == kSignal && !m_came.exchange(true, std::memory_order_acq_rel))
            m_onSignal();
    }
}

} // namespace threadscape
