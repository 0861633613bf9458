#include "formats/chrome_head.h"

#include "formats/tscape_format.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace threadscape {

namespace {

using nlohmann::json;

// Thrown while reading, like the library's own exceptions.
[[noreturn]] void refuseHead()
{
    throw json::other_error::create(501, "not the head of a trace", nullptr);
}

json timeJson(std::int64_t ns)
{
    return ns == Lane::kNotYet ? json(nullptr) : json(ns);
}

std::int64_t integerWithin(const json& number, std::int64_t least, std::int64_t most)
{
    if (!number.is_number_integer() ||
        (number.is_number_unsigned() && number.get<std::uint64_t>() > INT64_MAX))
        refuseHead();
    const auto value = number.get<std::int64_t>();
    if (value < least || value > most)
        refuseHead();
    return value;
}

std::int64_t timeFrom(const json& time)
{
    return time.is_null() ? Lane::kNotYet : integerWithin(time, -tscape::kMostNs, tscape::kMostNs);
}

std::uint64_t countFrom(const json& count)
{
    return static_cast<std::uint64_t>(integerWithin(count, 0, INT64_MAX));
}

template <typename Kind>
Kind kindFrom(const json& name, Kind last, const char* (*nameOf)(Kind) noexcept)
{
    for (int i = 0; i <= static_cast<int>(last); ++i)
        if (name == nameOf(static_cast<Kind>(i)))
            return static_cast<Kind>(i);
    refuseHead();
}

json trackJson(const TrackInfo& track, const Lane& lane)
{
    json gaps = json::array();
    for (std::size_t i = 0, count = lane.gaps.size(); i < count; ++i)
        gaps.push_back({lane.gaps[i].startNs, lane.gaps[i].endNs, lane.gaps[i].detail});
    const std::int32_t exitCode = track.exitCode.load(std::memory_order_relaxed);
    const std::int64_t number = track.number.load(std::memory_order_relaxed);
    return {{"name", track.name},
            {"group", track.group},
            {"kind", trackKindName(track.kind)},
            {"daemon", track.daemon},
            {"alive", track.alive.load(std::memory_order_relaxed)},
            {"os_id", track.osId.load(std::memory_order_relaxed)},
            {"cpu_ns", track.cpuNs.load(std::memory_order_relaxed)},
            {"exit_code", exitCode == TrackInfo::kNoExitCode ? json(nullptr) : json(exitCode)},
            {"number", number == TrackInfo::kNoNumber ? json(nullptr) : json(number)},
            {"begin_ns", timeJson(lane.beginNs.load(std::memory_order_acquire))},
            {"end_ns", timeJson(lane.endNs.load(std::memory_order_acquire))},
            {"lost", gaps}};
}

void takeTrack(const json& from, ChromeHead& head)
{
    constexpr std::int64_t kLeast = std::numeric_limits<std::int32_t>::min();
    constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
    TrackInfo& track = head.names->track(head.names->addTrack(
        from.at("name").get<std::string>(), from.at("group").get<std::string>(),
        kindFrom(from.at("kind"), TrackKind::main, &trackKindName), from.at("daemon").get<bool>()));
    track.alive.store(from.at("alive").get<bool>(), std::memory_order_relaxed);
    track.osId.store(static_cast<std::int32_t>(integerWithin(from.at("os_id"), kLeast, kMost)),
                     std::memory_order_relaxed);
    track.cpuNs.store(integerWithin(from.at("cpu_ns"), INT64_MIN, INT64_MAX), std::memory_order_relaxed);
    if (!from.at("exit_code").is_null())
        track.exitCode.store(static_cast<std::int32_t>(integerWithin(from.at("exit_code"), kLeast, kMost)),
                             std::memory_order_relaxed);
    if (!from.at("number").is_null())
        track.number.store(integerWithin(from.at("number"), INT64_MIN, INT64_MAX), std::memory_order_relaxed);
    ChromeHead::Life& life = head.lives.emplace_back();
    life.beginNs = timeFrom(from.at("begin_ns"));
    life.endNs = timeFrom(from.at("end_ns"));
    for (const json& one : from.at("lost")) {
        Span gap;
        gap.startNs = integerWithin(one.at(0), -tscape::kMostNs, tscape::kMostNs);
        gap.endNs = integerWithin(one.at(1), gap.startNs, tscape::kMostNs);
        gap.detail = static_cast<std::uint32_t>(
            integerWithin(one.at(2), 0, std::numeric_limits<std::uint32_t>::max()));
        life.gaps.push_back(gap);
    }
}

json labelJson(const LabelInfo& label)
{
    if (label.file.empty())
        return label.text;
    return {{"text", label.text}, {"file", label.file}, {"line", label.line}};
}

LabelInfo labelFrom(const json& label)
{
    if (label.is_string())
        return {label.get<std::string>(), {}, 0};
    return {label.at("text").get<std::string>(), label.at("file").get<std::string>(),
            static_cast<std::int32_t>(
                integerWithin(label.at("line"), 0, std::numeric_limits<std::int32_t>::max()))};
}

void takeObject(const json& object, Catalogue& names)
{
    const ObjectId id = names.addObject(object.at("name").get<std::string>(),
                                        kindFrom(object.at("kind"), kLastObjectKind, &objectKindName),
                                        object.at("unit").get<std::string>());
    if (object.contains("decimals"))
        names.object(id).scale = DecimalScale(
            static_cast<int>(integerWithin(object.at("decimals"), 0, DecimalScale::kMostDecimals)));
}

ChromeHead headFrom(const json& all)
{
    ChromeHead head;
    head.names = std::make_shared<Catalogue>();
    if (all.at("tracks").size() >= kNoTrack || all.at("objects").size() >= kNoObject)
        refuseHead();
    for (const json& track : all.at("tracks"))
        takeTrack(track, head);
    for (const json& object : all.at("objects"))
        takeObject(object, *head.names);
    for (const json& label : all.at("labels"))
        head.names->label(labelFrom(label));
    head.nowNs = integerWithin(all.at("now_ns"), -tscape::kMostNs, tscape::kMostNs);
    head.finished = all.at("finished").get<bool>();
    head.events = countFrom(all.at("events"));
    head.lost = countFrom(all.at("lost"));
    head.thinned = countFrom(all.at("thinned"));
    return head;
}

} // namespace

std::string chromeHeadJson(const Trace& trace, const Snapshot& snapshot)
{
    const Catalogue& names = trace.catalogue();
    json tracks = json::array();
    for (std::size_t t = 0; t < std::min(trace.lanes(), names.tracks()); ++t)
        tracks.push_back(
            trackJson(names.track(static_cast<TrackId>(t)), trace.lane(static_cast<TrackId>(t))));
    json objects = json::array();
    for (std::size_t o = 0; o < names.objects(); ++o) {
        const ObjectInfo& object = names.object(static_cast<ObjectId>(o));
        objects.push_back(
            {{"name", object.name}, {"kind", objectKindName(object.kind)}, {"unit", object.unit}});
        if (object.scale.decimals() > 0)
            objects.back()["decimals"] = object.scale.decimals();
    }
    json labels = json::array();
    for (std::size_t label = 1; label <= names.labels(); ++label)
        labels.push_back(labelJson(names.labelInfo(static_cast<Label>(label))));
    const json all{{"tracks", tracks},
                   {"objects", objects},
                   {"labels", labels},
                   {"now_ns", snapshot.nowNs},
                   {"finished", snapshot.finished},
                   {"events", trace.events()},
                   {"lost", trace.lost()},
                   {"thinned", trace.thinned()}};
    return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<ChromeHead> readChromeHead(std::string_view text)
{
    try {
        return headFrom(json::parse(text));
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

} // namespace threadscape
