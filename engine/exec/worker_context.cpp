#include "exec/worker_context.h"

#include "os/cpu_time.h"
#include "sync/random_stream.h"

#include <thread>

namespace threadscape {

WorkerContext::WorkerContext(std::shared_ptr<SharedRecording> recording, const WorkerFunctions& functions,
                             Place place, std::vector<Handed> handed)
    : Runtime(place.seed),
      m_recording(std::move(recording)),
      m_functions(functions),
      m_handed(std::move(handed)),
      m_mirror(m_recording),
      m_writer(std::make_unique<SharedChunks>(m_recording), 0),
      m_actor(addMain(place))
{
    m_writer.write(momentEvent(EventKind::begin, kTrack, kNoObject, ticksNow(), threadOsId()));
    m_actor.sampleCpu(true);
}

WorkerContext::~WorkerContext()
{
    m_actor.sampleCpu(true);
    m_writer.write(momentEvent(EventKind::end, kTrack, kNoObject, ticksNow(), 0));
    Actor::setCurrent(nullptr);
}

// The parent has named the process's lane and the handed objects; the worker names everything else.
Actor& WorkerContext::addMain(Place place)
{
    SharedNameReader reader(m_recording);
    while (const std::optional<SharedName> name = reader.next()) {
        if (name->kind == SharedName::Kind::track)
            catalogue().addTrack(name->name, name->extra, static_cast<TrackKind>(name->subkind), false,
                                 std::shared_ptr<OpenSpans>(m_recording, &m_recording->open(kTrack)));
        else if (name->kind == SharedName::Kind::object)
            catalogue().addObject(name->name, static_cast<ObjectKind>(name->subkind), name->extra);
    }
    catalogue().setSink(&m_mirror);
    recorder().setSamplesCpu(place.samplesCpu);
    Actor& actor = addActor(kTrack);
    TrackId track = kNoTrack;
    while ((track = m_recording->progress().track.load(std::memory_order_acquire)) == kNoTrack)
        yieldCore();
    actor.setWorker(track, place.member);
    actor.setWriter(&m_writer);
    Actor::setCurrent(&actor);
    return actor;
}

std::int64_t WorkerContext::random(std::int64_t low, std::int64_t high)
{
    return std::uniform_int_distribution<std::int64_t>(low, high)(m_actor.random().engine);
}

void WorkerContext::yieldCore() noexcept
{
    std::this_thread::yield();
}

template <typename DurationNs>
void WorkerContext::sleepUntilOver(DurationNs&& durationNs)
{
    Actor& actor = interruptible(VisibleOperation::sleep, kNoObject);
    SharedRecording::Progress& progress = m_recording->progress();
    std::uint32_t times = progress.askedTimes.load(std::memory_order_acquire);
    const std::int64_t startNs = monotonicNs();
    if (durationNs() <= 0)
        return;
    WaitSpan span(actor, State::sleep, kNoObject, true);
    for (std::int64_t until = 0; monotonicNs() < (until = startNs + durationNs());) {
        if (!futexWait(progress.askedTimes, times, until, FutexReach::machine))
            span.noteDue(until);
        else
            span.noteWoken({.parked = true}); // by the parent: the time is unknown
        times = progress.askedTimes.load(std::memory_order_acquire);
    }
}

void WorkerContext::sleepFor(std::int64_t durationNs)
{
    sleepUntilOver([durationNs] { return durationNs; });
}

void WorkerContext::sleepAsAsked(std::size_t place)
{
    sleepUntilOver([this, place] { return asked(place); });
}

WorkerContext::Mirror::Mirror(std::shared_ptr<SharedRecording> recording)
    : m_recording(recording), m_names(std::move(recording))
{
}

std::shared_ptr<OpenSpans> WorkerContext::Mirror::trackAdded(const std::string& name,
                                                             const std::string& group, TrackKind kind)
{
    const TrackId track = m_names.addTrack(name, group, kind);
    return track == kNoTrack ? nullptr : std::shared_ptr<OpenSpans>(m_recording, &m_recording->open(track));
}

bool WorkerContext::Mirror::objectAdded(const std::string& name, ObjectKind kind, const std::string& unit)
{
    return m_names.addObject(name, kind, unit) != kNoObject;
}

bool WorkerContext::Mirror::textAdded(std::string_view text)
{
    return m_names.intern(text) != kNoObject;
}

bool WorkerContext::Mirror::labelAdded(const LabelInfo& label)
{
    return m_names.addLabel(label);
}

} // namespace threadscape
