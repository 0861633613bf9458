#include "plots/plot_stack.h"

#include "plots/bars_plot.h"
#include "plots/contention_plot.h"
#include "plots/fold_button.h"
#include "plots/graph_plot.h"
#include "plots/law_button.h"
#include "plots/legend_strip.h"
#include "plots/speedup_plot.h"
#include "plots/stretches_plot.h"
#include "plots/timeline_plot.h"
#include "plots/values_plot.h"
#include "text/every_language.h"
#include "text/texts.h"
#include "view/values.h"

#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <cmath>

namespace threadscape {

namespace {

constexpr int kFrame = 4; // px of the frame that shows the focus, or that the view is held

Plot* makePlot(const PlotSpec& spec, const PlotFrame& frame, QWidget* parent)
{
    switch (spec.kind) {
    case PlotSpec::Kind::timeline: return new TimelinePlot(spec, frame, parent);
    case PlotSpec::Kind::contention: return new ContentionPlot(spec, frame, parent);
    case PlotSpec::Kind::values: return new ValuesPlot(spec, frame, parent);
    case PlotSpec::Kind::graph: return new GraphPlot(spec, frame, parent);
    case PlotSpec::Kind::speedup: return new SpeedupPlot(spec, frame, parent);
    case PlotSpec::Kind::stretches: return new StretchesPlot(spec, frame, parent);
    case PlotSpec::Kind::bars: break;
    }
    return new BarsPlot(spec, frame, parent);
}

QString hoverLabelStyle(const Theme& theme)
{
    return QStringLiteral("QLabel { background: %1; color: %2; border: 1px solid %3; border-radius: 4px; "
                          "padding: 4px 8px; }")
        .arg(theme.panel.name(), theme.text.name(), theme.secondary.name());
}

QString scrollBarStyle(const Theme& theme)
{
    return QStringLiteral(
               "QScrollBar { background: transparent; width: 10px; margin: 0; border: none; }"
               "QScrollBar::handle { background: %1; border-radius: 3px; min-height: 24px; margin: 0 2px; }"
               "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
               "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }")
        .arg(theme.faded(theme.secondary).name());
}

} // namespace

PlotStack::PlotStack(QWidget* parent)
    : QWidget(parent),
      m_legend(new LegendStrip(this)),
      m_scrollBar(new QScrollBar(Qt::Vertical, this)),
      m_fold(new FoldButton(this)),
      m_usl(new LawButton(this)),
      m_hoverLabel(new QLabel(this)),
      m_heldLabel(new QLabel(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(320, 200);
    m_hoverLabel->setObjectName(QStringLiteral("hoverLabel"));
    m_hoverLabel->setTextFormat(Qt::PlainText);
    m_hoverLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hoverLabel->hide();
    m_heldLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_heldLabel->hide();
    m_scrollBar->hide();
    m_fold->hide();
    m_usl->hide();
    connect(m_fold, &FoldButton::clicked, this, &PlotStack::toggleCores);
    connect(m_usl, &LawButton::clicked, this, &PlotStack::setUsl);
    connect(m_scrollBar, &QScrollBar::valueChanged, this, [this](int value) {
        m_timeline->setScroll(value);
        redraw();
        emit scrolled(value);
    });
    connect(m_legend, &LegendStrip::isolated, this, &PlotStack::isolate);
    m_frame.window = followed({});
    setTheme(Theme::light());
    inEveryLanguage(this, [this] { putWords(); });
}

PlotStack::~PlotStack() = default;

// All else is put into words when it is painted.
void PlotStack::putWords()
{
    setAccessibleName(inWords(TS_TEXT("plots", "Plots over time")));
    showHeld();
    putFold();
    putUslWords();
    hoverAt(m_pointer);
    redraw();
}

void PlotStack::setEmptySentence(const QString& sentence)
{
    m_frame.emptySentence = sentence;
    redraw();
}

void PlotStack::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_legend->setTheme(theme);
    m_hoverLabel->setFont(theme.font(Theme::Type::body));
    m_hoverLabel->setStyleSheet(hoverLabelStyle(theme));
    m_heldLabel->setFont(theme.font(Theme::Type::body, true));
    m_heldLabel->setStyleSheet(hoverLabelStyle(theme));
    m_scrollBar->setStyleSheet(scrollBarStyle(theme));
    m_fold->setTheme(theme);
    m_usl->setTheme(theme);
    for (Plot* plot : m_plots)
        plot->setTheme(theme);
    redraw();
}

// What the reader chose to see of any run stays.
void PlotStack::beginFrame()
{
    PlotFrame fresh;
    fresh.before = m_frame.before;
    fresh.usl = m_frame.usl;
    const bool chose = m_frame.chosen.has_value();
    m_frame = std::move(fresh);
    if (chose)
        emit chosenChanged(std::nullopt);
}

void PlotStack::setExperiment(const Experiment& experiment, const QString& emptySentence)
{
    beginFrame();
    m_frame.emptySentence = emptySentence;
    m_plannedSeconds = experiment.plannedSeconds();
    m_frame.cores = experiment.recordedElsewhere() ? LaneRows() : plannedCoreRows();
    takeExperiment(experiment);
    redraw();
}

void PlotStack::setRun(std::shared_ptr<const Trace> trace, std::shared_ptr<const Experiment> experiment,
                       double plannedSeconds, int cores)
{
    beginFrame();
    m_cores = cores;
    m_patternsFound = false;
    m_frame.trace = std::move(trace);
    m_frame.snapshot = m_frame.trace->snapshot();
    m_frame.experiment = std::move(experiment);
    m_plannedSeconds = plannedSeconds;
    takeExperiment(*m_frame.experiment);
    redraw();
}

void PlotStack::takeExperiment(const Experiment& experiment)
{
    m_plannedLanes.clear();
    for (const LaneGroup& group : experiment.lanes()) {
        const std::string name = group.group.source;
        auto rows = std::ranges::find(m_plannedLanes, name, &LaneRows::group);
        if (rows == m_plannedLanes.end()) // else lanes of another name in the same group
            rows = m_plannedLanes.insert(rows, LaneRows{name, {}});
        for (std::int64_t i = 1; i <= group.count; ++i)
            rows->rows.push_back({laneName(group.prefix, group.naming, i), kNoTrack});
        m_frame.groupWords[name] = group.group;
        m_frame.numberWords[name] = group.number;
    }
    m_frame.lanes = laneRows(m_plannedLanes, Catalogue());
    m_tracksPlaced = 0;
    const std::vector<PlotSpec> plots = experiment.plots();
    m_coresFirst = std::ranges::any_of(plots, &PlotSpec::cores) ? 1 : 0;
    m_frame.coresOpen = m_coresWanted[m_coresFirst].value_or(m_coresFirst == 1);
    makePlots(plots);
    plan(experiment);
    for (Plot* plot : m_plots)
        if (plot->spec().kind == PlotSpec::Kind::values)
            static_cast<ValuesPlot*>(plot)->setBands(experiment.bands(plot->spec()));
    m_following = true;
    m_zoomed = false;
    m_zooms.clear();
    m_drawn = nullptr;
    m_meter = {};
    m_dragFrom.reset();
    m_pressed.reset();
    m_keyed = false;
    m_measureFrom.reset();
    m_heldLabel->hide();
    unsetCursor(); // what it stood on is gone
    emit heldChanged(false);
    emit coresOpenChanged(m_frame.coresOpen);
    emit measuredChanged();
    emit selectedChanged();
    m_legend->setIsolated(std::nullopt);
    m_legend->setEntries({});
    m_frame.window = whole();
    hoverAt(std::nullopt);
}

void PlotStack::makePlots(const std::vector<PlotSpec>& specs)
{
    qDeleteAll(m_plots);
    m_plots.clear();
    m_timeline = nullptr;
    m_speedup = nullptr;
    m_stretches = nullptr;
    for (const PlotSpec& spec : specs) {
        Plot* plot = makePlot(spec, m_frame, this);
        plot->setTheme(m_theme);
        plot->setVisible(true);
        if (spec.kind == PlotSpec::Kind::timeline)
            m_timeline = static_cast<TimelinePlot*>(plot);
        else if (spec.kind == PlotSpec::Kind::speedup)
            m_speedup = static_cast<SpeedupPlot*>(plot);
        else if (spec.kind == PlotSpec::Kind::stretches)
            m_stretches = static_cast<StretchesPlot*>(plot);
        m_plots.push_back(plot);
    }
    sharePlots();
    m_scrollBar->raise();
    m_fold->raise();
    m_usl->raise();
    m_hoverLabel->raise();
    m_heldLabel->raise();
}

RunTime PlotStack::runTime() const
{
    if (!m_frame.snapshot)
        return {m_plannedSeconds, 0, false};
    return {m_plannedSeconds, m_frame.snapshot->nowNs, m_frame.snapshot->finished};
}

TimeWindow PlotStack::extent() const
{
    const TimeWindow own = extentOf(runTime());
    return m_shared && m_shared->time ? united(own, *m_shared->time) : own;
}

TimeWindow PlotStack::whole() const
{
    return m_shared && m_shared->time ? *m_shared->time : followed(runTime());
}

void PlotStack::redraw()
{
    m_stale = true;
    drawNew(Study::asKnown);
}

bool PlotStack::refresh()
{
    return drawNew(Study::asMeasured);
}

bool PlotStack::drawNew(Study which)
{
    if (m_plots.empty())
        return false;
    if (!m_frame.trace) {
        const bool stale = m_stale;
        if (stale)
            draw();
        return stale;
    }
    if (m_frame.heldNs && !m_stale)
        return false;
    // The snapshot first: what ended before it is then in the lanes.
    m_frame.snapshot = m_frame.trace->snapshot();
    // Once the run is over nobody is disturbed: then a view that was held and is let go shows all of it.
    const bool told = (which == Study::asMeasured || m_frame.snapshot->finished) && takeStudy();
    if (m_frame.snapshot == m_drawn && !m_stale && !told)
        return false;
    m_drawn = m_frame.snapshot;
    if (m_following) {
        const TimeWindow window = whole();
        if (window != m_frame.window) {
            m_frame.window = window;
            emit windowChanged();
        }
    }
    // Tracks are added, and stay as they are.
    if (const std::size_t tracks = m_frame.trace->catalogue().tracks(); tracks != m_tracksPlaced) {
        m_tracksPlaced = tracks;
        m_frame.lanes = laneRows(m_plannedLanes, m_frame.trace->catalogue());
    }
    m_frame.tracks = tracksOf(m_frame.lanes);
    m_frame.cores = coreRows(m_frame.trace->catalogue());
    std::erase_if(m_frame.tracks, [&](TrackId track) { return track >= m_frame.trace->lanes(); });
    if (m_frame.snapshot->finished && !m_patternsFound) {
        m_frame.patterns = findPatterns(*m_frame.trace, *m_frame.snapshot, m_cores);
        m_patternsFound = true;
    }
    QElapsedTimer timer;
    timer.start();
    draw(told);
    m_meter.add(timer.nsecsElapsed());
    if ((m_pointer || m_frame.chosen) && !m_dragFrom)
        hoverAt(m_pointer); // what is there may be another now, or somewhere else
    return true;
}

void PlotStack::draw(bool measured)
{
    // A speedup changes a few times a second, not with each frame.
    const bool speedupToo = measured || m_stale;
    m_stale = false;
    if (m_stretches != nullptr)
        m_stretches->update();
    if (m_frame.trace) // first: it may take more lines than before
        m_legend->setEntries(legendNow());
    m_frame.coresFold = !sparing();
    // Around them is room for the frame that shows the focus.
    const QPoint inset(kFrame, kFrame);
    const Layout layout = layoutFor(QSizeF(size()).shrunkBy(QMarginsF(kFrame, kFrame, kFrame, kFrame)));
    m_legend->setVisible(!layout.legend.isNull());
    m_legend->setGeometry(layout.legend.toAlignedRect().translated(inset));
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        m_plots[i]->setVisible(!layout.plots[i].isNull());
        if (!layout.plots[i].isNull()) // nothing can be painted on a plot without a size
            m_plots[i]->setGeometry(layout.plots[i].toAlignedRect().translated(inset));
    }
    putUsl(); // first: it takes room from the speedup's
    arrange(layout);
    if (m_timeline == nullptr || m_timeline->isHidden())
        m_scrollBar->hide(); // the last experiment's may have stood
    if (m_timeline != nullptr && !m_timeline->isHidden()) {
        const double hidden = m_timeline->hiddenHeight();
        const QRect at = m_timeline->geometry();
        const QSignalBlocker quiet(m_scrollBar);
        m_scrollBar->setRange(0, qCeil(hidden));
        m_scrollBar->setPageStep(at.height());
        m_scrollBar->setSingleStep(qRound(m_theme.px(24)));
        m_scrollBar->setGeometry(at.right() - 9, at.top(), 10, at.height());
        m_scrollBar->setVisible(hidden > 0);
        m_timeline->setScroll(m_scrollBar->value());
    }
    putFold();
    for (std::size_t i = 0; i < m_plots.size(); ++i)
        if (!layout.plots[i].isNull() && (m_plots[i] != m_speedup || speedupToo))
            m_plots[i]->replot(QCustomPlot::rpQueuedRefresh);
}

void PlotStack::putFold()
{
    const std::optional<QRectF> place = m_timeline != nullptr ? m_timeline->foldPlace() : std::nullopt;
    m_fold->setVisible(place && !m_timeline->isHidden());
    if (place)
        m_fold->setGeometry(place->translated(m_timeline->pos()).toAlignedRect());
    m_fold->setChecked(m_frame.coresOpen);
    m_fold->setText(place ? m_timeline->coresInWords() : QString());
    m_fold->setAccessibleName(inWords(TS_TEXT("cores", "Cores: who ran on them")));
    m_fold->setToolTip(inWords(m_frame.coresOpen ? TS_TEXT("cores", "Hides who ran on each core (C)")
                                                 : TS_TEXT("cores", "Shows who ran on each core (C)")));
}

void PlotStack::toggleCores()
{
    if (m_timeline == nullptr || m_frame.cores.rows.empty())
        return;
    setCoresOpen(!m_frame.coresOpen);
    emit coresToggled(m_frame.coresOpen);
}

void PlotStack::setCoresOpen(bool open)
{
    m_coresWanted[m_coresFirst] = open;
    if (open != m_frame.coresOpen) {
        m_frame.coresOpen = open;
        redraw();
        emit coresOpenChanged(open);
    }
    putFold(); // a click has moved its check
}

void PlotStack::setFocusShown(bool shown)
{
    m_focusShown = shown;
    for (QWidget* button : {static_cast<QWidget*>(m_fold), static_cast<QWidget*>(m_usl)})
        button->setFocusPolicy(shown ? Qt::TabFocus : Qt::NoFocus);
}

void PlotStack::setHeld(bool held)
{
    if (held == this->held() || (held && !m_frame.trace))
        return;
    m_frame.heldNs = held ? std::optional(m_frame.snapshot->nowNs) : std::nullopt;
    if (held) {
        m_following = false;
        showHeld();
        redraw();
    } else {
        fitAll();
    }
    m_heldLabel->setVisible(held);
    update();
    emit heldChanged(held);
}

void PlotStack::showHeld()
{
    m_heldLabel->setText(m_frame.heldNs
                             ? inWords(Text(TS_TEXT("plots", "Held at %1")).arg(DurationArg{*m_frame.heldNs}))
                             : QString());
    m_heldLabel->adjustSize();
    m_heldLabel->move(width() - m_heldLabel->width() - qRound(m_theme.px(12)), qRound(m_theme.px(8)));
}

void PlotStack::setMeasured(std::optional<TimeWindow> measured)
{
    if (m_frame.measured == measured)
        return;
    m_frame.measured = measured;
    redrawOverlays();
    emit measuredChanged();
}

void PlotStack::select(const std::optional<LaneHit>& hit)
{
    m_frame.selected = hit;
    setLit(hit && m_frame.trace ? lockOf(m_frame.trace->catalogue(), *hit) : kNoObject);
    redrawOverlays();
    emit selectedChanged();
}

std::function<std::optional<EvidencePlace>(Evidence)> PlotStack::evidenceFinder() const
{
    if (!m_frame.trace)
        return [](Evidence) { return std::optional<EvidencePlace>(); };
    ObjectId variable = kNoObject;
    for (const Plot* plot : m_plots)
        if (!plot->spec().variable.empty())
            variable = findVariable(m_frame.trace->catalogue(), plot->spec().variable);
    return [trace = m_frame.trace, snapshot = m_frame.snapshot, tracks = m_frame.tracks, variable](
               Evidence evidence) { return findEvidence(*trace, *snapshot, tracks, variable, evidence); };
}

void PlotStack::setEvidence(std::vector<EvidencePlace> places)
{
    if (m_frame.evidence == places)
        return;
    m_frame.evidence = std::move(places);
    redraw();
}

void PlotStack::setEvidencePoint(const std::optional<PointId>& point)
{
    if (m_frame.evidencePoint == point)
        return;
    m_frame.evidencePoint = point;
    redraw();
}

void PlotStack::showEvidence(const EvidencePlace& place)
{
    const std::int64_t margin = std::max<std::int64_t>(place.stretch.lengthNs() / 12, kShortestWindowNs);
    setWindow({place.stretch.fromNs - margin, place.stretch.toNs + margin});
}

void PlotStack::setLit(ObjectId lock)
{
    if (m_frame.lit == lock)
        return;
    m_frame.lit = lock;
    redrawOverlays();
}

void PlotStack::redrawOverlays()
{
    for (Plot* plot : m_plots)
        plot->redrawOverlay();
}

void PlotStack::fitAll()
{
    showWindow(whole(), true, true);
    redraw();
}

void PlotStack::showNow()
{
    setHeld(false);
    fitAll();
}

void PlotStack::setWindow(TimeWindow window)
{
    showWindow(window, true);
}

void PlotStack::showWindow(TimeWindow window, bool remember, bool following)
{
    window = clamped(window, extent());
    showView({window, following, !following && window != whole()}, remember);
}

void PlotStack::showView(View view, bool remember)
{
    if (view.window == m_frame.window && (m_following || !view.following))
        return;
    if (remember && view.window != m_frame.window)
        m_zooms.push_back({m_frame.window, m_following, m_zoomed});
    m_frame.window = view.window;
    m_following = view.following;
    m_zoomed = view.zoomed;
    redraw();
    emit windowChanged();
}

void PlotStack::zoomBack()
{
    if (m_zooms.empty())
        return;
    View view = m_zooms.back();
    m_zooms.pop_back();
    view.window = clamped(view.window, extent());
    if (view.following || view.window == whole())
        view = {whole(), true, false}; // of a run that has gone on since
    showView(view, false);
}

void PlotStack::isolate(int state)
{
    m_frame.isolated = state < 0 ? std::nullopt : std::optional(static_cast<State>(state));
    m_legend->setIsolated(m_frame.isolated);
    redraw();
}

void PlotStack::paintTo(QCPPainter& painter, const QRectF& area)
{
    if (m_frame.trace)
        refresh();
    if (m_frame.trace)
        m_legend->setEntries(legendNow());
    m_frame.coresFold = false;
    if (m_speedup != nullptr)
        m_speedup->setCorner(0); // a figure has no button
    const Layout layout = layoutFor(area.size());
    arrange(layout);
    painter.save();
    painter.translate(area.topLeft());
    if (!layout.legend.isNull())
        m_legend->paintOn(painter, layout.legend, lanesPlot()->area().left());
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        if (layout.plots[i].isNull())
            continue;
        painter.save();
        painter.translate(layout.plots[i].topLeft());
        const QSize size = layout.plots[i].size().toSize();
        m_plots[i]->toPainter(&painter, size.width(), size.height());
        painter.restore();
    }
    painter.restore();
    redraw();
}

void PlotStack::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.plot);
    if (held()) {
        const QRegion inside(rect().adjusted(kFrame, kFrame, -kFrame, -kFrame));
        painter.setClipRegion(QRegion(rect()) - inside);
        painter.fillRect(rect(), QBrush(m_theme.accent, Qt::BDiagPattern));
        return;
    }
    if (!hasFocus() || !m_focusShown)
        return;
    painter.setPen(QPen(m_theme.accent, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void PlotStack::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    redraw();
}

} // namespace threadscape
