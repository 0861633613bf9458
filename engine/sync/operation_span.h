#pragma once

#include "sync/actor.h"

#include <optional>

namespace threadscape {

/// Draws a box round what the current actor does from construction to destruction: "deposit +7". Boxes may be nested;
/// those deeper than the trace shows are not recorded. Threads: the actor's.
class OperationSpan {
public:
    OperationSpan(Actor& actor, ObjectId name, std::optional<std::int32_t> number = std::nullopt) noexcept
        : m_actor(actor), m_start(ticksNow()), m_number(number), m_name(name), m_depth(actor.enterOperation())
    {
        if (m_depth < OpenSpans::kOperationSlots)
            actor.open().open(OpenSpans::kFirstOperation + m_depth, m_start, name, number ? 1 : 0, detail());
    }
    ~OperationSpan()
    {
        m_actor.leaveOperation();
        if (m_depth >= OpenSpans::kOperationSlots)
            return;
        m_actor.writer().write(spanEvent(EventKind::operation, m_actor.track(), m_name, m_start, ticksNow(),
                                         detail(), static_cast<std::uint8_t>(m_depth), m_number ? 1 : 0));
        m_actor.open().close(OpenSpans::kFirstOperation + m_depth);
    }
    OperationSpan(const OperationSpan&) = delete;
    OperationSpan& operator=(const OperationSpan&) = delete;

private:
    std::uint32_t detail() const noexcept { return static_cast<std::uint32_t>(m_number.value_or(0)); }

    Actor& m_actor;
    Ticks m_start;
    std::optional<std::int32_t> m_number;
    ObjectId m_name;
    int m_depth;
};

} // namespace threadscape
