#include "command_line/run_command.h"

#include "base/mutex.h"
#include "base/scoped_lock.h"
#include "command_line/console.h"
#include "command_line/interrupt.h"
#include "command_line/outputs.h"
#include "command_line/progress_line.h"
#include "lab/run/live_run.h"

#include <QString>
#include <memory>

namespace threadscape {

namespace {

using namespace std::chrono_literals;

/// Stops the run on a signal, at any time.
class StopBySignal {
public:
    StopBySignal() : m_interrupt([this] { stopIfBoth(); }) {}

    void setRun(std::shared_ptr<LiveRun> run)
    {
        {
            const ScopedLock guard(m_mutex);
            m_run = std::move(run);
        }
        if (m_interrupt.came())
            stopIfBoth();
    }

    bool came() const { return m_interrupt.came(); }

private:
    void stopIfBoth()
    {
        const ScopedLock guard(m_mutex);
        if (m_run)
            m_run->stop(Outcome::interrupted);
    }

    Mutex m_mutex;
    std::shared_ptr<LiveRun> m_run TS_GUARDED_BY(m_mutex);
    Interrupt m_interrupt; // last: its thread uses the others
};

/// Forwards the experiment's output as it is printed.
class Prints {
public:
    explicit Prints(std::FILE* stream) : m_stream(stream) {}

    /// Returns whether somebody still reads.
    bool show(const Trace& trace, ProgressLine& progress)
    {
        const std::size_t count = trace.notes().size();
        for (; m_shown < count; ++m_shown) {
            const Note& note = trace.notes()[m_shown];
            if (note.kind != Note::Kind::print)
                continue;
            progress.clear();
            const std::string_view line = trace.catalogue().text(note.text);
            say(m_stream, QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size())));
        }
        return flushed(m_stream);
    }

private:
    std::FILE* m_stream;
    std::size_t m_shown = 0;
};

// A reader that has left (`| head`) ends it like a signal.
void waitForEnd(LiveRun& run, std::FILE* stream)
{
    ProgressLine progress;
    Prints prints(stream);
    const auto trace = run.trace();
    while (!run.waitFor(100ms)) {
        if (!prints.show(*trace, progress))
            run.stop(Outcome::interrupted);
        progress.show(run.elapsedNs(), run.plannedSeconds());
    }
    prints.show(*trace, progress);
}

int exitCodeOf(const Run& run, bool interrupted, bool allWritten)
{
    if (interrupted || run.outcome() == Outcome::interrupted)
        return kInterrupted;
    return run.outcome() == Outcome::failed || !allWritten ? kFailed : kDone;
}

} // namespace

int runCommand(const Command& command)
{
    if (const auto configured = configure(command.request); !configured) {
        say(stderr, configured.error().text);
        return kBadUsage;
    }
    if (const auto writable = checkOutputs(command.outputs); !writable) {
        say(stderr, writable.error().text);
        return kFailed;
    }
    StopBySignal signal;
    auto started = LiveRun::start(command.request);
    if (!started) {
        say(stderr, started.error().text);
        return kFailed;
    }
    const std::shared_ptr<LiveRun> run = std::move(*started);
    signal.setRun(run);
    std::FILE* const stream = command.outputs.toStandardOutput() ? stderr : stdout;
    waitForEnd(*run, stream);

    printResult(stream, *run);
    if (run->outcome() == Outcome::failed)
        say(stderr, run->answer());
    const Written written = writeOutputs(command, {run});
    sayOf(written);
    const bool allWritten = written.failures.empty() && flushed(stdout);
    return exitCodeOf(*run, signal.came(), allWritten);
}

} // namespace threadscape
