#include "window/shell/main_window.h"

#include "app/window/shell/visible_text.h"
#include "plots/stack/plot_stack.h"
#include "text/language.h"

#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <ctime>

namespace threadscape {

namespace {

constexpr int kLanes = 30'000;
constexpr int kCeilingMs = 30'000;

/// CPU time of this process, all its threads, in seconds: what others do meanwhile does not count.
double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void wheel(QWidget& widget, QPointF at, int notches)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

// As an event, not with the screen's one pointer: another test may be moving that.
void moveTo(QWidget& widget, QPointF at)
{
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

/// A trace of somebody else's with tens of thousands of threads: what is not shown costs little.
class ManyLanesTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    // 2 MB; a counter beside them.
    QString file() const
    {
        QFile file(m_folder.filePath(QStringLiteral("many.json")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(R"([{"ph":"C","name":"heap","pid":1,"ts":0,"args":{"heap":3}})");
        for (int i = 0; i < kLanes; ++i)
            file.write(QStringLiteral(R"(,{"ph":"X","name":"render","pid":1,"tid":%1,"ts":%2,"dur":900})")
                           .arg(i + 1)
                           .arg(i * 10)
                           .toUtf8());
        return file.fileName();
    }

private slots:
    void initTestCase() { installLanguage(); }

    void theyAreShownAndExploredAtOnce()
    {
        const QString path = file();
        MainWindow window(AppStateFile(m_folder.filePath(QStringLiteral("window.json"))));
        window.show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&window, kCeilingMs);

        // Measured: 0.5 s to open, 0.08 s for a step of the wheel, 0.002 s for one of the pointer.
        double before = cpuSeconds();
        window.openFile(path);
        window.files().wait();
        auto* const plots = window.findChild<PlotStack*>();
        plots->repaint();
        QCOMPARE(visibleText(window, "problem"), QString());
        QVERIFY(visibleText(window, "answer").startsWith(QStringLiteral("30,000 slices")));
        QCOMPARE(plots->trace()->lanes(), static_cast<std::size_t>(kLanes));
        const double opened = cpuSeconds() - before;
        QVERIFY2(opened < 3, qPrintable(QStringLiteral("opened in %1 s").arg(opened)));
        QVERIFY(plots->trace()->bytes() < kLanes * std::size_t{6'000});

        constexpr int kSteps = 10;
        const QPointF middle(plots->width() / 2.0, plots->height() / 3.0);
        before = cpuSeconds();
        for (int i = 0; i < kSteps; ++i) {
            wheel(*plots, middle, i < kSteps / 2 ? 1 : -1);
            plots->repaint();
        }
        const double zoomed = (cpuSeconds() - before) / kSteps;
        QVERIFY2(zoomed < 0.5, qPrintable(QStringLiteral("a step of the wheel takes %1 s").arg(zoomed)));

        before = cpuSeconds();
        for (int i = 0; i < kSteps; ++i) {
            moveTo(*plots, middle + QPointF(7 * i, 3 * i));
            QCoreApplication::processEvents();
            plots->repaint();
        }
        const double hovered = (cpuSeconds() - before) / kSteps;
        QVERIFY2(hovered < 0.5, qPrintable(QStringLiteral("hovering takes %1 s").arg(hovered)));
        qInfo("opened in %.2f s, a step %.3f s, hovering %.3f s", opened, zoomed, hovered);
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::ManyLanesTest)
#include "many_lanes_test.moc"
