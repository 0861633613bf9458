#include "kernels/numbered_message.h"
#include "lab/processes.h"

#include <fmt/format.h>

namespace threadscape {

namespace {

/// Followers take messages from a connection, one at a time, and queue them for workers. Some messages are bad.
class Follow final : public Experiment {
public:
    Follow()
        : Experiment({"follow", TS_TEXT("topic", "Conditions"), TS_TEXT("follow", "Follow a connection"),
                      TS_TEXT("follow", "Does a bad message stop the reader?")})
    {
        preset("lecture", TS_TEXT("preset", "Lecture"), style = "acquire-release", badPercent = 20,
               ratePerS = 40, workMs = 50, messages = 60, seconds = 4);
        preset("with", TS_TEXT("preset", "Lets go of the lock"), style = "with", badPercent = 20,
               ratePerS = 40, workMs = 50);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(5), waitingPlot(2), valuesPlot(kMessages, 2)});
    }

    double plannedSeconds() const override
    {
        // With a lock that is never released the run lasts until its time is up.
        const double sending = static_cast<double>(messages) / static_cast<double>(ratePerS);
        return style.is("with") || badPercent == 0 ? sending + secondsOfPauses(workMs) : seconds;
    }

    void run(Lab& lab) override
    {
        Listener listener(lab, TS_NAME("name", "Port"));
        Lock lock(lab, TS_NAME("name", "Connection lock"));
        Queue<std::optional<std::int64_t>> queue(lab, kMessages.name);
        // Not the subject of the picture, but it determines whether the workers end.
        Shared<std::int64_t> ended(lab, Shared<std::int64_t>::Silent{}, TS_NAME("name", "Ended"), 0);
        Thread sender(lab, TS_NAME("name", "Sender"), [&] { send(lab, listener.port()); });
        Connection connection = listener.accept();

        // Reads under the lock: the message, or nullopt at the connection's end. Throws BadMessage.
        const auto next = [&]() -> std::optional<std::int64_t> {
            const std::optional<std::string> line = connection.receiveLine();
            if (!line)
                return std::nullopt;
            Lab::countNumber(received);
            return idOf(*line);
        };
        const auto acquireRelease = [&] {
            lock.lock();
            const auto message = next();
            lock.unlock();
            return message;
        };
        const auto with = [&](const std::string& name) {
            for (;;)
                try {
                    const std::scoped_lock held(lock);
                    return next();
                } catch (const BadMessage& bad) {
                    rejected.add();
                    lab.print(fmt::format("{} rejects {}", name, bad.what()));
                }
        };
        Threads following(lab, followerLanes, [&](std::int64_t number) {
            const std::string name = followerLanes.name(number);
            Lab::showNumber(0);
            try {
                while (const auto message = style.is("with") ? with(name) : acquireRelease())
                    queue.put(message);
                ended.write(1);
            } catch (const BadMessage& bad) { // like a Python thread, it ends with a printed line only
                rejected.add();
                dead.set(name);
                lab.print(fmt::format("Exception in {}: bad message {}. It ends, and the lock is still held.",
                                      name, bad.what()));
            }
        });
        const OperationName processing = lab.operation(TS_NAME("name", "message"));
        Threads working(lab, workerLanes, [&] {
            Lab::showNumber(0);
            while (const auto message = queue.get()) {
                const Operation box(processing, *message);
                lab.pause(workMs);
                Lab::countNumber(processed);
            }
        });
        following.join();
        // The follower that reads the connection's end reports it to the workers; one that died before has not.
        if (ended.read() == 1)
            for (std::int64_t i = 1; i <= workers; ++i)
                queue.put(std::nullopt);
        working.join();
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (const auto name = dead.value()) {
            if (followers == 1)
                return Text(TS_TEXT("follow", "Yes: %1 died of a bad message with the lock held. Nobody else "
                                              "reads: after %2 of %3 messages all workers wait for ever."),
                            NameArg{*name}, found(received), messages);
            return Text(TS_PLURAL("follow",
                                  "Yes: %1 died of a bad message with the lock held. %n others wait for that "
                                  "lock for ever, and the workers for messages: %2 of %3 were received."),
                        NameArg{*name}, found(received), messages)
                .count(followers - 1);
        }
        if (outcome == Outcome::running)
            return Text(TS_TEXT("follow", "So far: %1 of %2 messages received, %3 rejected, %4 processed."),
                        found[received], messages, found[rejected], found[processed]);
        if (outcome != Outcome::finished)
            return Text(
                TS_TEXT("follow", "Ended early: %1 of %2 messages received, %3 rejected, %4 processed."),
                found(received), messages, found(rejected), found(processed));
        if (found[rejected] == 0)
            return Text(TS_TEXT("follow", "There was no bad message: all %1 were processed."),
                        found(processed));
        return Text(TS_PLURAL("follow", "No: %n bad messages were rejected, the lock was let go of each "
                                        "time, and the other %1 of %2 were processed."),
                    found(processed), found(received))
            .count(found[rejected]);
    }

private:
    void send(Lab& lab, std::uint16_t port)
    {
        constexpr std::int64_t kHundred = 100;
        Connection connection(lab, TS_NAME("name", "Sending"), port);
        std::int64_t sent = 0;
        for (Due due(lab, ratePerS); sent < messages;)
            for (due.wait(); sent < messages && due.take();) {
                const bool bad = lab.random(1, kHundred) <= badPercent;
                connection.send(numberedMessage(++sent, bad) + '\n');
            }
    }

    OneOf<"acquire-release", "with"> style{
        this, "style", TS_TEXT("follow", "The lock is let go of"),
        words(TS_TEXT("follow", "by the next line"), TS_TEXT("follow", "always")),
        kRules.about(TS_TEXT("follow", "By the next line, acquire() .. release(): an exception jumps over "
                                       "it. Always, with lock: an exception lets go of it too."))};
    Integer followers{this, "followers", TS_TEXT("follow", "Followers"), 2, kWho.between(1, 8)};
    Integer badPercent{this, "bad_percent", TS_TEXT("follow", "Bad messages"), 5,
                       kRules.between(0, 100).live().in("%").about(
                           TS_TEXT("follow", "By chance; a bad one cannot be read."))};
    Integer ratePerS{this, "rate_per_s", TS_TEXT("follow", "Messages a second"), 100,
                     kHowLong.between(1, 100000).live().in("/s")};
    Integer workers{this, "workers", TS_TEXT("follow", "Workers"), 2, kWho.between(1, 32)};
    Integer workMs{this, "work_ms", TS_TEXT("follow", "Work with a message"), 0,
                   kRules.between(0, 1000).live().in("ms").about(
                       TS_TEXT("follow", "A worker's, after it took it from the queue."))};
    Integer messages{this, "messages", TS_TEXT("follow", "Messages"), 200, kRules.between(1, 100000)};
    Real seconds{this, "seconds", TS_TEXT("follow", "Time"), 10, kRun.between(0, 3600).in("s")};

    static constexpr Variable kMessages{TS_NAME("name", "Messages"), "", TS_TEXT("follow", "Queued")};
    Group followerLanes{this, TS_TEXT("follow", "Followers"), TS_NAME("name", "Follower"), followers,
                        kSpaced.counting(TS_TEXT("follow", "received"))};
    Group workerLanes{this, TS_TEXT("follow", "Workers"), TS_NAME("name", "Worker"), workers,
                      kSpaced.counting(TS_TEXT("follow", "processed"))};

    PublishedValue<std::string> dead; // the follower that was killed by a message
    Count received{this, "received", TS_TEXT("follow", "Received"), addsUp()};
    Count rejected{this, "rejected", TS_TEXT("follow", "Rejected"), addsUp()};
    Count processed{this, "processed", TS_TEXT("follow", "Processed"), addsUp()};
    Derived<bool> stalled{this, "stalled", TS_TEXT("follow", "Stalled"),
                          [this] { return dead.value().has_value(); }};
};

} // namespace

THREADSCAPE_MAKES(Follow)

} // namespace threadscape
