#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "plots/plot.h"
#include "plots/stack/plot_stack.h"
#include "text/language.h"
#include "window/shell/main_window.h"
#include "window/shell/status_line.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace threadscape {

/// What the window shows where nothing moves, or could come to that.
class StandstillTest final : public QObject {
    Q_OBJECT

    static constexpr int kCeilingMs = 30000;
    std::unique_ptr<MainWindow> m_window;

    void runToEnd(const std::string& experiment, std::optional<double> seconds = {})
    {
        m_window->setup().choose(experiment);
        m_window->setup().applyPreset("lecture");
        if (seconds)
            QVERIFY(m_window->setup().set("seconds", *seconds));
        QSignalSpy finished(&m_window->session(), &Session::finished);
        auto* plots = m_window->findChild<PlotStack*>();
        plots->setFocus();
        QTest::keyClick(plots, Qt::Key_Space);
        QVERIFY(QTest::qWaitFor([&] { return finished.count() > 0; }, kCeilingMs));
    }

    const Plot* graph()
    {
        for (const Plot* plot : m_window->findChild<PlotStack*>()->plots())
            if (plot->spec().kind == PlotSpec::Kind::graph)
                return plot;
        return nullptr;
    }

private slots:
    void initTestCase() { installLanguage(); }
    void init()
    {
        m_window = std::make_unique<MainWindow>(std::nullopt);
        m_window->resize(1440, 900);
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void aDeadlockIsNamedAndDrawn()
    {
        runToEnd("philosophers");
        QCOMPARE(m_window->session().run()->outcome(), Outcome::deadlocked);
        QVERIFY(m_window->session().run()->warnings().empty());
        const Plot* plot = graph();
        QVERIFY(plot != nullptr);
        // The hover text of a thread names what it waits for; every node of the cycle is found by scanning the picture.
        std::set<QString> told;
        const QRectF area = plot->area();
        for (double y = area.top(); y < area.bottom(); y += 6)
            for (double x = area.left(); x < area.right(); x += 6)
                told.insert(const_cast<Plot*>(plot)->hover({x, y}));
        for (int seat = 1; seat <= 5; ++seat) {
            const QString next = QString::number(seat % 5 + 1);
            QVERIFY2(told.contains(QStringLiteral("Philosopher %1 waits for Fork %2").arg(seat).arg(next)),
                     qPrintable(next));
            QVERIFY(told.contains(QStringLiteral("Fork %1 is held by Philosopher %1").arg(seat)));
        }
    }

    // With so little room that nodes lie on each other, in every size down to that.
    void theGraphIsDrawnHoweverSmall()
    {
        runToEnd("philosophers");
        auto* plots = m_window->findChild<PlotStack*>();
        for (int height = 700; height > 20; height -= 40)
            for (const int width : {700, 160, 40}) {
                QImage image(width, height, QImage::Format_RGB32);
                image.fill(Qt::white);
                QCPPainter painter(&image);
                plots->paintTo(painter, QRectF(0, 0, width, height));
            }
        QCOMPARE(m_window->session().run()->outcome(), Outcome::deadlocked);
    }

    void aWarningStandsUntilItIsOverOrRead()
    {
        StatusLine line;
        const auto text = [](const char* words) { return Text(Template{"test", words}); };
        line.setWarnings({text("A and B"), text("later")});
        QCOMPARE(line.problem(), QStringLiteral("A and B"));
        line.setWarnings({});
        QCOMPARE(line.problem(), QString());
        line.setWarnings({text("A and B")});
        line.findChild<ProblemLine*>()->findChild<QToolButton*>()->click();
        QCOMPARE(line.problem(), QString());
        line.setWarnings({text("A and B")}); // set again, four times a second
        QCOMPARE(line.problem(), QString());
        line.setWarnings({text("C and D")});
        QCOMPARE(line.problem(), QStringLiteral("C and D"));
        line.clearRun();
        QCOMPARE(line.problem(), QString());
    }

    void aPatternIsNamedOnItsLane()
    {
        runToEnd("bank", 2.0);
        const Plot* lanes = m_window->findChild<PlotStack*>()->plots().front();
        const QRectF area = lanes->area();
        bool told = false;
        for (double y = area.top(); y < area.bottom() && !told; y += 4)
            told = const_cast<Plot*>(lanes)
                       ->hover({area.left() + 12, y})
                       .contains(QStringLiteral("Useless wake-ups: "));
        QVERIFY(told);
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::StandstillTest)
#include "standstill_test.moc"
