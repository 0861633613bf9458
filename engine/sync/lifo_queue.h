#pragma once

#include "sync/basic_queue.h"

#include <vector>

namespace threadscape {

template <typename T>
class LifoItems {
public:
    void put(T item) { m_items.push_back(std::move(item)); }
    T take()
    {
        T item = std::move(m_items.back());
        m_items.pop_back();
        return item;
    }

private:
    std::vector<T> m_items;
};

/// Last in, first out: like Python's LifoQueue.
template <typename T>
using LifoQueue = BasicQueue<T, LifoItems<T>>;

} // namespace threadscape
