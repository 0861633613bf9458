#pragma once

#include "exec/completions.h"

#include <iterator>

namespace threadscape {

/// Futures of one kind as they end: `for (Future<int>& future : AsCompleted(futures))`. Like Python's as_completed, also those
/// that fail or are cancelled. Incrementing throws Stopped. The futures are not moved, and must outlive this. Threads: one, an
/// actor's.
template <typename T>
class AsCompleted {
public:
    explicit AsCompleted(std::vector<Future<T>>& futures) : m_futures(futures)
    {
        for (Future<T>& future : futures)
            m_completions.add(future);
    }

    class Iterator {
    public:
        explicit Iterator(AsCompleted& all) : m_all(all) { ++*this; }
        Future<T>& operator*() const noexcept { return *m_future; }
        Iterator& operator++()
        {
            m_future =
                m_all.m_completions.left() == 0 ? nullptr : &m_all.m_futures[m_all.m_completions.next()];
            return *this;
        }
        bool operator==(std::default_sentinel_t) const noexcept { return m_future == nullptr; }

    private:
        AsCompleted& m_all;
        Future<T>* m_future = nullptr;
    };

    Iterator begin() { return Iterator(*this); }
    std::default_sentinel_t end() const noexcept { return {}; }

private:
    std::vector<Future<T>>& m_futures;
    Completions m_completions;
};

} // namespace threadscape
