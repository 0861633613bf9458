#include "export/figure.h"

#include "export/output_file.h"
#include "plots/plot_stack.h"
#include "plots/qcp.h"
#include "text/texts.h"

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
constexpr int kPdfDotsPerInch = 1200;   // finer than any printer: positions keep their fractions

// Draws wrapped text at the top of `area`, which then begins below it.
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

void show(PlotStack& plots, const FigureRun& run, const FigureRequest& request)
{
    plots.setRun(run.trace, run.experiment, run.plannedSeconds, run.cores);
    plots.setUsl(request.usl);
    plots.choose(request.chosen);
    plots.setEvidencePoint(request.evidencePoint);
    if (request.window)
        plots.setWindow(*request.window);
    if (request.coresOpen)
        plots.setCoresOpen(*request.coresOpen);
    std::vector<EvidencePlace> places;
    for (const Evidence evidence : run.evidence)
        if (const auto place = plots.evidenceOf(evidence))
            places.push_back(*place);
    plots.setEvidence(std::move(places));
}

bool isHalfPage(const FigureRequest& request)
{
    return request.size.width() < kLeastWidthOfPage;
}

bool isForPage(const FigureRequest& request)
{
    return request.size.width() < kLeastWidthOfSlide;
}

PlotStack::Scope scopeOf(const FigureRequest& request)
{
    if (isHalfPage(request))
        return PlotStack::Scope::essential;
    return isForPage(request) ? PlotStack::Scope::readable : PlotStack::Scope::all;
}

// A run's line, with what is special of it in bold. Returns what is left of the area.
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

void paintRuns(QCPPainter& painter, const FigureRequest& request, const Theme& theme, const QRectF& area)
{
    const double half = std::floor((area.height() - theme.px(8)) / 2);
    PlotStack plots;
    plots.setTheme(theme);
    plots.setScope(scopeOf(request));
    plots.resize(QSizeF(area.width(), request.above ? half : area.height()).toSize());
    show(plots,
         {request.trace, request.experiment, request.plannedSeconds, {}, request.evidence, request.cores},
         request);
    if (!request.above) {
        plots.paintTo(painter, area);
        return;
    }
    if (plots.overlays()) {
        const QString before = inWords(TS_TEXT("figure", "Before"));
        if (const std::optional<SpeedupStudy> study = request.above->experiment->study())
            plots.setPinnedStudy(std::make_shared<const SpeedupStudy>(*study));
        const QRectF below = paintLine(painter, theme, area, before, request.above->words);
        plots.paintTo(painter, paintLine(painter, theme, below, request.difference, request.words));
        return;
    }
    PlotStack above;
    above.setTheme(theme);
    above.setScope(scopeOf(request));
    above.resize(plots.size());
    show(above, *request.above, request);
    const StackNeeds both = united(above.needs(), plots.needs());
    above.setShared(both);
    plots.setShared(both);
    const QRectF upper(area.topLeft(), QSizeF(area.width(), half));
    const QRectF lower(area.left(), area.bottom() - half, area.width(), half);
    above.paintTo(painter, paintLine(painter, theme, upper, {}, request.above->words));
    plots.paintTo(painter, paintLine(painter, theme, lower, request.difference, request.words));
}

void paintFigure(QCPPainter& painter, const FigureRequest& request)
{
    // On a page the text around it asks and answers, and there is room for the picture alone.
    const bool onPage = isForPage(request);
    const Theme theme = onPage ? request.theme.forPrint() : request.theme;
    const QRectF page(QPointF(0, 0), QSizeF(request.size));
    painter.fillRect(page, theme.plot);
    const double margin = theme.px(isHalfPage(request) ? 4 : 12);
    QRectF area = page.adjusted(margin, margin, -margin, -margin);
    if (isHalfPage(request)) {
        paintRuns(painter, request, theme, area);
        return;
    }
    if (!onPage) {
        takeText(painter, area, request.title, theme.font(Theme::Type::answer, true), theme.text,
                 theme.px(4));
        takeText(painter, area, request.answer, theme.font(Theme::Type::body), theme.text, theme.px(8));
    }

    const QFont small = theme.font(Theme::Type::small);
    painter.setFont(small);
    const QRectF caption =
        request.caption.isEmpty()
            ? QRectF()
            : painter.boundingRect(area, Qt::AlignLeft | Qt::TextWordWrap, request.caption);
    QRectF below(area.left(), area.bottom() - caption.height(), area.width(), caption.height());
    takeText(painter, below, request.caption, small, theme.secondary, 0);
    area.setBottom(area.bottom() - caption.height());
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
            throw std::runtime_error("the picture is too large");
        break;
    case FigureFormat::svg: {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setResolution(static_cast<int>(kDotsPerInch));
        svg.setSize(request.size);
        svg.setViewBox(QRect(QPoint(0, 0), request.size));
        svg.setTitle(request.title);
        svg.setDescription(request.caption);
        paintVectors(svg, request, 1);
        break;
    }
    case FigureFormat::pdf: {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(request.title);
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
    image.setText(QStringLiteral("Title"), request.title);
    image.setText(QStringLiteral("Description"), request.caption);
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
