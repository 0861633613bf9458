#include "lab/async.h"

#include "kernels/primes.h"

#include <fmt/format.h>

namespace threadscape {

namespace {

/// Two coroutines that pause after every number, so that one thread does both.
class Gather final : public Experiment {
public:
    Gather()
        : Experiment({"gather", TS_TEXT("topic", "Async"), TS_TEXT("gather", "Gather"),
                      TS_TEXT("gather", "How does one thread do two jobs?")})
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), pauseMs = 20);
        preset("one-by-one", TS_TEXT("preset", "One after the other"), lecture, gathered = false);
        preset("no-pause", TS_TEXT("preset", "No pause"), pauseMs = 0);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(5), tasksPlot(2)});
        rule([this] { return from <= to; },
             TS_TEXT("gather", "from is %1 and to %2: from must not be greater than to."), from, to);
    }

    double plannedSeconds() const override
    {
        const std::int64_t searched = to - from + 1;
        const std::int64_t pauses = gathered ? std::max<std::int64_t>(searched, to) : searched + to;
        return secondsOfPauses(pauses * pauseMs);
    }

    void run(Lab& lab) override
    {
        EventLoop loop(lab, TS_NAME("name", "Event loop"));
        loop.showLoad();
        time.start();
        const AtEnd counted([&] {
            time.stop();
            look(loop);
        });
        loop.run(mainTask.name(), main(lab, loop), kTasks);
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("all on one thread", found[threads] <= 1)
                .claiming("no more squares than numbers", found[squares] <= to);
        };
        if (outcome != Outcome::finished)
            return told(soFar(found, outcome == Outcome::running));
        const auto finished = [&](Text&& sentence) {
            return told(std::move(sentence).count(found[primes]))
                .claiming("all squares were made", found[squares] == to)
                .claiming("the callback got both results", found[callbacks] == 1);
        };
        if (to == 0)
            return told(TS_TEXT("gather", "There was nothing to do: up to 0 there is neither a prime nor a "
                                          "square."))
                .claiming("there was none", found[primes] == 0 && found[squares] == 0);
        if (!gathered)
            return finished(
                       Text(TS_PLURAL("gather", "Not at all, when it awaits one job before it begins the "
                                                "other: %n primes and then the squares of the numbers up "
                                                "to %1 took %2, the sum of both."),
                            found(squares), found(time)))
                .claiming("one came after the other", turns == 1);
        if (turns < 2)
            return finished(
                       Text(TS_PLURAL("gather", "%n primes and the squares of the numbers up to %1 took %2: "
                                                "one job had a single number, so there was nothing to take "
                                                "turns at."),
                            found(squares), found(time)))
                .claiming("it had one", from == to);
        return finished(
                   Text(TS_PLURAL("gather", "While one job pauses, it goes on with the other: %n primes and "
                                            "the squares of the numbers up to %1 took %2. The thread went "
                                            "from one task to another %3×."),
                        found(squares), found(time), found(alternations)))
            .claiming("they took turns", turns > 1 && found[alternations] >= turns);
    }

private:
    Text soFar(const Findings& found, bool running) const
    {
        if (found[squares] == 0)
            return Text(running ? TS_PLURAL("gather", "So far %n primes, in %1.")
                                : TS_PLURAL("gather", "Ended early: %n primes, in %1."),
                        found(time))
                .count(found[primes]);
        return Text(running
                        ? TS_PLURAL("gather",
                                    "So far %n primes and the squares of the numbers up to %1, in %2.")
                        : TS_PLURAL("gather",
                                    "Ended early: %n primes and the squares of the numbers up to %1, in %2."),
                    found(squares), found(time))
            .count(found[primes]);
    }

    using Results = std::tuple<std::int64_t, std::int64_t>;

    // Its tasks are named before they are awaited, so that the callback has their results.
    Task<> main(Lab& lab, EventLoop& loop)
    {
        const OperationName got = lab.operation(TS_NAME("name", "got results"));
        TaskHandle<Results> both = loop.create(bothTask.name(), doBoth(lab, loop), kTasks);
        both.whenDone([this, &lab, got, both](LoopTask::End end) mutable {
            if (end != LoopTask::End::done)
                return;
            const Operation box(got);
            const auto [found, squared] = both.result();
            callbacks.add();
            lab.print(fmt::format("{} primes, {} squares", found, squared));
        });
        co_await both;
    }

    Task<Results> doBoth(Lab& lab, EventLoop& loop)
    {
        TaskHandle<std::int64_t> first = loop.create(primesTask.name(), findPrimes(lab, loop), kTasks);
        if (!gathered)
            co_await first;
        TaskHandle<std::int64_t> second = loop.create(squaresTask.name(), makeSquares(lab, loop), kTasks);
        co_return co_await gather(loop, first, second);
    }

    Task<std::int64_t> findPrimes(Lab& lab, EventLoop& loop)
    {
        for (std::int64_t number = from; number <= to; ++number) {
            takeTurn(Job::primes, loop);
            if (isPrime(number, [] { checkpoint(); })) {
                primes.add();
                Lab::countNumber();
            }
            co_await lab.pause(loop, pauseMs);
        }
        co_return primes;
    }

    Task<std::int64_t> makeSquares(Lab& lab, EventLoop& loop)
    {
        std::vector<std::int64_t> made;
        for (std::int64_t number = 1; number <= to; ++number) {
            takeTurn(Job::squares, loop);
            made.push_back(number * number);
            squares.set(number);
            Lab::showNumber(number);
            co_await lab.pause(loop, pauseMs);
        }
        co_return static_cast<std::int64_t>(made.size());
    }

    enum class Job : std::uint8_t { none, primes, squares };

    void takeTurn(Job job, const EventLoop& loop)
    {
        threads.add(Actor::current().host()->track());
        const Job before = std::exchange(lastJob, job);
        turns.add(before != Job::none && before != job ? 1 : 0);
        look(loop);
    }

    void look(const EventLoop& loop)
    {
        resumes.set(loop.resumes());
        alternations.set(loop.alternations());
    }

    Integer from{this, "from", TS_TEXT("gather", "Primes from"), 2, kWho.between(0, 1'000'000)};
    Integer to{
        this, "to", TS_TEXT("gather", "Up to"), 100,
        kWho.between(0, 1'000'000).about(TS_TEXT("gather", "Primes up to it, and squares of 1 up to it."))};
    Integer pauseMs{this, "pause_ms", TS_TEXT("gather", "Pause"), 1,
                    kLiveMs.between(0, 1000).about(
                        TS_TEXT("gather", "After every number; 0: it only gives way to others."))};
    Boolean gathered{this, "gathered", TS_TEXT("gather", "Gathered"), true,
                     kRules.about(TS_TEXT("gather", "Both at once; else one after the other."))};

    static constexpr const char* kTasks = TS_NAME("name", "Tasks");
    Group mainThread{this, Group::Main{}};
    Group mainTask{this, TS_TEXT("gather", "Tasks"), TS_NAME("name", "main"), 1, kSingle};
    Group bothTask{this, TS_TEXT("gather", "Tasks"), TS_NAME("name", "gather"), 1, kSingle};
    Group primesTask{this, TS_TEXT("gather", "Tasks"), TS_NAME("name", "Primes"), 1,
                     kSingle.counting(TS_TEXT("gather", "primes found"))};
    Group squaresTask{this, TS_TEXT("gather", "Tasks"), TS_NAME("name", "Squares"), 1,
                      kSingle.counting(TS_TEXT("gather", "squares"))};

    Job lastJob = Job::none; // of the loop's thread
    Counter turns;           // times that one job went on after the other
    Count primes{this, "primes", TS_TEXT("gather", "Primes"), addsUp()};
    Count squares{this, "squares", TS_TEXT("gather", "Squares"), addsUp()};
    Timed time{this, "time_s", TS_TEXT("gather", "Time"), "s"};
    Count resumes{this, "resumes", TS_TEXT("gather", "Times that a task went on"), addsUp()};
    Count alternations{this, "alternations", TS_TEXT("gather", "Times that it was another task"), addsUp()};
    Distinct<TrackId> threads{this, "threads", TS_TEXT("gather", "Threads that the tasks ran on")};
    Count callbacks{this, "callbacks", TS_TEXT("gather", "Calls of the done-callback")};
};

} // namespace

THREADSCAPE_MAKES(Gather)

} // namespace threadscape
