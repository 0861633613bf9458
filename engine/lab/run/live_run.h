#pragma once

#include "lab/run/run.h"

#include <chrono>
#include <functional>

namespace threadscape {

/// A run of this program, on threads of its own: it can be controlled while it runs, and is retained after its end. Threads:
/// all members may be called from any thread.
class LiveRun : public Run {
public:
    /// Checks the request and starts. The error states what is wrong; nothing was started then.
    /// The destructor stops the run and waits for its threads.
    static tl::expected<std::unique_ptr<LiveRun>, Error> start(const RunRequest& request);

    /// Asks every thread of the run to unwind; returns at once. Outcome::stopped or Outcome::interrupted.
    virtual void stop(Outcome reason = Outcome::stopped) = 0;
    /// Changes a live setting now. Steps that follow each other are one change (see ChangeLog), which is marked on the time axis
    /// when none can join it any more. Nothing is changed after the run's end. The error says what is allowed.
    virtual tl::expected<void, Error> change(std::string_view name, const SettingValue& value) = 0;
    /// Changes the speed, in the same way.
    virtual void setSpeed(double speed) = 0;

    /// Waits for the end; false on `timeout`.
    virtual bool waitFor(std::chrono::milliseconds timeout) const = 0;

    /// `requestDraw` is called, on a thread of the run, when an experiment that measures pauses so that its viewer may draw;
    /// watcherHasDrawn() resumes it. It must not block. Empty: no viewer any more.
    virtual void setWatcher(std::function<void()> requestDraw) = 0;
    virtual void watcherHasDrawn() = 0;
};

} // namespace threadscape
