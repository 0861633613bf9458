#include "formats/foreign_builder.h"

#include "formats/json_scanner.h"
#include "formats/slice_rows.h"
#include "formats/tscape_format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace threadscape {

namespace {

constexpr std::int64_t kNotEnded = INT64_MAX;

/// Values that are rounded by more than this share of them are counted.
constexpr double kExact = 1e-6;

bool isAbsent(std::string_view token) noexcept
{
    return unquoted(token).empty();
}

bool isEmptyObject(std::string_view args) noexcept
{
    return args.find('"') == std::string_view::npos;
}

} // namespace

ForeignBuilder::ForeignBuilder(ChromeEventParser& parser) : m_parser(parser) {}

bool ForeignBuilder::take(const ChromeEvent& event)
{
    ++m_events;
    switch (event.phase) {
    case 'M': return takeName(event);
    case 'C': return takeCounter(event);
    case 'X':
    case 'B':
    case 'E': return takeSlice(event);
    case 'b':
    case 'n':
    case 'e':
    case 'S':
    case 'T':
    case 'p':
    case 'F': ++m_counts.async; break;
    case 'i':
    case 'I':
    case 'R': ++m_counts.instants; break;
    case 's':
    case 't':
    case 'f': ++m_counts.flows; break;
    default: ++m_counts.others;
    }
    return true;
}

bool ForeignBuilder::takeSlice(const ChromeEvent& event)
{
    if (event.atNs == ChromeEvent::kNoTime ||
        (event.phase == 'X' && event.durationNs != ChromeEvent::kNoTime && event.durationNs < 0))
        return false;
    Slice slice;
    slice.startNs = event.atNs;
    if (event.phase == 'B')
        slice.endNs = Slice::kBegins;
    else if (event.phase == 'E')
        slice.endNs = Slice::kEnds;
    else // the duration of one without "dur" is unknown
        slice.endNs = event.durationNs == ChromeEvent::kNoTime ? 0 : event.durationNs;
    slice.name = textOf(event.name);
    if (event.phase != 'E' && slice.name == kNoObject && !event.name.empty())
        ++m_counts.nameless;
    if (!event.bindId.empty())
        ++m_counts.flows;
    countDetails(event, true);
    threadOf(event).slices.push_back(slice);
    return true;
}

void ForeignBuilder::countDetails(const ChromeEvent& event, bool withArgs)
{
    const bool any =
        event.more || (withArgs && !isEmptyObject(event.args)) ||
        !std::ranges::all_of(std::array{event.category, event.how, event.at, event.of}, isAbsent);
    m_counts.withDetails += any ? 1 : 0;
}

std::size_t ForeignBuilder::processOf(std::string_view pid)
{
    pid = unquoted(pid);
    const auto [place, fresh] = m_processIds.try_emplace(pid, m_processes.size());
    if (fresh)
        m_processes.push_back({pid, {}, 0});
    return place->second;
}

ForeignBuilder::Thread& ForeignBuilder::threadOf(const ChromeEvent& event)
{
    const std::string_view tid = unquoted(event.tid);
    if (m_last != nullptr && m_last->tid == tid && m_processes[m_last->process].pid == unquoted(event.pid))
        return *m_last;
    const std::size_t process = processOf(event.pid);
    const auto [place, fresh] =
        m_threadIds.try_emplace(std::to_string(process) + ' ' + std::string(tid), m_threads.size());
    if (fresh) {
        m_threads.push_back(std::make_unique<Thread>());
        m_threads.back()->process = process;
        m_threads.back()->tid = tid;
    }
    m_last = m_threads[place->second].get();
    return *m_last;
}

bool ForeignBuilder::takeName(const ChromeEvent& event)
{
    const std::string_view what = unquoted(event.name);
    const bool ofProcess = what.starts_with("process_");
    if (what != "process_name" && what != "thread_name" && what != "process_sort_index" &&
        what != "thread_sort_index") {
        ++m_counts.withDetails;
        return true;
    }
    std::string_view name;
    std::string_view sortIndex;
    JsonScanner::forEachMember(event.args, [&](std::string_view key, std::string_view value) {
        if (key == "\"name\"")
            name = value;
        else if (key == "\"sort_index\"")
            sortIndex = value;
    });
    const bool sorts = what.ends_with("sort_index");
    const auto index = integerOfToken(sortIndex);
    if (sorts ? !index.has_value() : name.empty())
        return false;
    if (ofProcess) {
        Process& process = m_processes[processOf(event.pid)];
        sorts ? void(process.sortIndex = *index) : void(process.name = m_parser.text(name));
    } else {
        Thread& thread = threadOf(event);
        sorts ? void(thread.sortIndex = *index) : void(thread.name = m_parser.text(name));
    }
    return true;
}

bool ForeignBuilder::takeCounter(const ChromeEvent& event)
{
    if (event.atNs == ChromeEvent::kNoTime)
        return false;
    countDetails(event, false);
    const std::size_t process = processOf(event.pid);
    std::string key;
    bool any = false;
    JsonScanner::forEachMember(event.args, [&](std::string_view name, std::string_view token) {
        any = true;
        const auto value = realOfToken(token);
        if (!value || std::fabs(*value) >= static_cast<double>(tscape::kMostValue)) {
            ++m_counts.valuesLost;
            return;
        }
        key = std::to_string(process) + ' ';
        key.append(event.name).append(event.id).append(name);
        const auto [place, fresh] = m_counterIds.try_emplace(key, m_counters.size());
        if (fresh) {
            std::string words = m_parser.text(event.name);
            if (!event.id.empty())
                words.append("[").append(m_parser.text(event.id)).append("]");
            // One of several series in a counter has a name of its own.
            const std::string series = m_parser.text(name);
            if (series != "value" && series != words && event.args.find(',') != std::string_view::npos)
                words.append(": ").append(series);
            m_counters.push_back({process, std::move(words), {}});
        }
        m_counters[place->second].points.push_back({event.atNs, *value});
        ++m_counts.values;
    });
    m_counts.others += any ? 0 : 1;
    return true;
}

ObjectId ForeignBuilder::textOf(std::string_view token)
{
    if (token.empty())
        return kNoObject;
    const auto known = m_texts.find(token);
    if (known != m_texts.end())
        return known->second;
    return m_texts.emplace(token, m_names->intern(m_parser.text(token))).first->second;
}

// The innermost open slice of the end's name; without one, the innermost.
std::size_t ForeignBuilder::begunBy(const Slice& end, const std::vector<std::size_t>& open,
                                    const std::vector<Slice>& slices)
{
    constexpr std::size_t kLookAt = 256; // a file may have a million that never end
    if (end.name != kNoObject)
        for (std::size_t i = open.size(); i > 0 && open.size() - i < kLookAt; --i)
            if (slices[open[i - 1]].name == end.name)
                return i - 1;
    return open.size() - 1;
}

// Slices in the order of time, the outer ones first.
void ForeignBuilder::pair(Thread& thread)
{
    auto& all = thread.slices;
    std::ranges::stable_sort(all, {}, &Slice::startNs);
    std::vector<std::size_t> open;
    std::size_t kept = 0;
    for (const Slice slice : all) {
        if (slice.endNs == Slice::kEnds) {
            if (open.empty()) {
                ++m_counts.ends;
                continue;
            }
            const std::size_t begun = begunBy(slice, open, all);
            all[open[begun]].endNs = slice.startNs;
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(begun));
            m_lastNs = std::max(m_lastNs, slice.startNs);
            continue;
        }
        const bool begins = slice.endNs == Slice::kBegins;
        if (begins)
            open.push_back(kept);
        all[kept] = slice;
        all[kept].endNs = begins ? kNotEnded : std::min(slice.startNs + slice.endNs, kMostChromeNs);
        m_firstNs = std::min(m_firstNs, slice.startNs);
        m_lastNs = std::max(m_lastNs, begins ? slice.startNs : all[kept].endNs);
        ++kept;
    }
    all.resize(kept);
    std::ranges::stable_sort(all, [](const Slice& a, const Slice& b) {
        return a.startNs != b.startNs ? a.startNs < b.startNs : a.endNs > b.endNs;
    });
    m_counts.slices += kept;
}

// Whether several have something to show.
bool ForeignBuilder::countProcesses() const
{
    std::set<std::size_t> processes;
    for (const auto& thread : m_threads)
        if (!thread->slices.empty())
            processes.insert(thread->process);
    for (const CounterSeries& counter : m_counters)
        processes.insert(counter.process);
    return processes.size() > 1;
}

std::string ForeignBuilder::withProcess(std::size_t process, const std::string& name) const
{
    const Process& of = m_processes[process];
    return (of.name.empty() ? "pid " + std::string(of.pid) : of.name) + ": " + name;
}

std::vector<ForeignBuilder::Thread*> ForeignBuilder::lanes()
{
    std::vector<Thread*> shown;
    for (const auto& thread : m_threads)
        if (!thread->slices.empty())
            shown.push_back(thread.get());
    std::ranges::stable_sort(shown, [this](const Thread* a, const Thread* b) {
        return std::tuple(m_processes[a->process].sortIndex, a->process, a->sortIndex) <
               std::tuple(m_processes[b->process].sortIndex, b->process, b->sortIndex);
    });
    if (shown.size() >= kNoTrack) {
        m_counts.threads = shown.size() - (kNoTrack - 1U);
        for (std::size_t i = kNoTrack - 1U; i < shown.size(); ++i)
            m_counts.ofThreads += shown[i]->slices.size();
        shown.resize(kNoTrack - 1U);
    }
    return shown;
}

// Those with the same name get their number appended.
std::vector<std::string> ForeignBuilder::laneNames(const std::vector<Thread*>& threads) const
{
    std::vector<std::string> names;
    std::map<std::string, int> count;
    for (const Thread* thread : threads) {
        const std::string name = thread->name.empty() ? "tid " + std::string(thread->tid) : thread->name;
        names.push_back(m_manyProcesses ? withProcess(thread->process, name) : name);
        ++count[names.back()];
    }
    for (std::size_t i = 0; i < names.size(); ++i)
        if (count[names[i]] > 1)
            names[i].append(" (").append(threads[i]->tid).append(")");
    return names;
}

std::shared_ptr<Trace> ForeignBuilder::finish()
{
    for (const auto& thread : m_threads)
        pair(*thread);
    for (const CounterSeries& counter : m_counters) {
        for (const CounterPoint& point : counter.points) {
            m_firstNs = std::min(m_firstNs, point.atNs);
            m_lastNs = std::max(m_lastNs, point.atNs);
        }
    }
    m_manyProcesses = countProcesses();
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->nowNs = m_firstNs <= m_lastNs ? m_lastNs - m_firstNs : 0;
    snapshot->finished = true;
    const std::vector<Thread*> shown = lanes();
    const std::vector<std::string> names = laneNames(shown);
    snapshot->lanes.reserve(shown.size());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const TrackId track = m_names->addTrack(names[i], {}, TrackKind::thread);
        const auto osId = integerOfToken(shown[i]->tid);
        if (osId && *osId > 0 && *osId <= INT32_MAX)
            m_names->track(track).osId.store(static_cast<std::int32_t>(*osId), std::memory_order_relaxed);
        addLane(track, *shown[i], snapshot->lanes.emplace_back());
    }
    for (CounterSeries& counter : m_counters)
        addCounter(counter);
    m_maker.count(m_events, 0, 0);
    return m_maker.finish(std::move(snapshot));
}

void ForeignBuilder::addLane(TrackId track, Thread& thread, OpenLane& open)
{
    Lane& lane = m_maker.lane(track);
    SliceRows rows;
    const std::int64_t beginNs = thread.slices.front().startNs - m_firstNs;
    // A separate stretch for each run of slices, and for each pause between them.
    std::int64_t fromNs = beginNs;
    std::int64_t lastNs = beginNs;
    const auto addUnknown = [&](std::int64_t startNs, std::int64_t endNs) {
        if (endNs > startNs)
            lane.waits.append({.startNs = startNs,
                               .endNs = endNs,
                               .detail = waitDetail(kNoTrack),
                               .state = static_cast<std::uint8_t>(State::unknown)},
                              static_cast<int>(State::unknown));
    };
    for (const Slice& slice : thread.slices) {
        const std::int64_t startNs = slice.startNs - m_firstNs;
        const std::int64_t endNs = slice.endNs == kNotEnded ? kNotEnded : slice.endNs - m_firstNs;
        const SliceRows::Place place = rows.place(startNs, endNs);
        m_counts.overlapping += place.overlaps ? 1 : 0;
        if (startNs > lastNs) {
            addUnknown(fromNs, lastNs);
            addUnknown(lastNs, startNs);
            fromNs = startNs;
        }
        lastNs = std::max(lastNs, endNs == kNotEnded ? m_lastNs - m_firstNs : endNs);
        if (!place.row)
            ++m_counts.deeper;
        else if (endNs == kNotEnded)
            open.spans[OpenSpans::kFirstOperation + *place.row] = OpenSpan{startNs, slice.name, 0, 0};
        else
            lane.operations[*place.row].append({.startNs = startNs, .endNs = endNs, .object = slice.name}, 0);
    }
    addUnknown(fromNs, lastNs);
    thread.slices = {};
    lane.beginNs.store(beginNs, std::memory_order_release);
    lane.endNs.store(lastNs, std::memory_order_release);
}

void ForeignBuilder::addCounter(CounterSeries& series)
{
    if (m_names->objects() >= kNoObject - 1U) {
        m_counts.values -= series.points.size();
        m_counts.valuesLost += series.points.size();
        return;
    }
    std::ranges::stable_sort(series.points, {}, &CounterPoint::atNs);
    std::vector<double> values;
    for (const CounterPoint& point : series.points)
        values.push_back(point.value);
    const DecimalScale scale = DecimalScale::of(values, static_cast<double>(tscape::kMostValue));
    const ObjectId object = m_names->addObject(
        m_manyProcesses ? withProcess(series.process, series.name) : series.name, ObjectKind::variable);
    m_names->object(object).scale = scale;
    ValueSeries& points = m_maker.object(object).values;
    for (const CounterPoint& point : series.points) {
        const std::int64_t stored = scale.stored(point.value);
        const bool exact = std::fabs(scale.real(stored) - point.value) <= kExact * std::fabs(point.value);
        m_counts.rounded += exact ? 0 : 1;
        points.append({point.atNs - m_firstNs, stored, kNoTrack});
    }
    series.points = {};
}

} // namespace threadscape
