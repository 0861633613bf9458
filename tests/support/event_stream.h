#pragma once

#include "ingest/trace_builder.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace threadscape {

/// Makes events from times in ns, and a trace from events: what tests of the trace and of its formats are made of.
/// Times come out of the trace to the ns.
class EventStream {
public:
    explicit EventStream(std::size_t capBytes = Trace::kDefaultCapBytes);

    Catalogue& names() noexcept { return *m_catalogue; }
    TrackId track(std::string name, TrackKind kind = TrackKind::thread) const;
    ObjectId object(std::string name, ObjectKind kind, std::string unit = {}) const;

    Event begin(TrackId track, std::int64_t atNs) const;
    Event end(TrackId track, std::int64_t atNs) const;
    Event wait(TrackId track, State state, ObjectId object, std::int64_t fromNs, std::int64_t toNs,
               TrackId waker = kNoTrack) const;
    Event hold(TrackId track, ObjectId lock, std::uint32_t number, std::int64_t fromNs, std::int64_t toNs,
               int slot = 0) const;
    Event operation(TrackId track, const std::string& name, std::int64_t fromNs, std::int64_t toNs,
                    int depth = 0) const;
    Event write(TrackId track, ObjectId variable, std::int64_t atNs, std::int64_t value,
                std::uint32_t number) const;
    Event moment(EventKind kind, TrackId track, ObjectId object, std::int64_t atNs, std::int64_t value) const;
    Event task(TrackId track, ObjectId pool, std::int64_t atNs, std::uint32_t number, TaskState state,
               const std::string& name = "task") const;
    Event gap(TrackId track, std::int64_t fromNs, std::int64_t toNs, std::uint32_t lost) const;

    /// The first stamp that the trace shows as `ns`.
    Ticks ticks(std::int64_t ns) const;

    EventStream& take(const Event& event);
    EventStream& take(const std::vector<Event>& events);
    /// Something of `track` that has not ended; `slot` as in OpenSpans.
    EventStream& open(TrackId track, int slot, std::int64_t sinceNs, ObjectId object, std::uint8_t state = 0,
                      std::uint32_t detail = 0);
    /// The state of affairs at `nowNs` is published; `finished`: nothing more will come.
    EventStream& publish(std::int64_t nowNs, bool finished = true);

    Trace& trace() noexcept { return m_trace; }
    /// Keeps the trace below its cap, as ingest does now and then.
    TraceBuilder& builder() noexcept { return m_builder; }

private:
    std::shared_ptr<Catalogue> m_catalogue = std::make_shared<Catalogue>();
    Trace m_trace;
    TraceBuilder m_builder;
    double m_ticksPerNs;
};

/// All that a trace tells, as text: two traces are the same when their texts are. What has no order between tracks
/// (moved settings, printed lines) is sorted.
std::string describe(const Trace& trace);

/// The bank's story in small, as a sound trace: main starts a depositor and a withdrawer, who share an account with an
/// RLock, a condition and a balance; names and printed lines need quoting; one wait is still open at the end.
/// Ends at kBankEndNs.
inline constexpr std::int64_t kBankEndNs = 1'000'000;
void playBank(EventStream& stream);

} // namespace threadscape
