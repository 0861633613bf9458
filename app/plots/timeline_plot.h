#pragma once

#include "plots/core_painter.h"
#include "plots/lane_painter.h"
#include "plots/message_lines.h"
#include "plots/plot.h"
#include "view/core_hit.h"
#include "view/lane_end.h"
#include "view/updates.h"
#include "viewing/view_model.h"

#include <memory>

namespace threadscape {

class FoldButton;

/// A lane for each thread: states, held locks, operations, and the lane's number at the right edge.
class TimelinePlot final : public Plot {
public:
    /// `view`: which its button changes; it outlives this.
    TimelinePlot(PlotSpec spec, const PlotFrame& frame, ViewModel& view, QWidget* parent);
    ~TimelinePlot() override;

    StackPlot room() const override;
    bool hasLanes() const override { return true; }
    bool namesTimes() const override { return true; }
    bool hasLegend() const override { return true; }
    std::vector<LegendEntry> legend() const override;
    void placeControls() override;
    void raiseControls() override;

    double leftMargin() const override;
    double rightMargin() const override;
    QString hover(QPointF at) override;
    std::optional<LaneHit> hitAt(QPointF at) const override;

    /// The height below which lanes are scrolled, and the one above which they get no fatter.
    double leastHeight() const override { return heightAt(namedPitch()); }
    /// The same where there is little room, and lanes may be close.
    double closeHeight() const { return heightAt(theme().px(kClosePitch)); }
    double mostHeight() const { return heightAt(mostPitch()); }
    double hiddenHeight() const override;
    void setScroll(double px) override;
    double scroll() const { return m_scroll; }
    double scrollTo(std::string_view group) const override;
    /// Where the button stands that opens and closes the cores; nothing: nowhere.
    std::optional<QRectF> foldPlace() const;
    /// What stands in the heading of the cores.
    QString coresInWords() const;

    /// Of the lock at `index` in the catalogue, the colour of its bar.
    static std::vector<QColor> lockColors(const Theme& theme, const Catalogue& catalogue);

protected:
    void styleAxes() override;
    void paintBehind(QCPPainter& painter) override;
    void paintData(QCPPainter& painter) override;
    void paintHover(QCPPainter& painter, QPointF at) override;
    void paintLit(QCPPainter& painter) override;

private:
    static constexpr double kClosePitch = 8; // every other lane has its name

    struct Row {
        const LaneRow* lane = nullptr; // of a thread; null: a heading, or a core
        const LaneRow* core = nullptr;
        const LaneRows* group = nullptr; // of which it is the heading
        bool ofCores = false;            // the heading above the cores
        QString heading{};
        QRectF rect{};     // of the lane without the gap, across the area
        QString numbers{}; // headings: what the lanes' numbers count
    };
    std::vector<Row> rows(bool shrink) const;
    void putFoldWords();
    void paintNumberHeading(QCPPainter& painter, const Row& row) const;
    double headingHeight() const;
    double headingsHeight() const;
    std::size_t laneCount() const;
    bool hasCoresHeading() const
    {
        return !frame().run.cores.rows.empty() && (frame().view.coresOpen || frame().coresFold());
    }
    double pitchFor(double height) const;
    double mostPitch() const;
    double namedPitch() const;
    double leastPitch() const { return frame().sparing ? theme().px(kClosePitch) : namedPitch(); }
    double heightAt(double pitch) const;
    QString headingOf(const LaneRows& group) const;
    const Row* rowAt(const std::vector<Row>& rows, QPointF at) const;
    const Row* rowOf(const std::vector<Row>& rows, TrackId track) const;
    bool hasLocks() const;
    QString numberOf(const LaneRow& lane) const;
    void paintNames(QCPPainter& painter, const std::vector<Row>& rows) const;
    void paintNumbers(QCPPainter& painter, const std::vector<Row>& rows) const;
    bool seen(const Row& row) const;
    void paintBoxes(QCPPainter& painter, const LanePainter& lanes, const LanePicture& picture, TrackId track,
                    const QRectF& lane, bool named) const;
    /// An arrow head, and in words how long, where the end of the run found a wait going on.
    void paintCutOff(QCPPainter& painter, LanePainter& lanes, const TimeAxis& axis, const Row& row,
                     const QRectF& states) const;
    struct PatternChip {
        std::vector<const PatternOnLane*> patterns; // one, or that of each lane of a group
        QString words;
        QRectF rect;
    };
    std::vector<const PatternOnLane*> sharedPattern(const LaneRows& group) const;
    std::vector<PatternChip> patternChips(const std::vector<Row>& rows) const;
    void paintPatterns(QCPPainter& painter, const std::vector<Row>& rows) const;
    /// The patterns of the lane whose name of one stands there, a sentence each; empty: none.
    QString patternAt(QPointF at) const;
    UpdatesPicture updatesOf() const;
    QRectF lanesRect(const std::vector<Row>& rows) const;
    void paintEvidence(QCPPainter& painter, const std::vector<Row>& rows, const TimeAxis& axis,
                       const LanePainter& lanes) const;
    void paintLitLock(QCPPainter& painter, const std::vector<Row>& rows);
    QRectF placeOf(const LaneHit& hit, const QRectF& lane) const;
    /// The messages that are drawn: all, if they can be told apart.
    std::vector<DrawnMessage> messages(const std::vector<Row>& rows) const;
    MessageLines messageLines(const std::vector<Row>& rows) const;
    void paintMessages(QCPPainter& painter, const std::vector<Row>& rows) const;
    /// Arrows from tasks that ended to those that awaited them, if they can be told apart.
    void paintAwaits(QCPPainter& painter, const std::vector<Row>& rows) const;
    struct PointedMessage {
        MessageArrow arrow;
        bool drawn = false; ///< its arrow is there to be pointed at; else it is the nearest on its lane
    };
    std::optional<PointedMessage> messageAt(QPointF at) const;
    /// The message that a wait was for. Under a Trace::Reader.
    std::optional<PointedMessage> endedBy(const LaneHit& wait) const;
    /// A cross where a process ended that did not end well, and in words how, where there is room.
    void paintEnds(QCPPainter& painter, const std::vector<Row>& rows) const;
    /// The bad end whose mark, or whose lane's name, is pointed at.
    std::optional<LaneEnd> endAt(QPointF at) const;
    /// Who ended a wait: an arrow from the waker's lane to the wait's end.
    void paintWakeUp(QCPPainter& painter, const std::vector<Row>& rows, const LaneHit& hit) const;
    void paintArrow(QCPPainter& painter, std::int64_t fromNs, double y0, std::int64_t toNs,
                    const QRectF& to) const;

    /// The core's lane that is pointed at.
    std::optional<CoreHit> coreAt(QPointF at) const;
    void paintCores(QCPPainter& painter, const std::vector<Row>& rows, const TimeAxis& axis, double pxScale);
    /// What the thread had of the cores, wherever it is pointed at.
    void paintCoresOf(QCPPainter& painter, const std::vector<Row>& rows, TrackId track);
    void paintCoreHover(QCPPainter& painter, const std::vector<Row>& rows, const CoreHit& hit);

    double m_scroll = 0;
    std::unique_ptr<FoldButton> m_fold;            // of the cores
    QImage m_image;                                // that lanes are painted in
    std::map<TrackId, CorePicture> m_corePictures; // as last painted
};

} // namespace threadscape
