#include "view/series/values.h"

#include <cmath>

namespace threadscape {

namespace {

constexpr double kMarkSpacingPx = 7;

// One column with the points [first, last), entered at `before`.
ValueStep stepOf(const ValueSeries& series, const DecimalScale& scale, std::size_t first, std::size_t last,
                 double before, double px)
{
    const ValueRange range = series.range(first, last);
    return {px, std::min(before, scale.real(range.low)), std::max(before, scale.real(range.high)),
            scale.real(series[last - 1].value)};
}

} // namespace

ValuesPicture valuesPicture(const Trace& trace, const Snapshot& snapshot, ObjectId variable,
                            const TimeAxis& axis, ValuesPicture before)
{
    ValuesPicture picture = std::move(before);
    if (variable >= trace.objects())
        return picture;
    const ValueSeries& series = trace.object(variable).values;
    const std::size_t count = series.size();
    if (count == 0)
        return picture;
    const DecimalScale& scale = trace.catalogue().object(variable).scale;
    picture.any = true;
    const ValueRange whole = series.range(0, count);
    picture.low = scale.real(whole.low);
    picture.high = scale.real(whole.high);
    const std::int64_t now = std::max(snapshot.nowNs, series[count - 1].atNs);
    picture.knownUntilPx = std::clamp(axis.toPixel(now), 0.0, axis.widthPx());

    const TimeWindow window = axis.window();
    if (picture.settled.steps == 0) {
        picture.settled = {0, 0, series.countUntil(window.fromNs, count)};
        picture.first = picture.settled.next;
    }
    const std::size_t first = picture.first;
    const std::size_t last = series[count - 1].atNs <= window.toNs
                                 ? count
                                 : series.countUntil(window.toNs, count, picture.settled.next);
    picture.before = first > 0 ? std::optional(scale.real(series[first - 1].value)) : std::nullopt;
    // Relative to what there is so far, so that they do not vanish during a run.
    const bool marks = static_cast<double>(last - first) * kMarkSpacingPx <= picture.knownUntilPx;
    if (marks != picture.marked)
        picture.settled = {0, 0, first};
    picture.marked = marks;
    picture.steps.resize(picture.settled.steps);
    picture.marks.resize(picture.settled.marks);
    std::size_t i = picture.settled.next;
    double value = !picture.steps.empty()
                       ? picture.steps.back().after
                       : picture.before.value_or(scale.real(series[std::min(first, count - 1)].value));
    while (i < last) {
        const double px = axis.toPixel(series[i].atNs);
        const std::int64_t columnEnd = axis.toNs(std::floor(px + 1e-6) + 1);
        const std::size_t next = std::min(last, std::max(i + 1, series.countUntil(columnEnd - 1, count, i)));
        picture.steps.push_back(
            stepOf(series, scale, i, next, value, next - i == 1 ? px : std::floor(px) + 0.5));
        for (; marks && i < next; ++i) {
            const double written = scale.real(series[i].value);
            const double old = i > 0 ? scale.real(series[i - 1].value) : written;
            if (written != old)
                picture.marks.push_back(
                    {axis.toPixel(series[i].atNs), written, written > old, series[i].track});
        }
        i = next;
        value = picture.steps.back().after;
        if (i < count) // there is a write after this column: writes are in time order
            picture.settled = {picture.steps.size(), picture.marks.size(), i};
    }
    return picture;
}

std::optional<ValueExtent> extentOfValues(const Trace& trace, ObjectId variable)
{
    const std::size_t count = variable < trace.objects() ? trace.object(variable).values.size() : 0;
    if (count == 0)
        return std::nullopt;
    const ValueRange range = trace.object(variable).values.range(0, count);
    const DecimalScale& scale = trace.catalogue().object(variable).scale;
    return ValueExtent{scale.real(range.low), scale.real(range.high)};
}

std::optional<WrittenValue> valueAt(const Trace& trace, ObjectId variable, std::int64_t ns)
{
    if (variable >= trace.objects())
        return std::nullopt;
    const ValueSeries& series = trace.object(variable).values;
    const std::size_t count = series.countUntil(ns, series.size());
    if (count == 0)
        return std::nullopt;
    const DecimalScale& scale = trace.catalogue().object(variable).scale;
    return WrittenValue{scale.real(series[count - 1].value), scale.decimalsOf(series[count - 1].value)};
}

ObjectId findVariable(const Catalogue& catalogue, std::string_view name)
{
    for (std::size_t o = 0; o < catalogue.objects(); ++o) {
        const ObjectInfo& object = catalogue.object(static_cast<ObjectId>(o));
        if (hasValue(object.kind) && object.name == name)
            return static_cast<ObjectId>(o);
    }
    return kNoObject;
}

} // namespace threadscape
