#pragma once

#include "lab/run/runner.h"

namespace threadscape {

/// What stands behind a Runner: a run on threads of its own (runner.cpp), or one from a file (recorded_run.cpp). Members
/// mean what the Runner's do. Threads: any.
class Runner::Impl {
public:
    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    virtual ~Impl() = default;

    virtual void stop(Outcome reason) = 0;
    virtual tl::expected<void, Error> change(std::string_view name, const SettingValue& value) = 0;
    virtual void setSpeed(double speed) = 0;
    virtual bool waitFor(std::chrono::milliseconds timeout) const = 0;
    virtual std::int64_t elapsedNs() const = 0;
    virtual double plannedSeconds() const = 0;
    virtual double speed() const = 0;
    virtual const Experiment& experiment() const = 0;
    virtual std::shared_ptr<const Trace> trace() const = 0;
    virtual Findings findings() const = 0;
    virtual Text answer() const = 0;
    virtual std::vector<Text> warnings() const = 0;
    virtual Outcome outcome() const = 0;
    virtual RunResult result() const = 0;
    virtual void setWatcher(std::function<void()> askedToLook) = 0;
    virtual void looked() = 0;
    virtual void setIngestInterval(std::chrono::milliseconds interval) = 0;
};

} // namespace threadscape
