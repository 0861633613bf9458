#pragma once

#include <QObject> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "plots/stack/plot_column.h"

namespace threadscape {

class HoverLabel;

/// Describes and highlights what is under the pointer in a stack, or, among the points of a speedup, what keys have
/// selected.
/// Threads: the GUI thread.
class StackPointer final : public QObject {
    Q_OBJECT

public:
    /// `lit`: the lock that is highlighted in the frame. All outlive this.
    StackPointer(PlotColumn& plots, const PlotFrame& frame, ObjectId& lit, HoverLabel& label);

    /// The time at a position of the stack; nullopt: no time axis there.
    std::optional<std::int64_t> timeAt(QPointF at) const;
    std::optional<LaneHit> hitAt(QPointF at) const;
    std::optional<PointId> pointAt(QPointF at) const;

    /// Describes and highlights what is there. nullopt: describes the selection. Returns the time at the pointer.
    std::optional<std::int64_t> point(std::optional<QPointF> at);
    /// Describes the selected point next to it, until the mouse moves over the plots. Returns the previous value.
    bool setKeyed(bool keyed) { return std::exchange(m_keyed, keyed); }
    /// Highlights the lock of the selection.
    void lightSelection();

signals:
    void hoverTextChanged(const QString& sentence);

private:
    void setLit(ObjectId lock);
    void tell(QString sentence, const std::optional<LaneHit>& hit);
    /// Position of the point that keys have selected.
    std::optional<QPointF> keyedPlace() const;

    PlotColumn& m_plots;
    const PlotFrame& m_frame;
    ObjectId& m_lit;
    HoverLabel& m_label;
    bool m_keyed = false;
    QString m_sentence;
};

} // namespace threadscape
