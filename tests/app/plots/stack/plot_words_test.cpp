#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "export/figure.h"
#include "lab/run/live_run.h"
#include "support/eventually.h"
#include "support/made_up_run.h"
#include "support/synthetic_trace.h"
#include "text/language.h"
#include "text/span_words.h"
#include "trace/trace_writer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace threadscape {

namespace {

constexpr std::chrono::milliseconds kCeiling{30000};

} // namespace

/// What the plots of real runs say in words: an SVG of them holds its text.
class PlotWordsTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installLanguage(); }

    void numbersAtTheLanesEndsHaveAHeading()
    {
        auto run = start({.experiment = "bank", .settings = {{"seconds", "0.1"}, {"withdrawers", "2"}}});
        const QByteArray svg = figureOf(run);
        QCOMPARE(svg.count(">withdrawals<"), 1); // not over the depositors
    }

    void movedSettingsBearTheirTitles()
    {
        auto run = start({.experiment = "bank", .settings = {{"seconds", "0"}}});
        QVERIFY(run->change("deposit_pause_ms", std::int64_t{40}));
        run->stop();
        const QByteArray svg = figureOf(run);
        // The arrow is of another font, and so a text of its own.
        QVERIFY(svg.contains(">Pause after a deposit 500 ms <") && svg.contains("> 40 ms<"));
        QVERIFY(!svg.contains("deposit_pause") && !svg.contains("deposit pause"));
    }

    void changesOfOnePlaceAreCountedAndNeighboursKeepTheirLabels()
    {
        const auto trace = samples::syntheticTrace();
        const std::size_t before = trace->notes().size();
        QVERIFY(before > 0);
        const Note first = trace->notes()[0];
        TraceWriter writer(*trace);
        for (const std::int64_t afterNs : {1'000'000, 300'000'000, 500'000'000}) {
            Note note = first;
            note.atNs += afterNs;
            writer.addNote(note);
        }
        const QByteArray svg = painted(samples::runOf(trace, samples::syntheticExperiment(), 8, 2));
        QCOMPARE(svg.count(">2 changes<"), 1);
        QCOMPARE(svg.count(" 10 <"), 2); // of its neighbours, though they are less than a label away
    }

    void aChosenSpanIsToldInFull()
    {
        const auto trace = samples::syntheticTrace();
        const Catalogue& catalogue = trace->catalogue();
        LaneHit hit;
        hit.track = trackCalled(catalogue, "Withdrawer 7");
        hit.state = State::lock;
        hit.fromNs = 1'204'000'000;
        hit.toNs = 1'616'000'000;
        for (ObjectId object = 0; object < catalogue.objects(); ++object)
            if (isLock(catalogue.object(object).kind))
                hit.object = object;
        hit.holder = Holder{.track = trackCalled(catalogue, "Depositor 1")};
        hit.endedBy = trackCalled(catalogue, "Depositor 2");
        const QString lock = QString::fromStdString(catalogue.object(hit.object).name);
        QCOMPARE(spanDetails(catalogue, hit),
                 QStringLiteral(
                     "Withdrawer 7 waited 412 ms for %1, held by Depositor 1, passed on by Depositor 2; "
                     "from 1.204 s to 1.616 s")
                     .arg(lock));
        hit.toNs = hit.fromNs + 20'000; // short ones are distinguished
        QVERIFY(spanDetails(catalogue, hit).endsWith(QStringLiteral("; from 1.204000 s to 1.204020 s")));
        hit.open = true;
        QVERIFY(spanDetails(catalogue, hit).endsWith(QStringLiteral("; since 1.204000 s")));
    }

    void whyNobodyWaited_data()
    {
        QTest::addColumn<QString>("lock");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("the lock was not used")
            << QStringLiteral("false") << QByteArray("Nobody took the lock");
        QTest::newRow("it was, by one thread") << QStringLiteral("true") << QByteArray("Nobody had to wait.");
    }
    void whyNobodyWaited()
    {
        QFETCH(QString, lock);
        QFETCH(QByteArray, sentence);
        auto run = start({.experiment = "deposit",
                          .settings = {{"workers", "1"}, {"deposits", "3"}, {"lock", lock.toStdString()}}});
        const QByteArray svg = figureOf(run);
        QCOMPARE(svg.count("Nobody"), 1);
        QVERIFY2(svg.contains(sentence), svg);
    }

    // A result of the run, and not of the stretch that is shown.
    void aLossIsTheFindingWhateverTheZoom()
    {
        std::shared_ptr<LiveRun> run;
        QVERIFY(eventually([&] {
            run = start(
                {.experiment = "deposit",
                 .settings = {{"lock", "false"}, {"deposits", "40"}, {"workers", "8"}, {"work_ms", "2"}}});
            return run->waitFor(kCeiling) && run->findings().integer("lost") >= 10;
        }));
        const QByteArray words =
            '>' + QByteArray::number(qlonglong(run->findings().integer("lost"))) + " lost<";
        const std::int64_t endNs = run->trace()->snapshot()->nowNs;
        for (const TimeWindow window : {TimeWindow{0, endNs}, TimeWindow{0, endNs / 2},
                                        TimeWindow{endNs / 3, endNs / 2}, TimeWindow{endNs / 2, endNs}}) {
            ViewState view;
            view.window = window;
            view.following = false;
            const QByteArray svg = figureOf(run, view);
            QCOMPARE(svg.count(" lost<"), 1);
            QVERIFY2(svg.contains(words), svg);
        }
    }

private:
    static TrackId trackCalled(const Catalogue& catalogue, const std::string& name)
    {
        for (TrackId track = 0; track < catalogue.tracks(); ++track)
            if (catalogue.track(track).name == name)
                return track;
        return kNoTrack;
    }

    static std::shared_ptr<LiveRun> start(const RunRequest& request)
    {
        auto run = LiveRun::start(request);
        return run ? std::shared_ptr<LiveRun>(std::move(*run)) : nullptr;
    }

    QByteArray figureOf(const std::shared_ptr<const LiveRun>& run, const ViewState& view = {}) const
    {
        return run->waitFor(kCeiling) ? painted(run, view) : "it did not end";
    }

    QByteArray painted(const std::shared_ptr<const Run>& run, const ViewState& view = {}) const
    {
        FigureRequest request;
        request.path = m_folder.filePath(QStringLiteral("figure.svg")).toStdString();
        request.format = FigureFormat::svg;
        request.run = run;
        request.view = view;
        if (!writeFigure(request))
            return "it was not written";
        QFile file(QString::fromStdString(request.path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

} // namespace threadscape

QTEST_MAIN(threadscape::PlotWordsTest)
#include "plot_words_test.moc"
