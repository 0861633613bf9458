#include "view/series/contention.h"

#include <numeric>

namespace threadscape {

namespace {

constexpr std::array<int, kStates> placesInStack()
{
    std::array<int, kStates> places{};
    places.fill(-1);
    for (std::size_t k = 0; k < kWaitingStates.size(); ++k)
        places[static_cast<std::size_t>(kWaitingStates[k])] = static_cast<int>(k);
    return places;
}
constexpr std::array<int, kStates> kPlaces = placesInStack();

// A run over several columns: adds its part in each.
void addRun(std::vector<WaitingPicture::Column>& columns, const StateRun& run)
{
    const int place = kPlaces[static_cast<std::size_t>(run.state)];
    if (place < 0)
        return;
    const std::size_t last = columns.size();
    for (auto c = static_cast<std::size_t>(std::max(0.0, run.fromPx)); c < last; ++c) {
        const auto left = static_cast<double>(c);
        if (left >= run.toPx)
            break;
        const double covered = std::min(run.toPx, left + 1) - std::max(run.fromPx, left);
        columns[c][static_cast<std::size_t>(place)] += static_cast<float>(covered);
    }
}

} // namespace

WaitingPicture waitingPicture(std::span<const LanePicture* const> lanes, std::int64_t nowNs,
                              const TimeAxis& axis)
{
    WaitingPicture picture;
    picture.columns.resize(static_cast<std::size_t>(std::max(axis.columns(), 1)));
    picture.knownUntilPx = std::clamp(axis.toPixel(nowNs), 0.0, axis.widthPx());
    for (const LanePicture* lane : lanes) {
        for (const StateRun& run : lane->runs)
            addRun(picture.columns, run);
        for (const MixedColumn& mixed : lane->columns) {
            // It lies within one column.
            const auto c = static_cast<std::size_t>((mixed.fromPx + mixed.toPx) / 2);
            const auto width = static_cast<float>(mixed.toPx - mixed.fromPx);
            if (c >= picture.columns.size())
                continue;
            for (std::size_t k = 0; k < kWaitingStates.size(); ++k)
                picture.columns[c][k] += mixed.share[static_cast<std::size_t>(kWaitingStates[k])] * width;
        }
    }
    // The column that contains now is incomplete: its mean is over the elapsed part.
    const auto nowColumn = static_cast<std::size_t>(picture.knownUntilPx);
    const auto part = static_cast<float>(picture.knownUntilPx - static_cast<double>(nowColumn));
    if (nowColumn < picture.columns.size() && part > 0.05F)
        for (float& waiting : picture.columns[nowColumn])
            waiting = std::min(waiting / part, static_cast<float>(lanes.size()));
    for (const WaitingPicture::Column& column : picture.columns)
        picture.most = std::max(picture.most, std::accumulate(column.begin(), column.end(), 0.0F));
    return picture;
}

} // namespace threadscape
