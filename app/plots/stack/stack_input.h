#pragma once

#include "plots/stack/stack_pointer.h"
#include "viewing/gestures.h"

class QScrollBar;

namespace threadscape {

/// Mouse and keys on a stack: Gestures maps them to actions, this is the surface they act on. Threads: the GUI thread.
class StackInput final : private GestureSurface {
public:
    /// What it works on; all outlive it. `lit`: the lock that is highlighted in the frame.
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
    /// The plots were replaced.
    void reset();
    /// Repeats the hit test at the pointer: what is there may have changed or moved.
    void pointAgain() { pointAt(m_gestures.pointer()); }
    /// The stack has lost the keyboard focus.
    void loseFocus();
    /// Shows what another stack changed in the view: the time under the pointer, the selection's lock.
    void follow(ViewParts parts);
    /// Selects a point, and zooms to the sample of it that was traced, if any.
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
