#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "lab/files/settings_file.h"
#include "text/language.h"
#include "text/texts.h"
#include "window/shell/main_window.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

// RFC 4180: the fields of each line.
std::vector<QStringList> parseCsv(const QString& text)
{
    std::vector<QStringList> rows;
    QStringList row{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' && quoted && i + 1 < text.size() && text[i + 1] == u'"') {
            row.back() += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == u',' && !quoted) {
            row << QString();
        } else if (c == u'\r' && !quoted) {
            rows.push_back(std::exchange(row, {QString()}));
            ++i; // the line feed
        } else {
            row.back() += c;
        }
    }
    return rows;
}

/// How much of each kind a trace holds.
struct Counts {
    std::size_t waits = 0;
    std::size_t operations = 0;
    std::size_t holds = 0;
    std::size_t moments = 0;
    std::size_t notifiesAndReads = 0;
    std::size_t values = 0;

    explicit Counts(const Trace& trace)
    {
        for (std::size_t t = 0; t < trace.lanes(); ++t) {
            const Lane& lane = trace.lane(static_cast<TrackId>(t));
            waits += lane.waits.size();
            for (const auto& channel : lane.operations)
                operations += channel.size();
            moments += lane.moments.size();
            for (std::size_t i = 0; i < lane.moments.size(); ++i)
                notifiesAndReads += lane.moments[i].kind != EventKind::write ? 1 : 0;
        }
        for (std::size_t o = 0; o < trace.objects(); ++o) {
            holds += trace.object(static_cast<ObjectId>(o)).holds.size();
            values += trace.object(static_cast<ObjectId>(o)).values.size();
        }
    }
};

} // namespace

/// What the window's menu writes is read back and held against the run.
class ExportMenuTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;

    ExportMenu& menu() { return *m_window->findChild<ExportMenu*>(); }
    const Trace& trace() { return *m_window->session().run()->trace(); }
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    static QAction* find(const QMenu& menu, const QString& name)
    {
        for (QAction* action : menu.actions()) {
            if (action->text() == name)
                return action;
            if (action->menu() != nullptr)
                if (QAction* inside = find(*action->menu(), name))
                    return inside;
        }
        return nullptr;
    }

    void choose(const char* name)
    {
        QAction* action = find(*menu().menu(), QString::fromUtf8(name));
        QVERIFY2(action != nullptr, name);
        QVERIFY2(action->isEnabled(), name);
        action->trigger();
    }

    // Chooses an entry, answers the dialog with `path`, and waits until it says that it is saved.
    void save(const char* name, const QString& path)
    {
        QSignalSpy saved(&menu(), &ExportMenu::saved);
        QSignalSpy failed(&menu(), &ExportMenu::failed);
        QTimer answer;
        answer.setInterval(5);
        connect(&answer, &QTimer::timeout, &answer, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr)
                return;
            answer.stop();
            dialog->findChild<QLineEdit*>()->setText(path);
            static_cast<QDialog*>(dialog)->accept();
        });
        answer.start();
        choose(name);
        QTRY_VERIFY_WITH_TIMEOUT(
            failed.count() > 0 ||
                (saved.count() > 0 && saved.back().front().toString().startsWith(QStringLiteral("Saved as"))),
            kCeilingMs);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.front().front().toString()));
        QVERIFY(saved.back().front().toString().endsWith(path));
        QVERIFY(QFileInfo::exists(path));
    }

    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // Rows without the heading; every one has the heading's number of fields.
    std::vector<QStringList> table(const char* name)
    {
        std::vector<QStringList> rows =
            parseCsv(QString::fromUtf8(read(path("tables/") + QLatin1String(name))));
        if (rows.empty())
            return {};
        const auto heading = rows.front().size();
        rows.erase(rows.begin());
        for (const QStringList& row : rows)
            if (row.size() != heading)
                return {};
        return rows;
    }

private slots:
    void initTestCase()
    {
        installLanguage();
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        m_window = std::make_unique<MainWindow>(std::nullopt);
        m_window->show();
        QVERIFY(m_window->setup().set("seconds", 600.0));
        QVERIFY(m_window->setup().set("deposit_pause_ms", std::int64_t{20}));
        QVERIFY(m_window->session().start(m_window->setup().request()));
        QVERIFY(QTest::qWaitFor([&] { return trace().events() > 500; }, kCeilingMs));
        QVERIFY(m_window->setup().set("withdrawers", std::int64_t{12})); // a mark
        QVERIFY(QTest::qWaitFor([&] { return trace().notes().size() > 0; }, kCeilingMs));
        QSignalSpy finished(&m_window->session(), &Session::finished);
        m_window->session().stop();
        QVERIFY(finished.wait(kCeilingMs));
    }
    void cleanupTestCase() { m_window.reset(); }

    void pngOfTheChosenSharpness()
    {
        choose("2×");
        save("Figure as PNG…", path("bank.png"));
        const QImage image(path("bank.png"));
        QCOMPARE(image.size(), QSize(3200, 1800));
        QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
        QVERIFY(image != QImage(image.size(), image.format()));
    }

    void svgIsVectorsOfTheChosenSize()
    {
        choose("Page, 160 × 100 mm");
        save("Figure as SVG…", path("bank.svg"));
        QSvgRenderer renderer(path("bank.svg"));
        QVERIFY(renderer.isValid());
        const QSizeF size = renderer.viewBoxF().size();
        QVERIFY(std::abs(size.width() / size.height() - 1.6) < 0.01);
        const QByteArray svg = read(path("bank.svg"));
        QVERIFY(svg.contains("width=\"160") && svg.contains("Withdrawer 12") && !svg.contains("<image"));
    }

    void halfAPageIsOffered()
    {
        choose("Half a page, 80 × 60 mm");
        save("Figure as SVG…", path("half.svg"));
        const QSizeF size = QSvgRenderer(path("half.svg")).viewBoxF().size();
        QCOMPARE(size.toSize(), QSize(302, 227));
    }

    // What is outlined in the window is outlined in its figures.
    void theEvidenceIsInTheFigure()
    {
        choose("Slide, 1600 × 900");
        save("Figure as SVG…", path("evidence.svg"));
        m_window->evidence().wait();
        QVERIFY(!m_window->findChild<PlotStack*>()->run().evidence.empty());
        const QString outline = QStringLiteral(
            "stroke=\"#15181c\" stroke-opacity=\"1\" stroke-width=\"2\" [^>]*linejoin=\"miter\"");
        QVERIFY(QString::fromUtf8(read(path("evidence.svg"))).contains(QRegularExpression(outline)));
    }

    void pdfIsAPageOfTheChosenSize()
    {
        choose("Slide, 1600 × 900");
        save("Figure as PDF…", path("bank.pdf"));
        const QByteArray pdf = read(path("bank.pdf"));
        QVERIFY(pdf.startsWith("%PDF-1.") && pdf.trimmed().endsWith("%%EOF"));
        const auto box = QRegularExpression(QStringLiteral("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"))
                             .match(QString::fromLatin1(pdf));
        QVERIFY(box.hasMatch());
        QVERIFY(std::abs(box.captured(1).toDouble() - 1200) <= 1); // points: px of 1/96 inch * 3/4
        QVERIFY(std::abs(box.captured(2).toDouble() - 675) <= 1);
    }

    void tablesHoldAsMuchAsTheTrace()
    {
        QVERIFY(QDir().mkpath(path("tables")));
        save("Data as CSV…", path("tables"));
        const Counts counts(trace());
        QVERIFY(counts.waits > 0 && counts.holds > 0 && counts.values > 0 && counts.operations > 0);
        QCOMPARE(table("tracks.csv").size(), trace().lanes());
        QCOMPARE(table("holds.csv").size(), counts.holds);
        QCOMPARE(table("operations.csv").size(), counts.operations);
        QCOMPARE(table("values.csv").size(), counts.values);
        QCOMPARE(table("moments.csv").size(), counts.moments + trace().notes().size());
        std::size_t waits = 0;
        for (const QStringList& span : table("spans.csv"))
            waits += span[2] != QStringLiteral("running") ? 1 : 0;
        QCOMPARE(waits, counts.waits);
    }

    void jsonHoldsAsMuchAsTheTrace()
    {
        save("Trace as JSON…", path("bank.json"));
        std::ifstream file(path("bank.json").toStdString());
        const auto json = nlohmann::json::parse(file, nullptr, false);
        QVERIFY(!json.is_discarded());
        std::map<std::string, std::size_t> phases;
        std::set<std::string> names;
        for (const auto& event : json.at("traceEvents")) {
            ++phases[event.at("ph")];
            if (event["ph"] == "M" && event["name"] == "thread_name")
                names.insert(event["args"]["name"]);
        }
        const Counts counts(trace());
        QCOMPARE(phases["b"], counts.holds);
        QCOMPARE(phases["e"], counts.holds);
        QCOMPARE(phases["C"], counts.values);
        QCOMPARE(phases["i"], counts.notifiesAndReads + trace().notes().size());
        QVERIFY(phases["X"] >= counts.waits / 2);
        for (std::size_t t = 0; t < trace().lanes(); ++t)
            QVERIFY(names.contains(trace().catalogue().track(static_cast<TrackId>(t)).name));
    }

    void settingsComeBackAndAreNotRun()
    {
        Setup& setup = m_window->setup();
        setup.setSpeed(2);
        QVERIFY(setup.set("notify", std::string("one")));
        save("Settings…", path("bank.threadscape"));
        const RunRequest saved = setup.request();
        setup.choose("counter");
        m_window->openFile(path("bank.threadscape"));
        m_window->files().wait();
        QCOMPARE(setup.experiment().id(), std::string("bank"));
        const RunRequest opened = setup.request();
        QVERIFY(opened.settings == saved.settings && opened.preset == saved.preset);
        QVERIFY(opened.speed == saved.speed && opened.seed == saved.seed);
        QVERIFY(setup.moved("notify"));
        // Not even the run that is still at hand: it was not with these settings.
        QVERIFY(!m_window->session().running());
        QVERIFY(m_window->findChild<QLabel*>(QStringLiteral("answer"))->text().isEmpty());
        QVERIFY(!find(*menu().menu(), QStringLiteral("Trace (.tscape)…"))->isEnabled());
        QVERIFY(find(*menu().menu(), QStringLiteral("Settings…"))->isEnabled());

        QVERIFY(QFile::resize(path("bank.threadscape"), 40));
        setup.choose("counter");
        m_window->openFile(path("bank.threadscape"));
        m_window->files().wait();
        QCOMPARE(setup.experiment().id(), std::string("counter"));
        QVERIFY(m_window->findChild<StatusLine*>()->problem().startsWith(
            QStringLiteral("bank.threadscape is no")));
        setup.choose("bank"); // the run again
    }

    void theSeedOfAnOpenedFileIsTheNextRuns()
    {
        QVERIFY(saveSettings({.experiment = "deposit", .seed = 42}, path("seed.threadscape").toStdString()));
        m_window->openFile(path("seed.threadscape"));
        m_window->files().wait();
        QCOMPARE(m_window->setup().request().seed, 42U);
        m_window->setup().choose("bank");
        QCOMPARE(m_window->setup().request().seed, 1U);
    }

    void theRunComesBackWhole()
    {
        save("Trace (.tscape)…", path("bank.tscape"));
        const auto opened = openRun(path("bank.tscape").toStdString());
        QVERIFY(opened && !opened->damage);
        const Run& run = *opened->run;
        const Run& shown = *m_window->session().run();
        QCOMPARE(run.trace()->events(), trace().events());
        QCOMPARE(run.trace()->lanes(), trace().lanes());
        QCOMPARE(run.trace()->snapshot()->nowNs, trace().snapshot()->nowNs);
        QCOMPARE(inWords(run.answer()), inWords(shown.answer()));
        QCOMPARE(run.outcome(), shown.outcome());
        QVERIFY(run.result().settings == shown.result().settings);
        QCOMPARE(run.result().seed, shown.result().seed);
        const Counts now(*run.trace());
        const Counts then(trace());
        QVERIFY(now.waits == then.waits && now.holds == then.holds && now.values == then.values &&
                now.operations == then.operations && now.moments == then.moments);
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::ExportMenuTest)
#include "export_menu_test.moc"
