#include "record/catalogue.h"

#include <stdexcept>

namespace threadscape {

const char* stateName(State state) noexcept
{
    switch (state) {
    case State::running: return "running";
    case State::ready: return "ready";
    case State::lock: return "lock";
    case State::semaphore: return "semaphore";
    case State::condition: return "condition";
    case State::queue: return "queue";
    case State::join: return "join";
    case State::future: return "future";
    case State::sleep: return "sleep";
    case State::io: return "io";
    case State::gil: return "gil";
    case State::idle: return "idle";
    case State::unknown: break;
    }
    return "unknown";
}

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

const char* objectKindName(ObjectKind kind) noexcept
{
    switch (kind) {
    case ObjectKind::lock: return "Lock";
    case ObjectKind::rlock: return "RLock";
    case ObjectKind::condition: return "Condition";
    case ObjectKind::variable: return "variable";
    case ObjectKind::queue: return "Queue";
    case ObjectKind::semaphore: return "Semaphore";
    case ObjectKind::pool: return "ThreadPool";
    case ObjectKind::thread: return "Thread";
    case ObjectKind::boundedSemaphore: return "BoundedSemaphore";
    case ObjectKind::storage: return "Storage";
    case ObjectKind::connection: return "Connection";
    case ObjectKind::pipe: return "Pipe";
    case ObjectKind::processPool: return "ProcessPool";
    case ObjectKind::gil: return "GIL";
    case ObjectKind::eventLoop: return "EventLoop";
    case ObjectKind::task: return "Task";
    case ObjectKind::barrier: break;
    }
    return "Barrier";
}

TrackId Catalogue::addTrack(std::string name, std::string group, TrackKind kind, bool daemon,
                            std::shared_ptr<OpenSpans> open)
{
    const std::lock_guard guard(m_mutex);
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
    const std::lock_guard guard(m_mutex);
    const std::size_t id = m_objects.size();
    if (id >= kNoObject)
        throw std::length_error("a run has at most 65,534 shared objects");
    if (m_sink != nullptr && !m_sink->objectAdded(name, kind, unit))
        return kNoObject; // the rest goes without names
    m_objects.emplaceWith([&](ObjectInfo& object) {
        object.name = std::move(name);
        object.kind = kind;
        object.unit = std::move(unit);
    });
    return static_cast<ObjectId>(id);
}

ObjectId Catalogue::intern(std::string_view text)
{
    const std::lock_guard guard(m_mutex);
    const auto found = m_ids.find(std::string(text));
    if (found != m_ids.end())
        return found->second;
    const std::size_t id = m_texts.size();
    if (id >= kNoObject)
        return kNoObject; // a run with that many different texts shows the rest without theirs
    if (m_sink != nullptr && !m_sink->textAdded(text))
        return kNoObject;
    m_texts.emplaceWith([&](std::string& element) { element = text; });
    m_ids.emplace(std::string(text), static_cast<ObjectId>(id));
    return static_cast<ObjectId>(id);
}

std::uint8_t Catalogue::label(std::string_view text)
{
    constexpr std::size_t kMost = 15; // what four bits of an event can tell
    const std::lock_guard guard(m_mutex);
    std::size_t index = 0;
    while (index < m_labels.size() && m_labels[index] != text)
        ++index;
    if (index == kMost)
        return 0;
    if (index == m_labels.size())
        m_labels.emplaceWith([&](std::string& element) { element = text; });
    return static_cast<std::uint8_t>(index + 1);
}

std::string_view Catalogue::labelText(std::uint8_t label) const noexcept
{
    return label > 0 && label <= m_labels.size() ? std::string_view(m_labels[label - 1U])
                                                 : std::string_view();
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
