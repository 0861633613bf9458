#include "window/shell/main_window.h"

#include "app/window/shell/visible_text.h"
#include "lab/run/recording.h"
#include "plots/plot.h"
#include "text/language.h"
#include "window/settings/number_field.h"
#include "window/widgets/segmented.h"

#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

} // namespace

/// The real window, used by keys and mouse.
class MainWindowTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;

    QString path() const { return m_folder->filePath(QStringLiteral("window.json")); }

    MainWindow& open()
    {
        m_window = std::make_unique<MainWindow>(AppStateFile(path()));
        m_window->show();
        m_window->activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(m_window.get(), kCeilingMs);
        return *m_window;
    }

    PlotStack* plots() { return m_window->findChild<PlotStack*>(); }
    QPushButton* runButton() { return m_window->findChild<QPushButton*>(QStringLiteral("run")); }
    SettingRow* row(const char* name) { return m_window->findChild<SettingRow*>(QLatin1String(name)); }

    void pressSpace()
    {
        plots()->setFocus();
        QTest::keyClick(plots(), Qt::Key_Space);
    }

    void runToTheEnd(double seconds)
    {
        QVERIFY(m_window->setup().set("seconds", seconds));
        QSignalSpy finished(&m_window->session(), &Session::finished);
        pressSpace();
        QVERIFY(m_window->session().running());
        QVERIFY(finished.wait(kCeilingMs));
    }

private slots:
    void initTestCase() { installLanguage(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_window.reset(); }

    void firstStartIsTheLectureOfBankAndNothingRuns()
    {
        MainWindow& window = open();
        QCOMPARE(window.setup().experiment().id(), std::string("bank"));
        QCOMPARE(window.setup().preset(), std::string("lecture"));
        QVERIFY(!window.session().run());
        QCOMPARE(runButton()->text(), QStringLiteral("Run"));
    }

    void spaceRunsToTheEndAndTheAnswerStands()
    {
        open();
        runToTheEnd(0.5);
        QCOMPARE(m_window->session().run()->outcome(), Outcome::timeUp);
        QVERIFY(!visibleText(*m_window, "answer").isEmpty());
        auto* findings = m_window->findChild<FindingsTable*>();
        QVERIFY(findings->isVisible());
        QVERIFY(findings->rowCount() > 5);
        QCOMPARE(runButton()->text(), QStringLiteral("Run"));
    }

    void theButtonStops()
    {
        MainWindow& window = open();
        QVERIFY(window.setup().set("seconds", 600.0));
        QTest::mouseClick(runButton(), Qt::LeftButton);
        QVERIFY(window.session().running());
        QCOMPARE(runButton()->text(), QStringLiteral("Stop"));
        QSignalSpy finished(&window.session(), &Session::finished);
        QTest::mouseClick(runButton(), Qt::LeftButton);
        QVERIFY(!runButton()->isEnabled()); // until the last thread has ended
        QVERIFY(finished.wait(kCeilingMs));
        QVERIFY(runButton()->isEnabled());
        QCOMPARE(window.session().run()->outcome(), Outcome::stopped);
    }

    // The next run's as long as none is shown, the shown run's after.
    void theQuestionHasTheNumbersOfTheRunThatAnswersIt()
    {
        const auto question = [this] { return m_window->findChild<Headline*>()->question(); };
        open();
        m_window->setup().choose("deposit");
        QCOMPARE(question(), QStringLiteral("Do 12 deposits of 1 make 12?"));
        QVERIFY(m_window->setup().set("deposits", std::int64_t{1}));
        QCOMPARE(question(), QStringLiteral("Does 1 deposit of 1 make 1?"));
        QSignalSpy finished(&m_window->session(), &Session::finished);
        pressSpace();
        QVERIFY(finished.wait(kCeilingMs));
        QVERIFY(m_window->setup().set("deposits", std::int64_t{7}));
        QCOMPARE(question(), QStringLiteral("Does 1 deposit of 1 make 1?"));
    }

    void spaceInAFieldTypes()
    {
        MainWindow& window = open();
        auto* search = window.findChild<ExperimentList*>()->search();
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Space);
        QVERIFY(!window.session().running());
        auto* number = row("depositors")->findChild<NumberField*>();
        number->setFocus();
        QTest::keyClick(number, Qt::Key_Space);
        QVERIFY(!window.session().running());
    }

    void choosingAnExperimentStopsWhatRuns()
    {
        MainWindow& window = open();
        pressSpace();
        QSignalSpy finished(&window.session(), &Session::finished);
        auto* tree = window.findChild<ExperimentList*>()->tree();
        const auto found = tree->findItems(QStringLiteral("*"), Qt::MatchWildcard | Qt::MatchRecursive);
        for (QTreeWidgetItem* item : found) {
            if (item->parent() != nullptr && !item->isSelected()) {
                tree->setCurrentItem(item);
                break;
            }
        }
        QVERIFY(window.setup().experiment().id() != "bank");
        QVERIFY(finished.wait(kCeilingMs));
        QVERIFY(visibleText(window, "answer").isEmpty()); // the new experiment has none yet
        pressSpace();
        QVERIFY(window.session().running());
        QCOMPARE(window.session().run()->experiment().id(), window.setup().experiment().id());
    }

    void liveSettingsActWhileItRuns()
    {
        MainWindow& window = open();
        QVERIFY(window.setup().set("seconds", 600.0));
        pressSpace();
        auto* number = row("withdrawers")->findChild<NumberField*>();
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("20"));
        QTest::keyClick(number, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window.session().run()->trace()->catalogue().tracks() > 25, kCeilingMs);
        window.findChild<SpeedControl*>()->slider()->setValue(10);
        QSignalSpy finished(&window.session(), &Session::finished);
        window.session().stop();
        QVERIFY(finished.wait(kCeilingMs));
        const std::vector<SettingChange> changes = window.session().run()->result().changes;
        QCOMPARE(changes.size(), 2U);
        QVERIFY(changes[0].setting == "withdrawers" && changes[0].to == SettingValue(std::int64_t{20}));
        QVERIFY(changes[1].setting == "speed" && std::get<double>(changes[1].to) > 1);
    }

    void themeAndTypeChangeWhileItRuns()
    {
        MainWindow& window = open();
        QVERIFY(window.setup().set("seconds", 600.0));
        pressSpace();
        for (const Scheme scheme : {Scheme::dark, Scheme::light, Scheme::system}) {
            for (const int step : {2, -2, 0}) {
                window.appearance().set(scheme, step);
                QSignalSpy frames(&window.session(), &Session::frame);
                QVERIFY(frames.wait(kCeilingMs));
            }
        }
        QVERIFY(window.session().running());
    }

    void closingInMidRunEndsCleanly()
    {
        MainWindow& window = open();
        QVERIFY(window.setup().set("seconds", 600.0));
        pressSpace();
        QSignalSpy frames(&window.session(), &Session::frame);
        QVERIFY(frames.wait(kCeilingMs));
        QVERIFY(window.close());
        m_window.reset(); // joins the run's threads, which were asked to stop
    }

    void theViewIsHeldWhileItRuns()
    {
        MainWindow& window = open();
        QVERIFY(window.setup().set("seconds", 0.0));
        auto* hold = window.findChild<QToolButton*>(QStringLiteral("hold"));
        QVERIFY(!hold->isEnabled()); // there is nothing to hold yet
        QSignalSpy frames(&window.session(), &Session::frame);
        pressSpace();
        QVERIFY(QTest::qWaitFor([&] { return frames.count() > 5; }, kCeilingMs));
        QVERIFY(hold->isEnabled());
        hold->click();
        QVERIFY(plots()->view().held());
        const QImage held = plots()->plots().front()->grab().toImage();
        const auto until = frames.count() + 10;
        QVERIFY(QTest::qWaitFor([&] { return frames.count() > until; }, kCeilingMs));
        QCOMPARE(plots()->plots().front()->grab().toImage(), held);
        plots()->setFocus();
        QTest::keyClick(plots(), Qt::Key_W); // zooming works meanwhile
        QVERIFY(plots()->view().held());
        QTest::keyClick(plots(), Qt::Key_End);
        QVERIFY(!plots()->view().held());
        QVERIFY(!hold->isChecked());
        QVERIFY(plots()->view().following());
        // Held to the end: the end does not take the picture away.
        hold->click();
        QSignalSpy finished(&window.session(), &Session::finished);
        window.session().stop();
        QVERIFY(finished.count() > 0 || finished.wait(kCeilingMs));
        QVERIFY(plots()->view().held());
        hold->click();
        QVERIFY(!plots()->view().held());
    }

    void measuringOpensTheTables()
    {
        MainWindow& window = open();
        runToTheEnd(0.3);
        auto* drawer = window.findChild<Drawer*>();
        QVERIFY(!drawer->open());
        plots()->view().measure(MeasuredStretch{plots()->trace().get(), {100'000'000, 200'000'000}});
        QVERIFY(drawer->open() == Drawer::Page::threads);
        QCOMPARE(drawer->threads().rowCount(), 16); // main with them
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QVERIFY(drawer->open() == Drawer::Page::locks);
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QVERIFY(!drawer->open());
    }

    void aNumberInTheAnswerLeadsToItsEvidence()
    {
        MainWindow& window = open();
        QVERIFY(window.setup().set("deposit_pause_ms", std::int64_t{0}));
        runToTheEnd(0.5);
        window.evidence().wait();
        plots()->view().setWindow({0, 1'000'000});
        auto* answer = window.findChild<QLabel*>(QStringLiteral("answer"));
        QVERIFY2(answer->text().contains(QStringLiteral("href=\"wait_max_ms\"")), qPrintable(answer->text()));
        emit answer->linkActivated(QStringLiteral("wait_max_ms"));
        const auto place = plots()->evidenceFinder()(Evidence::longestWait);
        QVERIFY(place.has_value());
        QVERIFY(plots()->view().window().fromNs <= place->stretch.fromNs);
        QVERIFY(plots()->view().window().toNs >= place->stretch.toNs);
    }

    void theFigureIsCopied()
    {
        MainWindow& window = open();
        runToTheEnd(0.2);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(&window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QImage figure = QGuiApplication::clipboard()->image();
        QCOMPARE(figure.size(), QSize(1600, 900));
    }

    void settingsComeBackInTheNextWindow()
    {
        open();
        m_window->setup().applyPreset("one-wake-up");
        QVERIFY(m_window->setup().set("withdrawers", std::int64_t{7}));
        m_window->appearance().set(Scheme::dark, 1);
        m_window->close();
        MainWindow& again = open();
        QCOMPARE(again.setup().preset(), std::string("one-wake-up"));
        QVERIFY(again.setup().value("withdrawers") == SettingValue(std::int64_t{7}));
        QCOMPARE(again.appearance().scheme(), Scheme::dark);
        QCOMPARE(again.appearance().typeStep(), 1);
        QVERIFY(!again.session().run());
    }

    void aSavedRunIsShownAgain()
    {
        open();
        runToTheEnd(0.4);
        const QString file = m_folder->filePath(QStringLiteral("run.tscape"));
        QVERIFY(saveRecording(recordingOf(*m_window->session().run()), file.toStdString()));
        const QString answer = visibleText(*m_window, "answer");
        const auto events = m_window->session().run()->trace()->events();
        m_window->setup().choose("deposit");
        QVERIFY(visibleText(*m_window, "answer") != answer);

        m_window->openFile(file);
        m_window->files().wait();
        QCOMPARE(m_window->setup().experiment().id(), std::string("bank"));
        QCOMPARE(visibleText(*m_window, "answer"), answer);
        QCOMPARE(m_window->session().run()->trace()->events(), events);
        QVERIFY(!m_window->session().running());
        QCOMPARE(visibleText(*m_window, "problem"), QString());
        runToTheEnd(0.2); // and the next run is one as ever
        QVERIFY(m_window->session().run()->trace()->events() > 0);
    }

    void aDroppedDamagedFileIsShownAsFarAsItGoes()
    {
        open();
        runToTheEnd(0.4);
        const QString file = m_folder->filePath(QStringLiteral("run.tscape"));
        QVERIFY(saveRecording(recordingOf(*m_window->session().run()), file.toStdString()));
        QVERIFY(QFile::resize(file, QFileInfo(file).size() * 3 / 4));
        QVERIFY(m_window->setup().set("seconds", 600.0));
        pressSpace();
        QVERIFY(m_window->session().running());

        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QVERIFY(drop.isAccepted());
        m_window->files().wait();
        QVERIFY(!m_window->session().running());
        QVERIFY(visibleText(*m_window, "problem").startsWith(QLatin1String("run.tscape")));

        m_window->openFile(m_folder->filePath(QStringLiteral("missing.tscape")));
        m_window->files().wait();
        QVERIFY(visibleText(*m_window, "problem").contains(QLatin1String("missing.tscape")));
        QVERIFY(m_window->session().run()); // what was shown stays
    }

    void aDamagedFileIsToldAndNotFatal()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nonsense");
        file.close();
        MainWindow& window = open();
        QCOMPARE(window.setup().experiment().id(), std::string("bank"));
        QVERIFY(visibleText(window, "problem").contains(QStringLiteral("window.json.damaged")));
    }

    void aBrokenRuleStandsUnderTheSettings()
    {
        MainWindow& window = open();
        QVERIFY(window.setup().set("deposit_min", std::int64_t{20}));
        QVERIFY(visibleText(window, "settingsError").contains(QStringLiteral("Smallest deposit")));
        QVERIFY(!runButton()->isEnabled());
        QVERIFY(row("deposit_min")->isVisible()); // what is wrong is in sight
        pressSpace();
        QVERIFY(!window.session().running());
        window.setup().reset("deposit_min");
        QVERIFY(visibleText(window, "settingsError").isEmpty());
        QVERIFY(runButton()->isEnabled());
    }

    void plotsKeepTheirWidth_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(1440, 900);
        QTest::newRow("narrowest with columns") << QSize(1200, 800);
        QTest::newRow("drawer") << QSize(1024, 700);
    }
    void plotsKeepTheirWidth()
    {
        QFETCH(QSize, size);
        MainWindow& window = open();
        window.resize(size);
        QTRY_COMPARE_WITH_TIMEOUT(window.size(), size, kCeilingMs);
        QTRY_VERIFY_WITH_TIMEOUT(plots()->width() >= 720, kCeilingMs);
        QVERIFY(window.minimumSizeHint().width() <= size.width());
        QVERIFY(window.minimumSizeHint().height() <= size.height());
    }

    void theBarKeepsIconsWhereWordsHaveNoRoom()
    {
        MainWindow& window = open();
        auto* bar = window.findChild<TopBar*>();
        const auto style = [&](QSize size) {
            window.resize(size);
            [[maybe_unused]] const bool there =
                QTest::qWaitFor([&] { return bar->width() == size.width(); }, kCeilingMs);
            return bar->compare()->toolButtonStyle();
        };
        QCOMPARE(style({1440, 900}), Qt::ToolButtonTextBesideIcon);
        QCOMPARE(style({1024, 700}), Qt::ToolButtonTextBesideIcon);
        QCOMPARE(style({800, 560}), Qt::ToolButtonIconOnly);
        QTRY_VERIFY_WITH_TIMEOUT(bar->speed()->width() >= bar->speed()->sizeHint().width(),
                                 kCeilingMs); // nothing is squeezed
        QCOMPARE(style({1440, 900}), Qt::ToolButtonTextBesideIcon);
    }

    void theDrawerOpensAndCloses()
    {
        MainWindow& window = open();
        window.resize(1024, 700);
        auto* panel = window.findChild<SettingsPanel*>();
        auto* button = window.findChild<TopBar*>()->settings();
        QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), kCeilingMs);
        QVERIFY(!panel->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(panel->isVisible());
        window.resize(1440, 900);
        QTRY_VERIFY_WITH_TIMEOUT(!button->isVisible(), kCeilingMs);
        QVERIFY(panel->isVisible());
    }

    void everyControlIsReachedByTab()
    {
        MainWindow& window = open();
        plots()->setFocus();
        QSet<QWidget*> reached;
        for (QWidget* at = QApplication::focusWidget(); at != nullptr && !reached.contains(at);
             at = QApplication::focusWidget()) {
            reached.insert(at);
            QTest::keyClick(at, Qt::Key_Tab);
        }
        for (QWidget* control : window.findChildren<QAbstractButton*>()) {
            const bool oneOfAGroup = qobject_cast<Segmented*>(control->parentWidget()) != nullptr ||
                                     qobject_cast<PresetChips*>(control->parentWidget()) != nullptr;
            const bool inAField = qobject_cast<QLineEdit*>(control->parentWidget()) != nullptr;
            if (control->isVisible() && control->isEnabled() && !oneOfAGroup && !inAField)
                QVERIFY2(reached.contains(control), qPrintable(control->accessibleName()));
        }
        for (QWidget* control : window.findChildren<WheelSafeSlider*>())
            QVERIFY2(!control->isVisible() || reached.contains(control),
                     qPrintable(control->accessibleName()));
    }

    void everyControlHasAName()
    {
        MainWindow& window = open();
        for (const QWidget* control : window.findChildren<QWidget*>()) {
            if (control->focusPolicy() == Qt::NoFocus || !control->isVisible())
                continue;
            const bool internal = control->objectName().startsWith(QLatin1String("qt_")) ||
                                  control->inherits("QScrollBar") || control == &window;
            QVERIFY2(internal || !control->accessibleName().isEmpty(), control->metaObject()->className());
        }
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::MainWindowTest)
#include "main_window_test.moc"
