#include "plots/stack/plot_stack.h"
#include "support/made_up_run.h"
#include "support/synthetic_trace.h"

#include "bench/figures.h"

#include <QApplication>
#include <cstdio>

namespace threadscape::bench {

namespace {

constexpr std::int64_t kLengthNs = 8'000'000'000;
constexpr int kLanes = 16;

class Screen {
public:
    explicit Screen(std::size_t spans)
    {
        samples::SyntheticSpec spec;
        spec.depositors = kLanes;
        spec.withdrawers = 0;
        m_stack.resize(1600, 900);
        m_stack.setRun(samples::runOf(
            samples::denseTrace(kLanes, std::max<std::size_t>(1, spans / kLanes), kLengthNs, 1),
            samples::syntheticExperiment(spec), 8));
        m_stack.show();
    }

    // The window moves a little each time, so that nothing can be kept from the frame before.
    void redraw(int zoom)
    {
        const std::int64_t length = kLengthNs * 9 / (10 * zoom);
        m_from = (m_from + length / 97) % (kLengthNs - length);
        m_stack.view().setWindow({m_from, m_from + length});
        m_stack.repaint();
    }

    const FrameMeter& meter() const { return m_stack.frameMeter(); }

private:
    PlotStack m_stack;
    std::int64_t m_from = 0;
};

} // namespace

void benchRedraw()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "threadscape_bench";
    char* argv[] = {name, nullptr};
    const QApplication application(argc, argv);
    Screen empty(0);
    for (const std::size_t spans : {std::size_t{100'000}, std::size_t{1'000'000}, std::size_t{10'000'000}}) {
        Screen full(spans);
        for (const int zoom : {1, 100})
            compare({.what = "redraw " + std::to_string(spans) + " spans, zoom " + std::to_string(zoom),
                     .peer = "empty lanes",
                     .goal = 2,
                     .ours = [&] { full.redraw(zoom); },
                     .theirs = [&] { empty.redraw(zoom); }});
        std::printf("  longest frame %.1f ms, mean %.1f ms\n",
                    static_cast<double>(full.meter().longestNs()) * 1e-6,
                    static_cast<double>(full.meter().meanNs()) * 1e-6);
    }
}

} // namespace threadscape::bench
