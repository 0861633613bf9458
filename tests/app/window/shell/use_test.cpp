#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "plots/plot.h"
#include "support/transitions.h"
#include "text/language.h"
#include "view/series/marks.h"
#include "window/shell/main_window.h"
#include "window/widgets/segmented.h"
#include "window/widgets/toggle_switch.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <set>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

// As events, not with the screen's one pointer: another test may be moving that.
void wheel(QWidget& widget, QPointF at, int notches)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

void drag(QWidget& widget, QPointF from, QPointF to)
{
    const auto send = [&](QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, widget.mapToGlobal(at), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &event);
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    send(QEvent::MouseMove, (from + to) / 2, Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
}

} // namespace

/// The window under input that does not wait for the end of a run.
class UseTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    PlotStack* plots() { return m_window->findChild<PlotStack*>(); }
    const Trace& trace() { return *m_window->session().run()->trace(); }

    QPointF inTimeline(double share)
    {
        const Plot* plot = plots()->plots().front();
        const QRectF area = plot->area().translated(plot->pos());
        return {area.left() + share * area.width(), area.center().y()};
    }

    std::int64_t timeAt(QPointF at)
    {
        const Plot* plot = plots()->plots().front();
        return plot->timeAxis().toNs(at.x() - plot->pos().x() - plot->area().left());
    }

    void waitForFrames(int count)
    {
        QSignalSpy frames(&m_window->session(), &Session::frame);
        QVERIFY(QTest::qWaitFor([&] { return frames.count() >= count; }, kCeilingMs));
    }

    void run()
    {
        QVERIFY(m_window->setup().set("seconds", 600.0));
        plots()->setFocus();
        QTest::keyClick(plots(), Qt::Key_Space);
        QVERIFY(m_window->session().running());
        QVERIFY(QTest::qWaitFor([&] { return trace().snapshot()->nowNs > 300'000'000; }, kCeilingMs));
    }

    void endWell()
    {
        QVERIFY(m_window->session().running());
        QSignalSpy finished(&m_window->session(), &Session::finished);
        m_window->session().stop();
        QVERIFY(finished.wait(kCeilingMs));
        QCOMPARE(m_window->session().run()->outcome(), Outcome::stopped);
        const std::vector<std::string> violations = validate(trace());
        QVERIFY2(violations.empty(), violations.empty() ? "" : violations.front().c_str());
        QCOMPARE(trace().lost(), 0U);
    }

    std::set<std::string> marked()
    {
        std::set<std::string> names;
        for (const SettingMark& mark : settingMarks(trace(), {0, INT64_MAX}))
            names.insert(mark.setting);
        return names;
    }

    // By its own control, as a user would.
    static void move(SettingRow& row)
    {
        if (auto* slider = row.findChild<WheelSafeSlider*>())
            QTest::keyClick(slider, Qt::Key_Up);
        else if (auto* choices = row.findChild<Segmented*>())
            choices->button(choices->index() == 0 ? 1 : 0)->click();
        else if (auto* toggle = row.findChild<ToggleSwitch*>())
            toggle->click();
        else
            QFAIL("a setting without a control that this test knows");
    }

private slots:
    void initTestCase() { installLanguage(); }
    void init()
    {
        m_window = std::make_unique<MainWindow>(std::nullopt);
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void everySettingIsMovedWhileItRuns()
    {
        run();
        const auto asItBegan = m_window->session().run()->result().settings;
        std::set<std::string> live;
        const auto rows = m_window->findChildren<SettingRow*>();
        QVERIFY(rows.size() >= 10);
        for (SettingRow* row : rows) {
            const Setting& running = *m_window->session().run()->experiment().setting(row->name());
            const SettingValue before = running.current();
            const SettingValue shown = m_window->setup().value(row->name());
            move(*row);
            QVERIFY2(m_window->setup().value(row->name()) != shown, row->name().c_str());
            QVERIFY2(!m_window->setup().brokenRule(), row->name().c_str());
            if (running.spec().live) {
                live.insert(row->name());
                QVERIFY2(running.current() == m_window->setup().value(row->name()), row->name().c_str());
            } else {
                QVERIFY2(running.current() == before, row->name().c_str());
            }
            waitForFrames(1);
        }
        QVERIFY(live.size() >= 8 && live.size() < static_cast<std::size_t>(rows.size()));
        QVERIFY(QTest::qWaitFor([&] { return marked().size() >= live.size(); }, kCeilingMs));
        QVERIFY(marked() == live);
        endWell();
        const auto asItEnded = m_window->session().run()->result().settings;
        QCOMPARE(asItEnded.size(), asItBegan.size());
        for (std::size_t i = 0; i < asItEnded.size(); ++i)
            QVERIFY2(live.contains(asItEnded[i].first) || asItEnded[i] == asItBegan[i],
                     asItEnded[i].first.c_str());
    }

    void aLiveSettingIsMovedToAndFroWithoutPause()
    {
        run();
        auto* row = m_window->findChild<SettingRow*>(QStringLiteral("withdrawers"));
        auto* slider = row->findChild<WheelSafeSlider*>();
        slider->setSliderDown(true); // in the hand
        for (int i = 0; i < 60; ++i) {
            slider->setValue(slider->minimum() + (i * 37) % (slider->maximum() - slider->minimum()));
            QCoreApplication::processEvents();
        }
        slider->setSliderDown(false);
        waitForFrames(3);
        QVERIFY(m_window->session().run()->experiment().setting("withdrawers")->current() ==
                m_window->setup().value("withdrawers"));
        endWell();
        // Steps of one drag are one change, and one mark, from the first value to the last, unless it paused.
        const RunResult result = m_window->session().run()->result();
        QVERIFY(!result.changes.empty());
        QVERIFY(result.changes.back().to == m_window->setup().value("withdrawers"));
        constexpr std::int64_t kPauseNs = 500'000'000;
        for (std::size_t i = 1; i < result.changes.size(); ++i) {
            QVERIFY(result.changes[i].atNs - result.changes[i - 1].atNs >= kPauseNs);
            QVERIFY(result.changes[i].from == result.changes[i - 1].to);
        }
        QCOMPARE(settingMarks(trace(), {0, INT64_MAX}).size(), result.changes.size());
    }

    void theWheelZoomsAndTheHandPansWhileItRuns()
    {
        run();
        QVERIFY(plots()->view().following());
        const QPointF at = inTimeline(0.3);
        const std::int64_t under = timeAt(at);
        const TimeWindow whole = plots()->view().window();
        for (int notch = 0; notch < 6; ++notch) {
            wheel(*plots(), at, 1);
            waitForFrames(1);
        }
        const TimeWindow zoomed = plots()->view().window();
        QVERIFY(zoomed.lengthNs() < whole.lengthNs() / 3);
        QVERIFY(std::abs(timeAt(at) - under) <= zoomed.lengthNs() / 100); // it stayed under the pointer
        QVERIFY(!plots()->view().following());

        drag(*plots(), inTimeline(0.4), inTimeline(0.5));
        const TimeWindow panned = plots()->view().window();
        QCOMPARE(panned.lengthNs(), zoomed.lengthNs());
        const double moved = static_cast<double>(zoomed.fromNs - panned.fromNs);
        QVERIFY(std::abs(moved / static_cast<double>(zoomed.lengthNs()) - 0.1) < 0.01);

        waitForFrames(10); // the run does not pull the picture along
        QVERIFY(plots()->view().window() == panned);
        QVERIFY(!plots()->view().held());
        QTest::keyClick(plots(), Qt::Key_End);
        QVERIFY(plots()->view().following());
        waitForFrames(2);
        QVERIFY(plots()->view().window().contains(trace().snapshot()->nowNs - 1));
        endWell();
    }

    void theHeldViewScrollsBackWhileItRuns()
    {
        run();
        m_window->findChild<QToolButton*>(QStringLiteral("hold"))->click();
        QVERIFY(plots()->view().held());
        for (int i = 0; i < 8; ++i)
            wheel(*plots(), inTimeline(0.02), 1);
        const TimeWindow before = plots()->view().window();
        QTest::keyClick(plots(), Qt::Key_D);
        QTest::keyClick(plots(), Qt::Key_D);
        QVERIFY(plots()->view().window().fromNs > before.fromNs);
        QTest::keyClick(plots(), Qt::Key_A);
        QTest::keyClick(plots(), Qt::Key_A);
        QVERIFY(plots()->view().window() == before);
        QVERIFY(plots()->view().held());
        const QImage picture = plots()->grab().toImage();
        waitForFrames(10);
        QCOMPARE(plots()->grab().toImage(), picture);
        QTest::keyClick(plots(), Qt::Key_End);
        QVERIFY(!plots()->view().held() && plots()->view().following());
        endWell();
    }

    void nothingIsExportedOfARunThatGoesOn()
    {
        const auto saves = [this] {
            int enabled = 0;
            for (const QAction* action : m_window->findChild<ExportMenu*>()->menu()->actions())
                enabled += action->isEnabled() && action->text().contains(QStringLiteral("PNG…")) ? 1 : 0;
            return enabled;
        };
        QCOMPARE(saves(), 0);
        run();
        QCOMPARE(saves(), 0);
        endWell();
        QCOMPARE(saves(), 1);
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::UseTest)
#include "use_test.moc"
