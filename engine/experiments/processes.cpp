#include "lab/lab.h"

namespace threadscape {

namespace {

// What main and its children tell each other, by place.
constexpr std::size_t kValueAt = 0;    // told: the child's own variable
constexpr std::size_t kIntervalAt = 0; // asked: ns between two lines

/// In the order of the setting's choices.
enum class Exit : std::uint32_t { normal, error, killed };

struct ChildOrder {
    Exit exit = Exit::normal;
    std::int64_t count = 0;
    std::int64_t value = 0; ///< of the parent's variable when the child began
};

/// Children that count down and change a variable, which is the parent's own when they are threads, and a copy of it when they
/// are processes.
class Processes final : public Experiment {
public:
    Processes()
        : Experiment({.id = "processes",
                      .topic = TS_TEXT("topic", "Processes"),
                      .title = TS_TEXT("processes", "Parent and children"),
                      .question = TS_TEXT("processes", "Does a child change its parent's variable?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {}},
            {.name = "threads", .label = TS_TEXT("preset", "As threads"), .settings = {{"as", "thread"}}},
            {.name = "killed", .label = TS_TEXT("preset", "Killed"), .settings = {{"exit", "killed"}}},
            {.name = "daemons", .label = TS_TEXT("preset", "Daemons"), .settings = {{"daemon", "true"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {{.kind = PlotSpec::Kind::timeline, .share = 2},
                {.kind = PlotSpec::Kind::values,
                 .share = 1,
                 .variable = TS_NAME("name", "The parent's variable")}};
    }

    std::vector<LaneGroup> lanes() const override
    {
        const LaneGroup children = as.is("process") ? LaneGroup{TS_TEXT("processes", "Processes"),
                                                                TS_NAME("name", "Process"),
                                                                processes,
                                                                {},
                                                                LaneNaming::hyphened}
                                                    : LaneGroup{TS_TEXT("processes", "Threads"),
                                                                TS_NAME("name", "Thread"),
                                                                processes,
                                                                {},
                                                                LaneNaming::hyphened};
        return {mainLane(), children};
    }

    double plannedSeconds() const override { return static_cast<double>(count * intervalMs) * 1e-3; }

    std::optional<Error> brokenRule() const override
    {
        if (as.is("thread") && exit.is("killed"))
            return Error{
                TS_TEXT("processes", "exit=killed needs as=process: nobody can kill a single thread.")};
        return std::nullopt;
    }

    void run(Lab& lab) override
    {
        Shared<std::int64_t> value(lab, TS_NAME("name", "The parent's variable"), kStart);
        m_parentValue.set(kStart);
        as.is("process") ? runProcesses(lab) : runThreads(lab, value);
        m_parentValue.set(value.read());
    }

    Findings findings() const override
    {
        Findings found;
        found.add("exit_codes", TS_TEXT("processes", "Exit codes"), listed(m_exitCodes));
        found.add("parent_value", TS_TEXT("processes", "The parent's variable"), m_parentValue.value());
        found.add("child_values", TS_TEXT("processes", "What the children had in the end"),
                  listed(m_childValues));
        return found;
    }

    Text answer(const Findings& /*found*/, Outcome outcome) const override
    {
        const std::vector<std::int64_t> values = m_childValues.all();
        if (outcome != Outcome::finished || values.empty())
            return Text(TS_TEXT("processes", "Ended before the children did; the parent's variable is %1."))
                .arg(m_parentValue.value())
                .of("parent_value");
        if (as.is("thread"))
            return Text(TS_TEXT("processes", "Threads do: the variable was %1 and is %2 now. They live in "
                                             "their parent's memory."))
                .arg(kStart)
                .arg(m_parentValue.value())
                .of("parent_value");
        return Text(
                   TS_TEXT(
                       "processes",
                       "Processes do not: each made %1 of its own copy, the parent's is still %2. They ended "
                       "with exit code %3."))
            .arg(values.front())
            .of("child_values")
            .arg(m_parentValue.value())
            .of("parent_value")
            .arg(m_exitCodes.all().front())
            .of("exit_codes");
    }

private:
    static constexpr std::int64_t kStart = 100;

    static FindingValue listed(const Samples& samples)
    {
        std::vector<std::int64_t> all = samples.all();
        return all.empty() ? FindingValue() : FindingValue(std::move(all));
    }

    std::int64_t intervalNs(const Lab& lab) const
    {
        constexpr double kNsPerMs = 1e6;
        return static_cast<std::int64_t>(static_cast<double>(intervalMs) * kNsPerMs / lab.speed());
    }

    void runProcesses(Lab& lab)
    {
        ProcessSemaphore counted(lab, TS_NAME("name", "Counted down"), 0);
        std::vector<std::unique_ptr<Process>> all;
        for (std::int64_t i = 1; i <= processes; ++i) {
            const ChildOrder order{static_cast<Exit>(exit.index()), count, kStart};
            auto process = Process::start(lab.recorder(), laneName("Process", LaneNaming::hyphened, i),
                                          kChildTask, packArguments(order),
                                          {.group = "Processes",
                                           .daemon = daemon,
                                           .hand = {counted.handout()},
                                           .ask = {intervalNs(lab)}});
            if (!process)
                throw Misuse(process.error().text);
            all.push_back(std::move(*process));
        }
        const Lab::Follower follow(lab, [&] {
            for (const auto& process : all)
                process->ask(kIntervalAt, intervalNs(lab));
        });
        if (daemon)
            endDaemons(lab, all);
        else if (exit.is("killed"))
            killAll(all, counted);
        for (const auto& process : all) {
            m_exitCodes.add(process->joinSeen());
            m_childValues.add(process->told(kValueAt));
        }
    }

    static void killAll(const std::vector<std::unique_ptr<Process>>& all, ProcessSemaphore& counted)
    {
        for (std::size_t i = 0; i < all.size(); ++i)
            counted.acquire();
        for (std::size_t i = 0; i < all.size(); ++i)
            counted.release(); // they were signals
        for (const auto& process : all)
            process->kill();
    }

    /// A program does not wait for daemons: its end is theirs. Here that is when they are half through.
    void workHalfTheTime(Lab& lab)
    {
        const Operation box(lab.operation(TS_NAME("name", "main's own work")));
        for (std::int64_t i = 0; i < (count + 1) / 2; ++i)
            lab.pause(intervalMs);
        lab.print("down");
    }

    void endDaemons(Lab& lab, const std::vector<std::unique_ptr<Process>>& all)
    {
        workHalfTheTime(lab);
        for (const auto& process : all)
            process->terminate();
    }

    void runThreads(Lab& lab, Shared<std::int64_t>& value)
    {
        const OperationName counting = lab.operation(TS_NAME("name", "count down"));
        Lock lock(lab, TS_NAME("name", "Variable"));
        std::vector<std::int64_t> seen(static_cast<std::size_t>(processes.value()));
        std::list<Thread> all;
        for (std::int64_t i = 1; i <= processes; ++i)
            all.emplace_back(
                lab, laneName("Thread", LaneNaming::hyphened, i),
                [&, i] {
                    for (std::int64_t left = count; left > 0; --left) {
                        const OperationSpan box(Actor::current(), counting.id, NumberStyle::ordinal,
                                                static_cast<std::uint32_t>(left));
                        lab.print(std::to_string(left) + " left");
                        {
                            const std::scoped_lock held(lock);
                            value.write(value.read() + 1);
                            seen[static_cast<std::size_t>(i - 1)] = value.read();
                        }
                        lab.pause(intervalMs);
                    }
                    if (exit.is("error")) // as Python does: the thread ends, the program goes on
                        lab.print("RuntimeError: told to fail");
                },
                Thread::Options{.group = "Threads", .daemon = daemon});
        if (daemon) {
            workHalfTheTime(lab);
            for (Thread& thread : all)
                thread.stop();
        }
        for (Thread& thread : all)
            thread.join();
        for (const std::int64_t one : seen)
            m_childValues.add(one);
    }

    Choice as{this,
              "as",
              TS_TEXT("processes", "Children are"),
              {{"process", TS_TEXT("processes", "processes")}, {"thread", TS_TEXT("processes", "threads")}},
              kWho};
    Integer processes{this, "processes", TS_TEXT("processes", "Children"), 3, {1, 16}, kWho};
    Integer count{this, "count", TS_TEXT("processes", "Each counts down from"), 4, {1, 100}, kRun};
    Integer intervalMs{this, "interval_ms", TS_TEXT("processes", "Between two lines"),
                       500,  {1, 5000},     kHowLong.live().in("ms")};
    Boolean daemon{this, "daemon", TS_TEXT("processes", "Daemons"), false,
                   kRules.about(TS_TEXT(
                       "processes", "The program does not wait for them: it ends them (exit code -15)."))};
    Choice exit{this,
                "exit",
                TS_TEXT("processes", "They end"),
                {{"normal", TS_TEXT("processes", "normally")},
                 {"error", TS_TEXT("processes", "with an error")},
                 {"killed", TS_TEXT("processes", "killed")}},
                kRules.about(TS_TEXT("processes", "Exit code 0, 1 or -9."))};

    Samples m_exitCodes;
    Samples m_childValues;
    Counter m_parentValue;
};

// A child. Arguments: a ChildOrder.
int childTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<ChildOrder>(arguments);
    if (!values)
        return kBadArguments;
    const ChildOrder order = std::get<0>(*values);
    const ObjectId counting = context.catalogue().intern(TS_NAME("name", "count down"));
    Shared<std::int64_t> value(context, TS_NAME("name", "The child's variable"), order.value);
    for (std::int64_t left = order.count; left > 0; --left) {
        const OperationSpan box(context.actor(), counting, NumberStyle::ordinal,
                                static_cast<std::uint32_t>(left));
        context.print(std::to_string(left) + " left");
        value.write(value.read() + 1);
        context.told(kValueAt) = value.read();
        context.sleepAsAsked(kIntervalAt);
    }
    if (order.exit == Exit::killed) {
        constexpr std::int64_t kAnHourNs = 3'600'000'000'000;
        ProcessSemaphore(context.take(0)).release();
        context.sleepFor(kAnHourNs);
    }
    if (order.exit == Exit::error) {
        context.print("RuntimeError: told to fail");
        return 1;
    }
    return 0;
}

} // namespace

const WorkerTask kChildTask{"child", &childTask};

std::unique_ptr<Experiment> makeProcesses()
{
    return std::make_unique<Processes>();
}

} // namespace threadscape
