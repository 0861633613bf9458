#pragma once

#include <QObject> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "plots/stack/plot_column.h"

namespace threadscape {

class HoverLabel;

/// What a stack says and lights up where it is pointed at, with the mouse or, among the points of a speedup, with keys.
/// Threads: the GUI thread.
class StackPointer final : public QObject {
    Q_OBJECT

public:
    /// `lit`: the lock that is lit up in the frame. All outlive this.
    StackPointer(PlotColumn& plots, const PlotFrame& frame, ObjectId& lit, HoverLabel& label);

    /// The time at a place of the stack; nothing: none stands there.
    std::optional<std::int64_t> timeAt(QPointF at) const;
    std::optional<LaneHit> hitAt(QPointF at) const;
    std::optional<PointId> pointAt(QPointF at) const;

    /// Says what is there, and lights it up. Nothing: what is chosen is said. Returns the time that is pointed at.
    std::optional<std::int64_t> point(std::optional<QPointF> at);
    /// From now on the chosen point is said beside itself, until the mouse points anywhere. Returns whether it was.
    bool setKeyed(bool keyed) { return std::exchange(m_keyed, keyed); }
    /// The lock that the selection is about is lit up.
    void lightSelection();

signals:
    void hoverTextChanged(const QString& sentence);

private:
    void setLit(ObjectId lock);
    void tell(QString sentence, const std::optional<LaneHit>& hit);
    /// Of the point that keys have chosen.
    std::optional<QPointF> keyedPlace() const;

    PlotColumn& m_plots;
    const PlotFrame& m_frame;
    ObjectId& m_lit;
    HoverLabel& m_label;
    bool m_keyed = false;
    QString m_sentence;
};

} // namespace threadscape
