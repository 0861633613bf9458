#pragma once

#include "app/golden/story.h"

namespace threadscape::golden {

/// Depositors and withdrawers under one lock, with all that their experiment shows: a wait of the first withdrawer that
/// is stopped, one of the second that is open at the end, a third that joins when a setting is moved.
class Bank {
public:
    static constexpr TrackId kDepositor = 0;
    static constexpr TrackId kFirst = 1;
    static constexpr TrackId kSecond = 2;
    static constexpr TrackId kThird = 3;

    Bank()
    {
        m_story.lane("Depositor 1", "Depositors");
        for (int i = 1; i <= 3; ++i)
            m_story.lane("Withdrawer " + std::to_string(i), "Withdrawers");
        m_lock = m_story.object("Account", ObjectKind::rlock);
        m_enough = m_story.object("enough money", ObjectKind::condition);
        m_balance = m_story.object("balance", ObjectKind::variable, "money");
    }

    /// Until 600 ms, still active.
    Bank& begin()
    {
        turn(kDepositor, {0, 60, 60, 60, 100}, 20);
        turn(kFirst, {0, 40, 100, 110, 160}, -10);
        turn(kSecond, {0, 90, 90, 170, 220}, -10);
        turn(kDepositor, {100, 200, 200, 230, 300}, 35);
        turn(kFirst, {160, 250, 300, 310, 380}, -30);
        turn(kDepositor, {300, 420, 420, 420, 500}, 25);
        turn(kSecond, {220, 350, 500, 510, 560}, -30);
        m_story.publish(600_ms, false);
        return *this;
    }
    /// From there to the end, at 1 s.
    Bank& end()
    {
        m_story.moved("withdrawers", "2 → 3", 600_ms);
        turn(kDepositor, {500, 620, 620, 620, 700}, 40);
        turn(kThird, {0, 600, 700, 710, 770}, -30);
        turn(kFirst, {380, 650, 650, 780, 850}, -10);
        m_story.wait(kFirst, State::ready, kNoObject, 850_ms, 900_ms, kDepositor);
        m_story.wait(kSecond, State::sleep, kNoObject, 560_ms, 720_ms);
        m_story.events().open(kSecond, OpenSpans::kWaitSlot, 720_ms, m_enough,
                              static_cast<std::uint8_t>(State::condition), kNoTrack);
        m_story.wait(kThird, State::sleep, kNoObject, 770_ms, 800_ms);
        m_story.wait(kThird, State::condition, m_enough, 800_ms, 1000_ms, kNoTrack, WaitEnd::stopped);
        m_story.operation(kThird, "withdraw", 800_ms, 1000_ms, -30, NumberStyle::change);
        m_story.wait(kDepositor, State::io, kNoObject, 700_ms, 800_ms);
        m_story.wait(kDepositor, State::sleep, kNoObject, 800_ms, 1000_ms);
        for (const TrackId track : {kDepositor, kFirst, kThird})
            m_story.end(track, 1000_ms);
        for (const auto& [track, number] : {std::pair(kFirst, 3), {kSecond, 2}, {kThird, 1}})
            m_story.names().track(track).number.store(number);
        m_story.publish(1000_ms);
        return *this;
    }

    static Plan plan()
    {
        return {
            .plots = {{.kind = PlotSpec::Kind::timeline, .share = 5},
                      {.kind = PlotSpec::Kind::contention, .share = 2, .title = TS_TEXT("test", "Waiting")},
                      {.kind = PlotSpec::Kind::values,
                       .share = 3,
                       .variable = "balance",
                       .title = TS_TEXT("test", "Balance")}},
            .lanes = {{TS_TEXT("test", "Depositors"), "Depositor", 1},
                      {TS_TEXT("test", "Withdrawers"), "Withdrawer", 3, TS_TEXT("test", "withdrawals")}},
            .bands = {{TS_TEXT("test", "what withdrawers want"), 10, 30}},
            .seconds = 1};
    }
    Run run() const { return {m_story.trace(), std::make_shared<Drawn>(plan()), 1, 0}; }

private:
    struct Turn { // ms
        std::int64_t from, wakes, served, got, out;
    };
    // Sleeps, waits until it is served, then for the lock, has it and changes the balance.
    void turn(TrackId track, Turn at, std::int64_t change)
    {
        const auto ms = [](std::int64_t value) { return value * 1_ms; };
        m_story.wait(track, State::sleep, kNoObject, ms(at.from), ms(at.wakes));
        m_story.wait(track, State::condition, m_enough, ms(at.wakes), ms(at.served), kDepositor);
        m_story.wait(track, State::lock, m_lock, ms(at.served), ms(at.got), m_lastHolder);
        m_story.hold(track, m_lock, ms(at.got), ms(at.out));
        m_story.operation(track, change > 0 ? "deposit" : "withdraw", ms(at.got), ms(at.out),
                          static_cast<std::int32_t>(change), NumberStyle::change);
        m_value += change;
        m_story.write(track, m_balance, ms(at.out - 10), m_value);
        if (change > 0)
            m_story.notify(track, m_enough, ms(at.out - 5));
        m_lastHolder = track;
    }

    Story m_story;
    ObjectId m_lock = kNoObject;
    ObjectId m_enough = kNoObject;
    ObjectId m_balance = kNoObject;
    TrackId m_lastHolder = kNoTrack;
    std::int64_t m_value = 0;
};

inline Run bank()
{
    return Bank().begin().end().run();
}

/// With nothing but its lanes.
inline Run lanesOf(const Story& story, int cores = 0, std::vector<LaneGroup> planned = {})
{
    return {.trace = story.trace(),
            .experiment = std::make_shared<Drawn>(
                Plan{.plots = {{.kind = PlotSpec::Kind::timeline}}, .lanes = std::move(planned)}),
            .cores = cores};
}

/// Like the bank, but twice as long, and nobody waits for the other.
inline Run calmBank()
{
    Story story;
    const TrackId depositor = story.lane("Depositor 1", "Depositors");
    const TrackId withdrawer = story.lane("Withdrawer 1", "Withdrawers");
    const ObjectId lock = story.object("Account", ObjectKind::rlock);
    const ObjectId balance = story.object("balance", ObjectKind::variable, "money");
    for (const auto& [track, from, value] :
         {std::tuple(depositor, 200_ms, 60), {withdrawer, 700_ms, 45}, {depositor, 1200_ms, 75}}) {
        story.hold(track, lock, from, from + 300_ms);
        story.write(track, balance, from + 100_ms, value);
    }
    story.wait(depositor, State::sleep, kNoObject, 500_ms, 1200_ms);
    for (const TrackId track : {depositor, withdrawer})
        story.end(track, 2000_ms);
    story.publish(2000_ms);
    return {story.trace(), std::make_shared<Drawn>(Bank::plan()), 2, 0};
}

/// Three threads wait for each other in a circle from 400 ms on; a fourth has ended, and a fifth waits for one of them.
inline Run circle(bool contention = false)
{
    Story story;
    std::vector<TrackId> threads;
    std::vector<ObjectId> locks;
    for (int i = 0; i < 5; ++i)
        threads.push_back(story.lane("Thread-" + std::to_string(i + 1)));
    for (const char* name : {"A", "B", "C", "D"})
        locks.push_back(story.object(name, ObjectKind::lock));
    constexpr std::int64_t kEnd = 800_ms;
    const std::int64_t got[] = {100_ms, 150_ms, 200_ms};
    const std::int64_t wants[] = {300_ms, 350_ms, 400_ms};
    for (std::size_t i = 0; i < 3; ++i) {
        story.wait(threads[i], State::sleep, kNoObject, 1_ms, got[i]);
        story.hold(threads[i], locks[i], got[i], kEnd);
        story.wait(threads[i], State::lock, locks[(i + 1) % 3], wants[i], kEnd, kNoTrack, WaitEnd::stopped);
    }
    story.hold(threads[3], locks[3], 50_ms, 250_ms);
    story.end(threads[3], 300_ms);
    story.wait(threads[4], State::lock, locks[3], 120_ms, 250_ms, threads[3]);
    story.hold(threads[4], locks[3], 250_ms, 330_ms);
    story.wait(threads[4], State::lock, locks[0], 450_ms, kEnd, kNoTrack, WaitEnd::stopped);
    for (const std::size_t i : {0U, 1U, 2U, 4U})
        story.end(threads[i], kEnd);
    story.publish(kEnd);
    Plan plan{.plots = {{.kind = PlotSpec::Kind::graph, .share = 3},
                        {.kind = PlotSpec::Kind::timeline, .share = 2}},
              .lanes = {{{}, "Thread", 5, {}, LaneNaming::hyphened}}};
    if (contention)
        plan.plots.push_back({.kind = PlotSpec::Kind::contention});
    return {story.trace(), std::make_shared<Drawn>(std::move(plan))};
}

/// A run in which nothing happened, for what is drawn from findings, or to show that nothing was there.
inline Run quiet(Plan plan)
{
    Story story;
    story.end(story.lane("Thread-1"), 1000_ms);
    story.publish(1000_ms);
    return {story.trace(), std::make_shared<Drawn>(std::move(plan))};
}

/// `expected`: in each round.
inline Run counted(std::int64_t expected, const std::vector<std::int64_t>& lostByRound)
{
    std::int64_t lost = 0;
    std::vector<std::string> rounds;
    for (const std::int64_t loss : lostByRound) {
        lost += loss;
        rounds.push_back(std::to_string(loss));
    }
    const std::int64_t all = expected * std::ssize(lostByRound);
    Plan plan{.plots = {{.kind = PlotSpec::Kind::bars}}};
    plan.findings.add("expected", TS_TEXT("test", "expected"), all);
    plan.findings.add("counted", TS_TEXT("test", "counted"), all - lost);
    plan.findings.add("lost", TS_TEXT("test", "lost"), lost);
    plan.findings.add("lost_by_round", TS_TEXT("test", "lost by round"), rounds);
    return quiet(std::move(plan));
}

/// Every state once, one lane after the other, each as wide as the lane, so that all its marks are there.
inline Run states()
{
    Story story;
    for (int state = 0; state < kStates; ++state) {
        const TrackId track = story.lane(stateName(static_cast<State>(state)));
        if (static_cast<State>(state) != State::running)
            story.wait(track, static_cast<State>(state), kNoObject, 20_ms, 100_ms);
        story.end(track, 120_ms);
    }
    story.publish(120_ms);
    return lanesOf(story);
}

/// Two variables of one scale, that fall below zero; at the end the first lacks something of what was expected.
inline Run twoVariables(bool beside)
{
    Story story;
    const TrackId thread = story.lane("Thread-1");
    const ObjectId balance = story.object("balance", ObjectKind::variable, "money");
    const ObjectId shadow = story.object("booked", ObjectKind::variable, "money");
    std::int64_t at = 0;
    for (const std::int64_t value : {30, 55, 20, -25, -10, 40, 35}) {
        story.write(thread, balance, at += 100_ms, value);
        story.write(thread, shadow, at + 40_ms, value + 12);
    }
    story.end(thread, 1000_ms);
    story.publish(1000_ms);
    Plan plan{.plots = {{.kind = PlotSpec::Kind::values,
                         .variable = "balance",
                         .title = TS_TEXT("test", "Balance"),
                         .beside = beside ? "booked" : ""}},
              .bands = {{TS_TEXT("test", "expected"), 90, 90, TS_TEXT("test", "%1 missing"), "missing"},
                        {TS_TEXT("test", "wanted"), 10, 30}}};
    plan.findings.add("missing", TS_TEXT("test", "missing"), std::int64_t{55});
    return {story.trace(), std::make_shared<Drawn>(std::move(plan))};
}

/// Three processes that send each other messages over two pipes: one is never received, one was sent nobody knows when.
/// The second dies, the third ends with an exit code.
inline Run processes()
{
    Story story;
    const TrackId main = story.lane("Process-1", {}, TrackKind::process);
    const TrackId killed = story.lane("Process-2", {}, TrackKind::process);
    const TrackId failed = story.lane("Process-3", {}, TrackKind::process);
    const ObjectId near = story.object("Pipe 1", ObjectKind::pipe);
    const ObjectId far = story.object("Pipe 2", ObjectKind::pipe);
    story.message(main, near, 1, 100_ms, false);
    story.message(killed, near, 1, 180_ms, true);
    story.message(killed, near, 1, 250_ms, false, 1);
    story.message(main, near, 1, 300_ms, true, 1);
    story.message(main, far, 1, 350_ms, false);
    story.message(failed, far, 1, 500_ms, true);
    story.message(main, near, 2, 550_ms, false);
    story.message(failed, far, 2, 700_ms, true);
    story.wait(killed, State::io, near, 20_ms, 180_ms, main);
    story.end(main, 1000_ms);
    story.end(killed, 450_ms);
    story.end(failed, 850_ms);
    story.names().track(main).exitCode.store(0);
    story.names().track(killed).exitCode.store(-9);
    story.names().track(failed).exitCode.store(3);
    story.publish(1000_ms);
    return lanesOf(story);
}

/// Tasks of one event loop: the first awaits the others; the last keeps the loop from all of them.
inline Run tasks()
{
    Story story;
    const TrackId loop = story.lane("EventLoop");
    const TrackId main = story.lane("main", {}, TrackKind::task);
    const TrackId fetch = story.lane("fetch", {}, TrackKind::task);
    const TrackId parse = story.lane("parse", {}, TrackKind::task);
    const ObjectId task = story.object("fetch", ObjectKind::task);
    story.operation(loop, "main", 0, 20_ms);
    story.operation(loop, "fetch", 20_ms, 40_ms);
    story.operation(loop, "fetch", 100_ms, 120_ms);
    story.operation(loop, "parse", 130_ms, 230_ms, 100'000, NumberStyle::stall);
    story.operation(loop, "main", 230_ms, 300_ms);
    story.wait(loop, State::idle, kNoObject, 40_ms, 100_ms);
    story.wait(main, State::join, task, 20_ms, 230_ms, parse);
    story.wait(fetch, State::io, kNoObject, 40_ms, 100_ms);
    story.wait(parse, State::join, task, 1_ms, 120_ms, fetch);
    story.wait(parse, State::ready, kNoObject, 120_ms, 130_ms, fetch);
    story.end(fetch, 120_ms);
    story.end(parse, 230_ms);
    for (const TrackId track : {loop, main})
        story.end(track, 300_ms);
    story.publish(300_ms);
    return lanesOf(story);
}

/// A pool's tasks, one within another, one of which failed. Main, which submits, has no lane.
inline Run pool()
{
    Story story;
    const TrackId main = story.lane("MainThread", {}, TrackKind::main);
    const TrackId first = story.lane("Worker 1");
    const TrackId second = story.lane("Worker 2");
    const ObjectId object = story.object("Pool", ObjectKind::pool);
    const auto task = [&](std::uint32_t number, TrackId worker, std::int64_t submitted, std::int64_t from,
                          std::int64_t to, TaskState end) {
        auto& events = story.events();
        events.take({events.task(main, object, submitted, number, TaskState::pending),
                     events.task(worker, object, from, number, TaskState::running),
                     events.task(worker, object, to, number, end)});
        story.operation(worker, "task", from, to, static_cast<std::int32_t>(number), NumberStyle::ordinal);
    };
    task(1, first, 20_ms, 40_ms, 260_ms, TaskState::done);
    task(2, second, 30_ms, 80_ms, 240_ms, TaskState::failed);
    story.operation(first, "load", 60_ms, 120_ms, 0, NumberStyle::none, 1);
    story.operation(first, "save", 150_ms, 250_ms, 0, NumberStyle::none, 1);
    for (const TrackId track : {main, first, second})
        story.end(track, 300_ms);
    story.publish(300_ms);
    return lanesOf(story, 0, {{{}, "Worker", 2}});
}

/// Three threads read the same and overwrite each other; then two of them, one after the other.
inline Run updates()
{
    Story story;
    std::vector<TrackId> threads;
    for (int i = 0; i < 3; ++i)
        threads.push_back(story.lane("Depositor " + std::to_string(i + 1)));
    const ObjectId balance = story.object("balance", ObjectKind::variable, "money");
    for (std::size_t i = 0; i < 3; ++i)
        story.read(threads[i], balance, (10 + 5 * static_cast<std::int64_t>(i)) * 1_ms, 0);
    story.write(threads[1], balance, 160_ms, 1);
    story.write(threads[0], balance, 210_ms, 1);
    story.write(threads[2], balance, 260_ms, 1);
    story.read(threads[0], balance, 280_ms, 1);
    story.write(threads[0], balance, 430_ms, 2);
    story.read(threads[1], balance, 440_ms, 2);
    story.write(threads[1], balance, 480_ms, 3); // in few words
    for (const TrackId track : threads)
        story.end(track, 500_ms);
    story.publish(500_ms);
    Plan plan{.plots = {{.kind = PlotSpec::Kind::timeline, .share = 2, .variable = "balance"},
                        {.kind = PlotSpec::Kind::values, .share = 1, .variable = "balance"}},
              .bands = {{TS_TEXT("test", "expected"), 5, 5, TS_TEXT("test", "%1 lost"), "lost"}}};
    plan.findings.add("lost", TS_TEXT("test", "lost"), std::int64_t{2});
    return {story.trace(), std::make_shared<Drawn>(std::move(plan))};
}

/// Lanes of which each shows a pattern, and a group that all show the same.
inline Run patterns()
{
    Story story;
    const ObjectId condition = story.object("enough money", ObjectKind::condition);
    const TrackId vain = story.lane("Withdrawer 1");
    for (int i = 0; i < 7; ++i)
        story.wait(vain, State::condition, condition, (10 + 60 * i) * 1_ms, (60 + 60 * i) * 1_ms);
    story.operation(vain, "withdraw", 5_ms, 450_ms);
    story.end(vain, 450_ms);
    const TrackId waiting = story.lane("Withdrawer 2");
    story.wait(waiting, State::condition, condition, 1_ms, 1000_ms);
    story.end(waiting, 1000_ms);
    for (int i = 1; i <= 3; ++i) {
        const TrackId customer = story.lane("Customer " + std::to_string(i), "Customers");
        for (int turn = 0; turn < (i == 2 ? 1 : 6); ++turn) {
            story.wait(customer, State::queue, kNoObject, (1 + 160 * turn) * 1_ms, (100 + 160 * turn) * 1_ms);
            story.operation(customer, "buy", (100 + 160 * turn) * 1_ms, (160 + 160 * turn) * 1_ms);
        }
        if (i == 2)
            story.wait(customer, State::queue, kNoObject, 170_ms, 990_ms);
        story.end(customer, 1000_ms);
    }
    for (int i = 1; i <= 3; ++i) {
        const TrackId busy = story.lane("Worker " + std::to_string(i), "Workers");
        story.wait(busy, State::ready, kNoObject, (100 * i) * 1_ms, (100 * i + 200) * 1_ms);
        story.end(busy, 1000_ms);
    }
    story.publish(1000_ms);
    return lanesOf(story, 2);
}

/// A lane of which a stretch was lost, and one whose waits are too short to be drawn one by one.
inline Run lostAndDense()
{
    Story story;
    const TrackId lossy = story.lane("Thread-1");
    const TrackId dense = story.lane("Thread-2");
    const ObjectId lock = story.object("Lock", ObjectKind::lock);
    story.wait(lossy, State::sleep, kNoObject, 100_ms, 300_ms);
    story.events().take(story.events().gap(lossy, 400_ms, 520_ms, 12));
    for (std::int64_t i = 0; i < 400; ++i) {
        const std::int64_t from = 500_ms + i * 100'000;
        const State state = i % 3 == 0 ? State::lock : i % 3 == 1 ? State::condition : State::sleep;
        story.wait(dense, state, state == State::lock ? lock : kNoObject, from, from + 60'000);
        story.hold(dense, lock, from + 60'000, from + 90'000);
    }
    for (const TrackId track : {lossy, dense})
        story.end(track, 1000_ms);
    story.publish(1000_ms);
    return {story.trace(),
            std::make_shared<Drawn>(Plan{.plots = {{.kind = PlotSpec::Kind::timeline, .share = 1},
                                                   {.kind = PlotSpec::Kind::contention, .share = 1}}})};
}

/// Two threads with three locks: one within another, one of them that nobody else wants.
inline Run locks()
{
    Story story;
    const TrackId first = story.lane("Thread-1");
    const TrackId second = story.lane("Thread-2");
    const ObjectId a = story.object("A", ObjectKind::lock);
    const ObjectId b = story.object("B", ObjectKind::rlock);
    const ObjectId c = story.object("C", ObjectKind::lock);
    story.hold(first, a, 50_ms, 300_ms);
    story.hold(first, b, 120_ms, 240_ms, 1);
    story.wait(second, State::lock, a, 100_ms, 300_ms, first);
    story.hold(second, a, 300_ms, 420_ms);
    story.wait(first, State::lock, a, 350_ms, 420_ms, second);
    story.hold(first, a, 420_ms, 460_ms);
    story.hold(second, c, 430_ms, 580_ms);
    for (const TrackId track : {first, second})
        story.end(track, 600_ms);
    story.publish(600_ms);
    return {story.trace(),
            std::make_shared<Drawn>(Plan{.plots = {{.kind = PlotSpec::Kind::timeline, .share = 1},
                                                   {.kind = PlotSpec::Kind::contention, .share = 1}}})};
}

/// Sixty trips, most of 20 us, some of 200, one that took 4 ms.
inline Run trips()
{
    Story story;
    const TrackId track = story.lane("MainThread");
    std::int64_t now = 100'000;
    for (int trip = 0; trip < 60; ++trip) {
        const std::int64_t took = trip == 40      ? 4'000'000
                                  : trip % 6 == 5 ? 200'000 + 4'000 * trip
                                                  : 18'000 + 100 * trip;
        story.operation(track, "trip", now, now + took, trip + 1);
        now += took + 10'000;
    }
    story.end(track, 10_ms);
    story.publish(10_ms);
    return {story.trace(),
            std::make_shared<Drawn>(Plan{.plots = {{.kind = PlotSpec::Kind::histogram,
                                                    .share = 1,
                                                    .variable = "trip",
                                                    .title = TS_TEXT("test", "There and back")}}})};
}

} // namespace threadscape::golden
