#include "plots/lanes/lane_painter.h"

#include <cmath>

namespace threadscape {

namespace {

// From the bottom of a stacked column to its top.
constexpr std::array<State, kStates> kStack{
    State::running, State::ready, State::lock, State::semaphore, State::gil,   State::condition, State::queue,
    State::future,  State::join,  State::io,   State::unknown,   State::sleep, State::idle};

// A seamless tile of the pattern. Filling with it is far faster than drawing lines.
QBrush hatchTile(const QColor& color, double spacing, double width, double ratio)
{
    struct Tile {
        QRgb color;
        int size;
        double width;
        double ratio;
        QBrush brush;
    };
    static std::vector<Tile> tiles; // a handful: states, themes, scales
    const int size = std::max(3, qRound(spacing * ratio));
    for (const Tile& tile : tiles)
        if (tile.color == color.rgba() && tile.size == size && tile.width == width && tile.ratio == ratio)
            return tile.brush;
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, width * ratio));
    for (const int shift : {-size, 0, size})
        painter.drawLine(QLineF(shift - 1, size + 1, shift + size + 1, -1));
    painter.end();
    image.setDevicePixelRatio(ratio);
    tiles.push_back({color.rgba(), size, width, ratio, QBrush(image)});
    return tiles.back().brush;
}

} // namespace

LanePainter::LanePainter(QCPPainter& painter, const Theme& theme, QRectF area, double pxScale,
                         std::optional<State> isolated, QImage& image)
    : m_painter(painter),
      m_theme(theme),
      m_area(area),
      m_pxScale(pxScale),
      m_isolated(isolated),
      m_ratio(painter.device()->devicePixelRatioF()),
      m_vectors(painter.modes().testFlag(QCPPainter::pmVectorized)),
      m_image(image)
{
    for (std::size_t s = 0; s < m_colors.size(); ++s) {
        const StateStyle& style = theme.states[s];
        const bool other = isolated && static_cast<std::size_t>(*isolated) != s;
        m_colors[s] = other ? theme.faded(style.fill) : style.fill;
        // A line or an outline covers little elsewhere: it must not dominate here.
        const bool light = style.shape == StateShape::line || style.shape == StateShape::dashed;
        m_stackColors[s] = light ? theme.faded(m_colors[s]) : m_colors[s];
    }
}

void LanePainter::finish()
{
    for (const QRect& strip : m_strips)
        m_painter.drawImage(
            QRectF(m_area.topLeft() + QPointF(strip.topLeft()) / m_ratio, QSizeF(strip.size()) / m_ratio),
            m_image, strip);
    m_strips.clear();
}

double LanePainter::snapped(double value) const
{
    return m_vectors ? value : static_cast<double>(static_cast<int>(value * m_ratio + 0.5)) / m_ratio;
}

LanePainter::Parts LanePainter::partsOf(const Theme& theme, const QRectF& lane, bool withHolds)
{
    const double bar = withHolds ? std::round(std::clamp(lane.height() * 0.2, 2.0, theme.px(4))) : 0;
    const double gap = bar > 0 ? 1 : 0;
    return {lane.adjusted(0, 0, 0, -bar - gap), QRectF(lane.left(), lane.bottom() - bar, lane.width(), bar)};
}

QRectF LanePainter::shapeOf(const StateStyle& style, const QRectF& states, double fromPx, double toPx) const
{
    const double left = x(fromPx);
    const double right = std::max(x(toPx), left + 1 / m_ratio);
    double height = states.height();
    if (style.shape == StateShape::line)
        height = std::min(height, m_theme.px(3));
    else if (style.shape != StateShape::full)
        height *= 0.6;
    height = std::max(snapped(height), 1.0);
    const double top = snapped(states.top() + (states.height() - height) / 2);
    return {left, top, right - left, height};
}

void LanePainter::paintStates(const LanePicture& picture, const QRectF& states)
{
    for (const StateRun& run : picture.runs)
        paintRun(run, states);
    if (!m_vectors) {
        paintPixels(picture, states);
        return;
    }
    // In a vector file neighbours that look alike become one rectangle.
    const auto alike = [](const MixedColumn& a, const MixedColumn& b) {
        for (std::size_t s = 0; s < a.share.size(); ++s)
            if (std::fabs(a.share[s] - b.share[s]) > 0.01F)
                return false;
        return true;
    };
    for (std::size_t i = 0; i < picture.columns.size(); ++i) {
        MixedColumn column = picture.columns[i];
        while (i + 1 < picture.columns.size() && picture.columns[i + 1].fromPx - column.toPx < 1e-6 &&
               alike(column, picture.columns[i + 1]))
            column.toPx = picture.columns[++i].toPx;
        paintColumn(column, states);
    }
}

void LanePainter::paintRun(const StateRun& run, const QRectF& states)
{
    const StateStyle& style = m_theme.state(run.state);
    const QRectF rect = shapeOf(style, states, run.fromPx, run.toPx);
    const QColor fill = colorOf(run.state);
    const double line = std::max(1.0, m_theme.px(1));
    if (style.shape == StateShape::dashed) {
        if (rect.width() < 3 * line)
            return;
        m_painter.setPen(QPen(fill, line, Qt::DashLine));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2));
        return;
    }
    m_painter.fillRect(rect, fill);
    const bool isolated = m_isolated && *m_isolated != run.state;
    if (style.outline.isValid() && rect.width() >= 4 * line && rect.height() >= 4 * line) {
        m_painter.setPen(QPen(isolated ? m_theme.faded(style.outline) : style.outline, line));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2));
    }
    if (style.pattern == StatePattern::none || rect.width() < m_theme.px(Theme::kPatternFromPx))
        return;
    QColor ink =
        style.outline.isValid() && style.outline != style.fill ? style.outline : Theme::inkOn(style.fill);
    ink.setAlphaF(isolated ? 0.25F : 0.55F);
    if (style.pattern == StatePattern::hatched) {
        hatch(m_painter, rect, ink, m_theme.px(6), m_theme.px(1));
        return;
    }
    const double dot = std::max(1.0, m_theme.px(1.5));
    const double step = m_theme.px(5);
    for (double left = rect.left() + step / 2; left + dot < rect.right(); left += step)
        m_painter.fillRect(QRectF(left, snapped(rect.center().y() - dot / 2), dot, dot), ink);
}

void LanePainter::paintColumn(const MixedColumn& column, const QRectF& states)
{
    const double left = m_area.left() + column.fromPx * m_pxScale;
    const double width = (column.toPx - column.fromPx) * m_pxScale;
    double bottom = states.bottom();
    for (const State state : kStack) {
        const double height =
            static_cast<double>(column.share[static_cast<std::size_t>(state)]) * states.height();
        if (height <= 0)
            continue;
        const double top = std::max(states.top(), bottom - height);
        m_painter.fillRect(QRectF(left, top, width, bottom - top),
                           m_stackColors[static_cast<std::size_t>(state)]);
        bottom = top;
    }
}

void LanePainter::paintPixels(const LanePicture& picture, const QRectF& states)
{
    if (picture.columns.empty())
        return;
    const QSize size = (m_area.size() * m_ratio).toSize();
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    const auto row = [&](double y) {
        return std::clamp(static_cast<int>((y - m_area.top()) * m_ratio + 0.5), 0, m_image.height());
    };
    const int top = row(states.top());
    const int foot = row(states.bottom());
    // The pictures' columns are the image's.
    const double perColumn = m_pxScale * m_ratio;
    const auto column = [&](double px) {
        return std::clamp(static_cast<int>(px * perColumn + 1e-6), 0, m_image.width() - 1);
    };
    const int first = column(picture.columns.front().fromPx);
    const int width = column(picture.columns.back().toPx) + 1 - first;
    if (foot <= top || width <= 0)
        return;
    std::array<std::size_t, kStates> stack{};
    std::size_t layers = 0;
    for (const State state : kStack)
        if ((picture.mixedStates >> static_cast<unsigned>(state) & 1U) != 0)
            stack[layers++] = static_cast<std::size_t>(state);

    // Start of each state in each column, from the bottom of the stack to its top; none in columns not mixed.
    const auto stride = static_cast<std::size_t>(width);
    m_tops.assign(layers * stride, m_image.height());
    const auto height = static_cast<float>(states.height() * m_ratio);
    const float lowest = static_cast<float>((states.bottom() - m_area.top()) * m_ratio) + 0.5F;
    for (const MixedColumn& mixed : picture.columns) {
        const int left = column(mixed.fromPx) - first;
        const int right =
            std::clamp(static_cast<int>(mixed.toPx * perColumn + 1 - 1e-6) - first, left + 1, width);
        float stacked = 0;
        int bottom = foot;
        for (std::size_t layer = 0; layer < layers; ++layer) {
            stacked += mixed.share[stack[layer]];
            bottom = std::clamp(static_cast<int>(lowest - stacked * height), top, bottom);
            for (int x = left; x < right; ++x)
                m_tops[layer * stride + static_cast<std::size_t>(x)] = bottom;
        }
    }
    // Line by line, from the top of the stack: lower states overwrite it.
    for (int y = top; y < foot; ++y) {
        QRgb* const line = reinterpret_cast<QRgb*>(m_image.scanLine(y)) + first;
        std::fill_n(line, stride, 0U);
        for (std::size_t layer = layers; layer-- > 0;) {
            const QRgb value = m_stackColors[stack[layer]].rgba();
            const int* const tops = m_tops.data() + layer * stride;
            for (std::size_t x = 0; x < stride; ++x)
                line[x] = y >= tops[x] ? value : line[x];
        }
    }
    m_strips.emplace_back(first, top, width, foot - top);
}

void LanePainter::paintHolds(const LanePicture& picture, const QRectF& bar, const std::vector<QColor>& colors)
{
    for (const HoldRun& hold : picture.holds) {
        const double left = x(hold.fromPx);
        const double right = std::max(x(hold.toPx), left + 1 / m_ratio);
        QColor color = hold.lock < colors.size() ? colors[hold.lock] : m_theme.text;
        color.setAlphaF(std::max(0.15F, hold.share));
        // Beside others: half as high.
        const double top = hold.shared ? bar.center().y() : bar.top();
        m_painter.fillRect(QRectF(QPointF(left, top), QPointF(right, bar.bottom())), color);
    }
}

void LanePainter::paintLit(const LanePicture& picture, const Parts& parts, ObjectId lock,
                           const std::vector<QColor>& colors)
{
    for (const StateRun& run : picture.runs)
        if (run.object == lock)
            paintRun(run, parts.states);
    LanePicture held;
    for (const HoldRun& hold : picture.holds)
        if (hold.lock == lock)
            held.holds.push_back(hold);
    paintHolds(held, parts.holds, colors);
}

void LanePainter::paintLost(const LanePicture& picture, const QRectF& lane)
{
    for (const LostStretch& lost : picture.lost) {
        const QRectF rect(x(lost.fromPx), lane.top(), std::max(x(lost.toPx) - x(lost.fromPx), 2.0),
                          lane.height());
        m_painter.fillRect(rect, m_theme.errorBackground);
        hatch(m_painter, rect, m_theme.error, m_theme.px(4), m_theme.px(1));
    }
}

void LanePainter::paintNotifies(const LanePicture& picture, const QRectF& lane)
{
    const double half = m_theme.px(3);
    m_painter.setAntialiasing(true);
    m_painter.setPen(QPen(m_theme.plot, 1));
    m_painter.setBrush(m_theme.text);
    for (const double px : picture.notifies) {
        const double at = m_area.left() + px * m_pxScale;
        m_painter.drawPolygon(
            QPolygonF({{at - half, lane.top()}, {at + half, lane.top()}, {at, lane.top() + half * 1.6}}));
    }
    m_painter.setAntialiasing(false);
}

void LanePainter::paintArrowHead(const QRectF& states, double toPx, State state)
{
    const StateStyle& style = m_theme.state(state);
    const double left = m_area.left() + toPx * m_pxScale;
    const double middle = states.center().y();
    const double half = std::min(states.height() / 2, m_theme.px(6));
    m_painter.setAntialiasing(true);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(style.outline.isValid() ? style.outline : style.fill);
    m_painter.drawPolygon(QPolygonF({{left, middle - half}, {left + half, middle}, {left, middle + half}}));
    m_painter.setAntialiasing(false);
}

void LanePainter::hatch(QCPPainter& painter, const QRectF& rect, const QColor& color, double spacing,
                        double width)
{
    if (!painter.modes().testFlag(QCPPainter::pmVectorized)) {
        painter.fillRect(rect, hatchTile(color, spacing, width, painter.device()->devicePixelRatioF()));
        return;
    }
    // Lines rising to the right, on a lattice independent of the rectangle, clipped at its edges; one element of the
    // file, instead of one per line.
    QPainterPath path;
    const double height = rect.height();
    for (double foot = std::floor((rect.left() - height) / spacing) * spacing; foot < rect.right();
         foot += spacing) {
        const double from = std::max(foot, rect.left());
        const double to = std::min(foot + height, rect.right());
        if (to <= from)
            continue;
        path.moveTo(from, rect.bottom() - (from - foot));
        path.lineTo(to, rect.bottom() - (to - foot));
    }
    QPen pen(color, width);
    pen.setCapStyle(Qt::FlatCap);
    painter.strokePath(path, pen);
}

} // namespace threadscape
