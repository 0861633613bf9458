#include "command_line/progress_line.h"

#include "text/texts.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace threadscape {

ProgressLine::ProgressLine() : m_onTerminal(::isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(std::int64_t elapsedNs, double plannedS)
{
    if (!m_onTerminal)
        return;
    const double elapsedS = static_cast<double>(elapsedNs) / 1e9;
    const QLocale locale;
    const QString elapsed = locale.toString(elapsedS, 'f', 1);
    const QString words = plannedS > 0 ? QCoreApplication::translate("Progress", "%1 s of %2 s, %3 s left")
                                             .arg(elapsed, numberInWords(plannedS),
                                                  locale.toString(std::max(0.0, plannedS - elapsedS), 'f', 1))
                                       : QCoreApplication::translate("Progress", "%1 s").arg(elapsed);
    std::fprintf(stderr, "\r\033[K%s", qUtf8Printable(words));
    std::fflush(stderr);
    m_shown = true;
}

void ProgressLine::clear()
{
    if (!m_shown)
        return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    m_shown = false;
}

} // namespace threadscape
