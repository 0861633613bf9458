#pragma once

#include "ingest/ingest.h"
#include "support/eventually.h"
#include "sync/runtime.h"

#include <functional>
#include <string>
#include <vector>

namespace threadscape {

/// A run without the lab, for tests of primitives: the calling thread becomes its main actor while `body` runs, and everything
/// recorded is in `trace()` afterwards.
class TestRun {
public:
    explicit TestRun(std::uint64_t seed = 1, SeamObserver* observer = nullptr);

    Runtime& runtime() noexcept { return m_runtime; }
    /// Runs `body` as the main actor until it returns; then ends ingest.
    void run(const std::function<void()>& body);
    /// Whether `track` is seen waiting in `state` within half a minute.
    bool comesToWait(TrackId track, State state);
    const Trace& trace() const noexcept { return m_trace; }
    /// The violations in the trace; empty if none.
    std::vector<std::string> violations() const;

private:
    Actor& addMain(SeamObserver* observer);

    Runtime m_runtime;
    Trace m_trace;
    Ingest m_ingest;
    Actor& m_main;
};

} // namespace threadscape
