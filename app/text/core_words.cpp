#include "text/core_words.h"

#include <cmath>

namespace threadscape {

namespace {

std::int64_t wholeOf(const CoreTime& time)
{
    return time.ownNs + time.otherNs + time.stolenNs + time.idleNs;
}

NumberArg percent(std::int64_t part, const CoreTime& time)
{
    return {std::round(100.0 * static_cast<double>(part) /
                       static_cast<double>(std::max<std::int64_t>(1, wholeOf(time)))),
            0};
}

Text shareSentence(const NameArg& core, const CoreTime& time)
{
    if (time.ownNs == 0 && time.otherNs == 0 && time.stolenNs == 0)
        return Text(TS_TEXT("cores", "%1 was idle around here")).arg(core);
    if (time.ownNs == 0 && time.stolenNs == 0)
        return Text(TS_TEXT("cores", "%1, around here: %2 % idle, %3 % other processes"))
            .arg(core)
            .arg(percent(time.idleNs, time))
            .arg(percent(time.otherNs, time));
    if (time.ownNs == 0)
        return Text(TS_TEXT("cores",
                            "%1, around here: %2 % idle, %3 % other processes, %4 % taken away by the host"))
            .arg(core)
            .arg(percent(time.idleNs, time))
            .arg(percent(time.otherNs, time))
            .arg(percent(time.stolenNs, time));
    if (time.stolenNs == 0)
        return Text(TS_TEXT("cores", "%1, around here: %2 % this run, %3 % idle, %4 % other processes"))
            .arg(core)
            .arg(percent(time.ownNs, time))
            .arg(percent(time.idleNs, time))
            .arg(percent(time.otherNs, time));
    return Text(TS_TEXT("cores",
                        "%1, around here: %2 % this run, %3 % idle, %4 % other processes, %5 % taken "
                        "away by the host"))
        .arg(core)
        .arg(percent(time.ownNs, time))
        .arg(percent(time.idleNs, time))
        .arg(percent(time.otherNs, time))
        .arg(percent(time.stolenNs, time));
}

} // namespace

Text coreSentence(const Catalogue& catalogue, const CoreHit& hit)
{
    const auto name = [&](TrackId track) { return NameArg{catalogue.trackName(track)}; };
    const NameArg core = name(hit.core);
    if (!hit.oneSlice)
        return shareSentence(core, hit.time);
    const DurationArg time{hit.toNs - hit.fromNs};
    if (hit.by == kNoTrack)
        return Text(hit.open ? TS_TEXT("cores", "%1 has run Threadscape itself for %2")
                             : TS_TEXT("cores", "%1 ran Threadscape itself for %2"))
            .arg(core)
            .arg(time);
    return Text(hit.open ? TS_TEXT("cores", "%1 has run %2 for %3") : TS_TEXT("cores", "%1 ran %2 for %3"))
        .arg(core)
        .arg(name(hit.by))
        .arg(time);
}

} // namespace threadscape
