#include "support/test_run.h"

#include "exec/thread.h"
#include "support/transitions.h"

#include <thread>

namespace threadscape {

TestRun::TestRun(std::uint64_t seed, SeamObserver* observer)
    : m_runtime(seed),
      m_trace(m_runtime.recorder().sharedCatalogue()),
      m_ingest(m_runtime.recorder(), m_trace),
      m_main(addMain(observer))
{
}

Actor& TestRun::addMain(SeamObserver* observer)
{
    m_runtime.setObserver(observer);
    return m_runtime.addActor("MainThread", "", TrackKind::main);
}

void TestRun::run(const std::function<void()>& body)
{
    runAs(m_main, body);
    m_ingest.finish();
}

bool TestRun::comesToWait(TrackId track, State state)
{
    return eventually([&] {
        const OpenSpans::Open open = m_runtime.catalogue().track(track).open->read(OpenSpans::kWaitSlot);
        return open.since != 0 && open.state == static_cast<std::uint8_t>(state);
    });
}

std::vector<std::string> TestRun::violations() const
{
    return validate(m_trace);
}

} // namespace threadscape
