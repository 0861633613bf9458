#pragma once

#include "ingest/trace_builder.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace threadscape {

/// Makes events from times in ns, and a trace from events: for tests of the trace and of its formats. Times are preserved to
/// the ns.
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
    /// An open span of `track`; `slot` as in OpenSpans.
    EventStream& open(TrackId track, int slot, std::int64_t sinceNs, ObjectId object, std::uint8_t state = 0,
                      std::uint32_t detail = 0);
    /// Publishes the state at `nowNs`; `finished`: nothing more follows.
    EventStream& publish(std::int64_t nowNs, bool finished = true);

    Trace& trace() noexcept { return m_trace; }
    /// Keeps the trace below its cap, as ingest does periodically.
    TraceBuilder& builder() noexcept { return m_builder; }

private:
    std::shared_ptr<Catalogue> m_catalogue = std::make_shared<Catalogue>();
    Trace m_trace;
    TraceBuilder m_builder;
    double m_ticksPerNs;
};

/// A complete trace as text: two traces are equal if their texts are. Entries without an order between tracks (changed
/// settings, printed lines) are sorted.
std::string describe(const Trace& trace);

/// A small bank run, as a valid trace: main starts a depositor and a withdrawer, which share an account with an RLock, a
/// condition and a balance; names and printed lines need quoting; one wait is still open at the end.
/// Ends at kBankEndNs.
inline constexpr std::int64_t kBankEndNs = 1'000'000;
void playBank(EventStream& stream);

} // namespace threadscape
