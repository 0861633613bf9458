#include "lab/run/live_run.h"

#include "base/condition_variable.h"
#include "base/scoped_lock.h"
#include "exec/process.h"
#include "exec/thread.h"
#include "ingest/ingest.h"
#include "lab/lab.h"
#include "lab/run/build_info.h"
#include "lab/run/change_log.h"
#include "lab/run/change_words.h"
#include "lab/run/failure_words.h"
#include "lab/run/moving_plan.h"
#include "lab/run/scheduler_words.h"
#include "lab/run/stretches.h"
#include "os/cpu_time.h"
#include "os/scheduler_source.h"

#include <algorithm>
#include <new>
#include <system_error>

namespace threadscape {

namespace {

std::vector<std::pair<std::string, SettingValue>> settingsOf(const Experiment& experiment)
{
    std::vector<std::pair<std::string, SettingValue>> settings;
    for (const Setting* setting : experiment.settings())
        settings.emplace_back(setting->spec().name, setting->told());
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
          m_start{settingsOf(*m_experiment), m_experiment->speed()},
          m_question(m_experiment->question()),
          m_due(*dueChanges(request, *m_experiment)),
          m_lab(request.seed, m_start.speed),
          m_scheduler(openScheduler()),
          m_trace(traceFor(*m_experiment, m_lab.recorder(), request.traceCapBytes)),
          m_main(addMain()),
          m_ingest(m_lab.recorder(), *m_trace, standsBehind(), m_scheduler.source.get(),
                   [this](std::exception_ptr why) { m_lab.fail(std::move(why)); }),
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
        return assign(*setting, value, &ChangeLog::step);
    }

    void setSpeed(double speed) override { assignSpeed(speed, &ChangeLog::step); }

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

    double plannedSeconds() const override
    {
        const double deadline = deadlineOf(m_request, *m_experiment);
        const double left = outcome() == Outcome::running ? m_experiment->secondsLeft() : 0;
        if (left > 0)
            return earlier(deadline, static_cast<double>(elapsedNs()) * 1e-9 + left);
        const double own = m_experiment->plannedSeconds();
        if (own == deadline) // the plan is to go on until then, at any pace
            return deadline;
        const ScopedLock guard(m_changeMutex);
        return earlier(deadline, m_plan.end(own));
    }

    Findings findings() const override
    {
        {
            const ScopedLock guard(m_mutex);
            if (m_outcome != Outcome::running)
                return m_findings;
        }
        return findingsAt(m_lab.elapsedNs());
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
        addChangeRemarks(all);
        return all;
    }

    RunResult result() const override;

    const Experiment& experiment() const override { return *m_experiment; }
    std::shared_ptr<const Trace> trace() const override { return m_trace; }
    Text question() const override { return m_question; }
    std::optional<RunRequest> request() const override
    {
        RunRequest request = m_request;
        const ScopedLock guard(m_changeMutex);
        request.changes = asPlanned(m_changes.changes());
        return request;
    }
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

    template <typename Work>
    void orFail(Work&& work) noexcept;
    void supervise() noexcept;
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

    static double earlier(double a, double b) noexcept
    {
        return a > 0 && b > 0 ? std::min(a, b) : std::max(a, b);
    }

    using Log = void (ChangeLog::*)(std::string_view setting, const SettingValue& from,
                                    const SettingValue& to, ChangeLog::Moment at,
                                    const ChangeLog::Read& read);
    tl::expected<void, Error> assign(Setting& setting, const SettingValue& value, Log log);
    void assignSpeed(double speed, Log log);
    void note(std::string_view name, const SettingValue& from, const SettingValue& to, Log log)
        TS_REQUIRES(m_changeMutex);
    void makeDueChanges();
    void settleChanges();
    void endChanges();
    void mark(const std::vector<ChangeLog::Settled>& changes) TS_REQUIRES(m_changeMutex);
    Findings findingsAt(std::int64_t nowNs) const;
    void addChangeRemarks(std::vector<Text>& to) const;

    const RunRequest m_request;
    const Machine m_machine = readMachine();
    std::unique_ptr<Experiment> m_experiment;
    const StartSettings m_start;
    const Text m_question;
    const std::vector<DueChange> m_due;
    Lab m_lab;
    OpenedScheduler m_scheduler;
    std::shared_ptr<Trace> m_trace;
    Actor& m_main; // the first lane
    Ingest m_ingest;
    Writer& m_marks;
    std::size_t m_made = 0; // of m_due, by the supervisor

    mutable Mutex m_changeMutex; // also: the marks' writer, and checking settings against the rules
    ChangeLog m_changes TS_GUARDED_BY(m_changeMutex);
    MovingPlan m_plan TS_GUARDED_BY(m_changeMutex);
    bool m_changesOver TS_GUARDED_BY(m_changeMutex) = false;

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
    const double seconds = deadlineOf(m_request, *m_experiment);
    const auto deadline =
        seconds > 0
            ? began + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds))
            : Clock::time_point::max();
    UniqueLock guard(m_mutex);
    const auto nextLook = [&] {
        auto next = std::min(deadline, Clock::now() + kBetweenLooks);
        if (m_made < m_due.size())
            next = std::min(next,
                            Clock::now() + std::chrono::nanoseconds(m_due[m_made].atNs - m_lab.elapsedNs()));
        return next;
    };
    while (!waitUntilOver(guard, nextLook())) {
        guard.unlock();
        makeDueChanges();
        settleChanges();
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

// What the system refuses here fails the run, as in the experiment.
template <typename Work>
void StartedRun::orFail(Work&& work) noexcept
{
    try {
        std::forward<Work>(work)();
    } catch (...) {
        m_lab.fail(std::current_exception());
    }
}

void StartedRun::supervise() noexcept
{
    nameThread("supervisor");
    std::thread main;
    orFail([&] {
        main = std::thread([this] {
            if (standsBehind())
                standBehind(Behind::reading); // inherited by the threads that it starts
            runAs(m_main, [this] { m_experiment->run(m_lab); });
            const ScopedLock guard(m_mutex);
            m_returned = true;
            m_wake.notify_all();
        });
        waitForEndOrStop();
    });
    const std::int64_t stopNs = monotonicNs();
    m_lab.stopAll();
    if (main.joinable())
        main.join();
    const std::int64_t endNs = monotonicNs();
    const std::int64_t elapsed = m_lab.elapsedNs();
    orFail([&] { endChanges(); });
    m_ingest.finish();
    Findings findings;
    orFail([&] { findings = findingsAt(elapsed); }); // some are read from the trace
    Text failure;
    orFail([&] {
        if (const std::exception_ptr why = m_lab.failure())
            failure = failureInWords(why, m_lab.catalogue(), *m_experiment);
        else if (auto silence = silenceInWords(m_lab.catalogue(), workerProgram()))
            failure = std::move(*silence);
    });

    const ScopedLock guard(m_mutex);
    m_elapsedNs = elapsed;
    m_findings = std::move(findings);
    if (m_lab.failure() || !failure.empty()) {
        m_failure = !failure.empty() ? std::move(failure) : Text(kNoMemory); // even for the sentence
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

// `log`: how it is noted, as a step of a change that goes on or as a whole one.
tl::expected<void, Error> StartedRun::assign(Setting& setting, const SettingValue& value, Log log)
{
    if (auto allowed = checkSetting(setting.spec(), value); !allowed)
        return allowed;
    const ScopedLock guard(m_changeMutex);
    const SettingValue before = setting.current();
    if (m_changesOver || before == value)
        return {};
    const double planned = m_experiment->plannedSeconds();
    setting.assign(value);
    if (const auto broken = m_experiment->brokenRule()) {
        setting.assign(before);
        return tl::unexpected(*broken);
    }
    note(setting.spec().name, before, value, log);
    m_plan.change(static_cast<double>(m_lab.elapsedNs()) * 1e-9, planned, m_experiment->plannedSeconds());
    m_lab.settingsChanged();
    return {};
}

void StartedRun::assignSpeed(double speed, Log log)
{
    const ScopedLock guard(m_changeMutex);
    if (m_changesOver || speed == m_lab.speed())
        return;
    const double planned = m_experiment->plannedSeconds();
    note(kSpeedName, m_lab.speed(), speed, log);
    m_experiment->setSpeed(speed);
    m_plan.change(static_cast<double>(m_lab.elapsedNs()) * 1e-9, planned, m_experiment->plannedSeconds());
    m_lab.setSpeed(speed);
}

void StartedRun::note(std::string_view name, const SettingValue& from, const SettingValue& to, Log log)
{
    (m_changes.*log)(name, from, to, {.ns = m_lab.elapsedNs(), .ticks = ticksNow()},
                     [this] { return m_experiment->readings(); });
}

void StartedRun::makeDueChanges()
{
    for (; m_made < m_due.size() && m_due[m_made].atNs <= m_lab.elapsedNs(); ++m_made) {
        const DueChange& due = m_due[m_made];
        if (due.setting == kSpeedName)
            assignSpeed(std::get<double>(due.value), &ChangeLog::whole);
        else // checked when it was requested, unless another one was made since
            static_cast<void>(assign(*m_experiment->setting(due.setting), due.value, &ChangeLog::whole));
    }
}

void StartedRun::settleChanges()
{
    const ScopedLock guard(m_changeMutex);
    mark(m_changes.settle(m_lab.elapsedNs()));
}

void StartedRun::endChanges()
{
    const ScopedLock guard(m_changeMutex);
    m_changesOver = true;
    mark(m_changes.settleAll());
}

void StartedRun::mark(const std::vector<ChangeLog::Settled>& changes)
{
    Catalogue& names = m_lab.catalogue();
    for (const auto& [change, ticks, readings] : changes)
        m_marks.write(momentEvent(EventKind::mark, m_main.track(), names.intern(change.setting), ticks,
                                  names.intern(settingText(change.from) + " → " + settingText(change.to))));
}

Findings StartedRun::findingsAt(std::int64_t nowNs) const
{
    Findings findings = m_experiment->findings();
    const ScopedLock guard(m_changeMutex);
    findings.setStretches(stretchesOf(*m_experiment, m_start, m_changes.settled(), nowNs));
    return findings;
}

void StartedRun::addChangeRemarks(std::vector<Text>& to) const
{
    if (outcome() == Outcome::running)
        return;
    const ScopedLock guard(m_changeMutex);
    if (!m_changes.settled().empty() && !m_experiment->answersByStretch())
        to.push_back(changesInWords(m_changes.changes(), *m_experiment));
    if (m_made < m_due.size())
        to.push_back(notMadeInWords(m_due[m_made], m_due.size() - m_made));
}

RunResult StartedRun::result() const
{
    RunResult result;
    result.experiment = m_experiment->id();
    result.preset = m_request.preset;
    result.settings = settingsOf(*m_experiment);
    result.settingsAtStart = m_start.settings;
    result.seed = m_request.seed;
    result.speed = m_start.speed;
    {
        const ScopedLock guard(m_changeMutex);
        result.changes = m_changes.changes();
    }
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
        const bool thread = error.code() == std::errc::resource_unavailable_try_again;
        return tl::unexpected(
            Error{Text(thread ? TS_TEXT("runner", "The run cannot start: the system refused a thread (%1).")
                              : TS_TEXT("runner", "The run cannot start: the system refused (%1)."))
                      .arg(error.code().message())});
    } catch (const std::bad_alloc&) {
        return tl::unexpected(Error{TS_TEXT("runner", "The run cannot start: there is not enough memory.")});
    }
}

} // namespace threadscape
