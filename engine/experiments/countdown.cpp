#include "lab/processes.h"

namespace threadscape {

namespace {

/// Threads count down, and main joins them or does not. With unjoined daemon threads it runs as a separate program, whose end
/// terminates them.
class Countdown final : public Experiment {
public:
    Countdown()
        : Experiment({"countdown", TS_TEXT("topic", "Threads"), TS_TEXT("countdown", "Countdown"),
                      TS_TEXT("countdown", "Does the program wait for its threads?")})
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), threads = 3, intervalMs = 500);
        const Preset alone = preset("nobody-joins", TS_TEXT("preset", "Nobody joins"), lecture, join = false);
        preset("daemons", TS_TEXT("preset", "Daemons"), alone, daemon = true);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot()});
        program.when([this] { return isProgram(); });
        mainThread.when([this] { return !isProgram(); });
    }

    double plannedSeconds() const override { return isProgram() ? 0 : secondsOfPauses(count * intervalMs); }

    std::optional<Error> brokenRule() const override
    {
        const std::vector<std::string> given = givenNames(names.value());
        if (static_cast<std::int64_t>(given.size()) > threads)
            return Error{Text(
                TS_TEXT("countdown", "names has %1 names for %2 threads: leave some out, or raise threads."),
                given.size(), threads)};
        for (const std::string& name : given)
            if (name.empty() || name.size() >= DaemonThreads::kNameBytes)
                return Error{Text(TS_TEXT("countdown", "names has \"%1\": a name has 1 to %2 bytes, and "
                                                       "commas stand between names."),
                                  name, DaemonThreads::kNameBytes - 1)};
        return std::nullopt;
    }

    void run(Lab& lab) override { isProgram() ? runProgram(lab) : runThreads(lab); }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const bool isOver = outcome == Outcome::finished ||
                            (outcome != Outcome::running && isProgram() && found.know(cutOff));
        if (!isOver)
            return answerSoFar(found, outcome);
        return isProgram() ? answerOfProgram(found) : answerOfThreads(found);
    }

private:
    bool isProgram() const { return daemon && !join; }
    std::int64_t allLines() const { return threads * count; }

    Answer answerSoFar(const Findings& found, Outcome outcome) const
    {
        if (isProgram()) // what its threads have printed is known after its end
            return Answer(outcome == Outcome::running
                              ? TS_TEXT("countdown", "The program runs: its end will cut its daemons off.")
                              : TS_TEXT("countdown", "Ended before the program did."))
                .claiming("nobody has counted its lines", outcome == Outcome::running || found[lines] == 0);
        return Answer(Text(outcome == Outcome::running
                               ? TS_PLURAL("countdown", "So far %1 of %n lines.")
                               : TS_PLURAL("countdown", "Ended after %1 of %n lines."),
                           found[lines])
                          .count(allLines()))
            .claiming("no more than all", found[lines] <= allLines());
    }

    Answer answerOfProgram(const Findings& found) const
    {
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("no more lines than all", found[lines] <= allLines())
                .claiming("who was cut off was alive", found[cutOff] == found[alive])
                .claiming("nobody joined them", !found.know(secondJoin));
        };
        if (found[cutOff] == 0)
            return told(Text(TS_TEXT("countdown", "There was nothing to wait for: main was through after %1, "
                                                  "and its threads had ended before."),
                             DurationArg{mainNs}))
                .claiming("they had printed everything", found[lines] == allLines());
        return told(Text(TS_PLURAL("countdown",
                                   "Not for daemons: main was through after %1, and the program's "
                                   "end cut off %n threads after %2 of their %3 lines."),
                         DurationArg{mainNs}, found[lines], allLines())
                        .count(found[cutOff]))
            .claiming("no more than there were", found[cutOff] <= threads);
    }

    Answer answerOfThreads(const Findings& found) const
    {
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("they printed everything", found[lines] == allLines())
                .claiming("nobody was cut off", found[cutOff] == 0);
        };
        if (join)
            return told(Text(TS_TEXT("countdown",
                                     "Main did, since it joins them: it said \"down\" last, after %1."),
                             DurationArg{mainNs}))
                .claiming("none was left then", found[alive] == 0 && found.know(secondJoin));
        if (found[alive] == 0)
            return told(Text(TS_TEXT("countdown", "There was nothing to wait for: main was through after %1, "
                                                  "and its threads had ended before."),
                             DurationArg{mainNs}));
        return told(Text(TS_TEXT("countdown", "Yes, though main did not: it was through after %1, and the "
                                              "program ended with its last thread, after %2."),
                         DurationArg{mainNs}, DurationArg{programNs}))
            .claiming("it outlived main", found[alive] > 0 && programNs >= mainNs);
    }

    void runThreads(Lab& lab)
    {
        const OperationName countDown = lab.operation(TS_NAME("name", "count down"));
        const OperationName atExit = lab.operation(TS_NAME("name", "exit: waits for its threads"));
        const std::int64_t startNs = lab.elapsedNs();
        const std::vector<std::string> called = filledUp(givenNames(names.value()), counting, threads);
        Threads all(lab, counting,
                    [&] {
                        for (std::int64_t left = count; left > 0; --left) {
                            const Operation box(countDown, left);
                            lab.print(std::to_string(left) + " left");
                            lines.add();
                            lab.pause(intervalMs);
                        }
                    },
                    {.count = threads, .daemon = daemon, .names = called});
        std::vector<std::string> there{mainThread.name()};
        for (auto name = called.begin(); const Thread& thread : all) {
            if (!thread.done())
                there.push_back(*name);
            ++name;
        }
        enumerated.set(std::move(there));
        if (join) {
            all.join();
            secondJoin.set(1e3 * lab.secondsOf([&] { all.join(); }));
        }
        lab.print("down");
        alive.set(std::count_if(all.begin(), all.end(), [](const Thread& thread) { return !thread.done(); }));
        cutOff.set(0);
        mainNs.set(lab.elapsedNs() - startNs);
        // The end of main is not the end of the program: it waits for every non-daemon thread.
        std::optional<Operation> box;
        if (!join)
            box.emplace(atExit);
        all.join();
        programNs.set(lab.elapsedNs() - startNs);
    }

    void runProgram(Lab& lab)
    {
        const std::vector<std::string> called = filledUp(givenNames(names.value()), counting, threads);
        DaemonThreads plan{.threads = static_cast<std::uint32_t>(threads.value()),
                           .count = static_cast<std::uint32_t>(count.value()),
                           .intervalNs = lab.nsOf(intervalMs)};
        for (std::size_t i = 0; i < called.size(); ++i)
            called[i].copy(plan.names[i].data(), DaemonThreads::kNameBytes - 1);
        const Children processes(lab, program, kDaemonThreadsTask, plan, {});
        processes.join();
        const auto told = [&](std::size_t place, std::int64_t most) {
            return std::clamp<std::int64_t>(processes.first().told(place), 0, most);
        };
        const std::int64_t going = told(DaemonThreads::kAliveAt, (1 << DaemonThreads::kMost) - 1);
        std::vector<std::string> there{mainThread.name()};
        for (std::size_t i = 0; i < called.size(); ++i)
            if ((going >> i & 1) != 0)
                there.push_back(called[i]);
        alive.set(static_cast<std::int64_t>(there.size()) - 1);
        cutOff.set(static_cast<std::int64_t>(there.size()) - 1);
        enumerated.set(std::move(there));
        lines.set(told(DaemonThreads::kLinesAt, threads * count));
        mainNs.set(told(DaemonThreads::kMainNsAt, lab.elapsedNs()));
    }

    Integer threads{this, "threads", TS_TEXT("countdown", "Threads"), 1, kWho.between(1, 16)};
    FreeText names{this, "names", TS_TEXT("countdown", "Names"), "",
                   kWho.whenEmpty(TS_TEXT("countdown", "Thread-1, Thread-2, ..."))
                       .about(TS_TEXT("countdown", "Of the threads, with commas between them."))};
    Integer count{this, "count", TS_TEXT("countdown", "Counts down from"), 4, kRun.between(1, 100)};
    Integer intervalMs{this, "interval_ms", TS_TEXT("countdown", "Between two lines"), 1000,
                       kLiveMs.between(1, 5000)};
    Boolean join{this, "join", TS_TEXT("countdown", "Main joins them"), true, kRules};
    Boolean daemon{this, "daemon", TS_TEXT("countdown", "Daemon threads"), false,
                   kRules.about(TS_TEXT("countdown", "The program does not wait for daemons when it ends."))};

    Group program{this, TS_TEXT("countdown", "Program"), TS_NAME("name", "MainThread"), 1, kSingle};
    Group mainThread{this, Group::Main{}};
    Group counting{this, TS_TEXT("countdown", "Threads"), TS_NAME("name", "Thread"),
                   [this] { return names.value().empty() ? threads.value() : 0; }, kHyphened};

    Counter mainNs;
    Counter programNs;
    Count lines{this, "lines_printed", TS_TEXT("countdown", "Lines printed")};
    Known<std::vector<std::string>> enumerated{this, "enumerated",
                                               TS_TEXT("countdown", "Threads there were")};
    Known<std::int64_t> alive{this, "alive_at_main_end", TS_TEXT("countdown", "Alive when main ended")};
    Known<std::int64_t> cutOff{this, "cut_off", TS_TEXT("countdown", "Cut off")};
    Known<double> secondJoin{this, "second_join_ms", TS_TEXT("countdown", "A second join took"), "ms"};
};

} // namespace

THREADSCAPE_MAKES(Countdown)

} // namespace threadscape
