#include "bench/figures.h"

#include "window/shell/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <cstdio>

namespace threadscape::bench {

namespace {

// The longest time for which the GUI thread answered nothing.
class StallMeter final : public QTimer {
public:
    StallMeter()
    {
        setTimerType(Qt::PreciseTimer);
        setInterval(1);
        connect(this, &QTimer::timeout, this, [this] {
            m_longestNs = std::max(m_longestNs, m_since.nsecsElapsed());
            m_since.start();
        });
        m_since.start();
        start();
    }
    double longestMs() const { return static_cast<double>(m_longestNs) * 1e-6; }

private:
    QElapsedTimer m_since;
    qint64 m_longestNs = 0;
};

} // namespace

void benchLive()
{
    int argc = 1;
    char name[] = "threadscape_bench";
    char* argv[] = {name, nullptr};
    QApplication application(argc, argv);
    MainWindow window(std::nullopt);
    window.resize(1440, 900);
    window.show();
    const double seconds = qEnvironmentVariable("THREADSCAPE_LIVE_SECONDS", QStringLiteral("60")).toDouble();
    Setup& setup = window.setup();
    setup.choose("bank");
    for (const char* pause : {"deposit_pause_ms", "withdraw_pause_ms", "work_ms"})
        setup.set(pause, std::int64_t{0});
    setup.set("seconds", seconds);
    if (!window.session().start(setup.request()))
        return;
    StallMeter stalls;
    QObject::connect(&window.session(), &Session::finished, &application, &QApplication::quit);
    QApplication::exec();
    const auto* plots = window.findChild<PlotStack*>();
    const FrameMeter& frames = plots->frameMeter();
    std::printf(
        "bank at its fastest for %.0f s, 1440x900, live: %lld events, %lld frames, mean %.1f ms, "
        "longest %.1f ms, %lld over 16 ms; longest stall of the GUI thread %.1f ms; %lld events lost\n",
        seconds, static_cast<long long>(window.session().run()->trace()->events()),
        static_cast<long long>(frames.frames()), static_cast<double>(frames.meanNs()) * 1e-6,
        static_cast<double>(frames.longestNs()) * 1e-6, static_cast<long long>(frames.slow()),
        stalls.longestMs(), static_cast<long long>(window.session().run()->trace()->lost()));
}

} // namespace threadscape::bench
