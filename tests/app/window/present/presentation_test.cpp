#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "app/text/pseudo_translator.h"
#include "plots/lanes/timeline_plot.h"
#include "plots/plot.h"
#include "text/language.h"
#include "window/shell/main_window.h"

#include <QSignalSpy>
#include <QTest>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;
int darkestOf(const QImage& image, const QRect& in)
{
    int darkest = 255;
    for (int y = in.top(); y < in.bottom(); ++y)
        for (int x = in.left(); x < in.right(); ++x)
            darkest = std::min(darkest, image.pixelColor(x, y).lightness());
    return darkest;
}

using From = Presentation::From;
using Step = PresentationStep;

} // namespace

/// The real window and the presentation over it, used by keys.
class PresentationTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    QPointer<Presentation> m_presentation;

    Session& session() { return m_window->session(); }
    Setup& setup() { return m_window->setup(); }
    QPushButton* runButton() { return m_window->findChild<QPushButton*>(QStringLiteral("run")); }
    PlotStack* windowPlots() { return m_window->findChild<Comparison*>()->plots(); }
    Step step() { return m_presentation->step(); }
    /// To whatever has the focus there: it may have a use of its own for the key.
    void press(Qt::Key key)
    {
        QWidget* focus = m_presentation->focusWidget();
        QTest::keyClick(focus != nullptr ? focus : m_presentation.data(), key);
    }
    void present(From from = From::question)
    {
        m_presentation = m_window->present(from);
        QVERIFY(m_presentation->isVisible());
        // Before that the window's own keys would be meant.
        QTRY_VERIFY_WITH_TIMEOUT(m_presentation->isActiveWindow(), kCeilingMs);
    }
    void waitForFrames(int count)
    {
        QSignalSpy frames(&session(), &Session::frame);
        QVERIFY(QTest::qWaitFor([&] { return frames.count() >= count; }, kCeilingMs));
    }
    void waitForEnd()
    {
        QVERIFY(QTest::qWaitFor([&] { return !session().running(); }, kCeilingMs));
    }
    void leave()
    {
        press(Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([&] { return m_presentation.isNull(); }, kCeilingMs));
    }
    bool visible(const char* name)
    {
        return m_presentation->findChild<QWidget*>(QLatin1String(name))->isVisible();
    }

    // A speedup, quickly measured, and presented with its answer.
    void presentASpeedup()
    {
        setup().choose("integrate");
        for (const auto& [name, value] : {std::pair{"iterations", 1000}, {"repeats", 1}, {"jobs_max", 2}})
            QVERIFY(setup().set(name, std::int64_t{value}));
        present();
        press(Qt::Key_PageDown);
        press(Qt::Key_PageDown);
        waitForEnd();
        QVERIFY(step() == Step::answer);
    }

private slots:
    void initTestCase() { installLanguage(); }
    void init()
    {
        m_window = std::make_unique<MainWindow>(std::nullopt);
        m_window->show();
        QVERIFY(setup().set("seconds", 0.3));
    }
    void cleanup() { m_window.reset(); }

    void pageDownLeadsThroughEverything()
    {
        const QString question = m_window->findChild<Headline*>()->question();
        present();
        QVERIFY(step() == Step::question);
        QCOMPARE(m_presentation->words(), question);
        QVERIFY(!m_presentation->plots()->isVisible());
        QVERIFY(!session().run());

        press(Qt::Key_PageDown);
        QVERIFY(step() == Step::guess);
        QCOMPARE(m_presentation->words(), question);
        const auto* said = m_presentation->findChild<QLabel*>(QStringLiteral("presentSetup"));
        QVERIFY(said->isVisible());
        QCOMPARE(said->text(),
                 QStringLiteral("5 depositors, 10 withdrawers, 300 ms · A deposit wakes: all · A woken "
                                "withdrawer looks again: while too little"));
        QVERIFY(m_presentation->plots()->isVisible());
        QVERIFY(m_presentation->plots()->trace() == nullptr);
        QVERIFY(!session().run()); // nothing runs by itself

        press(Qt::Key_PageDown);
        QVERIFY(step() == Step::run);
        QVERIFY(session().running());
        QVERIFY(m_presentation->plots()->trace() == session().run()->trace());
        waitForEnd();
        QVERIFY(step() == Step::answer);
        QVERIFY(m_presentation->words() != question);
        QCOMPARE(m_presentation->words(), m_window->findChild<Headline*>()->answer());
        m_window->evidence().wait();
        QVERIFY(!m_presentation->plots()->run().evidence.empty());
        QCOMPARE(m_presentation->plots()->run().evidence, windowPlots()->run().evidence);

        press(Qt::Key_PageDown);
        QVERIFY(step() == Step::question);
        QCOMPARE(setup().preset(), std::string("notes"));
    }

    void whatIsSwitchedOnStaysOn()
    {
        presentASpeedup();
        m_presentation->plots()->view().setUsl(true);
        QVERIFY(windowPlots()->view().state().usl);
        press(Qt::Key_PageUp);
        press(Qt::Key_PageDown);
        QVERIFY(step() == Step::answer);
        QVERIFY(m_presentation->plots()->view().state().usl);
        m_presentation->plots()->view().setUsl(false);
        QVERIFY(!windowPlots()->view().state().usl);
    }

    void theChosenPointIsThatOfTheWindow()
    {
        presentASpeedup();
        const PointId one{Backend::threads, 1, false};
        m_presentation->plots()->view().choose(one);
        QVERIFY(windowPlots()->view().state().chosen == one);
        for (const Step at : {Step::run, Step::guess}) {
            press(Qt::Key_PageUp);
            QVERIFY(step() == at);
        }
        QVERIFY(windowPlots()->view().state().chosen == one);
        leave();
        const PointId two{Backend::threads, 2, false};
        windowPlots()->view().choose(two);
        present(From::window);
        QVERIFY(step() == Step::answer);
        QVERIFY(m_presentation->plots()->view().state().chosen == two);
        QVERIFY(windowPlots()->view().state().chosen == two);
    }

    void everyPresetComesAndTheFirstFollowsTheLast()
    {
        setup().choose("counter");
        QVERIFY(setup().set("rounds", std::int64_t{1}));
        present();
        std::vector<std::string> seen;
        for (int i = 0; i < 5; ++i) {
            seen.push_back(setup().preset());
            QVERIFY(setup().set("increments", std::int64_t{1000}));
            press(Qt::Key_PageDown);
            press(Qt::Key_PageDown);
            waitForEnd();
            QVERIFY(step() == Step::answer);
            QVERIFY(!m_presentation->words().isEmpty());
            press(Qt::Key_PageDown);
            QVERIFY(step() == Step::question);
        }
        QVERIFY((seen == std::vector<std::string>{"lecture", "with-a-lock", "atomic", "notes", "lecture"}));
    }

    void pageUpGoesBackAndKeepsTheRunThatWasSeen()
    {
        present();
        press(Qt::Key_PageUp);
        QVERIFY(step() == Step::question); // there is nothing before the first preset
        QCOMPARE(setup().preset(), std::string("lecture"));
        press(Qt::Key_PageDown);
        press(Qt::Key_PageDown);
        waitForEnd();
        m_window->evidence().wait();
        const auto seen = session().run()->trace();
        press(Qt::Key_PageUp);
        QVERIFY(step() == Step::run);
        QVERIFY(m_presentation->plots()->trace() == seen);
        QVERIFY(m_presentation->plots()->run().evidence.empty()); // it would give the answer away
        press(Qt::Key_PageDown);
        QVERIFY(step() == Step::answer);
        QVERIFY(m_presentation->plots()->trace() == seen);
        QVERIFY(!m_presentation->plots()->run().evidence.empty());
        press(Qt::Key_PageDown);
        QCOMPARE(setup().preset(), std::string("notes"));
        press(Qt::Key_PageUp);
        QVERIFY(step() == Step::question);
        QCOMPARE(setup().preset(), std::string("lecture"));
    }

    void pageDownStopsARunOnlyWhenPressedTwice()
    {
        QVERIFY(setup().set("seconds", 600.0));
        present();
        press(Qt::Key_PageDown);
        press(Qt::Key_PageDown);
        waitForFrames(3);
        QVERIFY(!visible("presentHint"));
        press(Qt::Key_PageDown);
        QVERIFY(visible("presentHint"));
        waitForFrames(3);
        QVERIFY(session().running() && !session().stopping());
        QVERIFY(step() == Step::run);
        press(Qt::Key_PageDown);
        waitForEnd();
        QVERIFY(step() == Step::answer);
        QVERIFY(session().run()->outcome() == Outcome::stopped);
        QVERIFY(!visible("presentHint"));
    }

    void spaceRunsAndStopsAtAnyStep()
    {
        QVERIFY(setup().set("seconds", 600.0));
        present();
        press(Qt::Key_Space);
        QVERIFY(session().running());
        QVERIFY(step() == Step::run);
        waitForFrames(3);
        press(Qt::Key_Space);
        waitForEnd();
        QVERIFY(step() == Step::answer);
        press(Qt::Key_Space);
        QVERIFY(step() == Step::run);
        QVERIFY(m_presentation->plots()->trace() == session().run()->trace());
    }

    void anotherPresetStopsTheRunAndItsNextWaitsForThat()
    {
        setup().applyPreset("notes");
        QVERIFY(setup().set("seconds", 600.0));
        present();
        press(Qt::Key_Space);
        waitForFrames(3);
        const auto first = session().run()->trace();
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_PageUp);
        QVERIFY(step() == Step::question);
        QCOMPARE(setup().preset(), std::string("lecture"));
        QVERIFY(session().stopping() || !session().running());
        press(Qt::Key_PageDown);
        press(Qt::Key_PageDown); // the other may not have ended yet
        QVERIFY(QTest::qWaitFor([&] { return step() == Step::run; }, kCeilingMs));
        QVERIFY(session().run()->trace() != first);
        QCOMPARE(session().run()->result().preset, std::string("lecture"));
    }

    void dotBlanksAndAnyKeyUnblanks()
    {
        present();
        press(Qt::Key_PageDown);
        for (const Qt::Key blank : {Qt::Key_Period, Qt::Key_B}) {
            for (const Qt::Key unblank : {Qt::Key_Period, Qt::Key_PageDown, Qt::Key_Escape, Qt::Key_X}) {
                press(blank);
                QVERIFY(m_presentation->blank());
                QImage black(m_presentation->size(), QImage::Format_RGB32);
                m_presentation->render(&black);
                QCOMPARE(black.pixelColor(10, 10), QColor(Qt::black));
                QCOMPARE(black.pixelColor(black.width() / 2, black.height() / 2), QColor(Qt::black));
                press(unblank);
                QVERIFY(!m_presentation->blank());
                QVERIFY(step() == Step::guess); // that is all it did
            }
        }
        QTest::keyClick(m_presentation->focusWidget(), Qt::Key_Period);
        QTest::mouseClick(m_presentation->findChild<QWidget*>(QStringLiteral("presentBlank")),
                          Qt::LeftButton);
        QVERIFY(!m_presentation->blank());
    }

    void aRunGoesOnBehindABlankScreen()
    {
        present();
        press(Qt::Key_PageDown);
        press(Qt::Key_PageDown);
        press(Qt::Key_Period);
        waitForEnd();
        QVERIFY(m_presentation->blank());
        press(Qt::Key_Period);
        QVERIFY(step() == Step::answer);
    }

    void escapeLeavesTheWindowAsItWas()
    {
        m_window->appearance().set(Scheme::dark, 1);
        QVERIFY(setup().set("withdrawers", std::int64_t{7}));
        m_window->resize(1300, 800);
        QTest::mouseClick(runButton(), Qt::LeftButton);
        waitForEnd();
        windowPlots()->view().setWindow({100'000'000, 200'000'000});
        const QRect place = m_window->geometry();
        const auto run = session().run()->trace();
        const QString answer = m_window->findChild<Headline*>()->answer();
        present();
        QCOMPARE(m_presentation->theme().isDark, false);
        press(Qt::Key_PageDown);
        QImage image(m_presentation->size(), QImage::Format_RGB32);
        m_presentation->render(&image);
        QCOMPARE(image.pixelColor(2, 2), m_presentation->theme().plot);
        const auto* words = m_presentation->findChild<QLabel*>(QStringLiteral("presentWords"));
        const QRect type(words->mapTo(m_presentation.data(), QPoint(0, 0)), words->size());
        QVERIFY(darkestOf(image, type) < 60); // dark type on it
        leave();
        QVERIFY(m_window->appearance().theme().isDark);
        QCOMPARE(m_window->appearance().typeStep(), 1);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
        QCOMPARE(m_window->geometry(), place);
        QVERIFY(m_window->isVisible());
        QVERIFY(session().run()->trace() == run);
        QVERIFY(windowPlots()->trace() == run);
        QVERIFY((windowPlots()->view().window() == TimeWindow{100'000'000, 200'000'000}));
        QCOMPARE(m_window->findChild<Headline*>()->answer(), answer);
        QVERIFY(setup().value("withdrawers") == SettingValue(std::int64_t{7}));
    }

    void leavingInMidRunKeepsItGoing()
    {
        QVERIFY(setup().set("seconds", 600.0));
        present();
        press(Qt::Key_PageDown);
        press(Qt::Key_PageDown);
        waitForFrames(3);
        const auto before = windowPlots()->frameMeter().frames();
        waitForFrames(3);
        QCOMPARE(windowPlots()->frameMeter().frames(), before); // nobody sees them
        leave();
        QVERIFY(session().running());
        QVERIFY(windowPlots()->trace() == session().run()->trace());
        QVERIFY(
            QTest::qWaitFor([&] { return windowPlots()->frameMeter().frames() > before + 3; }, kCeilingMs));
        QCOMPARE(runButton()->text(), QStringLiteral("Stop"));

        present(); // and comes back to it
        QVERIFY(step() == Step::run);
        QVERIFY(m_presentation->plots()->trace() == session().run()->trace());
    }

    void closingInMidRunEndsWell()
    {
        QVERIFY(setup().set("seconds", 600.0));
        present();
        press(Qt::Key_Space);
        waitForFrames(3);
        QVERIFY(m_window->close());
        QVERIFY(m_presentation.isNull() || !m_presentation->isVisible());
        m_window.reset(); // joins the run's threads, which were asked to stop
    }

    void theWindowThatGoesTakesItWithIt()
    {
        QVERIFY(setup().set("seconds", 600.0));
        present();
        press(Qt::Key_Space);
        waitForFrames(3);
        m_window.reset();
        QVERIFY(m_presentation.isNull());
    }

    void f11ShowsWhatTheWindowShows()
    {
        QTest::mouseClick(runButton(), Qt::LeftButton);
        waitForEnd();
        m_window->evidence().wait();
        windowPlots()->view().setWindow({100'000'000, 200'000'000});
        present(From::window);
        QVERIFY(step() == Step::answer);
        QVERIFY(m_presentation->plots()->trace() == session().run()->trace());
        QVERIFY(m_presentation->plots()->view().window() == windowPlots()->view().window());
        QCOMPARE(m_presentation->plots()->run().evidence, windowPlots()->run().evidence);
        press(Qt::Key_F11);
        QVERIFY(QTest::qWaitFor([&] { return m_presentation.isNull(); }, kCeilingMs));
    }

    void theKeysAndTheButtonOfTheWindow()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), kCeilingMs));
        const auto shown = [&] {
            auto* found = m_window->findChild<Presentation*>();
            return found != nullptr && found->isVisible();
        };
        auto* button = m_window->findChild<QToolButton*>(QStringLiteral("present"));
        m_window->resize(m_window->minimumSize());
        QCOMPARE(button->toolButtonStyle(), Qt::ToolButtonTextBesideIcon); // it keeps its word
        for (const Qt::Key key : {Qt::Key_F5, Qt::Key_F11, Qt::Key_unknown}) {
            if (key == Qt::Key_unknown)
                button->click();
            else
                QTest::keyClick(m_window.get(), key);
            QVERIFY(shown());
            present(); // the same
            QCOMPARE(m_window->findChildren<Presentation*>().size(), 1);
            leave();
            QVERIFY(QTest::qWaitForWindowActive(m_window.get(), kCeilingMs));
        }
    }

    void atMostThreeSlidersThatAct_data()
    {
        QTest::addColumn<QString>("experiment");
        QTest::addColumn<QStringList>("sliders");
        QTest::newRow("bank") << QStringLiteral("bank")
                              << QStringList{"depositors", "withdrawers", "deposit_pause_ms"};
        QTest::newRow("deposit") << QStringLiteral("deposit")
                                 << QStringList{"deposits", "workers", "work_ms"};
        QTest::newRow("counter") << QStringLiteral("counter")
                                 << QStringList{"threads", "increments", "rounds"};
    }
    void atMostThreeSlidersThatAct()
    {
        QFETCH(QString, experiment);
        QFETCH(QStringList, sliders);
        setup().choose(experiment.toStdString());
        present();
        press(Qt::Key_PageDown);
        QStringList names;
        for (LargeSlider* slider : m_presentation->sliders()) {
            names << QString::fromStdString(slider->name());
            QVERIFY(slider->isVisible());
            QVERIFY(!slider->slider()->accessibleName().isEmpty());
            const SettingValue before = setup().value(slider->name());
            slider->slider()->setFocus();
            press(Qt::Key_Up);
            QVERIFY(setup().value(slider->name()) != before);
            press(Qt::Key_Down);
            QVERIFY(setup().value(slider->name()) == before);
        }
        QCOMPARE(names, sliders);
        QVERIFY(step() == Step::guess);
        press(Qt::Key_PageUp); // on a slider too
        QVERIFY(step() == Step::question);
    }

    void aLiveSliderActsWhileItRuns()
    {
        QVERIFY(setup().set("seconds", 600.0));
        present();
        press(Qt::Key_Space);
        waitForFrames(3);
        LargeSlider* withdrawers = m_presentation->sliders()[1];
        withdrawers->slider()->setFocus();
        for (int i = 0; i < 5; ++i)
            press(Qt::Key_Right);
        QVERIFY(setup().value("withdrawers") == SettingValue(std::int64_t{15}));
        QVERIFY(session().run()->experiment().setting("withdrawers")->current() ==
                SettingValue(std::int64_t{15}));
        QCOMPARE(withdrawers->words(), QStringLiteral("15"));
        QVERIFY(
            QTest::qWaitFor([&] { return session().run()->trace()->catalogue().tracks() > 20; }, kCeilingMs));
    }

    void aSliderForTheNextRunSaysSo()
    {
        setup().choose("deposit");
        present();
        press(Qt::Key_Space);
        waitForEnd();
        LargeSlider* workers = m_presentation->sliders()[1];
        QCOMPARE(workers->words(), QStringLiteral("4"));
        workers->slider()->setFocus();
        press(Qt::Key_Right);
        QCOMPARE(workers->words(), QStringLiteral("4 → 5"));
        press(Qt::Key_Space);
        QCOMPARE(workers->words(), QStringLiteral("5"));
    }

    void aBrokenRuleIsTold()
    {
        present();
        press(Qt::Key_PageDown);
        QCOMPARE(m_presentation->problem(), QString());
        QVERIFY(setup().set("deposit_min", std::int64_t{20}));
        QVERIFY(m_presentation->problem().contains(QStringLiteral("Smallest deposit")));
        m_presentation->findChild<ProblemLine*>()->findChild<QToolButton*>()->click();
        QCOMPARE(m_presentation->problem(), QString());
        press(Qt::Key_PageDown);
        QVERIFY(!session().run());
        QVERIFY(step() == Step::guess);
        QVERIFY(!m_presentation->problem().isEmpty());
        QVERIFY(setup().set("deposit_min", std::int64_t{5}));
        QCOMPARE(m_presentation->problem(), QString());
    }

    void anotherLanguageIsTakenAtOnce()
    {
        present();
        press(Qt::Key_PageDown);
        const QString setup = m_presentation->findChild<QLabel*>(QStringLiteral("presentSetup"))->text();
        PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        QCoreApplication::processEvents();
        QVERIFY(PseudoTranslator::covers(m_presentation->words()));
        QVERIFY(PseudoTranslator::covers(m_presentation->windowTitle()));
        QVERIFY(PseudoTranslator::covers(m_presentation->findChild<StepDots*>()->accessibleName()));
        QVERIFY(PseudoTranslator::covers(m_presentation->sliders().front()->slider()->accessibleName()));
        QCoreApplication::removeTranslator(&pseudo);
        QCoreApplication::processEvents();
        QCOMPARE(m_presentation->findChild<QLabel*>(QStringLiteral("presentSetup"))->text(), setup);
    }

    void thePinnedRunStaysInTheWindow()
    {
        QTest::mouseClick(runButton(), Qt::LeftButton);
        waitForEnd();
        auto* comparison = m_window->findChild<Comparison*>();
        m_window->findChild<TopBar*>()->compare()->click();
        QVERIFY(comparison->comparing());
        present();
        QVERIFY(step() == Step::question);
        press(Qt::Key_PageDown);
        press(Qt::Key_PageDown);
        waitForEnd();
        QVERIFY(step() == Step::answer);
        QCOMPARE(m_presentation->findChildren<PlotStack*>().size(), 1);
        leave();
        QVERIFY(comparison->comparing() && !comparison->sessionIsPinned());
    }

    void everythingIsAPartOfTheHeight_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("768") << QSize(1024, 768);
        QTest::newRow("900") << QSize(1440, 900);
        QTest::newRow("1080") << QSize(1920, 1080);
        QTest::newRow("2160") << QSize(3840, 2160);
    }
    void everythingIsAPartOfTheHeight()
    {
        QFETCH(QSize, size);
        QVERIFY(setup().set("seconds", 8.0));
        present();
        m_presentation->showNormal();
        m_presentation->resize(size);
        QVERIFY(QTest::qWaitFor([&] { return m_presentation->size() == size; }, kCeilingMs));
        QCoreApplication::processEvents();
        const auto* alone = m_presentation->findChild<QLabel*>(QStringLiteral("presentQuestion"));
        QVERIFY(std::abs(alone->geometry().center().x() - size.width() / 2) <= 1);
        QVERIFY(alone->font().pixelSize() >= 80 * size.height() / 1080);
        press(Qt::Key_PageDown);
        QCoreApplication::processEvents();
        const double part = size.height() / 1080.0;
        const auto close = [](double is, double wanted) { return std::abs(is - wanted) <= 1; };
        const Theme& theme = m_presentation->theme();
        QVERIFY(close(theme.font(Theme::Type::question).pixelSize(), 44 * part));
        QVERIFY(close(theme.font(Theme::Type::answer).pixelSize(), 32 * part));
        QVERIFY(close(theme.font(Theme::Type::title).pixelSize(), 32 * part));
        QVERIFY(close(theme.font(Theme::Type::label).pixelSize(), 24 * part));
        QVERIFY(close(theme.px(theme.dataLine), 4 * part));
        QVERIFY(close(theme.px(theme.lanePitch), 30 * part));
        const auto* words = m_presentation->findChild<QLabel*>(QStringLiteral("presentWords"));
        QVERIFY(close(words->font().pixelSize(), 44 * part));
        // Fifteen lanes, each with its name, and the balance below them; nothing is scrolled.
        const std::vector<Plot*>& plots = m_presentation->plots()->plots();
        auto* lanes = static_cast<TimelinePlot*>(plots.front());
        QCOMPARE(lanes->hiddenHeight(), 0);
        QVERIFY2((lanes->area().height() - 2 * 36 * part) / 15 >= 29.5 * part,
                 qPrintable(QString::number(lanes->area().height())));
        QVERIFY(plots.back()->isVisible() && plots.back()->height() >= 120 * part);
        QVERIFY(!plots[1]->isVisible()); // the lanes show waiting too
        // Nothing is wider or higher than the screen, and the sliders are within it.
        QCOMPARE(m_presentation->size(), size);
        for (LargeSlider* slider : m_presentation->sliders()) {
            const QRect at(slider->mapTo(m_presentation.data(), QPoint(0, 0)), slider->size());
            QVERIFY(m_presentation->rect().contains(at));
            QVERIFY(slider->widthNeeded(Theme::Type::label) <= slider->width());
        }
    }

    void aLongAnswerFits()
    {
        present();
        m_presentation->showNormal();
        m_presentation->resize(1024, 768);
        press(Qt::Key_PageDown);
        press(Qt::Key_PageDown);
        QCoreApplication::processEvents();
        const QRect running = m_presentation->plots()->geometry();
        waitForEnd();
        QCoreApplication::processEvents();
        QCOMPARE(m_presentation->plots()->geometry(), running); // the picture stays where it is
        const auto* words = m_presentation->findChild<QLabel*>(QStringLiteral("presentWords"));
        QVERIFY(words->heightForWidth(words->width()) <= words->height());
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::PresentationTest)
#include "presentation_test.moc"
