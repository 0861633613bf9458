#include "lab/run/failure_words.h"

#include "exec/cancelled.h"
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
    return Text(TS_PLURAL("runner", "The system refused another thread after the %n that run. Lower the "
                                    "number of threads below that."))
        .count(startedThreads(catalogue));
}

} // namespace

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
        return TS_TEXT("runner",
                       "There was not enough memory for the run. Lower its settings, or end other programs.");
    } catch (const std::exception& error) {
        return Text(TS_TEXT("runner", "The experiment failed: %1.")).arg(std::string(error.what()));
    } catch (...) {
        return TS_TEXT("runner", "The experiment failed for a reason that it did not tell.");
    }
}

} // namespace threadscape
