#include "text/hover_words.h"

#include "text/state_words.h"
#include "text/task_words.h"

#include <cmath>

namespace threadscape {

namespace {

NameArg objectName(const Catalogue& catalogue, ObjectId object)
{
    return {catalogue.objectName(object)};
}

NameArg trackName(const Catalogue& catalogue, TrackId track)
{
    return {catalogue.trackName(track)};
}

/// Sentences about a wait for an object: while it is open, when a thread ended it, and when it just ended.
struct WaitWords {
    Template open;
    Template endedBy;
    Template ended;
};
constexpr WaitWords kForItem{TS_TEXT("hover", "%1 has waited %2 for an item in %3"),
                             TS_TEXT("hover", "%1 waited %2 for an item in %3, put by %4"),
                             TS_TEXT("hover", "%1 waited %2 for an item in %3")};
constexpr WaitWords kForRoom{TS_TEXT("hover", "%1 has waited %2 for room in %3"),
                             TS_TEXT("hover", "%1 waited %2 for room in %3, made by %4"),
                             TS_TEXT("hover", "%1 waited %2 for room in %3")};
constexpr WaitWords kToRead{TS_TEXT("hover", "%1 has waited %2 to read under %3"),
                            TS_TEXT("hover", "%1 waited %2 to read under %3, let in by %4"),
                            TS_TEXT("hover", "%1 waited %2 to read under %3")};
constexpr WaitWords kToWrite{TS_TEXT("hover", "%1 has waited %2 to write under %3"),
                             TS_TEXT("hover", "%1 waited %2 to write under %3, let in by %4"),
                             TS_TEXT("hover", "%1 waited %2 to write under %3")};

/// nullptr: it waits for the object itself.
const WaitWords* waitWords(const Catalogue& catalogue, const LaneHit& hit)
{
    switch (hit.what) {
    case WaitFor::item: return &kForItem;
    case WaitFor::room: return &kForRoom;
    case WaitFor::shared: return &kToRead;
    case WaitFor::unsaid: break;
    }
    const auto isReadWriteLock = [](ObjectKind kind) noexcept { return kind == ObjectKind::readWriteLock; };
    return catalogue.objectIs(hit.object, isReadWriteLock) ? &kToWrite : nullptr;
}

Text partWaitSentence(const Catalogue& catalogue, const LaneHit& hit, const WaitWords& words)
{
    const bool ended = !hit.open && hit.endedBy < catalogue.tracks() && hit.endedBy != hit.track;
    Text sentence = Text(hit.open ? words.open
                         : ended  ? words.endedBy
                                  : words.ended)
                        .arg(trackName(catalogue, hit.track))
                        .arg(DurationArg{hit.toNs - hit.fromNs})
                        .arg(objectName(catalogue, hit.object));
    return ended ? std::move(sentence).arg(trackName(catalogue, hit.endedBy)) : sentence;
}

// For others to end, or for something outside the run to send or receive.
Text awaitSentence(const Catalogue& catalogue, const LaneHit& hit)
{
    const NameArg who = trackName(catalogue, hit.track);
    const NameArg what = objectName(catalogue, hit.object);
    const DurationArg time{hit.toNs - hit.fromNs};
    if (hit.open)
        return Text(TS_TEXT("hover", "%1 has waited %2 for %3")).arg(who).arg(time).arg(what);
    // Of several, the one that ended last.
    if (hit.state == State::join && hit.endedBy < catalogue.tracks() && hit.endedBy != hit.track &&
        catalogue.track(hit.endedBy).name != what.name)
        return Text(TS_TEXT("hover", "%1 waited %2 for %3; the last to end was %4"))
            .arg(who)
            .arg(time)
            .arg(what)
            .arg(trackName(catalogue, hit.endedBy));
    return Text(TS_TEXT("hover", "%1 waited %2 for %3")).arg(who).arg(time).arg(what);
}

Text waitSentence(const Catalogue& catalogue, const LaneHit& hit)
{
    const NameArg who = trackName(catalogue, hit.track);
    const NameArg what = objectName(catalogue, hit.object);
    const DurationArg time{hit.toNs - hit.fromNs};
    if (what.name.empty())
        return Text(hit.open ? TS_TEXT("hover", "%1 has been %2 for %3")
                             : TS_TEXT("hover", "%1 was %2 for %3"))
            .arg(who)
            .arg(stateWords(hit.state))
            .arg(time);
    if (hit.holder)
        return Text(hit.open ? TS_TEXT("hover", "%1 has waited %2 for %3, held by %4")
                             : TS_TEXT("hover", "%1 waited %2 for %3, held by %4"))
            .arg(who)
            .arg(time)
            .arg(what)
            .arg(trackName(catalogue, hit.holder->track));
    if (const WaitWords* const words = waitWords(catalogue, hit))
        return partWaitSentence(catalogue, hit, *words);
    if (hit.state == State::join || hit.state == State::io)
        return awaitSentence(catalogue, hit);
    const bool on = hit.state == State::condition || hit.state == State::queue;
    if (hit.open)
        return Text(on ? TS_TEXT("hover", "%1 has waited %2 on %3 and was not woken")
                       : TS_TEXT("hover", "%1 has waited %2 for %3"))
            .arg(who)
            .arg(time)
            .arg(what);
    if (hit.endedBy < catalogue.tracks() && hit.endedBy != hit.track)
        return Text(on ? TS_TEXT("hover", "%1 waited %2 on %3, woken by %4")
                       : TS_TEXT("hover", "%1 waited %2 for %3, passed on by %4"))
            .arg(who)
            .arg(time)
            .arg(what)
            .arg(trackName(catalogue, hit.endedBy));
    return Text(on ? TS_TEXT("hover", "%1 waited %2 on %3") : TS_TEXT("hover", "%1 waited %2 for %3"))
        .arg(who)
        .arg(time)
        .arg(what);
}

Text runningSentence(const Catalogue& catalogue, const LaneHit& hit)
{
    const NameArg who = trackName(catalogue, hit.track);
    const DurationArg time{hit.toNs - hit.fromNs};
    if (hit.held != kNoObject)
        return Text(TS_TEXT("hover", "%1 ran for %2, holding %3"))
            .arg(who)
            .arg(time)
            .arg(objectName(catalogue, hit.held));
    return Text(TS_TEXT("hover", "%1 ran for %2")).arg(who).arg(time);
}

Text sleepSentence(const Catalogue& catalogue, const LaneHit& hit)
{
    const NameArg who = trackName(catalogue, hit.track);
    const DurationArg time{hit.toNs - hit.fromNs};
    if (hit.open)
        return Text(TS_TEXT("hover", "%1 has slept for %2")).arg(who).arg(time);
    if (hit.held != kNoObject)
        return Text(TS_TEXT("hover", "%1 slept for %2, holding %3"))
            .arg(who)
            .arg(time)
            .arg(objectName(catalogue, hit.held));
    return Text(TS_TEXT("hover", "%1 slept for %2")).arg(who).arg(time);
}

Text readySentence(const Catalogue& catalogue, const LaneHit& hit)
{
    const NameArg who = trackName(catalogue, hit.track);
    const DurationArg time{hit.toNs - hit.fromNs};
    if (hit.track < catalogue.tracks() && catalogue.track(hit.track).kind == TrackKind::task)
        return Text(hit.open ? TS_TEXT("hover", "%1 has been ready for %2: its loop is at others")
                             : TS_TEXT("hover", "%1 was ready for %2: its loop was at others"))
            .arg(who)
            .arg(time);
    if (hit.open)
        return Text(TS_TEXT("hover", "%1 has wanted a core for %2")).arg(who).arg(time);
    if (hit.endedBy < catalogue.tracks() && hit.endedBy != hit.track)
        return Text(hit.somewhere ? TS_TEXT("hover", "%1 wanted a core for about %2, after %3 had woken it")
                                  : TS_TEXT("hover", "%1 wanted a core for %2, after %3 had woken it"))
            .arg(who)
            .arg(time)
            .arg(trackName(catalogue, hit.endedBy));
    return Text(hit.somewhere ? TS_TEXT("hover", "%1 wanted a core for about %2")
                              : TS_TEXT("hover", "%1 wanted a core for %2"))
        .arg(who)
        .arg(time);
}

Text stateSentence(const Catalogue& catalogue, const LaneHit& hit)
{
    const NameArg who = trackName(catalogue, hit.track);
    const DurationArg time{hit.toNs - hit.fromNs};
    switch (hit.state) {
    case State::running: return runningSentence(catalogue, hit);
    case State::sleep: return sleepSentence(catalogue, hit);
    case State::ready: return readySentence(catalogue, hit);
    case State::lock:
    case State::semaphore:
    case State::condition:
    case State::queue:
    case State::join:
    case State::future:
    case State::io:
    case State::gil: return waitSentence(catalogue, hit);
    case State::idle: return Text(TS_TEXT("hover", "%1 had nothing to do for %2")).arg(who).arg(time);
    case State::unknown: break;
    }
    if (hit.offCore)
        return Text(hit.open
                        ? TS_TEXT("hover", "For %2 %1 has neither had a core nor waited for anything that "
                                           "Threadscape sees")
                        : TS_TEXT("hover", "For %2 %1 neither had a core nor waited for anything that "
                                           "Threadscape sees"))
            .arg(who)
            .arg(time);
    if (hit.operation != kNoObject)
        return Text(hit.open ? TS_TEXT("hover", "%1: %2, for %3 so far") : TS_TEXT("hover", "%1: %2, %3"))
            .arg(who)
            .arg(std::string(catalogue.text(hit.operation)))
            .arg(time);
    return Text(TS_TEXT("hover", "What %1 did for %2 is not known")).arg(who).arg(time);
}

} // namespace

Text hoverSentence(const Catalogue& catalogue, const LaneHit& hit)
{
    if (hit.spans > 1)
        return Text(TS_TEXT("hover", "%1, %2: %3 % %4, too short to tell apart; zoom in"))
            .arg(trackName(catalogue, hit.track))
            .arg(DurationArg{hit.toNs - hit.fromNs})
            .arg(NumberArg{100 * hit.share, 0})
            .arg(stateWords(hit.state));
    // For a task its outcome is described, not what its thread did.
    if (hit.task && (hit.state == State::running || hit.state == State::sleep))
        return taskSentence(catalogue, *hit.task, hit.nowNs);
    const Text sentence = stateSentence(catalogue, hit);
    if (hit.operation == kNoObject)
        return sentence;
    const NameArg operation{std::string(catalogue.text(hit.operation))};
    // The operation is a separate argument, so that the sentence is translated as a whole.
    if (hit.number && hit.state == State::running)
        return Text(TS_TEXT("hover", "%1 ran for %2: %3 %4"))
            .arg(trackName(catalogue, hit.track))
            .arg(DurationArg{hit.toNs - hit.fromNs})
            .arg(operation)
            .arg(Text::Arg{std::int64_t{*hit.number}});
    return sentence;
}

Text hoverSentence(const WaitingPicture::Column& column)
{
    double locks = 0;
    double others = 0;
    for (std::size_t k = 0; k < column.size(); ++k) {
        const State state = kWaitingStates[k];
        (awaitsHeld(state) ? locks : others) += static_cast<double>(column[k]);
    }
    const auto digits = [](double value) { return std::fabs(value - std::round(value)) < 0.05 ? 0 : 1; };
    if (locks < 0.05 && others < 0.05)
        return {};
    if (others < 0.05)
        return Text(TS_TEXT("hover", "%1 waited for a lock")).arg(NumberArg{locks, digits(locks)});
    if (locks < 0.05)
        return Text(TS_TEXT("hover", "%1 waited for a signal")).arg(NumberArg{others, digits(others)});
    return Text(TS_TEXT("hover", "%1 waited for a lock, %2 for a signal"))
        .arg(NumberArg{locks, digits(locks)})
        .arg(NumberArg{others, digits(others)});
}

Text hoverSentence(const Catalogue& catalogue, ObjectId lock, const Holder& holder)
{
    return Text(holder.open ? TS_TEXT("hover", "%1 has held %2 for %3")
                            : TS_TEXT("hover", "%1 held %2 for %3"))
        .arg(trackName(catalogue, holder.track))
        .arg(objectName(catalogue, lock))
        .arg(DurationArg{holder.untilNs - holder.sinceNs});
}

Text valueSentence(const Trace& trace, ObjectId variable, std::int64_t ns)
{
    if (variable >= trace.objects())
        return {};
    const ValueSeries& series = trace.object(variable).values;
    const std::size_t count = series.countUntil(ns, series.size());
    if (count == 0)
        return {};
    const ValuePoint& point = series[count - 1];
    const DecimalScale& scale = trace.catalogue().object(variable).scale;
    const int decimals = scale.decimalsOf(point.value);
    const Text::Arg value =
        scale.decimals() == 0 ? Text::Arg{point.value} : NumberArg{scale.real(point.value), decimals};
    if (point.track >= trace.catalogue().tracks())
        return Text(TS_TEXT("hover", "%1 is %2")).arg(objectName(trace.catalogue(), variable)).arg(value);
    return Text(TS_TEXT("hover", "%1 is %2, written by %3 %4 before"))
        .arg(objectName(trace.catalogue(), variable))
        .arg(value)
        .arg(trackName(trace.catalogue(), point.track))
        .arg(DurationArg{ns - point.atNs});
}

Text operationWords(const Catalogue& catalogue, ObjectId text, std::optional<std::int32_t> number,
                    NumberStyle style)
{
    const NameArg name{std::string(catalogue.text(text))};
    if (!number)
        return Text(TS_TEXT("operation", "%1")).arg(name);
    if (style == NumberStyle::stall)
        return Text(TS_TEXT("operation", "%1: stall of %2"))
            .arg(name)
            .arg(DurationArg{std::int64_t{*number} * 1000});
    if (style == NumberStyle::ordinal)
        return Text(TS_TEXT("operation", "%1 %2")).arg(name).arg(Text::Arg{std::int64_t{*number}});
    if (*number >= 0)
        return Text(TS_TEXT("operation", "%1 +%2")).arg(name).arg(Text::Arg{std::int64_t{*number}});
    return Text(TS_TEXT("operation", "%1 \u2013%2")).arg(name).arg(Text::Arg{-std::int64_t{*number}});
}

} // namespace threadscape
