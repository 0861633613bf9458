#include "lab/group.h"

#include "lab/experiment.h"

namespace threadscape {

Group::Group(Experiment* owner, Template heading, const char* prefix, NumberNow size,
             const GroupTraits& traits)
    : m_heading(heading), m_prefix(prefix), m_size(std::move(size)), m_traits(traits)
{
    owner->m_groups.push_back(this);
}

Group::Group(Experiment* owner, Main /*main*/) : Group(owner, {}, TS_NAME("name", "MainThread"), 1, kSingle)
{
}

std::optional<LaneGroup> Group::lanes() const
{
    if (!m_traits.m_seen || (m_condition && !m_condition()))
        return std::nullopt;
    return LaneGroup{m_heading, m_prefix, count(), m_traits.m_number, m_traits.m_naming, m_traits.m_counted};
}

} // namespace threadscape
