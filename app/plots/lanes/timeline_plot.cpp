#include "plots/lanes/timeline_plot.h"

#include "plots/lanes/evidence_frames.h"
#include "plots/lanes/fold_button.h"
#include "plots/lanes/lane_arrow.h"
#include "plots/lanes/lane_ends.h"
#include "plots/lanes/lane_names.h"
#include "plots/lanes/lane_numbers.h"
#include "plots/lanes/lane_states.h"
#include "plots/lanes/lock_colors.h"
#include "plots/lanes/message_arrows.h"
#include "plots/lanes/operation_boxes.h"
#include "plots/lanes/pattern_names.h"
#include "plots/lanes/pointed_lanes.h"
#include "plots/lanes/unfinished_waits.h"
#include "plots/lanes/update_marks.h"
#include "text/language_change.h"
#include "text/pointed_words.h"
#include "text/texts.h"

namespace threadscape {

namespace {

// Painting into a file, which cannot be scrolled.
bool isFile(const QCPPainter& painter)
{
    return painter.modes().testFlag(QCPPainter::pmNoCaching) ||
           painter.modes().testFlag(QCPPainter::pmVectorized);
}

std::size_t operationsOf(const LaneScene& scene, const std::vector<VisibleLane>& lanes)
{
    std::size_t all = 0;
    for (const VisibleLane& lane : lanes)
        all += operationsIn(LaneView(scene.trace(), scene.snapshot(), lane.row->track), scene.window());
    return all;
}

double columnsPerPixel(const QCPPainter& painter)
{
    return painter.modes().testFlag(QCPPainter::pmVectorized) ? 2 : painter.device()->devicePixelRatioF();
}

} // namespace

TimelinePlot::TimelinePlot(PlotSpec spec, const PlotFrame& plotFrame, ViewModel& view, QWidget* parent)
    : Plot(std::move(spec), plotFrame, parent),
      m_sizes(laneSizesOf(theme())),
      m_fold(std::make_unique<FoldButton>(parent))
{
    yAxis->setTickLabels(false);
    yAxis->setTicks(false);
    yAxis->grid()->setVisible(false);
    m_fold->hide();
    connect(m_fold.get(), &FoldButton::clicked, &view, &ViewModel::setCoresOpen);
    onLanguageChange(m_fold.get(), [this] { retranslateFoldButton(); });
}

TimelinePlot::~TimelinePlot() = default;

StackPlot TimelinePlot::room() const
{
    StackPlot asked = Plot::room();
    asked.lanes = LanesHeight{closeHeight(), leastHeight(), mostHeight()};
    return asked;
}

std::vector<LegendEntry> TimelinePlot::legend() const
{
    return legendOf(*frame().run.trace, *frame().run.snapshot, frame().run.tracks, frame().view.window);
}

QString TimelinePlot::note() const
{
    if (m_tooSmall == 0)
        return {};
    return inWords(Text(TS_PLURAL("timeline", "%n slices are too small here"))
                       .count(static_cast<std::int64_t>(m_tooSmall)));
}

void TimelinePlot::styleAxes()
{
    m_sizes = laneSizesOf(theme());
    m_scroll = 0;
}

double TimelinePlot::leftMargin() const
{
    return laneNamesWidth(unplaced());
}

double TimelinePlot::rightMargin() const
{
    return laneNumbersWidth(unplaced());
}

double TimelinePlot::heightAt(double pitch) const
{
    return m_sizes.heightAt(pitch, laneListOf(frame()), titleHeight() + theme().px(4));
}

double TimelinePlot::mostHeight() const
{
    return heightAt(m_sizes.mostPitchOf(laneListOf(frame())));
}

const LaneLayout& TimelinePlot::layout(bool shrink) const
{
    return m_layout.of({laneListOf(frame()), m_sizes, area(), m_scroll, frame().sparing, shrink},
                       [](const LaneLayout::Input& input) { return LaneLayout(input); });
}

LaneScene TimelinePlot::scene(const LaneLayout& layout, double perPixel) const
{
    return {frame(), spec(), theme(), layout, double(axisRect()->outerRect().right()), perPixel, m_canvas};
}

// For names, numbers and their widths, which do not depend on the layout.
LaneScene TimelinePlot::unplaced() const
{
    static const LaneLayout nowhere;
    return scene(nowhere, 1);
}

double TimelinePlot::scrollTo(std::string_view group) const
{
    const auto found = std::ranges::find(frame().run.lanes, group, &LaneRows::group);
    return layout().scrollTo(static_cast<std::size_t>(found - frame().run.lanes.begin()));
}

std::optional<QRectF> TimelinePlot::foldPlace() const
{
    const LaneLayout::Row* heading = frame().coresFold() ? layout().coresHeading() : nullptr;
    if (heading == nullptr || !layout().isFullyVisible(*heading))
        return std::nullopt;
    return QRectF(0, heading->rect.top(), area().left() - theme().px(8), heading->rect.height());
}

void TimelinePlot::retranslateFoldButton()
{
    m_fold->setText(unplaced().coresInWords());
    m_fold->setAccessibleName(inWords(TS_TEXT("cores", "Cores: who ran on them")));
    m_fold->setToolTip(inWords(frame().view.coresOpen ? TS_TEXT("cores", "Hides who ran on each core (C)")
                                                      : TS_TEXT("cores", "Shows who ran on each core (C)")));
}

void TimelinePlot::raiseControls()
{
    m_fold->raise();
}

void TimelinePlot::placeControls()
{
    const std::optional<QRectF> place = foldPlace();
    m_fold->setVisible(place && !isHidden());
    if (!place)
        return;
    m_fold->setTheme(theme());
    m_fold->setChecked(frame().view.coresOpen);
    m_fold->setFocusPolicy(frame().keys ? Qt::TabFocus : Qt::NoFocus);
    retranslateFoldButton();
    m_fold->setGeometry(place->translated(pos()).toAlignedRect());
}

// Marks are hit where they were last painted. Under a Trace::Reader.
const LanesHit& TimelinePlot::pointedAt(QPointF at) const
{
    const LaneLayout& lanes = layout();
    return m_pointed.of({at, frame().run.snapshot, frame().view.window, m_layout.made(), m_paintings},
                        [&](const PointedKey&) {
                            return hitLanes({*frame().run.trace, *frame().run.snapshot, lanes, timeAxis(),
                                             theme().px(1), m_marks.patterns, m_marks.ends, m_marks.messages},
                                            at);
                        });
}

QString TimelinePlot::hover(QPointF at)
{
    if (!frame().run.trace)
        return {};
    const auto reader = frame().run.trace->reader();
    QStringList words;
    for (const Text& sentence :
         sentences(frame().run.trace->catalogue(), pointedAt(at), frame().run.patterns))
        words << inWords(sentence);
    return words.join(u'\n');
}

std::optional<LaneHit> TimelinePlot::hitAt(QPointF at) const
{
    if (!frame().run.trace)
        return std::nullopt;
    const auto reader = frame().run.trace->reader();
    const auto* hit = std::get_if<SpanHit>(&pointedAt(at));
    return hit != nullptr ? std::optional(hit->span) : std::nullopt;
}

void TimelinePlot::paintBehind(QCPPainter& painter)
{
    painter.setClipRect(area());
    paintLaneGrounds(painter, scene(layout(isFile(painter)), columnsPerPixel(painter)));
}

void TimelinePlot::paintData(QCPPainter& painter)
{
    const LaneScene lanes = scene(layout(isFile(painter)), columnsPerPixel(painter));
    paintLaneNames(painter, lanes);
    paintLaneNumbers(painter, lanes);
    Marks marks;
    if (lanes.hasRun())
        marks = paintRun(painter, lanes);
    else
        paintNotice(painter, frame().run.emptySentence);
    m_tooSmall = marks.tooSmall;
    if (isFile(painter))
        return;
    m_marks = std::move(marks);
    ++m_paintings;
}

// Recorded by another program: of a run of this one the states tell what happened, also where no box fits.
bool TimelinePlot::isForeign() const
{
    return frame().run.snapshot->finished && frame().run.shown && !frame().run.shown->request();
}

TimelinePlot::Marks TimelinePlot::paintRun(QCPPainter& painter, const LaneScene& lanes) const
{
    const std::vector<VisibleLane> shown = lanes.visibleLanes();
    const UpdatesPicture updates = laneUpdates(lanes);
    Marks marks;
    marks.messages = laneMessages(lanes);
    painter.save();
    painter.setClipRect(area());
    paintLaneStates(painter, lanes, shown);
    marks.cores = PaintedCores::paint(painter, lanes);
    const std::size_t boxes = paintOperationBoxes(painter, lanes, shown, updates.updates.empty());
    marks.tooSmall = isForeign() ? operationsOf(lanes, shown) - boxes : 0;
    paintMessageArrows(painter, lanes, marks.messages);
    paintAwaitArrows(painter, lanes);
    painter.restore();
    paintEvidenceFrames(painter, lanes);
    paintUpdateMarks(painter, lanes, shown, updates);
    marks.ends = paintLaneEnds(painter, lanes);
    if (!lanes.snapshot().finished)
        return marks;
    paintUnfinishedWaits(painter, lanes, shown);
    marks.patterns = paintPatternNames(painter, lanes);
    return marks;
}

void TimelinePlot::paintHover(QCPPainter& painter, QPointF at)
{
    painter.setClipRect(area());
    paintPointed(painter, scene(layout(), columnsPerPixel(painter)), pointedAt(at), m_marks.cores);
}

void TimelinePlot::paintLit(QCPPainter& painter)
{
    const LaneScene lanes = scene(layout(), columnsPerPixel(painter));
    painter.save();
    painter.setClipRect(area());
    if (lanes.lit() != kNoObject)
        paintLitLock(painter, lanes);
    if (lanes.selected() != nullptr)
        paintSelected(painter, lanes, *lanes.selected());
    painter.restore();
}

} // namespace threadscape
