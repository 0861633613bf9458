#include "window/shell/main_window.h"

#include "text/language.h"

#include <QAction>
#include <QClipboard>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

} // namespace

/// What is chosen in one picture is chosen in all that are looked at with it: beside it, on the lecture hall's screen, and in the
/// figure that is saved. By what a user does and sees alone.
class OneViewTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    void run()
    {
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QTest::keyClick(stacks().back(), Qt::Key_Space);
        QVERIFY(finished.count() > 0 || finished.wait(kCeilingMs));
        m_window->evidence().wait();
    }

    // In order from top to bottom.
    QList<QWidget*> stacks(QWidget* in = nullptr)
    {
        QList<QWidget*> found;
        for (QWidget* widget : (in != nullptr ? in : m_window->centralWidget())->findChildren<QWidget*>())
            if (qstrcmp(widget->metaObject()->className(), "threadscape::PlotStack") == 0 &&
                widget->isVisible())
                found << widget;
        std::ranges::sort(found, {}, [](const QWidget* w) { return w->mapToGlobal(QPoint()).y(); });
        return found;
    }
    static QWidget* legendOf(QWidget* stack)
    {
        for (QWidget* widget : stack->findChildren<QWidget*>())
            if (qstrcmp(widget->metaObject()->className(), "threadscape::LegendStrip") == 0)
                return widget;
        return nullptr;
    }
    // Isolates the first state.
    static void isolate(QWidget* stack)
    {
        legendOf(stack)->setFocus(); // elsewhere the key runs
        QTest::keyClick(legendOf(stack), Qt::Key_Space);
    }
    static void measure(QWidget* stack)
    {
        const QPoint from(stack->width() / 2, stack->height() / 4);
        const QPoint to(stack->width() * 2 / 3, stack->height() / 4);
        QTest::mousePress(stack, Qt::LeftButton, Qt::ShiftModifier, from);
        QMouseEvent move(QEvent::MouseMove, to, stack->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         Qt::ShiftModifier);
        QApplication::sendEvent(stack, &move);
        QTest::mouseRelease(stack, Qt::LeftButton, Qt::ShiftModifier, to);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(stack, &leave);
    }
    static QImage seen(QWidget* stack) { return stack->grab().toImage(); }

    QImage figure()
    {
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        return QGuiApplication::clipboard()->image();
    }
    QAction& entry(const QString& text)
    {
        for (QAction* action : m_window->findChild<ExportMenu*>()->menu()->findChildren<QAction*>())
            if (action->text() == text)
                return *action;
        qFatal("there is no entry %s", qPrintable(text));
    }

private slots:
    void initTestCase() { installLanguage(); }
    void init()
    {
        m_window = std::make_unique<MainWindow>(std::nullopt);
        m_window->setup().choose("bank");
        QVERIFY(m_window->setup().set("seconds", 0.3));
        m_window->resize(1440, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), kCeilingMs));
        run();
    }
    void cleanup() { m_window.reset(); }

    void aFigureShowsWhatIsSeen_data()
    {
        QTest::addColumn<int>("gesture");
        QTest::newRow("zoomed") << 0;
        QTest::newRow("isolated") << 1;
        QTest::newRow("measured") << 2;
        QTest::newRow("selected") << 3;
    }
    void aFigureShowsWhatIsSeen()
    {
        QFETCH(const int, gesture);
        QWidget* const stack = stacks().front();
        const QImage whole = figure();
        QVERIFY(!whole.isNull());
        QCOMPARE(figure(), whole);
        switch (gesture) {
        case 0:
            QTest::keyClick(stack, Qt::Key_W);
            QTest::keyClick(stack, Qt::Key_W);
            break;
        case 1: isolate(stack); break;
        case 2: measure(stack); break;
        default:
            for (int y = 0; y < stack->height() / 2 && !m_window->view().state().selected; y += 5)
                QTest::mouseClick(stack, Qt::LeftButton, {}, QPoint(stack->width() / 4, y));
            break;
        }
        const QImage asSeen = figure();
        QVERIFY(asSeen != whole);
        entry(QStringLiteral("The whole run")).trigger();
        QCOMPARE(figure(), whole);
        entry(QStringLiteral("What is seen")).trigger();
        QCOMPARE(figure(), asSeen);
    }

    void whatIsChosenInOneOfTwoRunsIsInBoth_data()
    {
        QTest::addColumn<bool>("upper");
        QTest::newRow("in the upper") << true;
        QTest::newRow("in the lower") << false;
    }
    void whatIsChosenInOneOfTwoRunsIsInBoth()
    {
        QFETCH(const bool, upper);
        m_window->findChild<QToolButton*>(QStringLiteral("compare"))->click();
        run();
        QCoreApplication::processEvents();
        QCOMPARE(stacks().size(), 2);
        QWidget* const one = upper ? stacks().front() : stacks().back();
        QWidget* const other = upper ? stacks().back() : stacks().front();
        legendOf(one)->setFocus(); // a frame shows where it is
        const QImage plain = seen(other);
        isolate(one);
        QVERIFY(seen(other) != plain);
        isolate(one); // again ends it
        QCOMPARE(seen(other), plain);
        measure(one);
        QVERIFY(seen(other) != plain);
        QTest::keyClick(other, Qt::Key_Escape); // clears both
        QCoreApplication::processEvents();
        m_window->findChild<Drawer*>()->toggle(Drawer::Page::threads); // which the measure has opened
        QCoreApplication::processEvents();
        QCOMPARE(seen(stacks().front()).size(), seen(stacks().back()).size());
    }

    void whatIsChosenWhilePresentingStays()
    {
        const TimeWindow whole = m_window->view().window();
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        auto* const presentation = m_window->findChild<Presentation*>();
        QVERIFY(presentation != nullptr && QTest::qWaitForWindowActive(presentation, kCeilingMs));
        QWidget* const stack = stacks(presentation).front();
        QTest::keyClick(stack, Qt::Key_W);
        measure(stack);
        isolate(stack);
        QTest::keyClick(presentation, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<Presentation*>() == nullptr, kCeilingMs);
        QVERIFY(m_window->view().window().lengthNs() < whole.lengthNs());
        QVERIFY(m_window->view().state().measured.has_value());
        QVERIFY(m_window->view().state().isolated.has_value());
        QTest::keyClick(stacks().front(), Qt::Key_Backspace); // which undoes the zoom
        QCOMPARE(m_window->view().window(), whole);
    }

    // The empty picture of what will be has a view of its own.
    void theGuessIsOfTheWholeAndCostsNoZoom()
    {
        QTest::keyClick(stacks().front(), Qt::Key_W);
        const TimeWindow zoomed = m_window->view().window();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        auto* const presentation = m_window->findChild<Presentation*>();
        QVERIFY(presentation != nullptr && QTest::qWaitForWindowActive(presentation, kCeilingMs));
        QTest::keyClick(presentation, Qt::Key_PageDown);
        QVERIFY(presentation->plots()->view().following());
        QVERIFY(presentation->plots()->view().window().lengthNs() > zoomed.lengthNs());
        QTest::keyClick(presentation, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<Presentation*>() == nullptr, kCeilingMs);
        QCOMPARE(m_window->view().window(), zoomed);
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::OneViewTest)
#include "one_view_test.moc"
