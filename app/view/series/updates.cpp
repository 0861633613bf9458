#include "view/series/updates.h"

#include "view/series/moments.h"

#include <algorithm>

namespace threadscape {

namespace {

// False: too many.
bool addUpdates(std::vector<Update>& updates, const Lane& lane, TrackId track, ObjectId variable,
                TimeWindow window)
{
    // A write's read may precede the window: go back as many moments as one update has.
    constexpr std::size_t kBack = 8;
    const std::size_t count = lane.moments.size();
    const std::size_t first = firstMomentAt(lane, window.fromNs, count);
    const std::size_t begin =
        std::max(std::min(lane.moments.firstKept(), count), first - std::min(first, kBack));
    const Moment* read = nullptr;
    for (std::size_t i = begin; i < count; ++i) {
        const Moment& moment = lane.moments[i];
        if (moment.object != variable)
            continue;
        if (moment.kind == EventKind::read) {
            if (moment.atNs >= window.toNs)
                break;
            read = &moment;
        } else if (moment.kind == EventKind::write) {
            if (read != nullptr && moment.atNs > window.fromNs)
                updates.push_back({track, read->atNs, moment.atNs, read->value, moment.value, false});
            read = nullptr;
        }
        if (updates.size() > kMostUpdates)
            return false;
    }
    return true;
}

// The last value derives from the write that its thread had read, that one from its predecessor, and so on: all others
// are lost.
void markLost(std::vector<Update>& updates)
{
    std::int64_t seenNs = INT64_MAX;
    for (auto update = updates.rbegin(); update != updates.rend(); ++update) {
        update->lost = update->writeNs >= seenNs;
        if (!update->lost)
            seenNs = update->readNs;
    }
}

} // namespace

UpdatesPicture updatesPicture(const Trace& trace, std::span<const TrackId> tracks, ObjectId variable,
                              TimeWindow window)
{
    UpdatesPicture picture;
    auto& updates = picture.updates;
    // What follows the picture decides which of its writes were lost.
    const TimeWindow wider{window.fromNs, window.toNs + window.lengthNs()};
    for (const TrackId track : tracks)
        if (track < trace.lanes() && !addUpdates(updates, trace.lane(track), track, variable, wider))
            return {};
    std::ranges::sort(updates, {}, &Update::writeNs);
    markLost(updates);
    std::erase_if(updates, [&](const Update& update) { return update.readNs >= window.toNs; });

    std::vector<const Update*> byRead;
    for (const Update& update : updates)
        byRead.push_back(&update);
    std::ranges::sort(byRead, {}, &Update::readNs);
    for (std::size_t i = 0; i < byRead.size();) {
        EqualReads equal{byRead[i]->readNs, byRead[i]->readNs, byRead[i]->read, {byRead[i]->track}};
        std::int64_t firstWriteNs = byRead[i]->writeNs;
        std::size_t next = i + 1;
        while (next < byRead.size() && byRead[next]->read == equal.read &&
               byRead[next]->readNs < firstWriteNs) {
            equal.toNs = byRead[next]->readNs;
            equal.tracks.push_back(byRead[next]->track);
            firstWriteNs = std::min(firstWriteNs, byRead[next]->writeNs);
            ++next;
        }
        if (equal.tracks.size() > 1)
            picture.equal.push_back(std::move(equal));
        i = next;
    }
    return picture;
}

} // namespace threadscape
