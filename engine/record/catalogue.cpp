#include "record/catalogue.h"

#include "base/scoped_lock.h"

#include <stdexcept>

namespace threadscape {

const char* trackKindName(TrackKind kind) noexcept
{
    switch (kind) {
    case TrackKind::thread: return "thread";
    case TrackKind::process: return "process";
    case TrackKind::task: return "task";
    case TrackKind::core: return "core";
    case TrackKind::main: break;
    }
    return "main";
}

TrackId Catalogue::addTrack(std::string name, std::string group, TrackKind kind, bool daemon,
                            std::shared_ptr<OpenSpans> open)
{
    const ScopedLock guard(m_mutex);
    const std::size_t id = m_tracks.size();
    if (id >= kNoTrack)
        throw std::length_error("a run has at most 65,534 threads, processes and tasks");
    if (m_sink != nullptr) {
        open = m_sink->trackAdded(name, group, kind);
        if (!open)
            throw std::length_error("a worker process has at most 32 lanes");
    }
    m_tracks.emplaceWith([&](TrackInfo& track) {
        track.name = std::move(name);
        track.group = std::move(group);
        track.kind = kind;
        track.daemon = daemon;
        track.open = open ? std::move(open) : std::make_shared<OpenSpans>();
    });
    return static_cast<TrackId>(id);
}

ObjectId Catalogue::addObject(std::string name, ObjectKind kind, std::string unit)
{
    const ScopedLock guard(m_mutex);
    const std::size_t id = m_objects.size();
    if (id >= kNoObject)
        throw std::length_error("a run has at most 65,534 shared objects");
    if (m_sink != nullptr && !m_sink->objectAdded(name, kind, unit))
        return kNoObject; // the rest is nameless
    m_objects.emplaceWith([&](ObjectInfo& object) {
        object.name = std::move(name);
        object.kind = kind;
        object.unit = std::move(unit);
    });
    return static_cast<ObjectId>(id);
}

ObjectId Catalogue::intern(std::string_view text)
{
    const ScopedLock guard(m_mutex);
    const auto found = m_ids.find(std::string(text));
    if (found != m_ids.end())
        return found->second;
    const std::size_t id = m_texts.size();
    if (id >= kNoObject)
        return kNoObject; // beyond that number of different texts the rest is shown without
    if (m_sink != nullptr && !m_sink->textAdded(text))
        return kNoObject;
    m_texts.emplaceWith([&](std::string& element) { element = text; });
    m_ids.emplace(std::string(text), static_cast<ObjectId>(id));
    return static_cast<ObjectId>(id);
}

Label Catalogue::label(const LabelInfo& label)
{
    const std::string key = label.text + '\n' + label.file + '\n' + std::to_string(label.line);
    const ScopedLock guard(m_mutex);
    if (const auto found = m_labelIds.find(key); found != m_labelIds.end())
        return found->second;
    if (m_labels.size() == kLastLabel || (m_sink != nullptr && !m_sink->labelAdded(label)))
        return 0;
    m_labels.emplaceWith([&](LabelInfo& element) { element = label; });
    const auto number = static_cast<Label>(m_labels.size());
    m_labelIds.emplace(key, number);
    return number;
}

const LabelInfo& Catalogue::labelInfo(Label label) const noexcept
{
    static const LabelInfo kNone;
    return label > 0 && label <= m_labels.size() ? m_labels[label - 1U] : kNone;
}

std::string labelInWords(const LabelInfo& label)
{
    const std::string place = label.file.empty() ? "" : label.file + ':' + std::to_string(label.line);
    return label.text.empty() || place.empty() ? label.text + place : label.text + ", " + place;
}

namespace {

const std::string kNoName;

} // namespace

const std::string& Catalogue::trackName(TrackId id) const noexcept
{
    return id < tracks() ? track(id).name : kNoName;
}

const std::string& Catalogue::objectName(ObjectId id) const noexcept
{
    return id < objects() ? object(id).name : kNoName;
}

std::string_view Catalogue::text(ObjectId id) const noexcept
{
    return id < m_texts.size() ? std::string_view(m_texts[id]) : std::string_view();
}

} // namespace threadscape
