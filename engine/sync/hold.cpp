#include "sync/hold.h"

#include "sync/runtime.h"

namespace threadscape {

void Hold::noteOrder(Actor& actor, ObjectId held) const noexcept
{
    if (held != kNoObject)
        actor.runtime().lockOrder().note(held, m_object, actor.track());
}

} // namespace threadscape
