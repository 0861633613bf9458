#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <utility>

namespace threadscape {

/// Puts items that arrive lane by lane back into the order of their numbers, which begin at 1 and may wrap round: an
/// item is handed on once all before it have arrived. Stamps from several cores cannot order the events of one lock
/// (plain TSC reads are seen inverted); a number taken under the lock's own protection does, for nothing.
/// Cost: constant per item, whatever the order. Threads: one.
template <typename T>
class SequenceMerge {
public:
    /// More than this ahead of the first missing one, that one is taken to be lost.
    static constexpr std::uint32_t kWindow = 1U << 21U;

    explicit SequenceMerge(std::uint32_t first = 1) : m_next(first) {}

    /// Takes an item; calls `deliver(item)` for it and for what waited for it, as far as no number is missing.
    template <typename Deliver>
    void push(std::uint32_t number, T item, Deliver&& deliver)
    {
        std::uint32_t ahead = number - m_next;
        if (ahead > UINT32_MAX / 2) {
            deliver(std::move(item)); // given up before: late is better than never
            return;
        }
        if (ahead >= kWindow) {
            flush(deliver);
            m_next = number;
            ahead = 0;
        }
        if (ahead == 0 && m_waiting.empty()) {
            ++m_next;
            deliver(std::move(item));
            return;
        }
        if (m_waiting.size() <= ahead)
            m_waiting.resize(ahead + 1);
        m_waiting[ahead] = std::move(item);
        while (!m_waiting.empty() && m_waiting.front())
            deliverFirst(deliver);
    }

    /// Hands on what still waits, with or without what is missing: nothing more will come.
    template <typename Deliver>
    void flush(Deliver&& deliver)
    {
        while (!m_waiting.empty()) {
            if (m_waiting.front()) {
                deliverFirst(deliver);
            } else {
                m_waiting.pop_front();
                ++m_next;
            }
        }
    }

private:
    template <typename Deliver>
    void deliverFirst(Deliver& deliver)
    {
        ++m_next;
        deliver(std::move(*m_waiting.front()));
        m_waiting.pop_front();
    }

    std::uint32_t m_next;
    std::deque<std::optional<T>> m_waiting; // [0] is number m_next
};

} // namespace threadscape
