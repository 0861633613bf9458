#include "view/lanes/timeline.h"

#include "base/first_index.h"
#include "view/lanes/span_walk.h"
#include "view/series/moments.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr double kSamePx = 1e-6;

// Discards what was not settled.
template <typename Stretch>
void keepUntil(std::vector<Stretch>& all, std::int64_t settledNs, const TimeAxis& axis)
{
    if (settledNs == INT64_MIN)
        all.clear();
    else
        std::erase_if(all,
                      [px = axis.toPixel(settledNs) + kSamePx](const Stretch& s) { return s.toPx > px; });
}

// The end of the last completely known column, or the start of what extends beyond it: that is recomputed as a whole.
template <typename Stretch>
std::int64_t settledUntil(const std::vector<Stretch>& all, const TimeAxis& axis, std::int64_t knownUntilNs,
                          double marginPx = 0)
{
    if (knownUntilNs <= axis.window().fromNs)
        return INT64_MIN;
    double px = std::floor(axis.toPixel(knownUntilNs) - marginPx + kSamePx);
    if (px <= 0)
        return INT64_MIN;
    for (bool any = true; any;) {
        any = false;
        for (const Stretch& s : all) {
            if (s.fromPx < px - kSamePx && s.toPx > px + kSamePx) {
                px = s.fromPx;
                any = true;
            }
        }
    }
    return axis.toNs(px);
}

TimeWindow from(TimeWindow window, std::int64_t ns)
{
    return {std::max(window.fromNs, ns), window.toNs};
}

void addStates(LanePicture& picture, const LaneView& lane, TimeWindow visible, const TimeAxis& axis)
{
    constexpr auto kRunning = static_cast<std::size_t>(State::running);
    std::uint32_t waits = lane.lane().waits.categories();
    if (lane.openWait())
        waits |= 1U << lane.openWait()->state;
    picture.mixedStates = waits | (1U << kRunning);
    const auto onRun = [&](const Span* span, bool open, std::int64_t from, std::int64_t to) {
        const State state = span != nullptr ? static_cast<State>(span->state) : State::running;
        picture.runs.push_back(
            {axis.toPixel(from), axis.toPixel(to), state, open, span != nullptr ? span->object : kNoObject});
    };
    const auto onMixed = [&](std::int64_t from, std::int64_t to, const StateTimes& totals) {
        MixedColumn column{axis.toPixel(from), axis.toPixel(to), {}};
        const float perNs = 1.0F / static_cast<float>(to - from);
        std::int64_t waited = 0;
        forEachCategory(waits, [&](std::size_t s) {
            waited += totals[s];
            column.share[s] = static_cast<float>(totals[s]) * perNs;
        });
        column.share[kRunning] += static_cast<float>(std::max<std::int64_t>(0, to - from - waited)) * perNs;
        picture.columns.push_back(column);
    };
    walkSpans(lane.lane().waits, lane.waits(), lane.openWait(), visible, axis, onRun, onMixed);
}

void addHolds(LanePicture& picture, const LaneView& lane, TimeWindow visible, const TimeAxis& axis)
{
    for (std::size_t slot = 0; slot < lane.lane().holds.size(); ++slot) {
        const SpanChannel<1>& channel = lane.lane().holds[slot];
        const std::size_t count = channel.size();
        const std::optional<Span> open =
            lane.openAt(OpenSpans::kFirstHold + static_cast<int>(slot), channel, count);
        if (count == 0 && !open)
            continue;
        walkSpans(
            channel, count, open, visible, axis,
            [&](const Span* span, bool, std::int64_t from, std::int64_t to) {
                if (span != nullptr)
                    picture.holds.push_back(
                        {axis.toPixel(from), axis.toPixel(to), 1, span->object, span->state != 0});
            },
            [&](std::int64_t from, std::int64_t to, const std::array<std::int64_t, 1>& held) {
                const auto share =
                    static_cast<float>(static_cast<double>(held[0]) / static_cast<double>(to - from));
                if (share > 0)
                    picture.holds.push_back({axis.toPixel(from), axis.toPixel(to), share, kNoObject});
            });
    }
}

void addBoxes(LanePicture& picture, const LaneView& lane, TimeWindow visible, const TimeAxis& axis)
{
    for (std::size_t depth = 0; depth < lane.lane().operations.size(); ++depth) {
        const SpanChannel<1>& channel = lane.lane().operations[depth];
        const std::size_t count = channel.size();
        const std::optional<Span> open =
            lane.openAt(OpenSpans::kFirstOperation + static_cast<int>(depth), channel, count);
        if (count == 0 && !open)
            continue;
        const auto onRun = [&](const Span* span, bool isOpen, std::int64_t from, std::int64_t to) {
            OperationBox box{
                axis.toPixel(from), axis.toPixel(to), static_cast<int>(depth), kNoObject, {}, false,
                NumberStyle::none};
            if (span == nullptr || box.toPx - box.fromPx < kSmallestBoxPx)
                return;
            box.text = span->object;
            box.open = isOpen;
            box.style = static_cast<NumberStyle>(span->label);
            if (span->label != 0 || (box.open && span->detail != 0))
                box.number = static_cast<std::int32_t>(span->detail);
            picture.boxes.push_back(box);
        };
        walkSpans(channel, count, open, visible, axis, onRun,
                  [](std::int64_t, std::int64_t, const std::array<std::int64_t, 1>&) {});
    }
}

void addMoments(LanePicture& picture, const LaneView& lane, TimeWindow visible, const TimeAxis& axis)
{
    const auto& moments = lane.lane().moments;
    const std::size_t count = moments.size();
    const std::size_t first = firstMomentAt(lane.lane(), visible.fromNs, count);
    const std::size_t last = firstMomentAt(lane.lane(), visible.toNs, count);
    constexpr double kSpacingPx = 20;
    if (static_cast<double>(last - first) * kSpacingPx > 3 * axis.widthPx())
        return;
    for (std::size_t i = first; i < last; ++i)
        if (moments[i].kind == EventKind::notify)
            picture.notifies.push_back(axis.toPixel(moments[i].atNs));
    if (static_cast<double>(picture.notifies.size()) * kSpacingPx > axis.widthPx())
        picture.notifies.clear();
}

} // namespace

void extendLanePicture(LanePicture& picture, const LaneView& lane, const TimeAxis& axis,
                       std::int64_t knownUntilNs)
{
    LanePicture::Settled& settled = picture.settled;
    keepUntil(picture.runs, settled.statesNs, axis);
    keepUntil(picture.columns, settled.statesNs, axis);
    keepUntil(picture.holds, settled.holdsNs, axis);
    keepUntil(picture.boxes, settled.boxesNs, axis);
    picture.mixedStates = 0;
    picture.notifies.clear();
    picture.lost.clear();
    if (!lane.begun())
        return;
    const auto shown = [&](TimeWindow of) {
        return TimeWindow{std::max(axis.window().fromNs, of.fromNs), std::min(axis.window().toNs, of.toNs)};
    };
    const TimeWindow held = shown(lane.sinceBegin());
    if (held.lengthNs() <= 0)
        return;
    addHolds(picture, lane, from(held, settled.holdsNs), axis);
    settled.holdsNs =
        std::max(settled.holdsNs, settledUntil(picture.holds, axis, std::min(knownUntilNs, held.toNs)));
    const TimeWindow visible = shown(lane.life());
    if (visible.lengthNs() <= 0)
        return;
    const double columns = axis.toPixel(visible.toNs) - axis.toPixel(visible.fromNs);
    picture.columns.reserve(static_cast<std::size_t>(columns) +
                            2); // of its life: there may be thousands of lanes
    addStates(picture, lane, from(visible, settled.statesNs), axis);
    addBoxes(picture, lane, from(visible, settled.boxesNs), axis);
    knownUntilNs = std::min(knownUntilNs, visible.toNs);
    settled.statesNs = std::max(settled.statesNs, settledUntil(picture.runs, axis, knownUntilNs));
    // One that is still too narrow may grow into a box.
    settled.boxesNs =
        std::max(settled.boxesNs, settledUntil(picture.boxes, axis, knownUntilNs, kSmallestBoxPx + 1));
    addMoments(picture, lane, visible, axis);
    const auto& gaps = lane.lane().gaps;
    for (std::size_t i = 0, count = gaps.size(); i < count; ++i)
        if (gaps[i].endNs > visible.fromNs && gaps[i].startNs < visible.toNs)
            picture.lost.push_back({axis.toPixel(std::max(gaps[i].startNs, visible.fromNs)),
                                    axis.toPixel(std::min(gaps[i].endNs, visible.toNs)), gaps[i].detail});
}

std::size_t operationsIn(const LaneView& lane, TimeWindow window)
{
    std::size_t all = 0;
    for (std::size_t depth = 0; depth < lane.lane().operations.size(); ++depth) {
        const SpanChannel<1>& channel = lane.lane().operations[depth];
        const std::size_t count = channel.size();
        std::size_t first = channel.firstEndingAfter(window.fromNs, count);
        const std::size_t kept = channel.firstKept();
        // One of no duration at the very beginning or end is in the window too.
        while (first > kept && channel[first - 1].startNs == window.fromNs)
            --first;
        const std::size_t last = firstIndex(first, count, [&](std::size_t i) {
            return channel[i].startNs > window.toNs ||
                   (channel[i].startNs == window.toNs && channel[i].endNs > window.toNs);
        });
        all += last - first;
        const auto open = lane.openAt(OpenSpans::kFirstOperation + static_cast<int>(depth), channel, count);
        all += open && open->startNs < window.toNs ? 1 : 0;
    }
    return all;
}

LanePicture lanePicture(const LaneView& lane, const TimeAxis& axis)
{
    LanePicture picture;
    extendLanePicture(picture, lane, axis, INT64_MIN);
    return picture;
}

} // namespace threadscape
