#include "sync/process_queue.h"

#include "record/message_step.h"
#include "sync/misuse.h"
#include "sync/seam.h"
#include "sync/wait_span.h"

#include <algorithm>
#include <cstring>

namespace threadscape {

namespace {

// The header of each message.
struct Head {
    std::uint32_t bytes = 0;
    std::uint32_t number = 0;
};
constexpr std::size_t kHead = sizeof(Head);

} // namespace

ProcessQueue::ProcessQueue(Runtime& runtime, std::string name, std::size_t bytes)
    : m_object(runtime.catalogue().addObject(std::move(name), ObjectKind::queue, "messages")),
      m_state(SharedState<Memory>::create("threadscape queue", bytes))
{
    Actor& actor = Actor::current();
    actor.writer().write(momentEvent(EventKind::write, actor.track(), m_object, ticksNow(), 0, 1));
    memory().changes = 1;
}

ProcessQueue::ProcessQueue(Handed handed)
    : m_object(handed.object), m_state(SharedState<Memory>::open(handed))
{
}

// `tryIt(certain)`, called with the guard held, returns whether it succeeded; it calls `certain` before it takes effect.
template <typename Try>
void ProcessQueue::waitUntil(Actor& actor, SharedSeats Memory::*seats, WaitFor what, Try&& tryIt)
{
    {
        const ScopedLock guarded(memory().guard);
        if (tryIt([] {}))
            return;
    }
    WaitSpan span(actor, State::queue, m_object, true, what);
    SharedSeats::Seat* seat = nullptr;
    for (;;) {
        std::uint32_t token = 0;
        {
            const ScopedLock guarded(memory().guard);
            if (tryIt([&] { span.finish(); })) {
                if (seat != nullptr)
                    SharedSeats::leave(*seat);
                return;
            }
            if (seat == nullptr)
                seat = &(memory().*seats).sit(actor);
            token = (memory().*seats).enqueue(*seat, actor.stoppable());
        }
        const Actor::Woken how = actor.awaitElsewhere(seat->park, token, kForever);
        span.noteShared(how, seat->waker, seat->wokenAt);
        if (how == Actor::Woken::stopped) {
            const ScopedLock guarded(memory().guard);
            SharedSeats::leave(*seat);
            actor.unwind();
        }
    }
}

void ProcessQueue::put(std::span<const std::byte> message)
{
    Actor& actor = interruptible(VisibleOperation::put, m_object);
    const std::size_t room = m_state->room().size();
    if (message.size() + kHead > room)
        throw Misuse(Text(TS_TEXT("sync", "A message of %1 bytes does not fit into a queue of %2 bytes."))
                         .arg(static_cast<std::int64_t>(message.size()))
                         .arg(static_cast<std::int64_t>(room)));
    waitUntil(actor, &Memory::putters, WaitFor::room, [&](const auto& certain) {
        memory().guard.assertHeld();
        if (room - (memory().put - memory().got) < message.size() + kHead)
            return false;
        certain();
        const Head head{static_cast<std::uint32_t>(message.size()), memory().putMessages + 1};
        copyIn(memory().put, std::as_bytes(std::span(&head, 1)));
        copyIn(memory().put + kHead, message);
        // Numbered before it is recorded: a process killed in between loses the number. Recorded before it is visible: it
        // cannot be received earlier.
        memory().putMessages = head.number;
        recordLocked(actor, head.number, false, message.size());
        memory().put += kHead + message.size();
        memory().getters.grantFirst(actor.runTrack());
        return true;
    });
}

void ProcessQueue::get(std::vector<std::byte>& message)
{
    Actor& actor = interruptible(VisibleOperation::get, m_object);
    waitUntil(actor, &Memory::getters, WaitFor::item, [&](const auto& certain) {
        memory().guard.assertHeld();
        if (memory().put == memory().got)
            return false;
        certain();
        Head head;
        copyOut(memory().got, std::as_writable_bytes(std::span(&head, 1)));
        message.resize(std::min<std::size_t>(head.bytes, m_state->room().size()));
        copyOut(memory().got + kHead, message);
        memory().gotMessages = head.number;
        memory().got += kHead + message.size();
        recordLocked(actor, head.number, true, message.size());
        memory().putters.grantFirst(actor.runTrack());
        return true;
    });
}

// The recorded length is that after this message.
void ProcessQueue::recordLocked(Actor& actor, std::uint32_t number, bool received, std::size_t bytes) noexcept
{
    const Ticks now = ticksNow();
    actor.writer().write(
        messageEvent(actor.track(), m_object, now, number, {received, 0, static_cast<std::uint32_t>(bytes)}));
    const std::int64_t length =
        static_cast<std::int64_t>(memory().putMessages) - static_cast<std::int64_t>(memory().gotMessages);
    actor.writer().write(
        momentEvent(EventKind::write, actor.track(), m_object, now, length, ++memory().changes));
}

void ProcessQueue::copyIn(std::uint64_t at, std::span<const std::byte> bytes) noexcept
{
    const std::span<std::byte> room = m_state->room();
    const std::size_t from = at % room.size();
    const std::size_t first = std::min(bytes.size(), room.size() - from);
    std::copy_n(bytes.begin(), first, room.begin() + static_cast<std::ptrdiff_t>(from));
    std::copy(bytes.begin() + static_cast<std::ptrdiff_t>(first), bytes.end(), room.begin());
}

void ProcessQueue::copyOut(std::uint64_t at, std::span<std::byte> bytes) const noexcept
{
    const std::span<const std::byte> room = m_state->room();
    const std::size_t from = at % room.size();
    const std::size_t first = std::min(bytes.size(), room.size() - from);
    std::copy_n(room.begin() + static_cast<std::ptrdiff_t>(from), first, bytes.begin());
    std::copy_n(room.begin(), bytes.size() - first, bytes.begin() + static_cast<std::ptrdiff_t>(first));
}

void ProcessQueue::Memory::bereave(std::uint32_t member) noexcept
{
    const ScopedLock guarded(guard);
    // A waiter that was woken and died did not use its wake-up. One more, since it may have died between putting or getting and
    // granting. A waiter woken in vain waits again.
    for (SharedSeats* const seats : {&putters, &getters}) {
        const SharedSeats::Estate estate = seats->bereave(member);
        for (std::uint32_t i = 0; i < estate.woken + 1; ++i)
            seats->grantFirst(kNoTrack);
    }
}

} // namespace threadscape
