#include "lab/run/live_run.h"

#include "base/condition_variable.h"
#include "base/scoped_lock.h"
#include "exec/thread.h"
#include "ingest/ingest.h"
#include "lab/lab.h"
#include "lab/run/build_info.h"
#include "lab/run/failure_words.h"
#include "lab/run/scheduler_words.h"
#include "os/cpu_time.h"
#include "os/scheduler_source.h"

#include <algorithm>
#include <system_error>

namespace threadscape {

namespace {

double speedOf(const RunRequest& request, const Experiment& experiment)
{
    if (request.speed)
        return *request.speed;
    for (const Preset& preset : experiment.presets())
        if (preset.name == request.preset)
            return preset.speed;
    return 1;
}

std::vector<std::pair<std::string, SettingValue>> settingsOf(const Experiment& experiment)
{
    std::vector<std::pair<std::string, SettingValue>> settings;
    for (const Setting* setting : experiment.settings())
        settings.emplace_back(setting->spec().name, setting->current());
    return settings;
}

std::shared_ptr<Trace> traceFor(Experiment& experiment, const Recorder& recorder, std::size_t capBytes)
{
    auto trace = std::make_shared<Trace>(recorder.sharedCatalogue(), capBytes);
    experiment.setTrace(trace);
    return trace;
}

/// A run on threads of its own.
class StartedRun final : public LiveRun {
public:
    StartedRun(const RunRequest& request, std::unique_ptr<Experiment> experiment)
        : m_request(request),
          m_experiment(std::move(experiment)),
          m_settingsAtStart(settingsOf(*m_experiment)),
          m_lab(request.seed, speedOf(request, *m_experiment)),
          m_scheduler(openScheduler()),
          m_trace(traceFor(*m_experiment, m_lab.recorder(), request.traceCapBytes)),
          m_main(addMain()),
          m_ingest(m_lab.recorder(), *m_trace, standsBehind(), m_scheduler.source.get()),
          m_marks(m_lab.recorder().takeWriter()),
          m_supervisor([this] { supervise(); })
    {
        constexpr std::chrono::milliseconds kWhileMeasured(250);
        if (m_experiment->measures())
            m_ingest.setInterval(kWhileMeasured);
    }

    ~StartedRun() override
    {
        StartedRun::stop(Outcome::stopped);
        m_supervisor.join();
    }

    StartedRun(const StartedRun&) = delete;
    StartedRun& operator=(const StartedRun&) = delete;

    void stop(Outcome reason) override
    {
        const ScopedLock guard(m_mutex);
        if (m_outcome == Outcome::running && m_stopReason == Outcome::running)
            m_stopReason = reason;
        m_wake.notify_all();
    }

    tl::expected<void, Error> change(std::string_view name, const SettingValue& value) override
    {
        Setting* const setting = m_experiment->setting(name);
        if (setting == nullptr || !setting->spec().live)
            return tl::unexpected(Error{Text(TS_TEXT("runner", "%1 cannot be changed while the run goes on."))
                                            .arg(std::string(name))});
        if (auto allowed = checkSetting(setting->spec(), value); !allowed)
            return allowed;
        const ScopedLock guard(m_changeMutex);
        const SettingValue before = setting->current();
        if (before == value)
            return {};
        setting->assign(value);
        if (const auto broken = m_experiment->brokenRule()) {
            setting->assign(before);
            return tl::unexpected(*broken);
        }
        Catalogue& names = m_lab.catalogue();
        m_marks.write(momentEvent(EventKind::mark, m_main.track(), names.intern(setting->spec().name),
                                  ticksNow(),
                                  names.intern(settingText(before) + " → " + settingText(value))));
        m_lab.settingsChanged();
        return {};
    }

    void setSpeed(double speed) override
    {
        const ScopedLock guard(m_changeMutex);
        if (speed == m_lab.speed())
            return;
        m_lab.setSpeed(speed);
    }

    bool waitFor(std::chrono::milliseconds timeout) const override
    {
        const auto until = std::chrono::steady_clock::now() + timeout;
        UniqueLock guard(m_mutex);
        while (m_outcome == Outcome::running && m_wake.waitUntil(guard, until)) {
        }
        return m_outcome != Outcome::running;
    }

    Outcome outcome() const override
    {
        const ScopedLock guard(m_mutex);
        return m_outcome;
    }

    std::int64_t elapsedNs() const override
    {
        const ScopedLock guard(m_mutex);
        return m_outcome == Outcome::running ? m_lab.elapsedNs() : m_elapsedNs;
    }

    double deadlineSeconds() const
    {
        if (const Setting* own = m_experiment->setting("seconds")) {
            const SettingValue value = own->current();
            if (const auto* n = std::get_if<std::int64_t>(&value))
                return static_cast<double>(*n);
            return std::get<double>(value);
        }
        return m_request.seconds.value_or(0);
    }

    double plannedSeconds() const override
    {
        const double deadline = deadlineSeconds();
        const double left = outcome() == Outcome::running ? m_experiment->secondsLeft() : 0;
        const double own =
            left > 0 ? static_cast<double>(elapsedNs()) * 1e-9 + left : m_experiment->plannedSeconds();
        return deadline > 0 && own > 0 ? std::min(deadline, own) : std::max(deadline, own);
    }

    Findings findings() const override
    {
        const ScopedLock guard(m_mutex);
        return m_outcome == Outcome::running ? m_experiment->findings() : m_findings;
    }

    Text answer() const override
    {
        const Outcome now = outcome();
        if (now != Outcome::failed)
            return m_experiment->answer(findings(), now).sentence();
        const ScopedLock guard(m_mutex);
        return m_failure;
    }

    std::vector<Text> warnings() const override
    {
        std::vector<Text> all = m_experiment->remarks();
        const auto blocked = m_experiment->blocked();
        if (blocked && blocked->kind != Standstill::Kind::deadlock)
            all.push_back(blockedInWords(*blocked));
        // Deadlocked threads need no warning.
        if (!blocked || blocked->kind != Standstill::Kind::deadlock)
            if (auto both = bothOrdersInWords(m_lab.lockOrder(), m_trace->catalogue()))
                all.push_back(std::move(*both));
        return all;
    }

    RunResult result() const override;

    const Experiment& experiment() const override { return *m_experiment; }
    std::shared_ptr<const Trace> trace() const override { return m_trace; }
    std::optional<RunRequest> request() const override { return m_request; }
    int cores() const override { return m_machine.cores; }
    void setWatcher(std::function<void()> requestDraw) override { m_lab.setWatcher(std::move(requestDraw)); }
    void watcherHasDrawn() override { m_lab.watcherHasDrawn(); }

private:
    // Measurements must not depend on the viewer.
    bool standsBehind() const { return m_request.behindOthers && !m_experiment->measures(); }

    Actor& addMain()
    {
        m_lab.recorder().setSamplesCpu(m_scheduler.source &&
                                       m_scheduler.source->kind() == SchedulerSource::Kind::clocks);
        return m_lab.addActor(TS_NAME("name", "MainThread"), "", TrackKind::main);
    }

    void supervise();
    bool isOver() const TS_REQUIRES(m_mutex) { return m_returned || m_stopReason != Outcome::running; }
    /// Waits until isOver or `time`; returns isOver.
    bool waitUntilOver(UniqueLock& guard, std::chrono::steady_clock::time_point time) TS_REQUIRES(m_mutex)
    {
        while (!isOver() && m_wake.waitUntil(guard, time)) {
        }
        return isOver();
    }
    void waitForEndOrStop();
    bool lookForDeadlock();

    const RunRequest m_request;
    const Machine m_machine = readMachine();
    std::unique_ptr<Experiment> m_experiment;
    const std::vector<std::pair<std::string, SettingValue>> m_settingsAtStart;
    Lab m_lab;
    OpenedScheduler m_scheduler;
    std::shared_ptr<Trace> m_trace;
    Actor& m_main; // the first lane
    Ingest m_ingest;
    Writer& m_marks;
    Mutex m_changeMutex; // the marks' writer, and checking settings against the rules

    mutable Mutex m_mutex;
    mutable ConditionVariable m_wake;
    Outcome m_outcome TS_GUARDED_BY(m_mutex) = Outcome::running;
    Outcome m_stopReason TS_GUARDED_BY(m_mutex) = Outcome::running; // running: no stop was requested
    bool m_returned TS_GUARDED_BY(m_mutex) = false;                 // the experiment's run() has returned
    Findings m_findings TS_GUARDED_BY(m_mutex);                     // set once ended
    Text m_failure TS_GUARDED_BY(m_mutex);
    std::int64_t m_elapsedNs TS_GUARDED_BY(m_mutex) = 0;
    std::int64_t m_stopLatencyNs TS_GUARDED_BY(m_mutex) = 0;
    std::thread m_supervisor;
};

void StartedRun::waitForEndOrStop()
{
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds kBetweenLooks(10);
    constexpr Clock::duration kLeastShown = std::chrono::milliseconds(20);
    constexpr Clock::duration kMostShown = std::chrono::milliseconds(500);
    const auto began = Clock::now();
    const double seconds = deadlineSeconds();
    const auto deadline =
        seconds > 0
            ? began + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds))
            : Clock::time_point::max();
    UniqueLock guard(m_mutex);
    while (!waitUntilOver(guard, std::min(deadline, Clock::now() + kBetweenLooks))) {
        guard.unlock();
        const bool deadlocked = lookForDeadlock();
        const bool stalled = m_experiment->blocked().has_value();
        guard.lock();
        if (isOver())
            return;
        if (deadlocked) {
            // It stays for a moment, so that the waits are visible in the picture.
            if (!waitUntilOver(guard,
                               Clock::now() + std::clamp(Clock::now() - began, kLeastShown, kMostShown)))
                m_stopReason = Outcome::deadlocked;
        } else if (Clock::now() >= deadline) {
            m_stopReason = stalled ? Outcome::stalled : Outcome::timeUp;
        }
    }
}

// A stall continues until the time is up: a changed setting may end it. So does a run in which one waits for itself: the
// others may continue.
bool StartedRun::lookForDeadlock()
{
    const auto standstill = findStandstill(m_lab);
    if (!standstill) {
        m_experiment->setBlocked(std::nullopt);
        return false;
    }
    m_experiment->setBlocked(blockedBy(*standstill, m_lab.catalogue()));
    return standstill->kind == Standstill::Kind::deadlock;
}

void StartedRun::supervise()
{
    nameThread("supervisor");
    std::thread main([this] {
        if (standsBehind())
            standBehind(Behind::reading); // inherited by the threads that it starts
        runAs(m_main, [this] { m_experiment->run(m_lab); });
        const ScopedLock guard(m_mutex);
        m_returned = true;
        m_wake.notify_all();
    });
    waitForEndOrStop();
    const std::int64_t stopNs = monotonicNs();
    m_lab.stopAll();
    main.join();
    const std::int64_t endNs = monotonicNs();
    const std::int64_t elapsed = m_lab.elapsedNs();
    m_ingest.finish();
    Findings findings = m_experiment->findings(); // some are read from the trace

    const ScopedLock guard(m_mutex);
    m_elapsedNs = elapsed;
    m_findings = std::move(findings);
    if (const std::exception_ptr failure = m_lab.failure()) {
        m_failure = failureInWords(failure, m_lab.catalogue(), *m_experiment);
        m_outcome = Outcome::failed;
    } else if (m_stopReason == Outcome::running) {
        m_experiment->setBlocked(std::nullopt);
        m_outcome = Outcome::finished;
    } else {
        m_outcome = m_stopReason;
        m_stopLatencyNs = endNs - stopNs;
    }
    m_wake.notify_all();
}

RunResult StartedRun::result() const
{
    RunResult result;
    result.experiment = m_experiment->id();
    result.preset = m_request.preset;
    result.settings = settingsOf(*m_experiment);
    result.settingsAtStart = m_settingsAtStart;
    result.seed = m_request.seed;
    result.speed = m_lab.speed();
    result.outcome = outcome();
    result.findings = findings();
    result.study = m_experiment->study();
    result.answer = answer();
    result.warnings = warnings();
    result.machine = m_machine;
    result.build = build();
    result.version = version();
    result.schedulerSource = m_scheduler.source ? schedulerSourceName(m_scheduler.source->kind()) : "none";
    result.schedulerAdvice = schedulerAdvice(m_scheduler);
    result.switchesLost = m_trace->switchesLost();
    result.locks = summariseLocks(*m_trace);
    result.tracks = summariseTracks(*m_trace);
    result.events = m_trace->events();
    result.lost = m_trace->lost();
    const std::int64_t elapsed = elapsedNs();
    result.seconds = static_cast<double>(elapsed) / 1e9;
    const double recordingNs =
        static_cast<double>(result.events) * spanCostNs() + static_cast<double>(m_ingest.cpuNs());
    result.overheadShare =
        recordingNs / (static_cast<double>(std::max<std::int64_t>(elapsed, 1)) * result.machine.cores);
    const ScopedLock guard(m_mutex);
    result.failure = m_failure;
    result.stopLatencyS = static_cast<double>(m_stopLatencyNs) / 1e9;
    return result;
}

} // namespace

tl::expected<std::unique_ptr<LiveRun>, Error> LiveRun::start(const RunRequest& request)
{
    auto experiment = configure(request);
    if (!experiment)
        return tl::unexpected(experiment.error());
    try {
        return std::make_unique<StartedRun>(request, std::move(*experiment));
    } catch (const std::system_error& error) {
        return tl::unexpected(
            Error{Text(TS_TEXT("runner", "The run cannot start: the system refused a thread (%1)."))
                      .arg(error.code().message())});
    }
}

} // namespace threadscape
