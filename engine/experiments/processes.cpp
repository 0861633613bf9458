#include "lab/processes.h"

namespace threadscape {

namespace {

// Indices of the numbers that main and its children exchange.
constexpr std::size_t kValueAt = 0;    // told: the child's own variable
constexpr std::size_t kIntervalAt = 0; // asked: ns between two lines

/// In the order of the setting's choices.
enum class Exit : std::uint32_t { normal, error, killed };

struct ChildOrder {
    Exit exit = Exit::normal;
    std::int64_t count = 0;
    std::int64_t value = 0; ///< of the parent's variable when the child started
};

/// The work of a child, process or thread: a line and a `step()` for each number from `count` down to 1.
template <typename Step>
void countDown(Runtime& runtime, std::int64_t count, Step&& step)
{
    const OperationName counting{runtime.catalogue().intern(TS_NAME("name", "count down"))};
    for (std::int64_t left = count; left > 0; --left) {
        const Operation box(counting, Ordinal{left});
        runtime.print(std::to_string(left) + " left");
        step();
    }
}

/// Children that count down and change a variable, which is the parent's own when they are threads, and a copy of it when they
/// are processes.
class Processes final : public Experiment {
public:
    Processes()
        : Experiment({"processes", TS_TEXT("topic", "Processes"), TS_TEXT("processes", "Parent and children"),
                      TS_TEXT("processes", "Does a child change its parent's variable?")})
    {
        preset("lecture", TS_TEXT("preset", "Lecture"));
        preset("threads", TS_TEXT("preset", "As threads"), as = "thread");
        preset("killed", TS_TEXT("preset", "Killed"), exit = "killed");
        preset("daemons", TS_TEXT("preset", "Daemons"), daemon = true);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(2), valuesPlot(kVariable, 1)});
        parentValue.set(kStart);
        processLanes.when([this] { return as.is("process"); });
        threadLanes.when([this] { return as.is("thread"); });
        rule([this] { return as.is("process") || !exit.is("killed"); },
             TS_TEXT("processes", "exit=killed needs as=process: nobody can kill a single thread."));
    }

    double plannedSeconds() const override { return secondsOfPauses(count * intervalMs); }

    void run(Lab& lab) override
    {
        Shared<std::int64_t> value(lab, kVariable, kStart);
        as.is("process") ? runProcesses(lab) : runThreads(lab, value);
        parentValue.set(value.read());
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const bool isOver = std::ssize(found[childValues].value()) == processes;
        if (outcome != Outcome::running && isOver)
            return as.is("thread") ? answerOfThreads(found) : answerOfProcesses(found);
        return Answer(Text(outcome == Outcome::running
                               ? TS_TEXT("processes", "So far the parent's variable is %1.")
                               : TS_TEXT("processes",
                                         "Ended before the children did; the parent's variable is %1."),
                           found(parentValue)))
            .claiming("a process changes nothing", as.is("thread") || found[parentValue] == kStart)
            .claiming("a thread adds 1 at a time",
                      found[parentValue] >= kStart && found[parentValue] <= kStart + processes * count);
    }

private:
    static constexpr std::int64_t kStart = 100;

    Answer answerOfThreads(const Findings& found) const
    {
        if (found[parentValue] == kStart)
            return Answer(Text(TS_TEXT("processes", "Ended before the children came to it; the parent's "
                                                    "variable is %1."),
                               found(parentValue)))
                .claiming("only daemons are ended", daemon);
        return Answer(Text(TS_TEXT("processes", "Threads do: the variable was %1 and is %2 now. They live in "
                                                "their parent's memory."),
                           kStart, found(parentValue)))
            .claiming("it was changed", found[parentValue] > kStart)
            .claiming("by all of them", daemon || found[parentValue] == kStart + processes * count);
    }

    Answer answerOfProcesses(const Findings& found) const
    {
        const std::vector<std::int64_t> values = found[childValues];
        const std::vector<std::int64_t> codes = found[exitCodes];
        const auto [least, most] = std::ranges::minmax(values);
        const bool isOneCode = std::ranges::adjacent_find(codes, std::ranges::not_equal_to()) == codes.end();
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("each has ended", std::ssize(codes) == processes && std::ssize(values) == processes)
                .claiming("the parent's is as it was", found[parentValue] == kStart);
        };
        if (most == kStart)
            return told(Text(TS_TEXT("processes", "Ended before the children came to it; the parent's "
                                                  "variable is %1."),
                             found(parentValue)))
                .claiming("only daemons are ended", daemon);
        if (least != most || !isOneCode)
            return told(Text(TS_TEXT("processes", "Processes do not: the children made %1 to %2 of their own "
                                                  "copies, the parent's is still %3."),
                             least)
                            .of(childValues)
                            .arg(most)
                            .of(childValues)
                            .arg(found(parentValue)))
                .claiming("some copies were changed", most > kStart && daemon);
        return told(
                   Text(TS_PLURAL("processes", "Processes do not: each made %1 of its own copy, the parent's "
                                               "is still %2. They ended with exit code %3."),
                        least)
                       .of(childValues)
                       .arg(found(parentValue))
                       .arg(codes.front())
                       .of(exitCodes)
                       .count(processes))
            .claiming("each copy was changed", least > kStart)
            .claiming("to the end", daemon || least == kStart + count)
            .claiming("as they were told", daemon || codes.front() == codeOf(exit));
    }

    static std::int64_t codeOf(const Choice& exit)
    {
        return exit.is("normal") ? 0 : exit.is("error") ? 1 : -9;
    }

    void runProcesses(Lab& lab)
    {
        ProcessSemaphore counted(lab, TS_NAME("name", "Counted down"), 0);
        const Children all(lab, processLanes, kChildTask,
                           ChildOrder{static_cast<Exit>(exit.index()), count, kStart},
                           {.daemon = daemon, .hand = {counted.handout()}, .ask = {lab.nsOf(intervalMs)}});
        const Lab::Follower follow(lab, [&] { all.ask(kIntervalAt, lab.nsOf(intervalMs)); });
        if (daemon) {
            workHalfTheTime(lab);
            all.terminate();
        } else if (exit.is("killed")) {
            counted.await(processes);
            all.kill();
        }
        for (const auto& child : all) {
            exitCodes.add(child->joinSeen());
            childValues.add(std::max(kStart, child->told(kValueAt))); // 0: it never came to write
        }
    }

    /// A program does not wait for daemons: its end ends them. Here that is when they are half through.
    void workHalfTheTime(Lab& lab)
    {
        const Operation box(lab.operation(TS_NAME("name", "main's own work")));
        for (std::int64_t i = 0; i < (count + 1) / 2; ++i)
            lab.pause(intervalMs);
        lab.print("down");
    }

    void runThreads(Lab& lab, Shared<std::int64_t>& value)
    {
        Lock lock(lab, TS_NAME("name", "Variable"));
        std::vector<std::int64_t> seen(static_cast<std::size_t>(processes));
        Threads all(lab, threadLanes,
                    [&](std::int64_t number) {
                        countDown(lab, count, [&] {
                            {
                                const std::scoped_lock held(lock);
                                value.write(value.read() + 1);
                                const std::int64_t now = value.read();
                                seen[static_cast<std::size_t>(number - 1)] = now;
                                parentValue.set(now);
                            }
                            lab.pause(intervalMs);
                        });
                        if (exit.is("error")) // as in Python: the thread ends, the program continues
                            lab.print("RuntimeError: told to fail");
                    },
                    {.daemon = daemon});
        if (daemon) {
            workHalfTheTime(lab);
            all.stop();
        }
        all.join();
        for (const std::int64_t one : seen)
            childValues.add(one);
    }

    OneOf<"process", "thread"> as{this, "as", TS_TEXT("processes", "Children are"),
                                  words(TS_TEXT("processes", "processes"), TS_TEXT("processes", "threads")),
                                  kWho};
    Integer processes{this, "processes", TS_TEXT("processes", "Children"), 3, kWho.between(1, 16)};
    Integer count{this, "count", TS_TEXT("processes", "Each counts down from"), 4, kRun.between(1, 100)};
    Integer intervalMs{this, "interval_ms", TS_TEXT("processes", "Between two lines"), 500,
                       kLiveMs.between(1, 5000)};
    Boolean daemon{this, "daemon", TS_TEXT("processes", "Daemons"), false,
                   kRules.about(TS_TEXT(
                       "processes", "The program does not wait for them: it ends them (exit code -15)."))};
    OneOf<"normal", "error", "killed"> exit{this, "exit", TS_TEXT("processes", "They end"),
                                            words(TS_TEXT("processes", "normally"),
                                                  TS_TEXT("processes", "with an error"),
                                                  TS_TEXT("processes", "killed")),
                                            kRules.about(TS_TEXT("processes", "Exit code 0, 1 or -9."))};

    static constexpr Variable kVariable{TS_NAME("name", "The parent's variable")};
    Group mainThread{this, Group::Main{}};
    Group processLanes{this, TS_TEXT("processes", "Processes"), TS_NAME("name", "Process"), processes,
                       kHyphened};
    Group threadLanes{this, TS_TEXT("processes", "Threads"), TS_NAME("name", "Thread"), processes, kHyphened};

    Listed exitCodes{this, "exit_codes", TS_TEXT("processes", "Exit codes")};
    Count parentValue{this, "parent_value", TS_TEXT("processes", "The parent's variable")};
    Listed childValues{this, "child_values", TS_TEXT("processes", "What the children had in the end")};
};

int childTask(WorkerContext& context, const ChildOrder& order)
{
    Shared<std::int64_t> value(context, TS_NAME("name", "The child's variable"), order.value);
    countDown(context, order.count, [&] {
        value.write(value.read() + 1);
        context.told(kValueAt) = value.read();
        context.sleepAsAsked(kIntervalAt);
    });
    if (order.exit == Exit::killed) {
        ProcessSemaphore(context.take(0)).release();
        context.sleepUntilKilled();
    }
    if (order.exit != Exit::error)
        return 0;
    context.print("RuntimeError: told to fail");
    return 1;
}

} // namespace

const WorkerTask kChildTask{"child", &ordered<childTask>};

THREADSCAPE_MAKES(Processes)

} // namespace threadscape
