#include "plots/stack/plot_stack.h"

#include "plots/stack/held_label.h"
#include "plots/stack/hover_label.h"
#include "plots/stack/lane_scroll_bar.h"
#include "plots/stack/legend_strip.h"
#include "text/language_change.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QScopedValueRollback>

namespace threadscape {

namespace {

constexpr int kFrame = 4; // px of the frame that shows the focus, or that the view is frozen

} // namespace

PlotStack::PlotStack(QWidget* parent)
    : PlotStack(std::make_unique<ViewModel>(), nullptr, ViewModel::Place::own, parent)
{
}

PlotStack::PlotStack(ViewModel& view, ViewModel::Place place, QWidget* parent)
    : PlotStack(nullptr, &view, place, parent)
{
}

PlotStack::PlotStack(std::unique_ptr<ViewModel> own, ViewModel* view, ViewModel::Place place, QWidget* parent)
    : QWidget(parent),
      m_ownView(std::move(own)),
      m_view(view != nullptr ? view : m_ownView.get()),
      m_place(place),
      m_legend(new LegendStrip(this)),
      m_scrollBar(new LaneScrollBar(this)),
      m_hoverLabel(new HoverLabel(this)),
      m_heldLabel(new HeldLabel(this)),
      m_input({*this, m_plots, m_frame, m_frame.lit, *m_hoverLabel, *m_scrollBar}, *m_view)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(320, 200);
    connect(m_scrollBar, &QScrollBar::valueChanged, this, [this](int px) { m_view->setScroll(px); });
    connect(m_legend, &LegendStrip::isolated, this, [this](int state) {
        m_view->isolate(state < 0 ? std::nullopt : std::optional(static_cast<State>(state)));
    });
    connect(&m_input.pointer(), &StackPointer::hoverTextChanged, this, &PlotStack::hovered);
    setView(*m_view);
    setTheme(Theme::light());
    onLanguageChange(this, [this] { // all other texts are translated when painted
        setAccessibleName(inWords(TS_TEXT("plots", "Plots over time")));
        m_heldLabel->show(m_frame.heldNs());
        m_input.pointAgain();
        redraw();
    });
}

PlotStack::~PlotStack() = default;

void PlotStack::setView(ViewModel& view)
{
    disconnect(m_viewChanges);
    m_view = &view;
    m_input.setView(view);
    m_viewChanges = connect(&view, &ViewModel::changed, this, &PlotStack::takeView);
    takeView(ViewParts::all());
}

void PlotStack::setEmptySentence(const QString& sentence)
{
    m_reader.frame().emptySentence = sentence;
    redraw();
}

void PlotStack::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_input.gestures().setScale(theme.px(1));
    m_legend->setTheme(theme);
    m_hoverLabel->setTheme(theme);
    m_heldLabel->setTheme(theme);
    m_scrollBar->setTheme(theme);
    m_plots.setTheme(theme);
    redraw();
}

void PlotStack::setExperiment(const Experiment& experiment, const QString& emptySentence, bool onThisMachine)
{
    take(RunReader(experiment, emptySentence, onThisMachine), experiment);
}

void PlotStack::setRun(std::shared_ptr<const Run> run)
{
    const Experiment& experiment = run->experiment();
    take(RunReader(std::move(run)), experiment);
}

void PlotStack::take(RunReader reader, const Experiment& experiment)
{
    reader.frame().before = run().before;
    m_plots.clear();
    m_reader = std::move(reader);
    m_frame.pictures = std::make_shared<LanePictures>();
    m_frame.lit = kNoObject;
    const std::vector<PlotSpec> specs = experiment.plots();
    m_view->setTime(m_place, run().time(), trace().get());
    if (m_ownView)
        m_ownView->begin(std::ranges::any_of(specs, &PlotSpec::cores));
    m_frame.view = m_view->state();
    m_plots.make(specs, *m_view, m_theme);
    m_plots.setShared(m_shared);
    for (QWidget* above : {static_cast<QWidget*>(m_scrollBar), static_cast<QWidget*>(m_hoverLabel),
                           static_cast<QWidget*>(m_heldLabel)})
        above->raise();
    m_meter = {};
    m_legend->setEntries({});
    m_input.reset();
    takeView(ViewPart::held | ViewPart::isolated | ViewPart::selected);
}

// Also for a shared view.
void PlotStack::takeView(ViewParts parts)
{
    m_frame.view = m_view->state();
    constexpr ViewParts kOverlays = ViewPart::measured | ViewPart::selected | ViewPart::pointed;
    if (parts.has(ViewPart::isolated))
        m_legend->setIsolated(m_frame.view.isolated);
    if (parts.has(ViewPart::held)) {
        m_heldLabel->show(m_frame.heldNs());
        update();
    }
    if (parts.without(kOverlays).any()) {
        m_stale = true;
        if (!m_paused && !m_drawing)
            redraw();
    }
    if (m_paused)
        return;
    m_input.follow(parts);
    if (parts.has(ViewPart::measured | ViewPart::selected | ViewPart::chosen))
        m_plots.redrawOverlays();
    if (parts.has(ViewPart::chosen) && !m_drawing)
        m_input.pointAgain();
}

void PlotStack::redraw()
{
    m_stale = true;
    drawNew(RunReader::Study::onceOver);
}

bool PlotStack::refresh()
{
    return drawNew(RunReader::Study::asMeasured);
}

void PlotStack::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused)
        refresh();
}

bool PlotStack::drawNew(RunReader::Study study)
{
    if (m_plots.empty() || m_paused || ((!trace() || m_frame.heldNs()) && !m_stale))
        return false;
    const QScopedValueRollback drawing(m_drawing, true);
    // After the end no measurement is disturbed: a view that was frozen then shows all of it when unfrozen.
    const RunReader::News news = m_reader.read(m_frame.heldNs() ? RunReader::Study::leave : study);
    if (trace() && !news.run && !news.study && !m_stale)
        return false;
    m_view->setTime(m_place, run().time(), trace().get());
    QElapsedTimer timer;
    timer.start();
    draw(news.study);
    if (trace()) {
        m_meter.add(timer.nsecsElapsed());
        const Gestures& gestures = m_input.gestures();
        if ((gestures.pointer() || m_frame.view.chosen) && !gestures.dragging())
            m_input.pointAgain();
    }
    return true;
}

void PlotStack::draw(bool studyIsNew)
{
    // A speedup changes a few times a second, not with each frame.
    const bool allPlots = std::exchange(m_stale, false) || studyIsNew;
    m_frame.controls = true;
    // Leaves space around them for the focus frame.
    const StackLayout layout = layoutFor(QSizeF(size()).shrunkBy(QMarginsF(kFrame, kFrame, kFrame, kFrame)));
    const QPoint inset(kFrame, kFrame);
    m_legend->setVisible(!layout.legend.isNull());
    m_legend->setGeometry(layout.legend.toAlignedRect().translated(inset));
    m_plots.place(layout, inset);
    m_plots.placeControls(); // which reduce their space
    m_legend->setLeft(m_plots.arrange(layout, m_shared));
    Plot* const lanes = m_plots.lanes();
    m_scrollBar->place(lanes != nullptr && !lanes->isHidden() ? lanes : nullptr, m_frame.view.scrollPx);
    m_plots.placeControls(); // beside lanes, at their new position
    for (Plot* plot : m_plots.all())
        if (!plot->isHidden() && (plot->changesWithRun() || allPlots))
            plot->replot(QCustomPlot::rpQueuedRefresh);
    showNote();
}

// Known once the plot that the legend explains has been painted.
void PlotStack::showNote()
{
    const Plot* const explained = m_plots.explained();
    m_legend->setNote(explained != nullptr ? explained->note() : QString());
}

StackLayout PlotStack::layoutFor(QSizeF size)
{
    m_frame.sparing = m_shared || m_scope != StackScope::all;
    m_plots.prepare();
    const Plot* const explained = m_plots.explained();
    if (trace() && explained != nullptr) { // first: it may need more lines than before
        const auto reader = trace()->reader();
        m_legend->setEntries(explained->legend());
    }
    return stackLayout(m_plots.asked(),
                       {.size = size,
                        .legendPx = static_cast<double>(m_legend->heightNeeded(size.width())),
                        .scale = m_theme.px(1),
                        .scope = m_scope,
                        .shared = m_shared ? &*m_shared : nullptr,
                        .zoomed = m_frame.view.zoomed});
}

StackNeeds PlotStack::needs() const
{
    StackNeeds needs;
    if (const Plot* const lanes = m_plots.lanes()) {
        const LanesHeight height = lanes->room().lanes.value();
        needs.legend = m_legend->heightNeeded(width());
        needs.lanesClose = height.close;
        needs.lanesLeast = height.least;
        needs.lanesMost = height.most;
    }
    for (const Plot* plot : m_plots.all())
        needs.plots.push_back(plot->needs());
    return needs;
}

void PlotStack::setShared(std::optional<StackNeeds> shared)
{
    if (m_shared == shared)
        return;
    m_shared = std::move(shared);
    m_legend->setSparing(m_shared.has_value());
    m_plots.setShared(m_shared);
    redraw();
}

void PlotStack::setScope(StackScope scope)
{
    m_scope = scope;
    m_legend->setBrief(scope == StackScope::essential);
    redraw();
}

void PlotStack::setFocusShown(bool shown)
{
    m_focusShown = shown;
    m_frame.keys = shown;
}

std::function<std::optional<EvidencePlace>(Evidence)> PlotStack::evidenceFinder()
{
    m_reader.read(RunReader::Study::leave); // also while it is paused
    m_stale = true;
    return m_reader.evidenceFinder();
}

void PlotStack::setEvidence(std::vector<EvidencePlace> places)
{
    if (run().evidence == places)
        return;
    m_reader.frame().evidence = std::move(places);
    redraw();
}

void PlotStack::setEvidencePoint(const std::optional<PointId>& point)
{
    if (run().evidencePoint == point)
        return;
    m_reader.frame().evidencePoint = point;
    redraw();
}

void PlotStack::setPinnedStudy(std::shared_ptr<const SpeedupStudy> study)
{
    if (study == run().before)
        return;
    m_reader.frame().before = std::move(study);
    redraw();
}

void PlotStack::paintTo(QCPPainter& painter, const QRectF& area)
{
    refresh();
    m_frame.controls = false;
    m_plots.placeControls();
    const StackLayout layout = layoutFor(area.size());
    m_plots.arrange(layout, m_shared);
    painter.save();
    painter.translate(area.topLeft());
    const double left = layout.legend.isNull() ? 0 : m_plots.explained()->area().left();
    if (!layout.legend.isNull())
        m_legend->paintOn(painter, layout.legend, left);
    m_plots.paintTo(painter, layout);
    showNote();
    if (!layout.legend.isNull())
        m_legend->paintNoteOn(painter, layout.legend, left);
    painter.restore();
    redraw();
}

void PlotStack::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.plot);
    if (m_frame.heldNs()) {
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
    m_heldLabel->show(m_frame.heldNs());
}

void PlotStack::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void PlotStack::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_input.loseFocus();
    update();
}

} // namespace threadscape
