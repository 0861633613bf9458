#include "command_line/run_command.h"

#include "command_line/console.h"
#include "command_line/interrupt.h"
#include "command_line/outputs.h"
#include "command_line/progress_line.h"

#include <QString>
#include <memory>
#include <mutex>

namespace threadscape {

namespace {

using namespace std::chrono_literals;

/// Lets a signal stop the run, whenever it comes.
class StopBySignal {
public:
    StopBySignal() : m_interrupt([this] { stopIfBoth(); }) {}

    void setRunner(std::shared_ptr<Runner> runner)
    {
        {
            const std::scoped_lock guard(m_mutex);
            m_runner = std::move(runner);
        }
        if (m_interrupt.came())
            stopIfBoth();
    }

    bool came() const { return m_interrupt.came(); }

private:
    void stopIfBoth()
    {
        const std::scoped_lock guard(m_mutex);
        if (m_runner)
            m_runner->stop(Outcome::interrupted);
    }

    std::mutex m_mutex;
    std::shared_ptr<Runner> m_runner;
    Interrupt m_interrupt; // last: its thread uses the others
};

/// What the experiment prints, as it prints it.
class Prints {
public:
    explicit Prints(std::FILE* stream) : m_stream(stream) {}

    void show(const Trace& trace, ProgressLine& progress)
    {
        const std::size_t count = trace.notes().size();
        for (; m_shown < count; ++m_shown) {
            const Note& note = trace.notes()[m_shown];
            if (note.kind != Note::Kind::print)
                continue;
            progress.clear();
            const std::string_view line = trace.catalogue().text(note.text);
            std::fprintf(m_stream, "%.*s\n", static_cast<int>(line.size()), line.data());
        }
        std::fflush(m_stream);
    }

private:
    std::FILE* m_stream;
    std::size_t m_shown = 0;
};

void waitForEnd(const Runner& runner, std::FILE* stream)
{
    ProgressLine progress;
    Prints prints(stream);
    const auto trace = runner.trace();
    while (!runner.waitFor(100ms)) {
        prints.show(*trace, progress);
        progress.show(runner.elapsedNs(), runner.plannedSeconds());
    }
    prints.show(*trace, progress);
}

int exitCodeOf(const RunResult& result, bool interrupted, bool allWritten)
{
    if (interrupted)
        return kInterrupted;
    return result.outcome == Outcome::failed || !allWritten ? kFailed : kDone;
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
    auto started = Runner::start(command.request);
    if (!started) {
        say(stderr, started.error().text);
        return kFailed;
    }
    const std::shared_ptr<Runner> runner = std::move(*started);
    signal.setRunner(runner);
    std::FILE* const stream = command.outputs.toStandardOutput() ? stderr : stdout;
    waitForEnd(*runner, stream);

    const RunResult result = runner->result();
    printResult(stream, runner->experiment(), result);
    if (result.outcome == Outcome::failed)
        say(stderr, result.failure);
    const std::vector<Error> failures = writeOutputs(command, {command.request, runner, {}}, result);
    for (const Error& failure : failures)
        say(stderr, failure.text);
    const bool allWritten = failures.empty() && flushed(stdout);
    return exitCodeOf(result, signal.came(), allWritten);
}

} // namespace threadscape
