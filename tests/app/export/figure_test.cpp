#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "export/figure.h"
#include "support/made_up_run.h"
#include "support/synthetic_study.h"
#include "support/synthetic_trace.h"

#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace threadscape;
using namespace threadscape::samples;

class FigureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pngHasItsSize();
    void svgHoldsVectorsAndText();
    void svgStaysInsideItsLanes();
    void twoRunsStandOneUnderTheOther();
    void theEvidenceIsOutlined();
    void halfAPageHoldsTheLanes();
    void barsAreWhatTheRunFound();
    void aSpeedupIsDrawnInVectors();
    void twoSpeedupsLieInOnePlot();
    void pdfIsOnePage();
    void failuresNameTheFile();

private:
    FigureRequest request(const QString& name, FigureFormat format) const;
    static QByteArray read(const std::filesystem::path& path);
    QTemporaryDir m_folder;
};

namespace {
// A run with such an answer, which rests on what `evidence` names.
std::shared_ptr<const Run> aRun(const SyntheticSpec& spec, Template answer,
                                std::initializer_list<Evidence> evidence = {})
{
    const auto run = runOf(syntheticTrace(spec), syntheticExperiment(spec), spec.seconds, 2);
    return withResult(run, [&](RunResult& result) {
        Text words(answer);
        for (const Evidence one : evidence) {
            const std::string name = "finding_" + std::to_string(static_cast<int>(one));
            result.findings.add(name, TS_TEXT("test", "finding"), std::int64_t{1}, {}, one);
            Text longer = std::move(words).arg(std::int64_t{1}).of(name);
            words = std::move(longer);
        }
        result.answer = words;
        result.seconds = spec.seconds;
        result.machine.cpu = "Test processor";
    });
}

std::shared_ptr<const Run> answering(const std::shared_ptr<const Run>& run, Template answer,
                                     std::uint64_t seed)
{
    return withResult(run, [&](RunResult& result) {
        result.answer = answer;
        result.seed = seed;
    });
}
} // namespace

FigureRequest FigureTest::request(const QString& name, FigureFormat format) const
{
    FigureRequest request;
    request.path = m_folder.filePath(name).toStdString();
    request.format = format;
    request.size = {960, 640};
    request.run = aRun({}, TS_TEXT("test", "Some nearly."));
    return request;
}

QByteArray FigureTest::read(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void FigureTest::pngHasItsSize()
{
    FigureRequest asked = request(QStringLiteral("a.png"), FigureFormat::png);
    asked.pngScale = 2;
    QVERIFY(writeFigure(asked).has_value());
    const QImage image(QString::fromStdString(asked.path.string()));
    QCOMPARE(image.size(), QSize(1920, 1280));
    QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
    asked.theme = Theme::dark();
    QCOMPARE(figureImage(asked).pixelColor(0, 0), Theme::dark().plot);
}

void FigureTest::svgHoldsVectorsAndText()
{
    const FigureRequest asked = request(QStringLiteral("a.svg"), FigureFormat::svg);
    QVERIFY(writeFigure(asked).has_value());
    const QByteArray svg = read(asked.path);
    QVERIFY(!svg.contains("<image"));
    QVERIFY(svg.contains("Withdrawer 10"));
    QVERIFY(svg.contains("Depositors"));
    QVERIFY(svg.contains("Do ten withdrawers starve?") && svg.contains("Some nearly."));
    QVERIFY(svg.contains("Bank account: ") && svg.contains("Test processor, 2 cores"));
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
}

void FigureTest::svgStaysInsideItsLanes()
{
    // SVG is not clipped: a window in the middle of the run must not leave anything beside the picture.
    FigureRequest asked = request(QStringLiteral("b.svg"), FigureFormat::svg);
    asked.view.following = false;
    asked.view.window = {2'000'000'000, 2'500'000'000};
    QVERIFY(writeFigure(asked).has_value());
    QSvgRenderer renderer(read(asked.path));
    QImage image(asked.size, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    for (int y = 0; y < image.height(); ++y)
        QCOMPARE(image.pixelColor(image.width() - 2, y), QColor(Qt::white));
}

void FigureTest::twoRunsStandOneUnderTheOther()
{
    FigureRequest asked = request(QStringLiteral("c.svg"), FigureFormat::svg);
    asked.beside = aRun({.seconds = 4, .seed = 2}, TS_TEXT("test", "Nobody."));
    asked.run = withResult(asked.run, [](RunResult& result) { result.seed = 3; });
    QVERIFY(writeFigure(asked).has_value());
    const QByteArray svg = read(asked.path);
    QVERIFY(!svg.contains("<image"));
    QVERIFY(QSvgRenderer(svg).isValid());
    QCOMPARE(svg.count("Depositors"), 2);
    QCOMPARE(svg.count("8 s<"), 2); // the longer run's time under both
    QVERIFY(svg.indexOf("Nobody.") < svg.indexOf("Depositors"));
    QVERIFY(svg.lastIndexOf(">seed 1 ") > svg.indexOf("Depositors"));
}

// How often a file draws an outline as evidence has it.
namespace {
int outlinesIn(const QByteArray& svg)
{
    int count = 0;
    for (qsizetype at = svg.indexOf("<g "); at >= 0; at = svg.indexOf("<g ", at + 1)) {
        const QByteArray group = svg.mid(at, svg.indexOf('>', at) - at);
        count += group.contains("stroke=\"#15181c\"") && group.contains("stroke-linejoin=\"miter\"") ? 1 : 0;
    }
    return count;
}
} // namespace

void FigureTest::theEvidenceIsOutlined()
{
    FigureRequest asked = request(QStringLiteral("e.svg"), FigureFormat::svg);
    QVERIFY(writeFigure(asked).has_value());
    QCOMPARE(outlinesIn(read(asked.path)), 0);
    const QImage without = figureImage(asked);
    asked.run = aRun({}, TS_TEXT("test", "%1 to %2"), {Evidence::leastNumber, Evidence::greatestNumber});
    QVERIFY(writeFigure(asked).has_value());
    QCOMPARE(outlinesIn(read(asked.path)), 2);
    QVERIFY(figureImage(asked) != without);
    // Each of two runs has its own.
    asked.beside = aRun({.seconds = 4, .seed = 2}, TS_TEXT("test", "Only %1."), {Evidence::leastNumber});
    QVERIFY(writeFigure(asked).has_value());
    QCOMPARE(outlinesIn(read(asked.path)), 3);
}

void FigureTest::halfAPageHoldsTheLanes()
{
    FigureRequest asked = request(QStringLiteral("h.svg"), FigureFormat::svg);
    asked.size = {302, 227}; // 80 x 60 mm
    QVERIFY(writeFigure(asked).has_value());
    const QByteArray svg = read(asked.path);
    QVERIFY(svg.contains("Depositors") && svg.contains("Withdrawer 1<"));
    QVERIFY(svg.contains("waiting for a lock<"));                    // the legend, in words alone
    QVERIFY(!svg.contains("Waiting<") && !svg.contains("Balance<")); // no room for them beside fifteen lanes
    // Nothing is smaller than 7 points, and nothing is beside the picture.
    QRegularExpressionMatchIterator sizes =
        QRegularExpression(QStringLiteral("font-size=\"([0-9.]+)\"")).globalMatch(QString::fromUtf8(svg));
    QVERIFY(sizes.hasNext());
    while (sizes.hasNext()) {
        const double px = sizes.next().captured(1).toDouble();
        QVERIFY2(px >= 7 * 96.0 / 72, qPrintable(QString::number(px)));
    }
    const QImage image = figureImage(asked);
    for (int y = 0; y < image.height(); ++y)
        QCOMPARE(image.pixelColor(image.width() - 1, y), QColor(Qt::white));
    // Few lanes leave room for the line.
    const SyntheticSpec few{.depositors = 1, .withdrawers = 2};
    asked.run = aRun(few, TS_TEXT("test", "Few."));
    QVERIFY(writeFigure(asked).has_value());
    QVERIFY(read(asked.path).contains("Balance<"));
    QVERIFY(!read(asked.path).contains("Waiting<"));
    // Without lanes the first plot is there.
    asked.run = runOf(asked.run->trace(), countingExperiment(), few.seconds);
    QVERIFY(writeFigure(asked).has_value());
    QVERIFY(read(asked.path).contains("expected<"));
}

// One from a file has an experiment that never counted.
void FigureTest::barsAreWhatTheRunFound()
{
    FigureRequest asked = request(QStringLiteral("b.svg"), FigureFormat::svg);
    asked.run = withResult(runOf(syntheticTrace(), countingExperiment()), [](RunResult& result) {
        result.findings = {};
        result.findings.add("expected", TS_TEXT("test", "expected"), std::int64_t{123});
        result.findings.add("counted", TS_TEXT("test", "counted"), std::int64_t{101});
    });
    QVERIFY(writeFigure(asked).has_value());
    QVERIFY(read(asked.path).contains("123<") && read(asked.path).contains("101<"));
}

namespace {
// The run in which that was measured.
std::shared_ptr<const Run> studyRun(const StudySpec& spec)
{
    const SpeedupStudy study = syntheticStudy(spec);
    return runOf(studyTrace(study), std::make_shared<MeasuredExperiment>(study), 0, study.cores);
}

// No part of the picture, drawn without any clipping, lies beyond its edges.
bool staysInside(const QByteArray& svg, QSize size)
{
    constexpr int kAround = 60; // px that are looked at beside it
    QSvgRenderer renderer(svg);
    QImage image(size + QSize(2 * kAround, 2 * kAround), QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(kAround, kAround), QSizeF(size)));
    painter.end();
    const QRect inside(QPoint(kAround, kAround), size);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (!inside.contains(x, y) && image.pixelColor(x, y) != QColor(Qt::white))
                return false;
    return true;
}
} // namespace

void FigureTest::aSpeedupIsDrawnInVectors()
{
    const StudySpec specs[] = {{},
                               {.jobsMax = 1},
                               {.cores = 8,
                                .jobsMax = 16,
                                .backends = {Backend::threads, Backend::gil, Backend::processes,
                                             Backend::parallel, Backend::pythonThreads}},
                               {.rounds = 0}};
    for (const StudySpec& spec : specs) {
        for (const QSize size :
             {QSize(605, 378), QSize(302, 227), QSize(1600, 900)}) { // a page, half of one, a slide
            FigureRequest asked = request(QStringLiteral("s.svg"), FigureFormat::svg);
            asked.run = studyRun(spec);
            asked.size = size;
            asked.view.usl = true;
            QVERIFY(writeFigure(asked).has_value());
            const QByteArray svg = read(asked.path);
            QVERIFY(!svg.contains("<image"));
            QVERIFY(svg.contains("ideal<") || spec.jobsMax == 1);
            QVERIFY(staysInside(svg, size));
            QCOMPARE(svg.contains("the middle sample of each"), size.width() > 400); // the curves alone
        }
    }
    FigureRequest asked = request(QStringLiteral("s.svg"), FigureFormat::svg);
    asked.run = studyRun({});
    const QImage without = figureImage(asked);
    asked.run = withResult(asked.run, [](RunResult& result) {
        result.findings.add("best_speedup", TS_TEXT("test", "best"), 1.9);
        result.findings.add("best_backend", TS_TEXT("test", "by"), Text(backendLabel(Backend::threads)));
        result.findings.add("best_jobs", TS_TEXT("test", "with"), std::int64_t{3});
        result.answer = Text(TS_TEXT("test", "%1")).arg(NumberArg{1.9, 1}).of("best_speedup");
    });
    QVERIFY(figureImage(asked) != without);
    QVERIFY(writeFigure(asked).has_value());
    QVERIFY(read(asked.path).contains("2 jobs: the middle sample"));
    asked.view.chosen = PointId{Backend::gil, 3, false};
    QVERIFY(writeFigure(asked).has_value());
    QVERIFY(read(asked.path).contains("3 jobs: the middle sample"));
    asked.size = {302, 227};
    QVERIFY(writeFigure(asked).has_value());
    const QByteArray svg = read(asked.path);
    QVERIFY(svg.contains("threads 1.9") && svg.contains("4 jobs<") && svg.contains("no gain<"));
    asked.size = {1600, 900};
    QVERIFY(writeFigure(asked).has_value());
    QVERIFY(read(asked.path).contains("Amdahl, "));
    asked.path = m_folder.filePath(QStringLiteral("s.pdf")).toStdString();
    asked.format = FigureFormat::pdf;
    QVERIFY(writeFigure(asked).has_value());
    QVERIFY(!read(asked.path).contains("/Subtype /Image"));
}

void FigureTest::twoSpeedupsLieInOnePlot()
{
    FigureRequest asked = request(QStringLiteral("two.svg"), FigureFormat::svg);
    asked.size = {605, 378};
    asked.run = answering(studyRun({}), TS_TEXT("test", "Nearly."), 3);
    asked.beside = answering(studyRun({.better = 0.7}), TS_TEXT("test", "Not at all."), 1);
    QVERIFY(writeFigure(asked).has_value());
    const QByteArray svg = read(asked.path);
    QCOMPARE(svg.count("4 jobs<"), 1);
    QVERIFY(svg.contains("threads 1.9") && svg.contains("threads before 1.3"));
    QVERIFY(svg.contains("Not at all.") && svg.contains("seed 1 → 3") && svg.contains("Nearly."));
    QVERIFY(staysInside(svg, asked.size));
}

void FigureTest::pdfIsOnePage()
{
    const FigureRequest asked = request(QStringLiteral("a.pdf"), FigureFormat::pdf);
    QVERIFY(writeFigure(asked).has_value());
    const QByteArray pdf = read(asked.path);
    QVERIFY(pdf.startsWith("%PDF"));
    QCOMPARE(pdf.count("/Type /Page\n"), 1);
    QVERIFY(!pdf.contains("/Subtype /Image"));
}

void FigureTest::failuresNameTheFile()
{
    FigureRequest asked = request(QStringLiteral("missing/a.png"), FigureFormat::png);
    const auto written = writeFigure(asked);
    QVERIFY(!written.has_value());
    QVERIFY(written.error().text.english().find("missing/a.png") != std::string::npos);
    QVERIFY(!std::filesystem::exists(asked.path));
}

QTEST_MAIN(FigureTest)
#include "figure_test.moc"
