#include "formats/chrome_restorer.h"

#include "formats/chrome_format.h"
#include "formats/json_scanner.h"
#include "formats/tscape_format.h"

#include <algorithm>
#include <cmath>

namespace threadscape {

using namespace chrome;

namespace {

bool saysOpen(std::string_view how) noexcept
{
    return how == kHowOpen || how == kHowOpenAsNamed || how == kHowOpenOrdinal;
}

WaitEnd endSaid(std::string_view how) noexcept
{
    return how == kHowStopped ? WaitEnd::stopped : how == kHowTimedOut ? WaitEnd::timedOut : WaitEnd::served;
}

// An integer as it stands: a double cannot represent all of them.
std::optional<std::int64_t> storedValue(std::string_view token, const DecimalScale& scale)
{
    if (scale.decimals() == 0)
        return integerOfToken(token);
    const auto real = realOfToken(token);
    const bool fits = real && std::fabs(*real) < scale.real(static_cast<double>(tscape::kMostValue));
    return fits ? std::optional(scale.stored(*real)) : std::nullopt;
}

/// A member of an object, verbatim.
std::string_view memberOf(std::string_view object, std::string_view name)
{
    std::string_view found;
    JsonScanner::forEachMember(object, [&](std::string_view key, std::string_view value) {
        if (key == name)
            found = value;
    });
    return found;
}

} // namespace

ChromeRestorer::ChromeRestorer(ChromeHead head, ChromeEventParser& parser)
    : m_head(std::move(head)), m_parser(parser), m_maker(m_head.names), m_tracks(m_head.lives.size())
{
    if (!m_tracks.empty())
        m_maker.lane(static_cast<TrackId>(m_tracks.size() - 1));
    if (m_head.names->objects() > 0)
        m_maker.object(static_cast<ObjectId>(m_head.names->objects() - 1));
    for (std::size_t label = 1; label <= m_head.names->labels(); ++label)
        m_labels.emplace(labelInWords(m_head.names->labelInfo(static_cast<Label>(label))),
                         static_cast<Label>(label));
}

bool ChromeRestorer::take(const ChromeEvent& event)
{
    if (event.phase == 'M')
        return true; // the head has all of it
    const auto tid = integerOfToken(event.tid);
    if (!tid || *tid < 1 || event.atNs == ChromeEvent::kNoTime)
        return false;
    if (event.phase == 'C' && unquoted(event.how) == kHowByNobody)
        return takeValue(event, kNoTrack); // there may be no track at all
    const auto place = static_cast<std::uint64_t>(*tid - 1);
    if (place / kTidsPerTrack >= m_tracks.size())
        return false;
    const auto track = static_cast<TrackId>(place / kTidsPerTrack);
    switch (event.phase) {
    case 'X': return takeSlice(event, track, place % kTidsPerTrack);
    case 'b':
    case 'e': return takeHold(event, track);
    case 's':
    case 'f': return takeWakeUp(event, track);
    case 'C': return takeValue(event, track);
    case 'i': return takeMoment(event, track);
    default: return false;
    }
}

bool ChromeRestorer::takeSlice(const ChromeEvent& event, TrackId track, std::size_t line)
{
    if (event.durationNs < 0)
        return false;
    const std::int64_t endNs = event.atNs + event.durationNs;
    return line == 0 ? takeState(event, track, endNs) : takeOperation(event, track, line - 1, endNs);
}

bool ChromeRestorer::takeState(const ChromeEvent& event, TrackId track, std::int64_t endNs)
{
    const std::string_view name = unquoted(event.name);
    int state = 0;
    while (state < kStates && name != stateName(static_cast<State>(state)))
        ++state;
    if (state == kStates)
        return false;
    TrackEntry& entry = m_tracks[track];
    // Between two states nothing is missing, unless the file is damaged.
    if (entry.lastNs != Lane::kNotYet && event.atNs > entry.lastNs &&
        m_head.lives[track].beginNs != Lane::kNotYet)
        entry.waits.push_back({.startNs = entry.lastNs,
                               .endNs = event.atNs,
                               .detail = waitDetail(kNoTrack),
                               .state = static_cast<std::uint8_t>(State::unknown)});
    if (entry.firstNs == Lane::kNotYet)
        entry.firstNs = event.atNs;
    entry.lastNs = std::max(entry.lastNs, endNs);
    const auto kind = static_cast<State>(state);
    if (kind == State::running || (kind == State::unknown && lost(entry, track, event.atNs, endNs)))
        return true;
    const ObjectId object = waitedFor(event);
    const std::string_view how = unquoted(event.how);
    if (saysOpen(how))
        entry.open.spans[OpenSpans::kWaitSlot] = OpenSpan{
            event.atNs, object, static_cast<std::uint8_t>(state), waitDetail(kNoTrack), labelOf(event)};
    else
        entry.waits.push_back(spanOf(event.atNs, endNs, waitDetail(kNoTrack, endSaid(how)), object,
                                     static_cast<unsigned>(state), labelOf(event)));
    return true;
}

Label ChromeRestorer::labelOf(const ChromeEvent& event)
{
    if (event.at.empty())
        return 0;
    const std::string words(m_parser.text(event.at));
    const auto found = m_labels.find(words);
    return found != m_labels.end() ? found->second
                                   : m_labels.emplace(words, m_head.names->label(words)).first->second;
}

bool ChromeRestorer::lost(TrackEntry& entry, TrackId track, std::int64_t startNs, std::int64_t endNs)
{
    const auto& gaps = m_head.lives[track].gaps;
    while (entry.gap < gaps.size() && gaps[entry.gap].endNs <= startNs)
        ++entry.gap;
    return entry.gap < gaps.size() && gaps[entry.gap].startNs <= startNs && endNs <= gaps[entry.gap].endNs;
}

bool ChromeRestorer::takeOperation(const ChromeEvent& event, TrackId track, std::size_t depth,
                                   std::int64_t endNs)
{
    const std::string_view how = unquoted(event.how);
    const bool asNamed = how == kHowAsNamed || how == kHowOpenAsNamed;
    const auto number = asNamed ? std::nullopt : numberAtEnd(unquoted(event.name));
    const ObjectId text =
        number ? textOf(event.name.substr(0, event.name.rfind(' ')), true) : textOf(event.name);
    const auto detail = static_cast<std::uint32_t>(number.value_or(0));
    const NumberStyle style = !number                                        ? NumberStyle::none
                              : how == kHowOrdinal || how == kHowOpenOrdinal ? NumberStyle::ordinal
                                                                             : NumberStyle::change;
    const auto numbered = static_cast<std::uint8_t>(style);
    if (saysOpen(how))
        m_tracks[track].open.spans[OpenSpans::kFirstOperation + depth] =
            OpenSpan{event.atNs, text, numbered, detail};
    else
        m_maker.lane(track).operations[depth].append(
            {.startNs = event.atNs, .endNs = endNs, .detail = detail, .object = text, .label = numbered}, 0);
    return true;
}

bool ChromeRestorer::takeHold(const ChromeEvent& event, TrackId track)
{
    const auto id = integerOfToken(event.id);
    if (!id || *id < 1)
        return false;
    const ObjectId lock = event.of.empty() ? objectNumbered(event.id) : objectOf(event);
    if (!m_head.names->objectIs(lock, isHeld))
        return false;
    const auto begun = m_openHolds.find(*id);
    if (event.phase == 'e') {
        if (begun == m_openHolds.end())
            return false;
        HoldEntry& hold = m_holds[begun->second];
        m_openHolds.erase(begun);
        hold.endNs = std::max(event.atNs, hold.startNs);
        hold.ended = true;
        return hold.track == track;
    }
    const auto number = integerOfToken(memberOf(event.args, "\"number\""));
    if (begun != m_openHolds.end()) // its end event is missing
        m_openHolds.erase(begun);
    m_openHolds.emplace(*id, m_holds.size());
    m_holds.push_back({.startNs = event.atNs,
                       .endNs = event.atNs,
                       .number = static_cast<std::uint32_t>(number.value_or(0)),
                       .lock = lock,
                       .label = labelOf(event),
                       .track = track,
                       .shared = memberOf(event.args, "\"shared\"") == "true",
                       .open = saysOpen(unquoted(event.how)),
                       .ref = {}});
    return true;
}

bool ChromeRestorer::takeWakeUp(const ChromeEvent& event, TrackId track)
{
    const auto id = integerOfToken(event.id);
    if (!id)
        return false;
    if (unquoted(event.category) == "message") // restored from its two ends
        return true;
    if (event.phase == 's') {
        m_wakers[*id] = track;
        return true;
    }
    const auto waker = m_wakers.find(*id);
    if (waker == m_wakers.end())
        return false;
    m_tracks[track].wakeUps.push_back({event.atNs, waker->second});
    m_wakers.erase(waker);
    return true;
}

bool ChromeRestorer::takeValue(const ChromeEvent& event, TrackId track)
{
    std::string_view token;
    JsonScanner::forEachMember(event.args, [&](std::string_view, std::string_view last) { token = last; });
    const ObjectId variable = objectNamed(event);
    if (variable == kNoObject)
        return false;
    const std::optional<std::int64_t> value = storedValue(token, m_head.names->object(variable).scale);
    if (!value || *value < -tscape::kMostValue || *value >= tscape::kMostValue)
        return false;
    const bool known = unquoted(event.how) != kHowByNobody;
    m_maker.object(variable).values.append({event.atNs, *value, known ? track : kNoTrack});
    if (known)
        m_tracks[track].moments.push_back({event.atNs, *value, variable, EventKind::write, labelOf(event)});
    return true;
}

bool ChromeRestorer::takeMoment(const ChromeEvent& event, TrackId track)
{
    const std::string_view category = unquoted(event.category);
    const TrackId noted = unquoted(event.how) == kHowByNobody ? kNoTrack : track;
    if (category == "setting") {
        const std::string_view value = memberOf(event.args, "\"value\"");
        m_maker.note({event.atNs, Note::Kind::mark, noted, textOf(event.name), textOf(value)});
        return !value.empty();
    }
    if (category == "print") {
        m_maker.note({event.atNs, Note::Kind::print, noted, textOf(event.name)});
        return true;
    }
    if (category == "task")
        return takeTask(event, track);
    if (category == "message")
        return takeMessage(event, track);
    const bool read = category == "read";
    if (!read && category != "notify")
        return false;
    const auto value = integerOfToken(memberOf(event.args, read ? "\"value\"" : "\"woken\""));
    const ObjectId object = objectNamed(event);
    if (!value || *value < -tscape::kMostValue || *value >= tscape::kMostValue)
        return false;
    m_tracks[track].moments.push_back(
        {event.atNs, *value, object, read ? EventKind::read : EventKind::notify, labelOf(event)});
    return true;
}

// A file of this program lists every task in the order of their numbers; another one may contain anything.
bool ChromeRestorer::takeTask(const ChromeEvent& event, TrackId track)
{
    const auto number = integerOfToken(memberOf(event.args, "\"task\""));
    const auto state = taskStateNamed(unquoted(memberOf(event.args, "\"state\"")));
    const ObjectId pool = objectOf(event);
    if (!number || *number < 1 || *number > TaskSeries::kMost || !state || pool == kNoObject ||
        !isPool(m_head.names->object(pool).kind))
        return false;
    TaskSeries& tasks = m_maker.object(pool).tasks;
    const auto wanted = static_cast<std::size_t>(*number);
    const std::size_t more = wanted > tasks.size() ? wanted - tasks.size() : 0;
    if (more > TaskSeries::kMost - m_tasks)
        return false;
    m_tasks += more;
    const std::string_view how = unquoted(event.how);
    const bool numbered = how == kHowOrdinal || how == kHowOrdinalByNobody;
    const bool known = how != kHowByNobody && how != kHowOrdinalByNobody;
    const ObjectId name =
        numbered ? textOf(event.name.substr(0, event.name.rfind(' ')), true) : textOf(event.name);
    tasks.tell(static_cast<std::uint32_t>(*number), {*state, {name, numbered}}, event.atNs,
               known ? track : kNoTrack);
    return true;
}

bool ChromeRestorer::takeMessage(const ChromeEvent& event, TrackId track)
{
    const auto way = integerOfToken(memberOf(event.args, "\"way\""));
    const auto number = integerOfToken(memberOf(event.args, "\"message\""));
    const auto bytes = integerOfToken(memberOf(event.args, "\"bytes\""));
    const ObjectId pipe = objectOf(event);
    if (!way || *way < 0 || *way >= MessageStep::kWays || !number || *number < 1 ||
        *number > MessageSeries::kMost || !bytes || *bytes < 0 ||
        *bytes > std::numeric_limits<std::uint32_t>::max() || pipe == kNoObject ||
        !carriesMessages(m_head.names->object(pipe).kind))
        return false;
    MessageSeries& messages = m_maker.object(pipe).messages[static_cast<std::size_t>(*way)];
    const auto wanted = static_cast<std::size_t>(*number);
    const std::size_t more = wanted > messages.size() ? wanted - messages.size() : 0;
    if (more > MessageSeries::kMost - m_messages)
        return false;
    m_messages += more;
    messages.tell(static_cast<std::uint32_t>(*number), event.name == "received",
                  static_cast<std::uint32_t>(*bytes), event.atNs,
                  unquoted(event.how) != kHowByNobody ? track : kNoTrack);
    return true;
}

// The meaning of a wait's category.
ObjectId ChromeRestorer::waitedFor(const ChromeEvent& event)
{
    const auto [place, fresh] = m_waitedFor.try_emplace(event.category, kNoObject);
    if (fresh) {
        constexpr std::string_view kBefore = "state,";
        const std::string text = m_parser.text(event.category);
        if (text.starts_with(kBefore))
            place->second = find(text.substr(kBefore.size()));
    }
    return event.of.empty() ? place->second : objectOf(event);
}

ObjectId ChromeRestorer::objectNamed(const ChromeEvent& event)
{
    if (!event.of.empty())
        return objectOf(event);
    const auto [place, fresh] = m_objects.try_emplace(event.name, kNoObject);
    if (fresh)
        place->second = find(m_parser.text(event.name));
    return place->second;
}

ObjectId ChromeRestorer::objectOf(const ChromeEvent& event) const
{
    return objectNumbered(event.of);
}

ObjectId ChromeRestorer::objectNumbered(std::string_view token) const
{
    const auto number = integerOfToken(token);
    const bool there =
        number && *number > 0 && static_cast<std::uint64_t>(*number) <= m_head.names->objects();
    return there ? static_cast<ObjectId>(*number - 1) : kNoObject;
}

ObjectId ChromeRestorer::find(std::string_view name) const
{
    for (std::size_t o = 0; o < m_head.names->objects(); ++o)
        if (m_head.names->object(static_cast<ObjectId>(o)).name == name)
            return static_cast<ObjectId>(o);
    return kNoObject;
}

// `cut`: without its last quote.
ObjectId ChromeRestorer::textOf(std::string_view token, bool cut)
{
    if (token.empty())
        return kNoObject;
    const auto known = m_texts.find(token);
    if (known != m_texts.end())
        return known->second;
    const ObjectId id =
        m_head.names->intern(cut ? m_parser.text(std::string(token) + '"') : m_parser.text(token));
    return m_texts.emplace(token, id).first->second;
}

std::shared_ptr<Trace> ChromeRestorer::finish(bool complete)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->nowNs = m_head.nowNs;
    snapshot->finished = m_head.finished;
    finishHolds();
    for (std::size_t t = 0; t < m_tracks.size(); ++t) {
        const auto track = static_cast<TrackId>(t);
        finishWaits(track);
        finishLife(track, complete);
        snapshot->lanes.push_back(m_tracks[t].open);
    }
    m_maker.count(m_head.events, m_head.lost, m_head.thinned);
    return m_maker.finish(std::move(snapshot));
}

void ChromeRestorer::finishWaits(TrackId track)
{
    TrackEntry& entry = m_tracks[track];
    const std::int64_t endNs = m_head.lives[track].endNs;
    for (const WakeUp& wakeUp : entry.wakeUps) {
        const auto wait = std::lower_bound(entry.waits.begin(), entry.waits.end(), wakeUp.atNs,
                                           [](const Span& span, std::int64_t ns) { return span.endNs < ns; });
        // An arrow to a track's end is drawn a moment before it, where a slice is.
        if (wait != entry.waits.end() &&
            (wait->endNs == wakeUp.atNs || (wait->endNs == wakeUp.atNs + 1 && wait->endNs == endNs)))
            wait->detail = waitDetail(wakeUp.waker, waitEndOf(wait->detail));
    }
    Lane& lane = m_maker.lane(track);
    for (const Span& wait : entry.waits) {
        lane.waits.append(wait, wait.state);
        if (!awaitsLock(static_cast<State>(wait.state)) || wait.object == kNoObject)
            continue;
        if (LockTotals* totals = m_maker.object(wait.object).totals.get())
            totals->addWait(wait.endNs - wait.startNs, waitEndOf(wait.detail));
    }
    std::ranges::stable_sort(entry.moments, {}, &Moment::atNs);
    for (const Moment& moment : entry.moments)
        lane.moments.emplace(moment);
}

// Each lock's holds are in the order of the lock; its track has a few slots for holds, and fills them from the lowest.
void ChromeRestorer::finishHolds()
{
    std::vector<std::vector<HoldEntry*>> byTrack(m_tracks.size());
    for (HoldEntry& hold : m_holds)
        if (hold.ended)
            byTrack[hold.track].push_back(&hold);
    for (std::size_t t = 0; t < byTrack.size(); ++t) {
        std::ranges::stable_sort(byTrack[t], {}, &HoldEntry::startNs);
        std::array<std::int64_t, OpenSpans::kHoldSlots> freeFrom{};
        freeFrom.fill(INT64_MIN);
        Lane& lane = m_maker.lane(static_cast<TrackId>(t));
        for (HoldEntry* hold : byTrack[t]) {
            const auto slot = static_cast<std::size_t>(
                std::ranges::find_if(freeFrom, [&](std::int64_t ns) { return ns <= hold->startNs; }) -
                freeFrom.begin());
            if (slot == freeFrom.size())
                continue;
            freeFrom[slot] = hold->open ? INT64_MAX : hold->endNs;
            if (hold->open) {
                m_tracks[t].open.spans[OpenSpans::kFirstHold + slot] =
                    OpenSpan{hold->startNs, hold->lock, static_cast<std::uint8_t>(hold->shared), hold->number,
                             hold->label};
                continue;
            }
            auto& channel = lane.holds[slot];
            hold->ref = {static_cast<std::uint32_t>(channel.size()), hold->track,
                         static_cast<std::uint16_t>(slot)};
            channel.append(spanOf(hold->startNs, hold->endNs, hold->number, hold->lock,
                                  hold->shared ? 1U : 0U, hold->label),
                           0);
        }
    }
    for (const HoldEntry& hold : m_holds) {
        if (hold.ref.track == kNoTrack)
            continue;
        ObjectLane& lock = m_maker.object(hold.lock);
        lock.holds.emplace(hold.ref);
        lock.totals->addHold(hold.endNs - hold.startNs);
    }
}

// For a track that is only partly in the file, the rest is not invented.
void ChromeRestorer::finishLife(TrackId track, bool complete)
{
    const ChromeHead::Life& life = m_head.lives[track];
    const TrackEntry& entry = m_tracks[track];
    Lane& lane = m_maker.lane(track);
    std::int64_t beginNs = life.beginNs;
    std::int64_t endNs = life.endNs;
    if (!complete && beginNs != Lane::kNotYet) {
        beginNs = entry.firstNs;
        const std::int64_t wholeEndNs = endNs == Lane::kNotYet ? m_head.nowNs : endNs;
        if (entry.lastNs < wholeEndNs)
            endNs = entry.lastNs;
    }
    lane.beginNs.store(beginNs, std::memory_order_release);
    lane.endNs.store(endNs, std::memory_order_release);
    for (const Span& gap : life.gaps)
        lane.gaps.emplace(gap);
}

} // namespace threadscape
