#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "viewing/gestures.h"

#include <QSet>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>

using namespace threadscape;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

} // namespace

/// A surface of 1000 px of time, with names from 1000 px on, and a plot that stands alone below 100 px.
struct Picture final : GestureSurface {
    explicit Picture(ViewModel& model) : view(model) {}
    Spot spotAt(QPointF at) const override
    {
        if (at.y() > 100)
            return {.alone = true, .names = false, .ns = std::nullopt};
        if (at.x() > 1000)
            return {.alone = false, .names = true, .ns = std::nullopt};
        const TimeWindow window = view.window();
        return {.alone = false,
                .names = false,
                .ns = window.fromNs +
                      static_cast<std::int64_t>(at.x() / 1000 * static_cast<double>(window.lengthNs()))};
    }
    double timeWidth() const override { return width; }
    RunId runId() const override { return reinterpret_cast<RunId>(this); } // only compared
    void pointAt(std::optional<QPointF> at) override { pointed = at; }
    void click(QPointF at) override { clicked = at; }
    void scrollLanes(double px) override { scrolled += px; }
    bool step(PointStep) override { return points && ++steps > 0; }
    bool openPoint() override { return points; }
    bool toggleUsl() override { return points; }
    bool toggleCores() override { return ++cores > 0; }

    ViewModel& view;
    double width = 1000;
    std::optional<QPointF> pointed;
    std::optional<QPointF> clicked;
    double scrolled = 0;
    bool points = false;
    int steps = 0;
    int cores = 0;
};

/// What mouse, wheel and keys do to a view, without any plot.
class GesturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyActionIsListedWithWordsAndAKey();
    void aKeyCanBeAnother();
    void lettersCountByTheirPlace();
    void theWheelZoomsPansOrScrolls();
    void aDragPansAndATremblingClickDoesNot();
    void aShiftedDragMeasuresEitherWay();
    void aPlotThatStandsAloneIsOnlyClicked();
    void withoutTimeThereIsNothingToZoom();
    void arrowsGoThroughPointsWhereThereAreAny();
    void escapeIsLeftToOthersWhenNothingIsChosen();

private:
    void mouse(QEvent::Type type, QPointF at, Qt::KeyboardModifiers modifiers = {})
    {
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, m_widget->mapToGlobal(at), button, Qt::LeftButton, modifiers);
        QApplication::sendEvent(m_widget.get(), &event);
    }
    void wheel(QPointF at, QPoint turned, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, m_widget->mapToGlobal(at), {}, turned, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_widget.get(), &event);
    }
    bool press(int key, quint32 place = 0)
    {
        QKeyEvent event(QEvent::KeyPress, key, {}, place, 0, 0);
        event.ignore();
        return m_gestures->eventFilter(m_widget.get(), &event);
    }

    std::unique_ptr<ViewModel> m_view;
    std::unique_ptr<Picture> m_picture;
    std::unique_ptr<QWidget> m_widget;
    Gestures* m_gestures = nullptr;
};

void GesturesTest::init()
{
    m_view = std::make_unique<ViewModel>();
    m_view->setTime(ViewModel::Place::own, RunTime{8, 8 * kSecond, true});
    m_picture = std::make_unique<Picture>(*m_view);
    m_widget = std::make_unique<QWidget>();
    m_widget->resize(1100, 200);
    m_gestures = new Gestures(*m_view, *m_picture, *m_widget); // the widget's
}

void GesturesTest::everyActionIsListedWithWordsAndAKey()
{
    QSet<QString> names;
    QSet<QString> keys;
    for (const QAction* action : m_gestures->actions()) {
        QVERIFY(!action->text().isEmpty() && !action->objectName().isEmpty());
        QVERIFY(!action->shortcuts().isEmpty());
        QVERIFY(!names.contains(action->objectName()));
        names << action->objectName();
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString())); // one meaning each
            keys << key.toString();
        }
        QCOMPARE(m_gestures->action(action->objectName()), action);
    }
    QCOMPARE(m_gestures->action(QStringLiteral("fly")), nullptr);
}

void GesturesTest::aKeyCanBeAnother()
{
    const TimeWindow whole = m_view->window();
    m_gestures->action(QStringLiteral("zoom in"))->setShortcut(Qt::Key_Z);
    QVERIFY(!press(Qt::Key_W));
    QCOMPARE(m_view->window(), whole);
    QVERIFY(press(Qt::Key_Z));
    QVERIFY(m_view->window().lengthNs() < whole.lengthNs());
    m_gestures->action(QStringLiteral("fit"))->trigger(); // from a menu, say
    QCOMPARE(m_view->window(), whole);
}

void GesturesTest::lettersCountByTheirPlace()
{
    const TimeWindow whole = m_view->window();
    QVERIFY(press(0x0426, 25)); // what stands there says something else
    QVERIFY(m_view->window().lengthNs() < whole.lengthNs());
    QVERIFY(press(0x0410, 41));
    QCOMPARE(m_view->window(), whole);
    QKeyEvent withControl(QEvent::KeyPress, Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!m_gestures->eventFilter(m_widget.get(), &withControl));
}

void GesturesTest::theWheelZoomsPansOrScrolls()
{
    const std::int64_t at = m_picture->spotAt({250, 50}).ns.value();
    wheel({250, 50}, {0, 240});
    QVERIFY(m_view->window().lengthNs() < 6 * kSecond);
    QVERIFY(std::abs(m_picture->spotAt({250, 50}).ns.value() - at) < 20'000'000);
    const TimeWindow zoomed = m_view->window();
    wheel({250, 50}, {-120, 0});
    QVERIFY(m_view->window().fromNs > zoomed.fromNs);
    QCOMPARE(m_view->window().lengthNs(), zoomed.lengthNs());
    const TimeWindow panned = m_view->window();
    wheel({250, 50}, {0, -120}, Qt::ShiftModifier);
    wheel({1050, 50}, {0, -120}); // on the names
    QCOMPARE(m_picture->scrolled, 96.0);
    wheel({250, 150}, {0, 120}); // on what stands alone
    QCOMPARE(m_view->window(), panned);
}

void GesturesTest::aDragPansAndATremblingClickDoesNot()
{
    m_view->setWindow({2 * kSecond, 4 * kSecond});
    mouse(QEvent::MouseButtonPress, {500, 50});
    mouse(QEvent::MouseMove, {502, 50});
    QCOMPARE(m_view->window(), (TimeWindow{2 * kSecond, 4 * kSecond}));
    mouse(QEvent::MouseButtonRelease, {502, 50});
    QVERIFY(m_picture->clicked.has_value());
    m_picture->clicked.reset();
    mouse(QEvent::MouseButtonPress, {500, 50});
    mouse(QEvent::MouseMove, {250, 50});
    QVERIFY(m_gestures->dragging());
    QCOMPARE(m_view->window(), (TimeWindow{5 * kSecond / 2, 9 * kSecond / 2}));
    QVERIFY(!m_picture->pointed); // nothing is said meanwhile
    mouse(QEvent::MouseButtonRelease, {250, 50});
    QVERIFY(!m_gestures->dragging() && !m_picture->clicked && m_picture->pointed);
}

void GesturesTest::aShiftedDragMeasuresEitherWay()
{
    for (const auto& [from, to] : {std::pair(250.0, 750.0), std::pair(750.0, 250.0)}) {
        mouse(QEvent::MouseButtonPress, {from, 50}, Qt::ShiftModifier);
        QVERIFY(!m_view->state().measured);
        mouse(QEvent::MouseMove, {to, 50}, Qt::ShiftModifier);
        mouse(QEvent::MouseButtonRelease, {to, 50}, Qt::ShiftModifier);
        QVERIFY(m_view->state().measured.has_value());
        QCOMPARE(m_view->state().measured->stretch, (TimeWindow{2 * kSecond, 6 * kSecond}));
        QCOMPARE(m_view->state().measured->of, m_picture->runId());
        QVERIFY(!m_picture->clicked);
    }
}

void GesturesTest::aPlotThatStandsAloneIsOnlyClicked()
{
    mouse(QEvent::MouseButtonPress, {500, 150});
    mouse(QEvent::MouseMove, {300, 150});
    mouse(QEvent::MouseButtonRelease, {300, 150});
    QVERIFY(!m_picture->clicked);
    mouse(QEvent::MouseButtonPress, {500, 150});
    mouse(QEvent::MouseButtonRelease, {501, 150});
    QVERIFY(m_picture->clicked.has_value());
    QCOMPARE(m_view->window(), m_view->whole());
}

void GesturesTest::withoutTimeThereIsNothingToZoom()
{
    m_picture->width = 0;
    const TimeWindow whole = m_view->window();
    for (const int key : {Qt::Key_W, Qt::Key_S, Qt::Key_A, Qt::Key_Right})
        press(key);
    wheel({250, 50}, {0, 240});
    QCOMPARE(m_view->window(), whole);
}

void GesturesTest::arrowsGoThroughPointsWhereThereAreAny()
{
    m_view->setWindow({2 * kSecond, 4 * kSecond});
    m_picture->points = true;
    for (const int key : {Qt::Key_Left, Qt::Key_D, Qt::Key_Up, Qt::Key_Down})
        QVERIFY(press(key));
    QCOMPARE(m_picture->steps, 4);
    QCOMPARE(m_view->window(), (TimeWindow{2 * kSecond, 4 * kSecond}));
    m_picture->points = false;
    QVERIFY(!press(Qt::Key_Return) && !press(Qt::Key_U));
    QVERIFY(press(Qt::Key_Left) && press(Qt::Key_Down));
    QVERIFY(m_view->window().fromNs < 2 * kSecond);
    QCOMPARE(m_picture->scrolled, 48.0);
}

void GesturesTest::escapeIsLeftToOthersWhenNothingIsChosen()
{
    QVERIFY(!press(Qt::Key_Escape));
    m_view->measure(MeasuredStretch{nullptr, {0, kSecond}});
    QVERIFY(press(Qt::Key_Escape));
    QVERIFY(!m_view->state().measured);
    QVERIFY(!press(Qt::Key_Escape));
}

QTEST_MAIN(GesturesTest)
#include "gestures_test.moc"
