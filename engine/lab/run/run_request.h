#pragma once

#include "lab/experiment.h"
#include "lab/run/setting_change.h"
#include "trace/trace.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace threadscape {

/// A change of a live setting, or of the speed, that a run makes by itself.
struct PlannedChange {
    double atS = 0;      ///< on the run's clock
    std::string setting; ///< its name, or kSpeedName
    std::string value;   ///< as in commands

    friend bool operator==(const PlannedChange&, const PlannedChange&) = default;
};

/// What to run and how.
struct RunRequest {
    std::string experiment;                      ///< id
    std::string preset = "notes";                ///< a preset's name
    std::map<std::string, std::string> settings; ///< on top of the preset
    std::optional<double> seconds; ///< overrides the experiment's own duration; 0: until stopped
    std::uint64_t seed = 1;
    std::optional<double> speed; ///< divides pauses; default: the preset's
    std::vector<PlannedChange> changes;
    std::size_t traceCapBytes = Trace::kDefaultCapBytes;
    /// Lower scheduling priority for the threads of the run and the one that reads their records, so that a window that shows
    /// them live does not have to wait for a core.
    bool behindOthers = false;
};

/// The experiment with the requested settings; the error states what is wrong. For a run, for `--set`, and for a window's check
/// before Run. Threads: any.
tl::expected<std::unique_ptr<Experiment>, Error> configure(const RunRequest& request);

/// A planned change as it is made.
struct DueChange {
    std::int64_t atNs = 0;
    std::string setting;
    SettingValue value;
};

/// The request's changes in the order of their times; the error states what is wrong with one. `experiment`: with the requested
/// settings, which it has afterwards too. Threads: any.
tl::expected<std::vector<DueChange>, Error> dueChanges(const RunRequest& request, Experiment& experiment);

/// What a run with these settings ends by, in s: the experiment's own setting "seconds", else the request's; 0: nothing.
double deadlineOf(const RunRequest& request, const Experiment& experiment);

/// The changes of a run as a request that makes them again. Threads: any.
std::vector<PlannedChange> asPlanned(const std::vector<SettingChange>& changes);

} // namespace threadscape
