#pragma once

#include "sync/actor.h"

#include <optional>

namespace threadscape {

/// Draws a box around what the current actor does from construction to destruction: "deposit +7", "task 7". Boxes may be
/// nested; those deeper than the trace shows are not recorded. Threads: the actor's.
class OperationSpan {
public:
    OperationSpan(Actor& actor, ObjectId name, std::optional<std::int32_t> number = std::nullopt) noexcept
        : OperationSpan(actor, name, number ? NumberStyle::change : NumberStyle::none,
                        static_cast<std::uint32_t>(number.value_or(0)))
    {
    }
    OperationSpan(Actor& actor, ObjectId name, NumberStyle style, std::uint32_t number) noexcept
        : m_actor(actor),
          m_start(ticksNow()),
          m_number(number),
          m_name(name),
          m_style(static_cast<std::uint8_t>(style)),
          m_depth(actor.enterOperation())
    {
        if (m_depth < OpenSpans::kOperationSlots)
            actor.open().open(OpenSpans::kFirstOperation + m_depth, m_start, name, m_style, m_number);
    }
    ~OperationSpan() { finish(); }
    OperationSpan(const OperationSpan&) = delete;
    OperationSpan& operator=(const OperationSpan&) = delete;

    Ticks start() const noexcept { return m_start; }
    /// Ends the box now; returns the end's stamp. Idempotent.
    Ticks finish() noexcept
    {
        if (m_end != 0)
            return m_end;
        m_end = ticksNow();
        m_actor.leaveOperation();
        if (m_depth < OpenSpans::kOperationSlots) {
            m_actor.writer().write(spanEvent(EventKind::operation, m_actor.track(), m_name, m_start, m_end,
                                             m_number, static_cast<std::uint8_t>(m_depth), m_style));
            m_actor.open().close(OpenSpans::kFirstOperation + m_depth);
        }
        return m_end;
    }

private:
    Actor& m_actor;
    Ticks m_start;
    Ticks m_end = 0;
    std::uint32_t m_number;
    ObjectId m_name;
    std::uint8_t m_style;
    int m_depth;
};

} // namespace threadscape
