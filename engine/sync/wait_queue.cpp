#include "sync/wait_queue.h"

#include <array>

namespace threadscape {

void WaitQueue::enqueue(Node& node, Actor& actor, bool stoppable) noexcept
{
    node.actor = &actor;
    node.queued = true;
    node.previous = m_last;
    node.next = nullptr;
    (m_last != nullptr ? m_last->next : m_first) = &node;
    m_last = &node;
    ++m_size;
    node.token = actor.prepareWait(stoppable);
}

WaitQueue::Result WaitQueue::await(Node& node, std::int64_t deadlineNs) noexcept
{
    return conclude(node, node.actor->await(node.token, deadlineNs), deadlineNs);
}

WaitQueue::Result WaitQueue::conclude(Node& node, Actor::Woken how, std::int64_t deadlineNs) noexcept
{
    // The granter removes the node before; all others, and an actor that grants itself, leave it in place.
    if (how != Actor::Woken::granted || node.waker == kNoTrack) {
        const ScopedLock guarded(m_guard);
        if (node.queued)
            remove(node);
    }
    if (how != Actor::Woken::granted)
        return {how, kNoTrack, true, 0, how == Actor::Woken::timedOut ? deadlineNs : 0};
    return {how, node.waker, true, node.wokenAt};
}

Actor* WaitQueue::grantOne(TrackId waker) noexcept
{
    while (m_first != nullptr)
        if (Actor* const actor = grantFirst(waker))
            return actor;
    return nullptr;
}

Actor* WaitQueue::grantFirst(TrackId waker) noexcept
{
    Node& node = *m_first;
    Actor* const actor = node.actor;
    const std::uint32_t token = node.token;
    remove(node);
    node.waker = waker;
    node.wokenAt = ticksNow();
    // Once granted the node may be gone: only the actor, which outlives the run, is touched after it.
    return actor->grant(token) ? actor : nullptr;
}

std::size_t WaitQueue::wakeAll(TrackId waker) noexcept
{
    // In batches, so that no one is woken under the guard only to wait for it.
    constexpr std::size_t kBatch = 32;
    std::array<Actor*, kBatch> woken{};
    std::size_t total = 0;
    std::size_t most = 0;
    {
        const ScopedLock guarded(m_guard);
        most = m_size; // later arrivals were not waiting when all were to be woken
    }
    while (total < most) {
        std::size_t count = 0;
        {
            const ScopedLock guarded(m_guard);
            while (count < kBatch && total + count < most) {
                Actor* const actor = grantOne(waker);
                if (actor == nullptr)
                    break;
                woken[count++] = actor;
            }
        }
        for (std::size_t i = 0; i < count; ++i)
            woken[i]->wakeGranted();
        total += count;
        if (count < kBatch)
            break;
    }
    return total;
}

void WaitQueue::remove(Node& node) noexcept
{
    (node.previous != nullptr ? node.previous->next : m_first) = node.next;
    (node.next != nullptr ? node.next->previous : m_last) = node.previous;
    node.queued = false;
    --m_size;
}

} // namespace threadscape
