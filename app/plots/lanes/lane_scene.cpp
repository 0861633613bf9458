#include "plots/lanes/lane_scene.h"

#include "text/texts.h"
#include "view/series/values.h"

#include <QFontMetricsF>
#include <QLocale>
#include <cmath>

namespace threadscape {

LaneScene::LaneScene(const PlotFrame& frame, const PlotSpec& spec, const Theme& theme,
                     const LaneLayout& layout, double right, double perPixel, QImage& canvas)
    : m_frame(frame),
      m_spec(spec),
      m_theme(theme),
      m_layout(layout),
      m_right(right),
      m_perPixel(perPixel),
      m_canvas(canvas)
{
}

QRectF LaneScene::threadsRect() const
{
    return m_layout.threadsRect().intersected(area().adjusted(0, px(2), 0, -px(2)));
}

TimeAxis LaneScene::columns() const
{
    return TimeAxis(window(), std::max(1.0, area().width() * m_perPixel));
}

const LaneRow& LaneScene::laneIn(const LaneLayout::Row& row) const
{
    return row.kind == LaneLayout::Row::Kind::core ? cores().rows[row.index]
                                                   : groups()[row.group].rows[row.index];
}

QString LaneScene::headingIn(const LaneLayout::Row& row) const
{
    return row.kind == LaneLayout::Row::Kind::coresHeading ? coresInWords() : headingOf(groups()[row.group]);
}

QString LaneScene::headingOf(const LaneRows& group) const
{
    const auto words = m_frame.run.groupWords.find(group.group);
    return words != m_frame.run.groupWords.end() ? inWords(words->second) : nameInWords(group.group);
}

QString LaneScene::numberWordsOf(const LaneLayout::Row& heading) const
{
    if (heading.kind != LaneLayout::Row::Kind::heading)
        return {};
    const auto words = m_frame.run.numberWords.find(groups()[heading.group].group);
    return words != m_frame.run.numberWords.end() ? inWords(words->second) : QString();
}

QString LaneScene::numberOf(const LaneRow& lane) const
{
    if (!hasRun() || lane.track == kNoTrack)
        return {};
    const std::int64_t number = catalogue().track(lane.track).number.load(std::memory_order_relaxed);
    return number == TrackInfo::kNoNumber ? QString() : QLocale().toString(static_cast<qlonglong>(number));
}

QString LaneScene::coresInWords() const
{
    return inWords(
        Text(TS_PLURAL("cores", "%n cores")).count(static_cast<std::int64_t>(cores().rows.size())));
}

bool LaneScene::hasLocks() const
{
    for (std::size_t o = 0; o < catalogue().objects(); ++o)
        if (isHeld(catalogue().object(static_cast<ObjectId>(o)).kind))
            return true;
    return false;
}

ObjectId LaneScene::variable() const
{
    return m_spec.variable.empty() ? kNoObject : findVariable(catalogue(), m_spec.variable);
}

std::vector<VisibleLane> LaneScene::visibleLanes() const
{
    std::vector<VisibleLane> shown;
    const TimeAxis axis = columns();
    for (const LaneLayout::Row& row : m_layout.rows())
        if (row.kind == LaneLayout::Row::Kind::lane && row.track < trace().lanes() && m_layout.isVisible(row))
            shown.push_back({&row, &m_frame.pictures->of(trace(), m_frame.run.snapshot, row.track, axis)});
    return shown;
}

LaneList laneListOf(const PlotFrame& frame)
{
    return LaneList::of(frame.run.lanes, frame.run.cores, frame.view.coresOpen, frame.coresFold());
}

LaneSizes laneSizesOf(const Theme& theme)
{
    constexpr double kClosePitch = 8;
    constexpr double kMostPitch = 30;
    constexpr double kMostPitchOfFew = 56;
    constexpr double kGap = 2;
    const double name = kNameShare * QFontMetricsF(theme.font(Theme::Type::small)).height();
    return {
        .heading = std::round(QFontMetricsF(theme.font(Theme::Type::label, true)).height() + theme.px(2)),
        .closePitch = theme.px(kClosePitch),
        .namedPitch = std::max(theme.px(theme.lanePitch), name),
        .mostPitch = theme.px(kMostPitch),
        .mostPitchOfFew = theme.px(kMostPitchOfFew),
        .gap = theme.px(kGap),
    };
}

} // namespace threadscape
