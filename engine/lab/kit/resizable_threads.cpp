#include "lab/kit/resizable_threads.h"

#include "lab/lab.h"

namespace threadscape {

ResizableThreads::ResizableThreads(Lab& lab, Options options) : m_lab(lab), m_options(std::move(options)) {}

ResizableThreads::ResizableThreads(Lab& lab, const Group& group, std::function<void()> body)
    : ResizableThreads(
          lab, group, [&group] { return group.count(); }, std::move(body))
{
}

ResizableThreads::ResizableThreads(Lab& lab, const Group& group, std::function<std::int64_t()> size,
                                   std::function<void()> body)
    : ResizableThreads(lab, {.group = group.heading(),
                             .prefix = group.prefix(),
                             .size = std::move(size),
                             .body = std::move(body),
                             .naming = group.naming()})
{
}

ResizableThreads::~ResizableThreads()
{
    // All at once, not one after the other.
    for (Thread& member : m_members)
        member.stop();
}

void ResizableThreads::adjust()
{
    m_retired.remove_if([](const Thread& thread) { return thread.done(); });
    const auto wanted = static_cast<std::size_t>(m_options.size());
    while (m_members.size() < wanted) {
        m_members.emplace_back(m_lab, laneName(m_options.prefix, m_options.naming, m_named + 1),
                               m_options.body, Thread::Options{.group = m_options.group});
        ++m_named;
    }
    while (m_members.size() > wanted) {
        m_members.back().stop();
        m_retired.splice(m_retired.end(), m_members, std::prev(m_members.end()));
    }
}

void maintain(Lab& lab, std::initializer_list<ResizableThreads*> all)
{
    for (;;)
        maintainUntil(lab, all, [] { return false; });
}

void maintainUntil(Lab& lab, std::initializer_list<ResizableThreads*> all, const std::function<bool()>& over)
{
    while (!over()) {
        const std::uint64_t seen = lab.changes();
        for (ResizableThreads* threads : all)
            threads->adjust();
        lab.idleUntil([&] { return lab.changes() != seen || over(); });
    }
}

void maintainUntilStop(Lab& lab, std::initializer_list<ResizableThreads*> all)
{
    for (;;) {
        const std::uint64_t seen = lab.changes();
        for (ResizableThreads* threads : all)
            threads->adjust();
        if (!lab.idleUntilStopOr([&] { return lab.changes() != seen; }))
            return;
    }
}

} // namespace threadscape
