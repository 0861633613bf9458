#pragma once

#include "plots/stack/stack_pointer.h"
#include "viewing/gestures.h"

class QScrollBar;

namespace threadscape {

/// What mouse and keys do on a stack: Gestures says what they mean, this what they are made on. Threads: the GUI thread.
class StackInput final : private GestureSurface {
public:
    /// What it works on, which outlives it. `lit`: the lock that is lit up in the frame.
    struct Parts {
        QWidget& stack;
        PlotColumn& plots;
        const PlotFrame& frame;
        ObjectId& lit;
        HoverLabel& label;
        QScrollBar& scrollBar;
    };

    StackInput(const Parts& parts, ViewModel& view);

    void setView(ViewModel& view);
    Gestures& gestures() { return m_gestures; }
    StackPointer& pointer() { return m_pointer; }
    /// Other plots stand there.
    void reset();
    /// Says again what is pointed at: it may be another now, or somewhere else.
    void pointAgain() { pointAt(m_gestures.pointer()); }
    /// The keys go elsewhere.
    void loseFocus();
    /// What another picture did to the view is seen here: the time that is pointed at, the selection's lock.
    void follow(ViewParts parts);
    /// Chooses a point, and zooms to the sample of it that can be seen, if one can.
    void openStretch(const PointId& point);

private:
    Spot spotAt(QPointF at) const override;
    double timeWidth() const override;
    RunId runId() const override { return m_parts.frame.run.trace.get(); }
    void pointAt(std::optional<QPointF> at) override;
    void click(QPointF at) override;
    void scrollLanes(double px) override;
    bool step(PointStep step) override;
    bool openPoint() override;
    bool toggleUsl() override;
    bool toggleCores() override;

    Parts m_parts;
    ViewModel* m_view;
    StackPointer m_pointer;
    Gestures m_gestures;
    bool m_points = false; // the pointer is here
};

} // namespace threadscape
