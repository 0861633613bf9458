#include "lab/lab.h"

#include <charconv>
#include <fmt/format.h>
#include <stdexcept>

namespace threadscape {

namespace {

struct BadMessage : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Followers take messages from a connection, one at a time, and queue them for workers. Some messages are bad.
class Follow final : public Experiment {
public:
    Follow()
        : Experiment({.id = "follow",
                      .topic = TS_TEXT("topic", "Conditions"),
                      .title = TS_TEXT("follow", "Follow a connection"),
                      .question = TS_TEXT("follow", "Does a bad message stop the reader?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        using List = std::vector<std::pair<std::string, std::string>>;
        const auto all = [](const char* how, const List& more) {
            List list{{"style", how}, {"bad_percent", "20"}, {"rate_per_s", "40"}, {"work_ms", "50"}};
            list.insert(list.end(), more.begin(), more.end());
            return list;
        };
        return {
            {.name = "lecture",
             .label = TS_TEXT("preset", "Lecture"),
             .settings = all("acquire-release", {{"messages", "60"}, {"seconds", "4"}})},
            {.name = "with", .label = TS_TEXT("preset", "Lets go of the lock"), .settings = all("with", {})},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {
            {.kind = PlotSpec::Kind::timeline, .share = 5},
            {.kind = PlotSpec::Kind::contention, .share = 2, .title = TS_TEXT("plot", "Waiting")},
            {.kind = PlotSpec::Kind::values,
             .share = 2,
             .variable = "Messages",
             .title = TS_TEXT("follow", "Queued")},
        };
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {{TS_TEXT("follow", "Followers"), TS_NAME("name", "Follower"), followers,
                 TS_TEXT("follow", "received")},
                {TS_TEXT("follow", "Workers"), TS_NAME("name", "Worker"), workers,
                 TS_TEXT("follow", "processed")}};
    }

    double plannedSeconds() const override
    {
        // With a lock that is never released it lasts until the time is up.
        const double sending = static_cast<double>(messages) / static_cast<double>(ratePerS);
        return style.is("with") || badPercent == 0 ? sending + static_cast<double>(workMs) / 1e3 : seconds;
    }

    void run(Lab& lab) override
    {
        Listener listener(lab, TS_NAME("name", "Port"));
        Lock lock(lab, TS_NAME("name", "Connection lock"));
        Queue<std::optional<std::int64_t>> queue(lab, TS_NAME("name", "Messages"));
        Thread sender(lab, TS_NAME("name", "Sender"), [&] { send(lab, listener.port()); });
        Connection connection = listener.accept();

        std::list<Thread> crew;
        for (std::int64_t i = 1; i <= followers; ++i)
            crew.emplace_back(
                lab, fmt::format("Follower {}", i), [&, i] { follow(lab, connection, lock, queue, i); },
                Thread::Options{.group = "Followers"});
        std::list<Thread> pool;
        for (std::int64_t i = 1; i <= workers; ++i)
            pool.emplace_back(
                lab, fmt::format("Worker {}", i), [&] { work(lab, queue); },
                Thread::Options{.group = "Workers"});
        for (Thread& follower : crew)
            follower.join();
        // Whoever reads the connection's end says so to the workers; one who died before has told nobody.
        if (m_dead == 0)
            for (std::int64_t i = 1; i <= workers; ++i)
                queue.put(std::nullopt);
        for (Thread& worker : pool)
            worker.join();
    }

    Findings findings() const override
    {
        Findings found;
        found.add("received", TS_TEXT("follow", "Received"), m_received.value());
        found.add("rejected", TS_TEXT("follow", "Rejected"), m_rejected.value());
        found.add("processed", TS_TEXT("follow", "Processed"), m_processed.value());
        found.add("stalled", TS_TEXT("follow", "Stalled"), m_dead != 0);
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const std::int64_t received = found.integer("received");
        const std::int64_t rejected = found.integer("rejected");
        const std::int64_t processed = found.integer("processed");
        if (m_dead != 0)
            return whatStalled(received);
        if (outcome == Outcome::running)
            return Text(TS_TEXT("follow", "So far: %1 of %2 messages received, %3 rejected, %4 processed."))
                .arg(received)
                .arg(messages.value())
                .arg(rejected)
                .arg(processed);
        if (outcome != Outcome::finished)
            return Text(TS_TEXT("follow",
                                "Ended early: %1 of %2 messages received, %3 rejected, %4 processed."))
                .arg(received)
                .of("received")
                .arg(messages.value())
                .arg(rejected)
                .of("rejected")
                .arg(processed)
                .of("processed");
        if (rejected == 0)
            return Text(TS_TEXT("follow", "There was no bad message: all %1 were processed."))
                .arg(processed)
                .of("processed");
        return Text(TS_PLURAL("follow",
                              "No: %n bad messages were rejected, the lock was let go of each time, and the "
                              "other %1 of %2 were processed."))
            .arg(processed)
            .of("processed")
            .arg(received)
            .of("received")
            .count(rejected);
    }

private:
    using Messages = Queue<std::optional<std::int64_t>>;

    // Messages are due by the clock, and those that are due go out together: few waits are as short as 1 / rate.
    void send(Lab& lab, std::uint16_t port)
    {
        constexpr double kNearlyOne = 0.99;
        constexpr std::int64_t kHundred = 100;
        Connection connection(lab, TS_NAME("name", "Sending"), port);
        double due = 0;
        std::int64_t beforeNs = lab.elapsedNs();
        for (std::int64_t sent = 0; sent < messages;) {
            const auto rate = static_cast<double>(ratePerS);
            lab.pauseForRate(ratePerS);
            const std::int64_t nowNs = lab.elapsedNs();
            due += static_cast<double>(nowNs - beforeNs) * 1e-9 * rate;
            beforeNs = nowNs;
            for (; due > kNearlyOne && sent < messages; due -= 1) {
                ++sent;
                const bool bad = lab.random(1, kHundred) <= badPercent;
                connection.send(fmt::format("{{\"id\": {}{}\n", sent, bad ? "" : "}"));
            }
        }
    }

    static std::int64_t parse(const std::string& line)
    {
        constexpr std::string_view kBegin = "{\"id\": ";
        std::int64_t id = 0;
        const char* const end = line.data() + line.size();
        if (!line.starts_with(kBegin) || !line.ends_with('}') ||
            std::from_chars(line.data() + kBegin.size(), end, id).ptr != end - 1)
            throw BadMessage(line);
        return id;
    }

    // What is read of it under the lock: the message, or nothing at the connection's end. Throws BadMessage.
    std::optional<std::int64_t> next(Connection& connection, Counter& mine)
    {
        const std::optional<std::string> line = connection.receiveLine();
        if (!line)
            return std::nullopt;
        m_received.add();
        mine.add();
        Lab::showNumber(mine);
        return parse(*line);
    }

    void follow(Lab& lab, Connection& connection, Lock& lock, Messages& queue, std::int64_t number)
    {
        Counter mine;
        Lab::showNumber(0);
        const auto acquireRelease = [&] {
            lock.lock();
            const std::optional<std::int64_t> message = next(connection, mine);
            lock.unlock();
            return message;
        };
        const auto with = [&]() -> std::optional<std::int64_t> {
            for (;;) {
                try {
                    const std::scoped_lock held(lock);
                    return next(connection, mine);
                } catch (const BadMessage& bad) {
                    m_rejected.add();
                    lab.print(fmt::format("Follower {} rejects {}", number, bad.what()));
                }
            }
        };
        try {
            while (const auto message = style.is("with") ? with() : acquireRelease())
                queue.put(message);
        } catch (const BadMessage& bad) { // as Python's threads do, it ends with a line and nothing else
            m_rejected.add();
            m_dead.set(number);
            lab.print(
                fmt::format("Exception in Follower {}: bad message {}. It ends, and the lock is still held.",
                            number, bad.what()));
        }
    }

    void work(Lab& lab, Messages& queue)
    {
        const OperationName processing = lab.operation(TS_NAME("name", "message"));
        Counter mine;
        Lab::showNumber(0);
        while (const auto message = queue.get()) {
            const Operation box(processing, *message);
            lab.pause(workMs);
            m_processed.add();
            mine.add();
            Lab::showNumber(mine);
        }
    }

    Text whatStalled(std::int64_t received) const
    {
        const NameArg dead{fmt::format("Follower {}", m_dead.value())};
        if (followers == 1)
            return Text(TS_TEXT("follow",
                                "Yes: %1 died of a bad message with the lock held. Nobody else reads: after "
                                "%2 of %3 messages all workers wait for ever."))
                .arg(dead)
                .arg(received)
                .of("received")
                .arg(messages.value());
        return Text(
                   TS_PLURAL("follow",
                             "Yes: %1 died of a bad message with the lock held. %n others wait for that lock "
                             "for ever, and the workers for messages: %2 of %3 were received."))
            .arg(dead)
            .arg(received)
            .of("received")
            .arg(messages.value())
            .count(followers - 1);
    }

    Choice style{
        this,
        "style",
        TS_TEXT("follow", "The lock is let go of"),
        {{"acquire-release", TS_TEXT("follow", "by the next line")}, {"with", TS_TEXT("follow", "always")}},
        kRules.about(TS_TEXT("follow",
                             "By the next line, acquire() .. release(): an exception jumps over it. "
                             "Always, with lock: an exception lets go of it too."))};
    Integer followers{this, "followers", TS_TEXT("follow", "Followers"), 2, {1, 8}, kWho};
    Integer badPercent{
        this,
        "bad_percent",
        TS_TEXT("follow", "Bad messages"),
        5,
        {0, 100},
        kRules.live().in("%").about(TS_TEXT("follow", "By chance; a bad one cannot be read."))};
    Integer ratePerS{this, "rate_per_s", TS_TEXT("follow", "Messages a second"),
                     100,  {1, 100000},  kHowLong.live().in("/s")};
    Integer workers{this, "workers", TS_TEXT("follow", "Workers"), 2, {1, 32}, kWho};
    Integer workMs{
        this,
        "work_ms",
        TS_TEXT("follow", "Work with a message"),
        0,
        {0, 1000},
        kRules.live().in("ms").about(TS_TEXT("follow", "A worker's, after it took it from the queue."))};
    Integer messages{this, "messages", TS_TEXT("follow", "Messages"), 200, {1, 100000}, kRules};
    Real seconds{this, "seconds", TS_TEXT("follow", "Time"), 10, {0, 3600}, kRun.in("s")};

    Counter m_received;
    Counter m_rejected;
    Counter m_processed;
    Counter m_dead; // the follower that was killed by a message; 0: none
};

} // namespace

std::unique_ptr<Experiment> makeFollow()
{
    return std::make_unique<Follow>();
}

} // namespace threadscape
