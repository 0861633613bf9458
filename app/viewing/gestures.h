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

/// What gestures need to know of the picture that they are made on, and what they do to nothing but that.
class GestureSurface {
public:
    /// What stands at a place.
    struct Spot {
        bool alone = false;             ///< a plot that shares no time axis with the others
        bool names = false;             ///< beside lanes, which can be scrolled there
        std::optional<std::int64_t> ns; ///< the time there
    };

    virtual ~GestureSurface() = default;
    virtual Spot spotAt(QPointF at) const = 0;
    /// How wide the time axis is, in px; 0: none is shown.
    virtual double timeWidth() const = 0;
    /// The run that is shown; null: the empty picture.
    virtual RunId runId() const = 0;
    /// Nothing: at none.
    virtual void pointAt(std::optional<QPointF> at) = 0;
    /// What stands there is meant.
    virtual void click(QPointF at) = 0;
    virtual void scrollLanes(double px) = 0;
    /// By keys: to another point of what is measured; false: there are none to go through now.
    virtual bool step(PointStep step) = 0;
    /// The chosen point, or the first; false: there are none.
    virtual bool openPoint() = 0;
    /// False: there are none that could be switched.
    virtual bool toggleUsl() = 0;
    virtual bool toggleCores() = 0;
};

/// What mouse, wheel and keys mean on plots. Wheel zooms at the pointer, drag pans, Shift+wheel scrolls lanes, Shift+drag
/// measures, a click selects. Each key is an action, with its words and its key, that can be given another key. Letters count by
/// their place on the keyboard, whatever the layout is. Watches `target`, on which the surface is. Threads: the GUI thread.
class Gestures final : public QObject {
    Q_OBJECT

public:
    /// All outlive this.
    Gestures(ViewModel& view, GestureSurface& surface, QWidget& target);

    void setView(ViewModel& view) { m_view = &view; }
    /// px of the screen per px of the design.
    void setScale(double scale) { m_scale = scale; }
    /// What was begun with the mouse ends here: what it was done to is gone.
    void reset();
    /// Where the pointer is; nothing: elsewhere.
    const std::optional<QPointF>& pointer() const { return m_pointer; }
    void forgetPointer() { m_pointer.reset(); }
    bool dragging() const { return m_dragFrom.has_value(); }
    /// What stands under the pointer was just opened by a click, which may be the first of two.
    void noteOpened() { m_opened.start(); }

    /// In the order in which they are listed. Their words are in the reader's language.
    QList<QAction*> actions() const;
    /// The one of that name ("zoom in"); null: there is none.
    QAction* action(const QString& name) const;

    /// Of the target. Returns whether it was meant for the plots.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Key {
        QAction* action;
        Template words;
        std::function<bool()> act; ///< false: not meant for the plots now
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
    std::optional<QPointF> m_pressed; // on a plot that stands alone
    std::optional<std::int64_t> m_measureFrom;
    TimeWindow m_dragWindow;
    QElapsedTimer m_opened;
};

} // namespace threadscape
