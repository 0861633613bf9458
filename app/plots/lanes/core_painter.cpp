#include "plots/lanes/core_painter.h"

#include "text/texts.h"

#include <cmath>

namespace threadscape {

namespace {

// LanePainter stacks states, from the bottom: these represent who had the core.
constexpr State kOwn = State::running;
constexpr State kOther = State::unknown;
constexpr State kStolen = State::sleep;

QColor mixed(const QColor& color, const QColor& with, double share)
{
    const auto part = [&](double a, double b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(part(color.redF(), with.redF()), part(color.greenF(), with.greenF()),
                            part(color.blueF(), with.blueF()));
}

} // namespace

Theme CorePainter::coreTheme(const Theme& theme)
{
    Theme result = theme;
    const auto set = [&](State state, const QColor& fill) {
        result.states[static_cast<std::size_t>(state)] = {fill, {}, StateShape::full, StatePattern::none};
    };
    set(kOwn, theme.state(State::running).fill);
    set(kOther, mixed(theme.state(State::idle).fill, theme.plot, 0.5));
    set(kStolen, theme.secondary);
    return result;
}

CorePainter::CorePainter(QCPPainter& painter, const Theme& theme, QRectF area, double pxScale,
                         const std::vector<TrackId>& tracks, QImage& image)
    : m_painter(painter),
      m_theme(theme),
      m_coreTheme(coreTheme(theme)),
      m_area(area),
      m_tracks(tracks),
      m_lanes(painter, m_coreTheme, area, pxScale, std::nullopt, image)
{
}

// From dark to light, so that neighbours are distinguishable in greyscale print too.
QColor CorePainter::shadeOf(TrackId track) const
{
    constexpr double kStep = 0.14;
    const auto place = std::ranges::find(m_tracks, track);
    const std::size_t index = place != m_tracks.end() ? static_cast<std::size_t>(place - m_tracks.begin())
                                                      : static_cast<std::size_t>(track);
    return mixed(m_coreTheme.state(kOwn).fill, m_theme.plot, kStep * static_cast<double>(index % kShades));
}

QRectF CorePainter::placeOf(double fromPx, double toPx, const QRectF& lane) const
{
    const double left = m_lanes.x(fromPx);
    return {left, lane.top(), std::max(m_lanes.x(toPx), left + 0.5) - left, lane.height()};
}

void CorePainter::paint(const CorePicture& picture, const QRectF& lane, const Catalogue& names)
{
    LanePicture columns;
    for (const CoreStretch& stretch : picture.stretches) {
        if (stretch.toPx - stretch.fromPx > 1 + 1e-6) {
            paintStretch(stretch, lane);
            continue;
        }
        MixedColumn column{stretch.fromPx, stretch.toPx, {}};
        column.share[static_cast<std::size_t>(kOwn)] = stretch.own;
        column.share[static_cast<std::size_t>(kOther)] = stretch.other;
        column.share[static_cast<std::size_t>(kStolen)] = stretch.stolen;
        columns.columns.push_back(column);
    }
    for (const State state : {kOwn, kOther, kStolen})
        columns.mixedStates |= 1U << static_cast<unsigned>(state);
    m_lanes.paintStates(columns, lane);

    const QFont font = m_theme.font(Theme::Type::small);
    const QFontMetricsF metrics(font);
    const double line = std::max(1.0, m_theme.px(1));
    const bool legible = lane.height() >= metrics.height() - m_theme.px(3);
    m_painter.setFont(font);
    for (const CoreSlice& slice : picture.slices) {
        QRectF rect = placeOf(slice.fromPx, slice.toPx, lane);
        const QColor fill = slice.by == kNoTrack ? m_coreTheme.state(kOther).fill : shadeOf(slice.by);
        if (rect.width() > 4 * line) // so that consecutive slices stay separate
            rect.setRight(rect.right() - line);
        m_painter.fillRect(rect, fill);
        if (!legible || slice.name == kNoObject)
            continue;
        const QRectF seen = rect.intersected(m_area);
        const QString name = nameInWords(std::string(names.text(slice.name)));
        if (metrics.horizontalAdvance(name) + m_theme.px(6) > seen.width())
            continue;
        m_painter.setPen(Theme::inkOn(fill));
        m_painter.drawText(seen, Qt::AlignCenter, name);
    }
}

void CorePainter::paintStretch(const CoreStretch& stretch, const QRectF& lane)
{
    const QRectF whole = placeOf(stretch.fromPx, stretch.toPx, lane);
    double bottom = whole.bottom();
    const auto part = [&](float share) {
        const double height = static_cast<double>(share) * whole.height();
        const QRectF rect(whole.left(), bottom - height, whole.width(), height);
        bottom -= height;
        return rect;
    };
    if (stretch.own > 0)
        m_painter.fillRect(part(stretch.own), m_coreTheme.state(kOwn).fill);
    if (stretch.other > 0)
        m_painter.fillRect(part(stretch.other), m_coreTheme.state(kOther).fill);
    if (stretch.stolen > 0)
        paintStolen(part(stretch.stolen));
}

void CorePainter::paintStolen(const QRectF& rect)
{
    if (rect.width() < m_theme.px(4)) {
        m_painter.fillRect(rect, m_coreTheme.state(kStolen).fill);
        return;
    }
    LanePainter::hatch(m_painter, rect, m_coreTheme.state(kStolen).fill, m_theme.px(4), m_theme.px(1.5));
}

void CorePainter::paintOnly(const CorePicture& picture, const QRectF& lane, TrackId track)
{
    QColor veil = m_theme.plot;
    veil.setAlphaF(0.7F);
    for (const CoreSlice& slice : picture.slices)
        if (slice.by != track)
            m_painter.fillRect(placeOf(slice.fromPx, slice.toPx, lane), veil);
}

void CorePainter::finish()
{
    m_lanes.finish();
}

void CorePainter::paintKey(const std::map<TrackId, CorePicture>& pictures, const QRectF& heading)
{
    bool other = false;
    bool stolen = false;
    constexpr float kSeen = 0.03F;
    for (const auto& [core, picture] : pictures) {
        for (const CoreStretch& stretch : picture.stretches) {
            other = other || stretch.other > kSeen;
            stolen = stolen || stretch.stolen > kSeen;
        }
        for (const CoreSlice& slice : picture.slices)
            other = other || slice.by == kNoTrack;
    }
    const QFont font = m_theme.font(Theme::Type::small);
    const QFontMetricsF metrics(font);
    const double swatch = m_theme.px(12);
    double left = heading.left() + m_theme.px(2);
    const auto entry = [&](bool present, const QString& words, const auto& paintSwatch) {
        const double width = swatch + m_theme.px(6) + metrics.horizontalAdvance(words);
        if (!present || left + width > heading.right())
            return;
        paintSwatch(QRectF(left, heading.center().y() - swatch / 3, swatch, swatch * 2 / 3));
        m_painter.setFont(font);
        m_painter.setPen(m_theme.secondary);
        m_painter.drawText(QRectF(left + swatch + m_theme.px(6), heading.top(), width, heading.height()),
                           Qt::AlignLeft | Qt::AlignVCenter, words);
        left += width + m_theme.px(16);
    };
    entry(true, inWords(TS_TEXT("cores", "this run")),
          [&](const QRectF& rect) { m_painter.fillRect(rect, m_coreTheme.state(kOwn).fill); });
    entry(other, inWords(TS_TEXT("cores", "other processes")),
          [&](const QRectF& rect) { m_painter.fillRect(rect, m_coreTheme.state(kOther).fill); });
    entry(stolen, inWords(TS_TEXT("cores", "taken away by the host")),
          [&](const QRectF& rect) { paintStolen(rect); });
}

} // namespace threadscape
