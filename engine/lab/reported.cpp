#include "lab/reported.h"

#include "lab/experiment.h"

namespace threadscape {

Reported::Reported(Experiment* owner, const char* name, Template label, FindingTraits traits)
    : m_name(name), m_label(label), m_traits(std::move(traits))
{
    owner->m_reported.push_back(this);
}

} // namespace threadscape
