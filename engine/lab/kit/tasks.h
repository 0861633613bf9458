#pragma once

#include "async/gather.h"
#include "lab/group.h"

#include <utility>
#include <vector>

namespace threadscape {

/// Tasks of a group, all created at once: the group's current count.
/// `Tasks all(loop, pages, [&](std::int64_t number) { return fetch(number); }); co_await all.join();`
/// Threads: the loop's.
class Tasks {
public:
    /// `make(number)`, from 1, returns a Task<>.
    template <typename Make>
    Tasks(EventLoop& loop, const Group& group, Make make) : m_loop(loop)
    {
        add(group, std::move(make));
    }
    /// The same of another group, awaited with the others.
    template <typename Make>
    void add(const Group& group, Make make)
    {
        const std::int64_t count = group.count();
        for (std::int64_t number = 1; number <= count; ++number)
            m_all.push_back(m_loop.create(group.name(number), make(number), group.heading()));
    }

    /// Must be awaited, once: see gather.
    Gathered<void> join() { return gather(m_loop, std::move(m_all)); }

private:
    EventLoop& m_loop;
    std::vector<TaskHandle<void>> m_all;
};

} // namespace threadscape
