#include "text/span_words.h"

#include "text/hover_words.h"
#include "text/texts.h"

namespace threadscape {

namespace {

// As many digits as distinguish the start from the end.
int digitsFor(std::int64_t lengthNs)
{
    return lengthNs >= 10'000'000 ? 3 : lengthNs >= 10'000 ? 6 : 9;
}

} // namespace

QString spanDetails(const Catalogue& catalogue, const LaneHit& hit)
{
    QString words = inWords(hoverSentence(catalogue, hit));
    // The sentence names one of the two: the holder, or the thread that released it.
    if (hit.holder && hit.endedBy < catalogue.tracks() && hit.endedBy != hit.track)
        words = inWords(Text(TS_TEXT("span", "%1, passed on by %2"))
                            .arg(words.toStdString())
                            .arg(NameArg{catalogue.track(hit.endedBy).name}));
    if (hit.operation != kNoObject && hit.state != State::running && hit.state != State::unknown)
        words = inWords(
            Text(TS_TEXT("span", "%1; %2"))
                .arg(words.toStdString())
                .arg(inWords(operationWords(catalogue, hit.operation, hit.number, hit.style)).toStdString()));
    const int digits = digitsFor(hit.toNs - hit.fromNs);
    const auto seconds = [digits](std::int64_t ns) {
        return NumberArg{static_cast<double>(ns) / 1e9, digits};
    };
    return inWords(
        Text(hit.open ? TS_TEXT("span", "%1; since %2 s") : TS_TEXT("span", "%1; from %2 s to %3 s"))
            .arg(words.toStdString())
            .arg(seconds(hit.fromNs))
            .arg(seconds(hit.toNs)));
}

} // namespace threadscape
