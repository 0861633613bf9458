#pragma once

#include "schedule/lane_schedule.h"
#include "trace/trace_maker.h"

#include <memory>

namespace threadscape {

/// A made-up run of a second on two cores, as the system told of it. Depositor 1 and 2 share Core 0: 100 ms the first,
/// 100 ms the second, 100 ms Threadscape itself, then nobody of the run. On Core 1 the first has each other 10 us.
struct CoreRun {
    static constexpr std::int64_t kMs = 1'000'000;
    static constexpr TrackId kMain = 0;
    static constexpr TrackId kCore0 = 1;
    static constexpr TrackId kCore1 = 2;
    static constexpr TrackId kFirst = 3;
    static constexpr TrackId kSecond = 4;

    /// `bySwitches`: it is known who had a core when; else only how much. `finished`: else the second still has Core 0.
    static std::shared_ptr<Trace> make(bool bySwitches = true, bool finished = true)
    {
        auto names = std::make_shared<Catalogue>();
        names->addTrack("MainThread", "", TrackKind::main);
        names->addTrack("Core 0", "Cores", TrackKind::core);
        names->addTrack("Core 1", "Cores", TrackKind::core);
        names->addTrack("Depositor 1", "Depositors", TrackKind::thread);
        names->addTrack("Depositor 2", "Depositors", TrackKind::thread);
        const ObjectId first = names->intern("Depositor 1");
        const ObjectId second = names->intern("Depositor 2");
        const ObjectId itself = names->intern("Threadscape");
        TraceMaker maker(names);
        for (TrackId track = 0; track < names->tracks(); ++track) {
            maker.lane(track).beginNs = 0;
            if (finished)
                maker.lane(track).endNs = 1000 * kMs;
        }
        const auto slice = [&](TrackId core, std::int64_t from, std::int64_t to, TrackId by, ObjectId name) {
            maker.lane(core).operations[0].append({from, to, by, name, 0, 0}, 0);
        };
        const auto rest = [&](TrackId core, std::int64_t from, std::int64_t to) {
            constexpr auto kIdle = static_cast<std::uint8_t>(State::idle);
            maker.lane(core).waits.append({from, to, waitDetail(kNoTrack), kNoObject, kIdle, 0}, kIdle);
        };
        const auto off = [&](TrackId track, State state, std::int64_t from, std::int64_t to, TrackId waker,
                             std::uint8_t label) {
            const auto category = static_cast<std::uint8_t>(state);
            maker.lane(track).waits.append(spanOf(from, to, waitDetail(waker), kNoObject, category, label),
                                           category);
        };
        const std::uint16_t own = bySwitches ? 0 : 400;
        maker.lane(kCore0).shares.emplace(CoreShares{0, 500 * kMs, own, 380, 0});
        maker.lane(kCore0).shares.emplace(CoreShares{500 * kMs, 1000 * kMs, own, 250, 250});
        maker.lane(kCore1).shares.emplace(CoreShares{0, 1000 * kMs, own, 0, 0});
        if (bySwitches) {
            slice(kCore0, 0, 100 * kMs, kFirst, first);
            slice(kCore0, 100 * kMs, 200 * kMs, kSecond, second);
            slice(kCore0, 200 * kMs, 300 * kMs, kNoTrack, itself);
            for (std::int64_t at = 0; at < 1000 * kMs; at += 20'000) {
                slice(kCore1, at, at + 10'000, kFirst, first);
                rest(kCore1, at + 10'000, at + 20'000);
            }
        } else {
            rest(kCore0, 0, 300 * kMs);
            rest(kCore1, 0, 1000 * kMs);
        }
        rest(kCore0, 300 * kMs, 500 * kMs); // cut where the shares change
        rest(kCore0, 500 * kMs, finished ? 1000 * kMs : 800 * kMs);
        off(kFirst, State::ready, 100 * kMs, 112 * kMs, kNoTrack, 0);
        off(kFirst, State::ready, 200 * kMs, 212 * kMs, kSecond, 0);
        off(kFirst, State::ready, 300 * kMs, 312 * kMs, kNoTrack, LaneSchedule::kSomewhere);
        off(kFirst, State::unknown, 400 * kMs, 412 * kMs, kNoTrack, 0);
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->nowNs = 1000 * kMs;
        snapshot->finished = finished;
        snapshot->lanes.resize(names->tracks());
        if (!finished)
            snapshot->lanes[kCore0].spans[OpenSpans::kFirstOperation] =
                OpenSpan{800 * kMs, second, 0, kSecond};
        return maker.finish(snapshot);
    }
};

} // namespace threadscape
