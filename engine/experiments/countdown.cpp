#include "lab/lab.h"

#include <sstream>

namespace threadscape {

namespace {

/// Threads count down, and main joins them or does not. With daemon threads that nobody joins it is a program of its own,
/// whose end cuts them off.
class Countdown final : public Experiment {
public:
    Countdown()
        : Experiment({.id = "countdown",
                      .topic = TS_TEXT("topic", "Threads"),
                      .title = TS_TEXT("countdown", "Countdown"),
                      .question = TS_TEXT("countdown", "Does the program wait for its threads?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture",
             .label = TS_TEXT("preset", "Lecture"),
             .settings = {{"threads", "3"}, {"interval_ms", "500"}}},
            {.name = "nobody-joins",
             .label = TS_TEXT("preset", "Nobody joins"),
             .settings = {{"threads", "3"}, {"interval_ms", "500"}, {"join", "false"}}},
            {.name = "daemons",
             .label = TS_TEXT("preset", "Daemons"),
             .settings = {{"threads", "3"}, {"interval_ms", "500"}, {"join", "false"}, {"daemon", "true"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override { return {{.kind = PlotSpec::Kind::timeline, .share = 1}}; }

    std::vector<LaneGroup> lanes() const override
    {
        const LaneGroup program{
            TS_TEXT("countdown", "Program"), TS_NAME("name", "MainThread"), 1, {}, LaneNaming::single};
        return {isProgram() ? program : mainLane(),
                {TS_TEXT("countdown", "Threads"),
                 TS_NAME("name", "Thread"),
                 names.value().empty() ? threads.value() : 0,
                 {},
                 LaneNaming::hyphened}};
    }

    double plannedSeconds() const override
    {
        return isProgram() ? 0 : static_cast<double>(count * intervalMs) * 1e-3;
    }

    std::optional<Error> brokenRule() const override
    {
        const std::vector<std::string> given = split(names.value());
        if (static_cast<std::int64_t>(given.size()) > threads)
            return Error{
                Text(TS_TEXT("countdown", "names has %1 names for %2 threads: leave some out, or raise "
                                          "threads."))
                    .arg(given.size())
                    .arg(threads.value())};
        for (const std::string& name : given)
            if (name.empty() || name.size() >= DaemonThreads::kNameBytes)
                return Error{
                    Text(TS_TEXT("countdown", "names has \"%1\": a name has 1 to %2 bytes, and commas stand "
                                              "between names."))
                        .arg(name)
                        .arg(DaemonThreads::kNameBytes - 1)};
        return std::nullopt;
    }

    void run(Lab& lab) override { isProgram() ? runProgram(lab) : runThreads(lab); }

    Findings findings() const override
    {
        Findings found;
        found.add("lines_printed", TS_TEXT("countdown", "Lines printed"), m_lines.value());
        found.add("enumerated", TS_TEXT("countdown", "Threads there were"), m_enumerated.value());
        found.add("alive_at_main_end", TS_TEXT("countdown", "Alive when main ended"), told(m_alive));
        found.add("cut_off", TS_TEXT("countdown", "Cut off"), told(m_cutOff));
        found.add("second_join_ms", TS_TEXT("countdown", "A second join took"),
                  m_secondJoinNs == kNotYet ? FindingValue()
                                            : FindingValue(static_cast<double>(m_secondJoinNs) * 1e-6),
                  "ms");
        return found;
    }

    Text answer(const Findings& /*found*/, Outcome outcome) const override
    {
        const std::int64_t all = threads * count;
        if (outcome != Outcome::finished)
            return Text(TS_TEXT("countdown", "So far %1 of %2 lines.")).arg(m_lines.value()).arg(all);
        if (isProgram())
            return Text(TS_PLURAL("countdown",
                                  "Not for daemons: main was through after %1, and the program's end cut "
                                  "off %n threads after %2 of their %3 lines."))
                .arg(DurationArg{m_mainNs})
                .arg(m_lines.value())
                .arg(all)
                .count(m_cutOff);
        if (join)
            return Text(TS_TEXT("countdown",
                                "Main did, since it joins them: it said \"down\" last, after %1."))
                .arg(DurationArg{m_mainNs});
        return Text(TS_TEXT("countdown",
                            "Yes, though main did not: it was through after %1, and the program ended with "
                            "its last thread, after %2."))
            .arg(DurationArg{m_mainNs})
            .arg(DurationArg{m_programNs});
    }

private:
    static constexpr std::int64_t kNotYet = -1;

    static FindingValue told(const Counter& counter)
    {
        return counter == kNotYet ? FindingValue() : FindingValue(counter.value());
    }

    static std::vector<std::string> split(const std::string& list)
    {
        std::vector<std::string> parts;
        std::istringstream in(list);
        for (std::string part; std::getline(in, part, ',');) {
            const auto from = part.find_first_not_of(' ');
            parts.push_back(from == std::string::npos
                                ? std::string()
                                : part.substr(from, part.find_last_not_of(' ') - from + 1));
        }
        return parts;
    }

    /// The given names first, then Thread-1 and so on.
    std::string nameOf(std::int64_t index) const
    {
        const std::vector<std::string> given = split(names.value());
        const auto i = static_cast<std::size_t>(index);
        return i < given.size() ? given[i]
                                : laneName(TS_NAME("name", "Thread"), LaneNaming::hyphened,
                                           index - static_cast<std::int64_t>(given.size()) + 1);
    }

    bool isProgram() const { return daemon && !join; }

    void runThreads(Lab& lab)
    {
        const OperationName counting = lab.operation(TS_NAME("name", "count down"));
        const OperationName atExit = lab.operation(TS_NAME("name", "exit: waits for its threads"));
        const std::int64_t startNs = lab.elapsedNs();
        std::list<Thread> all;
        for (std::int64_t i = 0; i < threads; ++i)
            all.emplace_back(
                lab, nameOf(i),
                [&] {
                    for (std::int64_t left = count; left > 0; --left) {
                        const Operation box(counting, left);
                        lab.print(std::to_string(left) + " left");
                        m_lines.add();
                        lab.pause(intervalMs);
                    }
                },
                Thread::Options{.group = "Threads", .daemon = daemon});
        std::vector<std::string> enumerated{"MainThread"};
        std::int64_t index = 0;
        for (const Thread& thread : all) {
            const std::string name = nameOf(index++);
            if (!thread.done())
                enumerated.push_back(name);
        }
        m_enumerated.set(std::move(enumerated));
        if (join) {
            for (Thread& thread : all)
                thread.join();
            const std::int64_t againNs = lab.elapsedNs();
            for (Thread& thread : all)
                thread.join();
            m_secondJoinNs.set(lab.elapsedNs() - againNs);
        }
        lab.print("down");
        std::int64_t alive = 0;
        for (const Thread& thread : all)
            alive += thread.done() ? 0 : 1;
        m_alive.set(alive);
        m_cutOff.set(0);
        m_mainNs.set(lab.elapsedNs() - startNs);
        // The end of main is not the end of the program: it waits for every thread that is no daemon.
        std::optional<Operation> box;
        if (!join)
            box.emplace(atExit);
        for (Thread& thread : all)
            thread.join();
        m_programNs.set(lab.elapsedNs() - startNs);
    }

    void runProgram(Lab& lab)
    {
        constexpr double kNsPerMs = 1e6;
        DaemonThreads plan{.threads = static_cast<std::uint32_t>(threads.value()),
                           .count = static_cast<std::uint32_t>(count.value()),
                           .intervalNs = static_cast<std::int64_t>(static_cast<double>(intervalMs) *
                                                                   kNsPerMs / lab.speed())};
        for (std::int64_t i = 0; i < threads; ++i)
            nameOf(i).copy(plan.names[static_cast<std::size_t>(i)].data(), DaemonThreads::kNameBytes - 1);
        const auto process = Process::start(lab.recorder(), TS_NAME("name", "MainThread"), kDaemonThreadsTask,
                                            packArguments(plan), {.group = "Program"});
        if (!process)
            throw Misuse(process.error().text);
        (*process)->joinSeen();
        const auto atMost = [&](std::size_t place, std::int64_t most) {
            return std::clamp<std::int64_t>((*process)->told(place), 0, most);
        };
        std::vector<std::string> enumerated{"MainThread"};
        const std::int64_t alive = atMost(DaemonThreads::kAliveAt, (1 << DaemonThreads::kMost) - 1);
        for (std::int64_t i = 0; i < threads; ++i)
            if ((alive >> i & 1) != 0)
                enumerated.push_back(nameOf(i));
        m_alive.set(static_cast<std::int64_t>(enumerated.size()) - 1);
        m_enumerated.set(std::move(enumerated));
        m_lines.set(atMost(DaemonThreads::kLinesAt, threads * count));
        m_cutOff.set(m_alive);
        m_mainNs.set(atMost(DaemonThreads::kMainNsAt, lab.elapsedNs()));
    }

    Integer threads{this, "threads", TS_TEXT("countdown", "Threads"), 1, {1, 16}, kWho};
    FreeText names{this, "names", TS_TEXT("countdown", "Names"), "",
                   kWho.whenEmpty(TS_TEXT("countdown", "Thread-1, Thread-2, ..."))
                       .about(TS_TEXT("countdown", "Of the threads, with commas between them."))};
    Integer count{this, "count", TS_TEXT("countdown", "Counts down from"), 4, {1, 100}, kRun};
    Integer intervalMs{this, "interval_ms", TS_TEXT("countdown", "Between two lines"),
                       1000, {1, 5000},     kHowLong.live().in("ms")};
    Boolean join{this, "join", TS_TEXT("countdown", "Main joins them"), true, kRules};
    Boolean daemon{this, "daemon", TS_TEXT("countdown", "Daemon threads"), false,
                   kRules.about(TS_TEXT("countdown", "The program does not wait for daemons when it ends."))};

    Counter m_lines;
    Names m_enumerated;
    Counter m_alive{kNotYet};
    Counter m_cutOff{kNotYet};
    Counter m_secondJoinNs{kNotYet};
    Counter m_mainNs;
    Counter m_programNs;
};

} // namespace

std::unique_ptr<Experiment> makeCountdown()
{
    return std::make_unique<Countdown>();
}

} // namespace threadscape
