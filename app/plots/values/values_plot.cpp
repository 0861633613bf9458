#include "plots/values/values_plot.h"

#include "plots/style/chip.h"
#include "text/hover_words.h"
#include "text/texts.h"

#include <cmath>
#include <limits>

namespace threadscape {

ValuesPlot::ValuesPlot(PlotSpec spec, const PlotFrame& plotFrame, QWidget* parent)
    : Plot(std::move(spec), plotFrame, parent), m_ticker(new NumberTicker(true))
{
    yAxis->setTicker(m_ticker);
}

const std::vector<PlotSpec::Band>& ValuesPlot::bands() const
{
    static const std::vector<PlotSpec::Band> none;
    const auto found = frame().run.bands.find(spec().variable);
    return found != frame().run.bands.end() ? found->second : none;
}

double ValuesPlot::leftMargin() const
{
    const QFontMetricsF metrics(theme().font(Theme::Type::label));
    // Ticks of fractions have at most two decimals more than the scale's first digit.
    constexpr int kFinerTicks = 2;
    const double size = std::max(m_own.high - m_own.low, 1e-12);
    const int decimals =
        isWhole() ? 0 : std::max(0, kFinerTicks - static_cast<int>(std::floor(std::log10(size))));
    const QString widest = QLocale().toString(m_own.high + roomForMarks(m_own), 'f', decimals);
    return std::max(Plot::leftMargin(), std::ceil(metrics.horizontalAdvance(widest) + theme().px(20)));
}

ObjectId ValuesPlot::objectOf(const std::string& variable) const
{
    return frame().run.trace ? findVariable(frame().run.trace->catalogue(), variable) : kNoObject;
}

QColor ValuesPlot::besideColor() const
{
    return theme().state(State::io).fill;
}

double ValuesPlot::y(double value) const
{
    const QCPRange range = yAxis->range();
    const double share = (value - range.lower) / range.size();
    return area().bottom() - std::clamp(share, 0.0, 1.0) * area().height();
}

// Marks stand a little above and below the line.
double ValuesPlot::roomForMarks(ValueScale scale) const
{
    return (scale.high - scale.low) * theme().px(8) / std::max(area().height(), 40.0);
}

void ValuesPlot::fitValues()
{
    const bool whole = isWhole();
    double low = 0;
    double high = whole ? 1 : 0;
    for (const PlotSpec::Band& band : bands()) {
        low = std::min(low, band.low);
        high = std::max(high, band.high);
    }
    for (const std::string& variable : {spec().variable, spec().beside}) {
        const ObjectId object = objectOf(variable);
        if (object == kNoObject)
            continue;
        if (const auto extent = extentOfValues(*frame().run.trace, object)) {
            low = std::min(low, extent->low);
            high = std::max(high, extent->high);
        }
    }
    if (high <= low) // all zero
        high = low + 1;
    m_ticker->setWhole(whole);
    m_own = {low, high};
    const ValueScale scale = shown(0, m_own);
    const double room = roomForMarks(scale);
    yAxis->setRange(scale.low < 0 ? scale.low - room : 0, scale.high + room);
    m_ticker->setRoom(area().height(), QFontMetricsF(theme().font(Theme::Type::label)).height());
}

QColor ValuesPlot::bandFill() const
{
    QColor fill = theme().accent;
    fill.setAlphaF(theme().isDark ? 0.16F : 0.12F);
    return fill;
}

void ValuesPlot::paintBehind(QCPPainter& painter)
{
    if (yAxis->range().lower < 0)
        painter.fillRect(QRectF(area().left(), y(0), area().width(), area().bottom() - y(0)),
                         theme().errorBackground);
    for (const PlotSpec::Band& band : bands())
        if (band.high > band.low)
            painter.fillRect(
                QRectF(QPointF(area().left(), y(band.high)), QPointF(area().right(), y(band.low))),
                bandFill());
}

void ValuesPlot::paintBands(QCPPainter& painter) const
{
    const QFont font = theme().font(Theme::Type::small);
    const QFontMetricsF metrics(font);
    const QPen dashes(theme().text, std::max(1.0, theme().px(1.5)), Qt::DashLine);
    const double middle = std::max(titleHeight() - theme().px(4), metrics.height()) / 2;
    double right = area().right();
    for (const PlotSpec::Band& band : bands()) {
        const QString words = inWords(band.label);
        const double width = metrics.horizontalAdvance(words);
        const QRectF swatch(std::round(right - width - theme().px(6 + 18)),
                            std::round(middle - theme().px(5)), theme().px(18), theme().px(10));
        if (band.high > band.low) {
            painter.fillRect(swatch, bandFill());
        } else {
            painter.setPen(dashes);
            painter.drawLine(QLineF(area().left(), y(band.high), area().right(), y(band.high)));
            painter.drawLine(QLineF(swatch.left(), swatch.center().y(), swatch.right(), swatch.center().y()));
        }
        painter.setFont(font);
        painter.setPen(theme().text);
        painter.drawText(QRectF(right - width, middle - metrics.height() / 2, width + 1, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, words);
        right = swatch.left() - theme().px(16);
    }
}

void ValuesPlot::paintData(QCPPainter& painter)
{
    if (yAxis->range().lower < 0) {
        painter.setPen(QPen(theme().text, theme().px(2)));
        painter.drawLine(QLineF(area().left(), y(0), area().right(), y(0)));
    }
    const double perPixel = painter.device()->devicePixelRatioF();
    const TimeAxis axis(frame().view.window, std::max(1.0, area().width() * perPixel));
    if (m_pictureAxis != axis) {
        m_picture = {};
        m_beside = {};
    }
    m_pictureAxis = axis;
    m_picture = pictureOf(spec().variable, axis, std::move(m_picture));
    m_beside = pictureOf(spec().beside, axis, std::move(m_beside));
    const ValuesPicture& picture = m_picture;
    paintBands(painter); // first: a value on a line stays visible
    paintNames(painter);
    paintLine(painter, m_beside, 1 / perPixel, besideColor());
    paintLine(painter, picture, 1 / perPixel, theme().accent);
    if (spec().beside.empty())
        paintMarks(painter, picture, 1 / perPixel);
    paintMissing(painter, picture, 1 / perPixel);
    if (frame().run.trace && frame().run.snapshot->finished && !picture.any)
        paintNotice(painter,
                    inWords(Text(TS_TEXT("values", "%1 was never written.")).arg(NameArg{spec().variable})));
}

ValuesPicture ValuesPlot::pictureOf(const std::string& variable, const TimeAxis& axis,
                                    ValuesPicture before) const
{
    const ObjectId object = objectOf(variable);
    return object == kNoObject
               ? before
               : valuesPicture(*frame().run.trace, *frame().run.snapshot, object, axis, std::move(before));
}

// Where there are two lines, their names.
void ValuesPlot::paintNames(QCPPainter& painter) const
{
    if (spec().beside.empty())
        return;
    const QFont font = theme().font(Theme::Type::small);
    const QFontMetricsF metrics(font);
    const double middle = std::max(titleHeight() - theme().px(4), metrics.height()) / 2;
    double right = area().right();
    const auto paintName = [&](const std::string& variable, const QColor& color) {
        const QString words = nameInWords(variable);
        const double width = metrics.horizontalAdvance(words);
        const QRectF swatch(std::round(right - width - theme().px(6 + 18)),
                            std::round(middle - theme().px(1.5)), theme().px(18), theme().px(3));
        painter.fillRect(swatch, color);
        painter.setFont(font);
        painter.setPen(theme().text);
        painter.drawText(QRectF(right - width, middle - metrics.height() / 2, width + 1, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, words);
        right = swatch.left() - theme().px(16);
    };
    paintName(spec().beside, besideColor());
    paintName(spec().variable, theme().accent);
}

void ValuesPlot::paintMissing(QCPPainter& painter, const ValuesPicture& picture, double pxScale) const
{
    if (!frame().run.trace || !frame().run.snapshot->finished || !picture.any)
        return;
    const bool showsEnd = timeAxis().window().toNs >= frame().run.snapshot->nowNs;
    const QFont font = theme().font(Theme::Type::body, true);
    for (const PlotSpec::Band& band : bands()) {
        const std::int64_t missing = frame().run.findings.integer(band.finding);
        if (band.missing.source[0] == '\0' || missing <= 0)
            continue;
        const double x =
            std::min(area().left() + picture.knownUntilPx * pxScale, area().right()) - theme().px(88);
        const double top = y(band.low) + theme().px(2);
        const double foot = y(band.low - static_cast<double>(missing)) - theme().px(4);
        const double half = theme().px(4);
        if (foot - top < 4 * half)
            continue;
        if (showsEnd) // elsewhere the line is not where it was in the end
            paintGap(painter, x, top, foot);
        const QString words = inWords(Text(band.missing).arg(missing));
        paintChip(painter, theme(), {x - chipWidth(theme(), words, font) - theme().px(8), (top + foot) / 2},
                  words, font);
    }
}

// An arrow with two heads, from the line to the value.
void ValuesPlot::paintGap(QCPPainter& painter, double x, double top, double foot) const
{
    const double half = theme().px(4);
    painter.setPen(QPen(theme().error, theme().px(2), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QLineF(x, top + half, x, foot - half));
    painter.setAntialiasing(true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().error);
    painter.drawPolygon(QPolygonF({{x - half, top + 1.5 * half}, {x + half, top + 1.5 * half}, {x, top}}));
    painter.drawPolygon(QPolygonF({{x - half, foot - 1.5 * half}, {x + half, foot - 1.5 * half}, {x, foot}}));
    painter.setAntialiasing(false);
    painter.setBrush(Qt::NoBrush);
}

void ValuesPlot::paintLine(QCPPainter& painter, const ValuesPicture& picture, double pxScale,
                           const QColor& color) const
{
    if (!picture.any)
        return;
    // On a screen the line is aligned to pixels, so its width is uniform.
    const bool vector = painter.modes().testFlag(QCPPainter::pmVectorized);
    const auto snapped = [&](double at) { return vector ? at : std::round(at / pxScale) * pxScale; };
    const auto x = [&](double px) { return snapped(area().left() + std::min(px * pxScale, area().width())); };
    const auto level = [&](double value) { return snapped(y(value)); };
    QPolygonF line;
    std::vector<QLineF> extremes;
    std::optional<double> value = picture.before;
    if (value)
        line << QPointF(x(0), level(*value));
    for (const ValueStep& step : picture.steps) {
        if (value)
            line << QPointF(x(step.px), level(*value));
        if (step.low < std::min(value.value_or(step.after), step.after) ||
            step.high > std::max(value.value_or(step.after), step.after))
            extremes.emplace_back(x(step.px), y(step.low), x(step.px), y(step.high));
        line << QPointF(x(step.px), level(step.after));
        value = step.after;
    }
    if (value)
        line << QPointF(
            x(std::max(picture.knownUntilPx, picture.steps.empty() ? 0 : picture.steps.back().px)),
            level(*value));
    const double width = theme().px(theme().dataLine);
    QPen pen(color, width);
    pen.setJoinStyle(Qt::MiterJoin);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    if (vector) {
        painter.drawPolyline(line);
    } else {
        // Its parts are horizontal or vertical: rectangles, which are far faster than an antialiased line.
        QVector<QRectF> parts;
        parts.reserve(line.size());
        for (qsizetype i = 1; i < line.size(); ++i) {
            const QRectF part = QRectF(line[i - 1], line[i]).normalized();
            parts.append(part.adjusted(-width / 2, -width / 2, width / 2, width / 2));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRects(parts);
        painter.setBrush(Qt::NoBrush);
    }
    pen.setWidthF(std::max(1.0, pxScale));
    painter.setPen(pen);
    painter.drawLines(extremes.data(), static_cast<int>(extremes.size()));
}

void ValuesPlot::paintMarks(QCPPainter& painter, const ValuesPicture& picture, double pxScale) const
{
    const double half = theme().px(3.5);
    if (static_cast<double>(picture.marks.size()) * 2 * half > picture.knownUntilPx * pxScale)
        return; // large ones would be too close
    painter.setAntialiasing(true);
    painter.setPen(QPen(theme().plot, 1));
    for (const ValueMark& mark : picture.marks) {
        const double x = area().left() + mark.px * pxScale;
        const double tip = y(mark.value);
        const double foot = tip + (mark.up ? 1 : -1) * half * 1.9;
        painter.setBrush(mark.up ? theme().state(State::running).fill : theme().state(State::lock).fill);
        painter.drawPolygon(QPolygonF({{x - half, foot}, {x + half, foot}, {x, tip}}));
    }
    painter.setAntialiasing(false);
}

bool ValuesPlot::isWhole() const
{
    for (const std::string& variable : {spec().variable, spec().beside})
        if (const ObjectId object = objectOf(variable);
            object != kNoObject && frame().run.trace->catalogue().object(object).scale.decimals() > 0)
            return false;
    return true;
}

std::optional<WrittenValue> ValuesPlot::valueOf(const std::string& variable, std::int64_t ns) const
{
    const ObjectId object = objectOf(variable);
    if (object == kNoObject || ns > frame().run.snapshot->nowNs)
        return std::nullopt;
    const auto reader = frame().run.trace->reader();
    return valueAt(*frame().run.trace, object, ns);
}

QString ValuesPlot::readOut(std::int64_t ns)
{
    const auto inNumbers = [](const WrittenValue& written) {
        return QLocale().toString(written.value, 'f', written.decimals);
    };
    const auto value = valueOf(spec().variable, ns);
    if (!value)
        return {};
    const auto beside = valueOf(spec().beside, ns);
    return beside ? inNumbers(*value) + QStringLiteral(" / ") + inNumbers(*beside) : inNumbers(*value);
}

// Of two lines, the nearer one.
QString ValuesPlot::hover(QPointF at)
{
    if (!frame().run.trace || !area().contains(at))
        return {};
    const std::int64_t ns = timeAxis().toNs(at.x() - area().left());
    if (ns > frame().run.snapshot->nowNs)
        return {};
    const auto distance = [&](const std::string& variable) {
        const auto value = valueOf(variable, ns);
        return value ? std::fabs(y(value->value) - at.y()) : std::numeric_limits<double>::max();
    };
    const std::string& nearer =
        distance(spec().beside) < distance(spec().variable) ? spec().beside : spec().variable;
    const auto reader = frame().run.trace->reader();
    return inWords(valueSentence(*frame().run.trace, objectOf(nearer), ns));
}

} // namespace threadscape
