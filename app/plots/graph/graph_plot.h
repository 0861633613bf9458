#pragma once

#include "plots/plot.h"
#include "view/series/wait_graph.h"

namespace threadscape {

/// The wait-for graph of threads and locks on a ring, at the pointer's time, or at the end: a cycle is highlighted. Nodes
/// keep their positions over time.
class GraphPlot final : public Plot {
public:
    GraphPlot(PlotSpec spec, const PlotFrame& frame, QWidget* parent);

    bool onTimeAxis() const override { return false; }
    StackPlot room() const override;
    double leastHeight() const override;
    QString hover(QPointF at) override;

protected:
    void paintData(QCPPainter& painter) override;
    void paintLit(QCPPainter& painter) override;

private:
    /// The position of every node; locks and threads alternate.
    struct Ring {
        std::vector<QPointF> threads;
        std::vector<QPointF> locks;
        QPointF centre;
        double wide = 1; ///< half of it, like the next
        double high = 1;
    };

    std::int64_t momentShown() const;
    WaitGraph graph(std::int64_t ns) const;
    Ring ring(const WaitGraph& graph) const;
    void paintGraph(QCPPainter& painter, std::int64_t ns) const;
    void paintArrow(QCPPainter& painter, QPointF from, QPointF to, QPointF centre, const QPen& pen) const;
    void paintNames(QCPPainter& painter, const WaitGraph& graph, const Ring& ring) const;
    void paintKey(QCPPainter& painter, std::int64_t ns, bool circle) const;
    QString name(TrackId track) const;
    QString name(const WaitGraph::Lock& lock) const;
};

} // namespace threadscape
