#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "lab/run/recorded_run.h"
#include "support/synthetic_trace.h"
#include "text/language.h"
#include "window/settings/number_field.h"
#include "window/shell/main_window.h"
#include "window/shell/screenshot.h"

#include <QFileDialog>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

} // namespace

/// Problems are reported where they occur, with a remedy, and only while they last.
class ProblemsTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString problem() const { return visible("problem"); }
    QString settingsError() const { return visible("settingsError"); }
    QString visible(const char* name) const
    {
        auto* label = m_window->findChild<QLabel*>(QLatin1String(name));
        return label->isVisible() ? label->text() : QString();
    }
    NumberField* field(const char* setting) const
    {
        return m_window->findChild<SettingRow*>(QLatin1String(setting))->findChild<NumberField*>();
    }

    void type(NumberField* number, const char* keys)
    {
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, QLatin1String(keys));
        QTest::keyClick(number, Qt::Key_Return);
        QCoreApplication::processEvents();
    }

    void runToTheEnd()
    {
        QVERIFY(m_window->setup().set("seconds", 0.3));
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QVERIFY(m_window->session().start(m_window->setup().request()));
        QVERIFY(finished.wait(kCeilingMs));
    }

    // Chooses an entry of the menu, answers its dialog with `file`, and waits for the message.
    void save(const char* entry, const QString& file)
    {
        auto& exports = *m_window->findChild<ExportMenu*>();
        QSignalSpy saved(&exports, &ExportMenu::saved);
        QSignalSpy failed(&exports, &ExportMenu::failed);
        QTimer answer;
        answer.setInterval(5);
        connect(&answer, &QTimer::timeout, &answer, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr)
                return;
            answer.stop();
            dialog->findChild<QLineEdit*>()->setText(file);
            static_cast<QDialog*>(dialog)->done(QDialog::Accepted);
        });
        answer.start();
        for (QAction* action : exports.menu()->actions())
            if (action->text() == QString::fromUtf8(entry))
                action->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            failed.count() > 0 ||
                (saved.count() > 0 && saved.back().front().toString().startsWith(QStringLiteral("Saved as"))),
            kCeilingMs);
    }

private slots:
    void initTestCase()
    {
        installLanguage();
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>(std::nullopt);
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void aNumberOutOfItsRangeIsTold()
    {
        type(field("withdrawers"), "999");
        QVERIFY(m_window->setup().value("withdrawers") == SettingValue(std::int64_t{64}));
        QCOMPARE(settingsError(),
                 QStringLiteral(
                     "Withdrawers can be from 0 to 64: 999 is out of that, and the nearest was taken."));
        type(field("withdrawers"), "777"); // the value does not change by that
        QVERIFY(settingsError().contains(QStringLiteral("777")));
        type(field("withdrawers"), "7");
        QVERIFY(m_window->setup().value("withdrawers") == SettingValue(std::int64_t{7}));
        QVERIFY(settingsError().isEmpty());
        type(field("withdrawers"), "999");
        QVERIFY(!settingsError().isEmpty());
        m_window->setup().applyPreset("notes");
        runToTheEnd();
        QVERIFY(settingsError().isEmpty());
    }

    void aBrokenRuleNamesTheSettingsAsTheyAreSeen()
    {
        QVERIFY(m_window->setup().set("deposit_min", std::int64_t{20}));
        QCOMPARE(
            settingsError(),
            QStringLiteral("Smallest deposit is 20 and Largest deposit is 10: the first must not be greater. "
                           "Lower it, or raise the second."));
        m_window->setup().reset("deposit_min");
        QVERIFY(settingsError().isEmpty());
    }

    void aFileThatIsNotThereIsToldUntilOneIsOpened()
    {
        runToTheEnd();
        QVERIFY(saveRecording(recordingOf(*m_window->session().run()), path("run.tscape").toStdString()));
        m_window->openFile(path("missing.tscape"));
        QVERIFY(m_window->files().busy());
        m_window->files().wait();
        QCOMPARE(problem(), QStringLiteral("There is no file %1.").arg(path("missing.tscape")));
        m_window->openFile(path("run.tscape"));
        m_window->files().wait();
        QCOMPARE(problem(), QString());
    }

    void openingAnotherGivesUpTheFirst()
    {
        runToTheEnd();
        QVERIFY(saveRecording(recordingOf(*m_window->session().run()), path("bank.tscape").toStdString()));
        m_window->setup().choose("deposit");
        QSignalSpy opened(&m_window->files(), &FileOpener::runOpened);
        QSignalSpy failed(&m_window->files(), &FileOpener::failed);
        m_window->openFile(path("missing.tscape"));
        m_window->openFile(path("bank.tscape"));
        QVERIFY(opened.wait(kCeilingMs)); // by the loop, as the user's
        QCOMPARE(m_window->setup().experiment().id(), std::string("bank"));
        QVERIFY(failed.isEmpty());
        m_window->openFile(path("bank.tscape"));
        QVERIFY(m_window->close());
        QVERIFY(!m_window->files().busy());
        QCoreApplication::processEvents();
        QCOMPARE(opened.count(), 1);
    }

    void whatCannotBeSavedIsToldUntilItCan_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("file");
        QTest::newRow("run, full disk") << QStringLiteral("Trace (.tscape)…") << QStringLiteral("/dev/full");
        QTest::newRow("JSON, full disk") << QStringLiteral("Trace as JSON…") << QStringLiteral("/dev/full");
        QTest::newRow("figure, full disk") << QStringLiteral("Figure as PNG…") << QStringLiteral("/dev/full");
        QTest::newRow("figure, no folder")
            << QStringLiteral("Figure as PDF…") << QStringLiteral("/proc/none/figure.pdf");
        QTest::newRow("run, no folder")
            << QStringLiteral("Trace (.tscape)…") << QStringLiteral("/proc/none/run.tscape");
        QTest::newRow("settings, no folder")
            << QStringLiteral("Settings…") << QStringLiteral("/proc/none/bank.threadscape");
    }
    void whatCannotBeSavedIsToldUntilItCan()
    {
        QFETCH(QString, entry);
        QFETCH(QString, file);
        runToTheEnd();
        save(entry.toUtf8().constData(), file);
        QVERIFY2(problem().contains(file) && problem().contains(QStringLiteral("cannot be written")),
                 qPrintable(problem()));
        QVERIFY2(problem().endsWith(QStringLiteral("Choose another place, or make room there.")),
                 qPrintable(problem()));
        save("Settings…", path("well.threadscape"));
        QCOMPARE(problem(), QString());
    }

    void settingsThatCannotBeKeptAreToldUntilTheyCan()
    {
        const QString folder = path("config");
        QFile obstacle(folder); // a file where the folder should be
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        m_window = std::make_unique<MainWindow>(AppStateFile(folder + QStringLiteral("/window.json")));
        m_window->show();
        m_window->setup().applyPreset("notes");
        QTRY_VERIFY_WITH_TIMEOUT(problem().startsWith(QStringLiteral("Your settings cannot be kept")),
                                 kCeilingMs);
        QVERIFY(obstacle.remove());
        m_window->setup().applyPreset("lecture");
        QTRY_COMPARE_WITH_TIMEOUT(problem(), QString(), kCeilingMs);
    }

    void aProblemCanBeClosedAndNeverPilesUp()
    {
        ProblemLine line;
        line.show();
        auto* label = line.findChild<QLabel*>();
        line.set(ProblemLine::About::appState, [] { return QStringLiteral("first"); });
        line.set(ProblemLine::About::file, [] { return QStringLiteral("second"); });
        line.set(ProblemLine::About::file, [] { return QStringLiteral("third"); });
        QCOMPARE(label->text(), QStringLiteral("third"));
        line.findChild<QToolButton*>()->click();
        QCOMPARE(label->text(), QStringLiteral("first"));
        line.findChild<QToolButton*>()->click();
        QVERIFY(!line.isVisible());
    }

    void aLongProblemDoesNotWidenTheWindow()
    {
        m_window->resize(1024, 700);
        const int width = m_window->minimumSizeHint().width();
        m_window->openFile(u'/' + QStringLiteral("long").repeated(100));
        m_window->files().wait();
        QVERIFY(!problem().isEmpty());
        QCOMPARE(m_window->minimumSizeHint().width(), width);
    }

    void lostEventsAreCountedInWords()
    {
        runToTheEnd();
        Recording recording = recordingOf(*m_window->session().run());
        recording.trace = samples::syntheticTrace({.seconds = 2, .lost = 7});
        auto run = RecordedRun::of(std::move(recording));
        QVERIFY(run);
        m_window->session().show(*run);
        QVERIFY2(problem().startsWith(QStringLiteral("7 events were lost: they came faster")),
                 qPrintable(problem()));
        m_window->findChild<ProblemLine*>()->findChild<QToolButton*>()->click();
        QCOMPARE(problem(), QString());
        runToTheEnd();
        QCOMPARE(problem(), QString());
    }

    void theDamageIsInTheScreenshot()
    {
        runToTheEnd();
        const QString file = path("damaged.tscape");
        QVERIFY(saveRecording(recordingOf(*m_window->session().run()), file.toStdString()));
        QVERIFY(QFile::resize(file, QFileInfo(file).size() * 3 / 4));
        const auto opened = openRun(file.toStdString());
        QVERIFY(opened && opened->damage);
        const QString picture = path("damaged.png");
        QVERIFY(writeScreenshot(picture.toStdString(), QSize(1440, 900), Scheme::light, *opened));
        const QImage image(picture);
        int coloured = 0;
        for (int y = image.height() - 80; y < image.height(); ++y)
            coloured += image.pixelColor(8, y) == Theme::light().errorBackground ? 1 : 0;
        QVERIFY2(coloured > 10, qPrintable(QString::number(coloured)));
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::ProblemsTest)
#include "problems_test.moc"
