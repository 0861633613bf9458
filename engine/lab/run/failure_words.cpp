#include "lab/run/failure_words.h"

#include "exec/cancelled.h"
#include "exec/worker_task.h"
#include "sync/misuse.h"

#include <new>
#include <system_error>

namespace threadscape {

namespace {

std::int64_t startedThreads(const Catalogue& catalogue, std::string_view prefix = {})
{
    std::int64_t threads = 0;
    for (std::size_t i = 0; i < catalogue.tracks(); ++i) {
        const TrackInfo& track = catalogue.track(static_cast<TrackId>(i));
        threads += track.kind == TrackKind::thread && track.name.starts_with(prefix) &&
                           track.osId.load(std::memory_order_relaxed) != 0
                       ? 1
                       : 0;
    }
    return threads;
}

Text noMoreThreads(const Catalogue& catalogue, const Experiment& experiment)
{
    for (const LaneGroup& group : experiment.lanes()) {
        const std::int64_t started = startedThreads(catalogue, group.prefix);
        if (started > 0 && started < group.count)
            return Text(TS_TEXT("runner",
                                "Only %1 of %2 threads started (%3): the system refused more. Lower "
                                "their number to %1."))
                .arg(started)
                .arg(group.count)
                .arg(group.group);
    }
    const std::int64_t started = startedThreads(catalogue);
    if (started == 0)
        return TS_TEXT("runner", "The system refused the run's first thread. End other programs, or allow "
                                 "more threads or memory (ulimit -u, -v).");
    return Text(TS_PLURAL("runner", "The system refused another thread after the %n that run. Lower the "
                                    "number of threads below that."))
        .count(started);
}

} // namespace

std::optional<Text> silenceInWords(const Catalogue& catalogue, const std::string& program)
{
    for (std::size_t i = 0; i < catalogue.tracks(); ++i) {
        const TrackInfo& track = catalogue.track(static_cast<TrackId>(i));
        const std::int32_t code = track.exitCode.load(std::memory_order_relaxed);
        if (track.kind != TrackKind::process || code < 0 || track.answered.load(std::memory_order_relaxed))
            continue;
        if (code == kWorkerRefused)
            return Text(TS_TEXT("process", "%1 could not begin: the system gave it no thread, no file or no "
                                           "memory. End other programs, or raise its limits (ulimit)."))
                .arg(NameArg{track.name});
        return Text(TS_TEXT("process",
                            "%1 did not answer: %2 ended with exit code %3. It must be the program of this "
                            "version, which belongs beside threadscape; the environment variable "
                            "THREADSCAPE_WORKER can name another place."))
            .arg(NameArg{track.name})
            .arg(program)
            .arg(std::int64_t{code});
    }
    return std::nullopt;
}

Text failureInWords(const std::exception_ptr& failure, const Catalogue& catalogue,
                    const Experiment& experiment)
{
    try {
        std::rethrow_exception(failure);
    } catch (const Misuse& misuse) {
        return misuse.text();
    } catch (const Cancelled& cancelled) {
        return cancelled.text();
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::resource_unavailable_try_again)
            return noMoreThreads(catalogue, experiment);
        return Text(TS_TEXT("runner", "The system refused: %1.")).arg(std::string(error.what()));
    } catch (const std::bad_alloc&) {
        return kNoMemory;
    } catch (const std::exception& error) {
        return Text(TS_TEXT("runner", "The experiment failed: %1.")).arg(std::string(error.what()));
    } catch (...) {
        return TS_TEXT("runner", "The experiment failed for a reason that it did not tell.");
    }
}

} // namespace threadscape
