#pragma once

#include "sync/basic_queue.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace threadscape {

template <typename T>
class PriorityItems {
public:
    void put(T item)
    {
        m_heap.push_back({std::move(item), m_put++});
        std::ranges::push_heap(m_heap, later);
    }
    T take()
    {
        std::ranges::pop_heap(m_heap, later);
        T item = std::move(m_heap.back().item);
        m_heap.pop_back();
        return item;
    }

private:
    struct Entry {
        T item;
        std::uint64_t number;
    };
    static bool later(const Entry& a, const Entry& b)
    {
        return b.item < a.item || (!(a.item < b.item) && b.number < a.number);
    }

    std::vector<Entry> m_heap;
    std::uint64_t m_put = 0;
};

/// The smallest item comes out first, like Python's PriorityQueue; of equal ones the first that was put.
template <typename T>
using PriorityQueue = BasicQueue<T, PriorityItems<T>>;

} // namespace threadscape
