#include "export/figure.h"

#include "lab/kit/file_contents.h"
#include "measure/speedup_study.h"
#include "plots/stack/plot_stack.h"
#include "plots/style/qcp.h"
#include "text/difference_words.h"
#include "text/experiment_words.h"
#include "text/texts.h"
#include "view/speedup/found_point.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <ostream>
#include <stdexcept>

namespace threadscape {

namespace {

constexpr double kDotsPerInch = 96;
constexpr int kLeastWidthOfSlide = 800; // px; narrower figures are for a page
constexpr int kLeastWidthOfPage = 400;  // px; narrower ones for half of one
constexpr int kPdfDotsPerInch = 1200;   // finer than any printer: preserves fractional positions

// Draws wrapped text at the top of `area`, and removes its height from `area`.
void takeText(QPainter& painter, QRectF& area, const QString& text, const QFont& font, const QColor& color,
              double gap)
{
    if (text.isEmpty())
        return;
    painter.setFont(font);
    painter.setPen(color);
    const QRectF used = painter.boundingRect(area, Qt::AlignLeft | Qt::TextWordWrap, text);
    painter.drawText(used, Qt::AlignLeft | Qt::TextWordWrap, text);
    area.setTop(used.bottom() + gap);
}

/// The stack of one run, with the evidence of its answer.
void show(PlotStack& plots, const std::shared_ptr<const Run>& run, const FigureRequest& request)
{
    plots.setRun(run);
    const Text answer = run->answer();
    const Findings findings = run->findings();
    std::vector<EvidencePlace> places;
    const auto find = plots.evidenceFinder();
    for (const Evidence evidence : evidenceOf(answer, findings))
        if (const auto place = find(evidence))
            places.push_back(*place);
    plots.setEvidence(std::move(places));
    if (run == request.run)
        plots.setEvidencePoint(evidencePoint(answer, findings));
}

bool isHalfPage(const FigureRequest& request)
{
    return request.size.width() < kLeastWidthOfPage;
}

bool isForPage(const FigureRequest& request)
{
    return request.size.width() < kLeastWidthOfSlide;
}

StackScope scopeOf(const FigureRequest& request)
{
    if (isHalfPage(request))
        return StackScope::essential;
    return isForPage(request) ? StackScope::readable : StackScope::all;
}

// A run's line, with its distinguishing part in bold. Returns the rest of the area.
QRectF paintLine(QCPPainter& painter, const Theme& theme, const QRectF& area, const QString& special,
                 const QString& words)
{
    QRectF line = area;
    const double height = QFontMetricsF(theme.font(Theme::Type::label)).height() + theme.px(4);
    line.setHeight(height);
    painter.setPen(theme.text);
    for (const auto& [text, bold] : {std::pair(special, true), std::pair(words, false)}) {
        if (text.isEmpty() || line.width() < height)
            continue;
        const QFont font = theme.font(Theme::Type::label, bold);
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignTop,
                         metrics.elidedText(text, Qt::ElideRight, line.width()));
        line.setLeft(line.left() + metrics.horizontalAdvance(text) + theme.px(12));
    }
    return area.adjusted(0, height, 0, 0);
}

QString differenceOf(const FigureRequest& request)
{
    return differenceInWords(*request.beside, settingsOf(request.run->result()));
}

QString titleOf(const FigureRequest& request)
{
    return inWords(request.run->question());
}

QString answerOf(const Run& run)
{
    return inWords(run.answer());
}

/// What of another program's trace is not drawn; of two runs with their names.
QString omissionsOf(const FigureRequest& request)
{
    if (!request.beside)
        return omissionsInWords(*request.run);
    QStringList ofEach;
    for (const Run* run : {request.beside.get(), request.run.get()})
        if (const QString omissions = omissionsInWords(*run); !omissions.isEmpty())
            ofEach << inWords(Text(TS_TEXT("figure", "%1: %2"))
                                  .arg(inWords(run->experiment().question()).toStdString())
                                  .arg(omissions.toStdString()));
    return ofEach.join(u' ');
}

QString settingOf(const FigureRequest& request)
{
    if (!request.beside)
        return captionInWords(*request.run);
    const Template both =
        showsSpeedup(request.run->experiment().plots())
            ? TS_TEXT("figure", "%1. Dashed: this run. Solid: %2.") // the differences of the other one
            : TS_TEXT("figure", "%1. Below: %2.");
    return inWords(Text(both)
                       .arg(captionInWords(*request.beside).toStdString())
                       .arg(differenceOf(request).toStdString()));
}

QString captionOf(const FigureRequest& request)
{
    const QString setting = settingOf(request);
    const QString omissions = omissionsOf(request);
    if (omissions.isEmpty())
        return setting;
    const Template both = setting.endsWith(u'.') ? TS_TEXT("figure", "%1 %2") : TS_TEXT("figure", "%1. %2");
    return inWords(Text(both).arg(setting.toStdString()).arg(omissions.toStdString()));
}

// At the foot of `area`, which becomes shorter by its height.
void takeCaption(QPainter& painter, QRectF& area, const QString& words, const Theme& theme)
{
    if (words.isEmpty())
        return;
    const QFont small = theme.font(Theme::Type::small);
    painter.setFont(small);
    const double height = painter.boundingRect(area, Qt::AlignLeft | Qt::TextWordWrap, words).height();
    QRectF below(area.left(), area.bottom() - height, area.width(), height);
    takeText(painter, below, words, small, theme.secondary, 0);
    area.setBottom(area.bottom() - height);
}

void paintRuns(QCPPainter& painter, const FigureRequest& request, const Theme& theme, const QRectF& area)
{
    const double half = std::floor((area.height() - theme.px(8)) / 2);
    ViewModel view;
    PlotStack plots(view, ViewModel::Place::own, nullptr);
    plots.setTheme(theme);
    plots.setScope(scopeOf(request));
    plots.resize(QSizeF(area.width(), request.beside ? half : area.height()).toSize());
    show(plots, request.run, request);
    const bool inOnePlot = showsSpeedup(request.run->experiment().plots());
    if (!request.beside || inOnePlot)
        view.show(request.view);
    if (!request.beside) {
        plots.paintTo(painter, area);
        return;
    }
    if (inOnePlot) {
        const QString before = inWords(TS_TEXT("figure", "Before"));
        if (const std::optional<SpeedupStudy> study = request.beside->experiment().study())
            plots.setPinnedStudy(std::make_shared<const SpeedupStudy>(*study));
        const QRectF below = paintLine(painter, theme, area, before, answerOf(*request.beside));
        plots.paintTo(painter,
                      paintLine(painter, theme, below, differenceOf(request), answerOf(*request.run)));
        return;
    }
    PlotStack above(view, ViewModel::Place::beside, nullptr);
    above.setTheme(theme);
    above.setScope(scopeOf(request));
    above.resize(plots.size());
    show(above, request.beside, request);
    view.show(request.view);
    const StackNeeds both = united(above.needs(), plots.needs());
    above.setShared(both);
    plots.setShared(both);
    const QRectF upper(area.topLeft(), QSizeF(area.width(), half));
    const QRectF lower(area.left(), area.bottom() - half, area.width(), half);
    above.paintTo(painter, paintLine(painter, theme, upper, {}, answerOf(*request.beside)));
    plots.paintTo(painter, paintLine(painter, theme, lower, differenceOf(request), answerOf(*request.run)));
}

void paintFigure(QCPPainter& painter, const FigureRequest& request)
{
    // On a page the surrounding text has question and answer, and only the plots fit.
    const bool onPage = isForPage(request);
    const Theme theme = onPage ? request.theme.forPrint() : request.theme;
    const QRectF page(QPointF(0, 0), QSizeF(request.size));
    painter.fillRect(page, theme.plot);
    const double margin = theme.px(isHalfPage(request) ? 4 : 12);
    QRectF area = page.adjusted(margin, margin, -margin, -margin);
    if (isHalfPage(request)) {
        if (request.words)
            takeCaption(painter, area, omissionsOf(request), theme);
        paintRuns(painter, request, theme, area);
        return;
    }
    if (!onPage && request.words) {
        takeText(painter, area, titleOf(request), theme.font(Theme::Type::answer, true), theme.text,
                 theme.px(4));
        if (!request.beside) // else each run has its own line, above its plots
            takeText(painter, area, answerOf(*request.run), theme.font(Theme::Type::body), theme.text,
                     theme.px(8));
    }
    if (request.words)
        takeCaption(painter, area, captionOf(request), theme);
    paintRuns(painter, request, theme, area);
}

void paintVectors(QPaintDevice& device, const FigureRequest& request, double scale)
{
    QCPPainter painter;
    if (!painter.begin(&device))
        throw std::runtime_error("the figure cannot be drawn");
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.scale(scale, scale);
    paintFigure(painter, request);
    painter.end();
}

QByteArray encoded(const FigureRequest& request)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    switch (request.format) {
    case FigureFormat::png:
        if (!figureImage(request).save(&buffer, "PNG"))
            throw std::runtime_error("it is too large for the memory that there is");
        break;
    case FigureFormat::svg: {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setResolution(static_cast<int>(kDotsPerInch));
        svg.setSize(request.size);
        svg.setViewBox(QRect(QPoint(0, 0), request.size));
        svg.setTitle(titleOf(request));
        svg.setDescription(captionOf(request));
        paintVectors(svg, request, 1);
        break;
    }
    case FigureFormat::pdf: {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(titleOf(request));
        pdf.setCreator(QStringLiteral("Threadscape"));
        pdf.setResolution(kPdfDotsPerInch);
        pdf.setPageSize(QPageSize(QSizeF(request.size) * (72 / kDotsPerInch), QPageSize::Point, QString(),
                                  QPageSize::ExactMatch));
        pdf.setPageMargins({});
        paintVectors(pdf, request, kPdfDotsPerInch / kDotsPerInch);
        break;
    }
    }
    return bytes;
}

} // namespace

QImage figureImage(const FigureRequest& request)
{
    QImage image((QSizeF(request.size) * request.pngScale).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(request.pngScale);
    image.setText(QStringLiteral("Title"), titleOf(request));
    image.setText(QStringLiteral("Description"), captionOf(request));
    image.setDotsPerMeterX(qRound(kDotsPerInch * request.pngScale / 0.0254));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    QCPPainter painter(&image);
    painter.setMode(QCPPainter::pmNoCaching);
    paintFigure(painter, request);
    painter.end();
    return image;
}

tl::expected<void, Error> writeFigure(const FigureRequest& request)
{
    return writeFile(request.path, [&](std::ostream& out) {
        const QByteArray bytes = encoded(request);
        out.write(bytes.constData(), bytes.size());
    });
}

} // namespace threadscape
