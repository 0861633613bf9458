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
        // What was read is bad: it begins anew by calling itself, and waits for the lock that it still holds.
        const std::function<void(const std::string&)> untilTheEnd = [&](const std::string& name) {
            try {
                while (const auto message = acquireRelease())
                    queue.put(message);
            } catch (const BadMessage& bad) {
                rejected.add();
                lab.print(fmt::format("{} rejects {}, and calls itself", name, bad.what()));
                untilTheEnd(name);
            }
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
            if (style.is("with"))
                while (const auto message = with(name))
                    queue.put(message);
            else
                untilTheEnd(name);
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
        following.join(); // returns when each has read the connection's end
        for (std::int64_t i = 1; i <= workers; ++i)
            queue.put(std::nullopt);
        working.join();
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        if (found[stalled]) {
            const std::vector<std::string> circle = found[cycle];
            const NameArg who{circle.empty() ? std::string() : circle.front()};
            Text sentence =
                followers == 1
                    ? Text(TS_TEXT("follow",
                                   "Yes: %1 caught the error, called itself, and waits for the lock "
                                   "that it holds itself. Nobody else reads: %2 of %3 messages were "
                                   "received."),
                           who, found(received), messages)
                    : Text(
                          TS_PLURAL("follow",
                                    "Yes: %1 caught the error, called itself, and waits for the lock that it "
                                    "holds itself. %n other followers need that lock too: %2 of %3 messages "
                                    "were received."),
                          who, found(received), messages)
                          .count(followers - 1);
            return Answer(std::move(sentence))
                .claiming("one thread waits for one lock", circle.size() == 2)
                .claiming("the lock is not let go of", style.is("acquire-release"))
                .claiming("one message was bad, and only one", found[rejected] == 1)
                .claiming("it was received", found[received] >= 1 && found[received] <= messages)
                .claiming("the run has not ended by itself", outcome != Outcome::finished);
        }
        const auto counts = [&](Template form) {
            return Answer(Text(form, found(received), messages, found(rejected), found(processed)))
                .claiming("no more were received than sent", found[received] <= messages)
                // During a run they are not read at one moment.
                .claiming("each was read once", outcome == Outcome::running ||
                                                    found[processed] + found[rejected] <= found[received]);
        };
        if (outcome == Outcome::running)
            return counts(
                TS_TEXT("follow", "So far: %1 of %2 messages received, %3 rejected, %4 processed."));
        if (outcome != Outcome::finished)
            return counts(
                TS_TEXT("follow", "Ended early: %1 of %2 messages received, %3 rejected, %4 processed."));
        const Answer complete = [&] {
            if (found[rejected] == 0)
                return Answer(Text(TS_PLURAL("follow", "There was no bad message: all %n were processed."))
                                  .count(found[processed]))
                    .claiming("all were processed", found[processed] == messages);
            if (found[processed] == 0)
                return Answer(
                           Text(TS_PLURAL("follow", "No: %n bad messages were rejected, and the lock was let "
                                                    "go of each time. There was no other message."))
                               .count(found[rejected]))
                    .claiming("all were bad", found[rejected] == messages);
            return Answer(
                       Text(TS_PLURAL("follow",
                                      "No: %n bad messages were rejected, the lock was let go of each time, "
                                      "and the other %1 of %2 were processed."),
                            found(processed), found(received))
                           .count(found[rejected]))
                .claiming("some were processed", found[processed] > 0);
        }();
        return Answer(complete)
            .claiming("nothing was lost", found[processed] == found[received] - found[rejected])
            .claiming("all were received", found[received] == messages)
            .claiming("a bad one does no harm where the lock is let go of",
                      found[rejected] == 0 || style.is("with"));
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

    Basis<std::optional<Blocked>> stuck{this, [this] {
                                            auto now = blocked();
                                            // That all wait is seen only after that one waits for itself.
                                            if (now && now->kind != Standstill::Kind::selfWait)
                                                now.reset();
                                            return now;
                                        }};
    Count received{this, "received", TS_TEXT("follow", "Received"), addsUp()};
    Count rejected{this, "rejected", TS_TEXT("follow", "Rejected"), addsUp()};
    Count processed{this, "processed", TS_TEXT("follow", "Processed"), addsUp()};
    Derived<bool> stalled{this, "stalled", TS_TEXT("follow", "Stalled"),
                          [this] { return stuck->has_value(); }};
    Words cycle{this, "cycle", TS_TEXT("follow", "Circle"), [this] { return stuck.map(&Blocked::cycle); }};
};

} // namespace

THREADSCAPE_MAKES(Follow)

} // namespace threadscape
