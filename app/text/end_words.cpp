#include "text/end_words.h"

namespace threadscape {

namespace {

constexpr std::int32_t kKilled = -9;

} // namespace

Text endWords(const LaneEnd& end)
{
    const std::int64_t code = end.code;
    if (end.code == kKilled)
        return Text(TS_TEXT("process", "killed (%1)")).arg(code);
    if (end.code < 0)
        return Text(TS_TEXT("process", "ended by signal %1")).arg(-code);
    return Text(TS_TEXT("process", "exit code %1")).arg(code);
}

Text endSentence(const Catalogue& catalogue, const LaneEnd& end)
{
    const std::int64_t code = end.code;
    const NameArg who{catalogue.trackName(end.track)};
    const DurationArg after{end.livedNs};
    if (end.code == kKilled)
        return Text(TS_TEXT("process", "%1 was killed after %2: exit code %3")).arg(who).arg(after).arg(code);
    if (end.code < 0)
        return Text(TS_TEXT("process", "%1 was ended by signal %4 after %2: exit code %3"))
            .arg(who)
            .arg(after)
            .arg(code)
            .arg(-code);
    return Text(TS_TEXT("process", "%1 ended after %2 with exit code %3")).arg(who).arg(after).arg(code);
}

} // namespace threadscape
