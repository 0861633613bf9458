#include "plots/law_button.h"
#include "plots/legend_strip.h"
#include "plots/plot_stack.h"
#include "plots/speedup_plot.h"
#include "plots/stretches_plot.h"
#include "plots/timeline_plot.h"
#include "text/texts.h"
#include "view/stretches.h"

#include <QScrollBar>
#include <cmath>

namespace threadscape {

namespace {

constexpr qint64 kStudyMs = 250;     // from one look at what is measured to the next
constexpr double kBetweenAlone = 10; // px between plots
constexpr double kLegendGap = 2;     // px below the legend

} // namespace

// An experiment with such plots has a study from the start: of what it will measure.
void PlotStack::plan(const Experiment& experiment)
{
    m_studyRead.invalidate();
    m_studyComplete = false;
    m_frame.study.reset();
    if (m_speedup == nullptr && m_stretches == nullptr)
        return;
    m_frame.study = std::make_shared<const SpeedupStudy>(experiment.study().value());
}

// A study is copied whole: a few times a second, and once after the end. Returns whether there is something new to show.
bool PlotStack::takeStudy()
{
    if (!m_frame.study || m_studyComplete || held())
        return false;
    const bool over = m_frame.snapshot->finished;
    if (!over && m_studyRead.isValid() && m_studyRead.elapsed() < kStudyMs)
        return false;
    m_studyRead.start();
    m_studyComplete = over;
    const std::optional<SpeedupStudy> study = m_frame.experiment->study();
    if (!study || *study == *m_frame.study)
        return over;
    m_frame.study = std::make_shared<const SpeedupStudy>(*study);
    return true;
}

void PlotStack::setPinnedStudy(std::shared_ptr<const SpeedupStudy> study)
{
    if (study == m_frame.before)
        return;
    m_frame.before = std::move(study);
    redraw();
}

void PlotStack::setUsl(bool shown)
{
    const bool changed = shown != m_frame.usl;
    m_frame.usl = shown;
    m_usl->setChecked(shown);
    if (!changed)
        return;
    redraw();
    emit uslChanged(shown);
}

void PlotStack::putUslWords()
{
    m_usl->setText(inWords(TS_TEXT("speedup", "USL")));
    m_usl->setAccessibleName(inWords(TS_TEXT("speedup", "Fit of the universal scalability law")));
    m_usl->setToolTip(inWords(
        TS_TEXT("speedup",
                "Draws the universal scalability law beside Amdahl's: workers that wait for each other and "
                "have to agree (U)")));
}

// In the corner of the speedup, where there is such a curve.
void PlotStack::putUsl()
{
    const bool shown = m_speedup != nullptr && !m_speedup->isHidden() && hasUsl(*m_frame.study);
    m_usl->setVisible(shown);
    if (m_speedup != nullptr)
        m_speedup->setCorner(0);
    if (!shown)
        return;
    const QSize size = m_usl->sizeHint();
    const QRect plot = m_speedup->geometry();
    const double beside = m_theme.px(8);
    const double row = m_speedup->headHeight() - m_theme.px(4);
    m_usl->setGeometry(plot.right() + 1 - size.width() - qRound(beside),
                       plot.top() + std::max(0, qRound((row - size.height()) / 2)), size.width(),
                       size.height());
    m_speedup->setCorner(size.width() + beside);
}

// The stretches are of the whole run; into a part of it the timeline shows more.
bool PlotStack::isReplaced(const Plot& plot) const
{
    if (m_stretches == nullptr || m_timeline == nullptr)
        return false;
    return m_zoomed ? &plot == m_stretches : &plot == m_timeline;
}

bool PlotStack::showsTime() const
{
    return m_timeline == nullptr || !isReplaced(*m_timeline);
}

// That which the legend of states is about.
const Plot* PlotStack::lanesPlot() const
{
    if (m_stretches != nullptr && !isReplaced(*m_stretches))
        return m_stretches;
    return m_timeline;
}

std::vector<LegendEntry> PlotStack::legendNow() const
{
    const Plot* lanes = lanesPlot();
    if (lanes == nullptr)
        return {};
    const auto reader = m_frame.trace->reader();
    if (lanes == m_timeline)
        return legendOf(*m_frame.trace, *m_frame.snapshot, m_frame.tracks, m_frame.window);
    return legendOf(*m_frame.trace, *m_frame.snapshot, m_stretches->picture());
}

// Where there is no room for both, the speedup is alone; but what was opened is seen.
std::vector<bool> PlotStack::shownBesideSpeedup(QSizeF size) const
{
    const Plot* first = m_speedup != nullptr ? m_speedup : lanesPlot();
    std::vector<bool> shown;
    double needed = 0;
    for (const Plot* plot : m_plots) {
        shown.push_back(!isReplaced(*plot) && (m_scope != Scope::essential || plot == first));
        if (shown.back() && plot != m_timeline)
            needed += plot->leastHeight() + m_theme.px(kBetweenAlone);
    }
    if (m_scope == Scope::essential)
        return shown;
    if (m_timeline != nullptr && !isReplaced(*m_timeline))
        needed += m_theme.px(kBetweenAlone) + (m_stretches != nullptr
                                                   ? m_stretches->leastHeight()
                                                   : std::min(m_timeline->leastHeight(), m_theme.px(80)));
    if (lanesPlot() != nullptr)
        needed += m_legend->heightNeeded(size.width());
    if (needed <= size.height())
        return shown;
    const Plot* alone = m_zoomed && lanesPlot() != nullptr ? lanesPlot() : first;
    for (std::size_t i = 0; i < shown.size(); ++i)
        shown[i] = m_plots[i] == alone;
    return shown;
}

PlotStack::Layout PlotStack::speedupLayout(QSizeF size) const
{
    const std::vector<bool> shown = shownBesideSpeedup(size);
    const Plot* lanes = lanesPlot();
    const double between = m_theme.px(kBetweenAlone);
    double room = size.height() + between;
    double shares = 0;
    double legend = 0;
    // The timeline takes no more than the stretches had: nothing above it moves.
    const auto shareOf = [&](const Plot& plot) {
        return &plot == m_timeline && m_stretches != nullptr ? m_stretches->spec().share : plot.spec().share;
    };
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        if (!shown[i])
            continue;
        room -= between;
        shares += shareOf(*m_plots[i]);
        if (m_plots[i] == lanes)
            legend = m_legend->heightNeeded(size.width()) + m_theme.px(kLegendGap);
    }
    room -= legend;
    Layout layout;
    double top = 0;
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        if (!shown[i]) {
            layout.plots.emplace_back();
            continue;
        }
        if (m_plots[i] == lanes) {
            layout.legend = QRectF(0, top, size.width(), legend - m_theme.px(kLegendGap));
            top += legend;
        }
        const double height = std::max(m_theme.px(24), std::floor(room * shareOf(*m_plots[i]) / shares));
        layout.plots.emplace_back(0, top, size.width(), height);
        top += height + between;
    }
    return layout;
}

std::optional<PointId> PlotStack::pointAt(QPointF at) const
{
    const Plot* plot = plotAt(at);
    if (plot == nullptr)
        return std::nullopt;
    const QPointF local = at - QPointF(plot->pos());
    if (plot == m_speedup)
        return m_speedup->pointAt(local);
    return plot == m_stretches ? m_stretches->panelAt(local) : std::nullopt;
}

void PlotStack::click(QPointF at)
{
    const std::optional<PointId> point = pointAt(at);
    if (!point)
        return choose(std::nullopt);
    m_opened.start();
    openStretch(*point);
}

void PlotStack::showPointer(QPointF at)
{
    const std::optional<PointId> point = m_frame.trace ? pointAt(at) : std::nullopt;
    if (point && stretchOf(*m_frame.study, *point))
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void PlotStack::choose(std::optional<PointId> point)
{
    if (point == m_frame.chosen || !m_frame.study || (point && point->before))
        return;
    m_frame.chosen = point;
    redraw();
    redrawOverlays();
    hoverAt(m_pointer);
    emit chosenChanged(point);
}

void PlotStack::openStretch(const PointId& point)
{
    choose(point);
    if (!m_frame.trace || !m_frame.study || m_timeline == nullptr)
        return;
    const std::optional<TimeWindow> stretch = stretchOf(*m_frame.study, point);
    if (!stretch)
        return;
    m_keyed = false; // what opens has the word
    showWindow(*stretch, true);
    if (const SpeedupPoint* measured = m_frame.study->find(point.backend, point.jobs))
        scrollTo(static_cast<int>(m_timeline->scrollTo(measured->group)));
}

// From now on keys say what is told, until the pointer moves again, wherever it rests.
void PlotStack::step(PointStep step)
{
    m_keyed = true;
    m_pointer.reset();
    choose(m_frame.chosen ? neighbour(m_speedup->picture(), *m_frame.chosen, step)
                          : firstPoint(*m_frame.study));
    hoverAt(std::nullopt);
}

// Of the point that keys have chosen: its words stand beside it as if it were pointed at.
std::optional<QPointF> PlotStack::keyedPlace() const
{
    if (!m_keyed || !m_frame.chosen || m_speedup == nullptr || m_speedup->isHidden())
        return std::nullopt;
    const std::optional<QPointF> place = m_speedup->placeOf(*m_frame.chosen);
    return place ? std::optional(*place + m_speedup->pos()) : std::nullopt;
}

// What a key means beside a speedup, and nothing elsewhere.
bool PlotStack::takeKey(int key)
{
    if (m_speedup == nullptr)
        return false;
    switch (key) {
    case Qt::Key_U:
        if (hasUsl(*m_frame.study))
            setUsl(!m_frame.usl);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto point = m_frame.chosen ? m_frame.chosen : firstPoint(*m_frame.study))
            openStretch(*point);
        return true;
    default: break;
    }
    if (showsTime())
        return false;
    switch (key) {
    case Qt::Key_A:
    case Qt::Key_Left: step(PointStep::fewer); return true;
    case Qt::Key_D:
    case Qt::Key_Right: step(PointStep::more); return true;
    case Qt::Key_Up: step(PointStep::higher); return true;
    case Qt::Key_Down: step(PointStep::lower); return true;
    default: return false;
    }
}

} // namespace threadscape
