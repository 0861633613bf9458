#pragma once

#include "lab/experiment.h"
#include "trace/trace.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace threadscape {

/// What to run and how.
struct RunRequest {
    std::string experiment;                      ///< id
    std::string preset = "notes";                ///< a preset's name
    std::map<std::string, std::string> settings; ///< on top of the preset
    std::optional<double> seconds; ///< overrides the experiment's own duration; 0: until stopped
    std::uint64_t seed = 1;
    std::optional<double> speed; ///< divides pauses; default: the preset's
    std::size_t traceCapBytes = Trace::kDefaultCapBytes;
    /// Lower scheduling priority for the threads of the run and the one that reads their records, so that a window that shows
    /// them live does not have to wait for a core.
    bool behindOthers = false;
};

/// The experiment with the requested settings; the error states what is wrong. For a run, for `--set`, and for a window's check
/// before Run. Threads: any.
tl::expected<std::unique_ptr<Experiment>, Error> configure(const RunRequest& request);

} // namespace threadscape
