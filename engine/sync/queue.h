#pragma once

#include "sync/basic_queue.h"

#include <deque>

namespace threadscape {

template <typename T>
class FifoItems {
public:
    void put(T item) { m_items.push_back(std::move(item)); }
    T take()
    {
        T item = std::move(m_items.front());
        m_items.pop_front();
        return item;
    }

private:
    std::deque<T> m_items;
};

/// First in, first out: like Python's Queue.
template <typename T>
using Queue = BasicQueue<T, FifoItems<T>>;

} // namespace threadscape
