#include "lab/kit/crew.h"

#include "lab/lab.h"

namespace threadscape {

Crew::Crew(Lab& lab, Options options) : m_lab(lab), m_options(std::move(options)) {}

Crew::Crew(Lab& lab, const Group& group, std::function<void()> body)
    : Crew(
          lab, group, [&group] { return group.count(); }, std::move(body))
{
}

Crew::Crew(Lab& lab, const Group& group, std::function<std::int64_t()> size, std::function<void()> body)
    : Crew(lab, {.group = group.heading(),
                 .prefix = group.prefix(),
                 .size = std::move(size),
                 .body = std::move(body),
                 .naming = group.naming()})
{
}

Crew::~Crew()
{
    // All at once, not one after the other.
    for (Thread& member : m_members)
        member.stop();
}

void Crew::adjust()
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

void tend(Lab& lab, std::initializer_list<Crew*> crews)
{
    for (;;)
        tendUntil(lab, crews, [] { return false; });
}

void tendUntil(Lab& lab, std::initializer_list<Crew*> crews, const std::function<bool()>& over)
{
    while (!over()) {
        const std::uint64_t seen = lab.changes();
        for (Crew* crew : crews)
            crew->adjust();
        lab.idleUntil([&] { return lab.changes() != seen || over(); });
    }
}

void tendUntilStop(Lab& lab, std::initializer_list<Crew*> crews)
{
    for (;;) {
        const std::uint64_t seen = lab.changes();
        for (Crew* crew : crews)
            crew->adjust();
        if (!lab.idleUntilStopOr([&] { return lab.changes() != seen; }))
            return;
    }
}

} // namespace threadscape
