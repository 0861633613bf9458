#include "exec/worker_context.h"

#include <cerrno>
#include <ctime>

namespace threadscape {

WorkerContext::WorkerContext(std::shared_ptr<SharedRecording> recording)
    : m_recording(std::move(recording)),
      m_names(m_recording),
      m_writer(std::make_unique<SharedChunks>(m_recording))
{
    m_writer.write(momentEvent(EventKind::begin, kTrack, kNoObject, ticksNow(), 0));
}

WorkerContext::~WorkerContext()
{
    m_writer.write(momentEvent(EventKind::end, kTrack, kNoObject, ticksNow(), 0));
}

void WorkerContext::print(std::string_view line)
{
    m_writer.write(momentEvent(EventKind::print, kTrack, kNoObject, ticksNow(), m_names.intern(line)));
}

void WorkerContext::sleep(std::int64_t durationNs)
{
    constexpr auto kState = static_cast<std::uint8_t>(State::sleep);
    const Ticks start = ticksNow();
    open().open(OpenSpans::kWaitSlot, start, kNoObject, kState);
    const std::int64_t until = monotonicNs() + durationNs;
    const timespec wake{until / 1'000'000'000, until % 1'000'000'000};
    while (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &wake, nullptr) == EINTR) {
    }
    m_writer.write(spanEvent(EventKind::wait, kTrack, kNoObject, start, ticksNow(), kNoTrack, kState));
    open().close(OpenSpans::kWaitSlot);
}

WorkerContext::Operation::Operation(WorkerContext& context, ObjectId text, std::uint32_t number) noexcept
    : m_context(context), m_start(ticksNow()), m_number(number), m_text(text)
{
    const int depth = context.m_depth++;
    if (depth < OpenSpans::kOperationSlots) // the label says that the number counts
        context.open().open(OpenSpans::kFirstOperation + depth, m_start, text, 1, number);
}

WorkerContext::Operation::~Operation()
{
    const int depth = --m_context.m_depth;
    if (depth >= OpenSpans::kOperationSlots)
        return;
    // Written before it is closed: a kill between the two loses nothing.
    m_context.writer().write(spanEvent(EventKind::operation, kTrack, m_text, m_start, ticksNow(), m_number,
                                       static_cast<std::uint8_t>(depth), 1));
    m_context.open().close(OpenSpans::kFirstOperation + depth);
}

} // namespace threadscape
