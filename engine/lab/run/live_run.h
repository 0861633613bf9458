#pragma once

#include "lab/run/run.h"

#include <chrono>
#include <functional>

namespace threadscape {

/// A run of this program, on threads of its own: it can be led while it goes on, and is kept when it is over.
/// Threads: all members may be called from any thread.
class LiveRun : public Run {
public:
    /// Checks the request and starts. The error is the sentence of what is wrong; nothing was started then.
    /// Letting go of the run stops it and waits for its threads.
    static tl::expected<std::unique_ptr<LiveRun>, Error> start(const RunRequest& request);

    /// Asks every thread of the run to unwind; returns at once. Outcome::stopped or Outcome::interrupted.
    virtual void stop(Outcome reason = Outcome::stopped) = 0;
    /// Changes a live setting now, and marks it on the time axis. The error says what is allowed.
    virtual tl::expected<void, Error> change(std::string_view name, const SettingValue& value) = 0;
    virtual void setSpeed(double speed) = 0;

    /// Waits for the end; false when `timeout` came first.
    virtual bool waitFor(std::chrono::milliseconds timeout) const = 0;

    /// `requestDraw` is called, on a thread of the run, when an experiment that measures pauses so that whoever watches may draw;
    /// watcherHasDrawn() lets it go on. It must not wait. Empty: nobody watches any more.
    virtual void setWatcher(std::function<void()> requestDraw) = 0;
    virtual void watcherHasDrawn() = 0;
};

} // namespace threadscape
