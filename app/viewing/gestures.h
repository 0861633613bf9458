#pragma once

#include <QAction> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "text/texts.h"
#include "viewing/view_model.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPointF>
#include <functional>
#include <vector>

class QMouseEvent;
class QWheelEvent;
class QWidget;

namespace threadscape {

/// What gestures query of the plots that they act on, and the actions that concern only those plots.
class GestureSurface {
public:
    /// What is at a position.
    struct Spot {
        bool alone = false;             ///< a plot without the shared time axis
        bool names = false;             ///< the names of lanes, where these can be scrolled
        std::optional<std::int64_t> ns; ///< the time there
    };

    virtual ~GestureSurface() = default;
    virtual Spot spotAt(QPointF at) const = 0;
    /// Width of the time axis, in px; 0: none is shown.
    virtual double timeWidth() const = 0;
    /// The run that is shown; null: the empty picture.
    virtual RunId runId() const = 0;
    /// nullopt: the pointer has left.
    virtual void pointAt(std::optional<QPointF> at) = 0;
    /// Selects what is there.
    virtual void click(QPointF at) = 0;
    virtual void scrollLanes(double px) = 0;
    /// By keys: to another measured point; false: there are none now.
    virtual bool step(PointStep step) = 0;
    /// The chosen point, or the first; false: there are none.
    virtual bool openPoint() = 0;
    /// False: there is nothing to toggle.
    virtual bool toggleUsl() = 0;
    virtual bool toggleCores() = 0;
};

/// Maps mouse, wheel and keys to actions on plots. Wheel zooms at the pointer, drag pans, Shift+wheel scrolls lanes,
/// Shift+drag measures, a click selects. Each key is a QAction with a text and a shortcut that can be changed. Letters
/// are matched by their position on the keyboard, whatever the layout. Event filter of `target`, the widget of the
/// surface. Threads: the GUI thread.
class Gestures final : public QObject {
    Q_OBJECT

public:
    /// All outlive this.
    Gestures(ViewModel& view, GestureSurface& surface, QWidget& target);

    void setView(ViewModel& view) { m_view = &view; }
    /// px of the screen per px of the design.
    void setScale(double scale) { m_scale = scale; }
    /// Cancels a mouse gesture in progress: its target is gone.
    void reset();
    /// Position of the pointer; nullopt: outside.
    const std::optional<QPointF>& pointer() const { return m_pointer; }
    void forgetPointer() { m_pointer.reset(); }
    bool dragging() const { return m_dragFrom.has_value(); }
    /// A click has just opened what is under the pointer; it may be the first of a double click.
    void noteOpened() { m_opened.start(); }

    /// In the order of the help. Their texts are translated.
    QList<QAction*> actions() const;
    /// The action of that name ("zoom in"); null: there is none.
    QAction* action(const QString& name) const;

    /// Of the target. Returns whether the event was for the plots.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Key {
        QAction* action;
        Template words;
        std::function<bool()> act; ///< false: not for the plots now
    };

    void add(const char* name, Template words, std::initializer_list<int> keys, std::function<bool()> act);
    void addKeys();
    void retranslate();
    bool press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void doubleClick(const QMouseEvent& event);
    void wheel(const QWheelEvent& event);
    bool key(const QKeyEvent& event);
    void leave();
    void measureTo(QPointF at);
    bool zoom(double factor);

    ViewModel* m_view;
    GestureSurface& m_surface;
    QWidget& m_target;
    double m_scale = 1;
    std::vector<Key> m_keys;
    std::optional<QPointF> m_pointer;
    std::optional<QPointF> m_dragFrom;
    std::optional<QPointF> m_pressed; // on a plot without the shared time axis
    std::optional<std::int64_t> m_measureFrom;
    TimeWindow m_dragWindow;
    QElapsedTimer m_opened;
};

} // namespace threadscape
