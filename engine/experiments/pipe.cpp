#include "lab/processes.h"

#include "kernels/echo_message.h"

namespace threadscape {

namespace {

using Bytes = std::span<const std::byte>;

/// Messages to another process and back, one at a time.
class PipeExperiment final : public Experiment {
public:
    PipeExperiment()
        : Experiment({"pipe", TS_TEXT("topic", "Processes"), TS_TEXT("pipe", "Messages"),
                      TS_TEXT("pipe", "What does a message to another process cost?")})
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), rounds = 5000);
        preset("queue", TS_TEXT("preset", "Queue"), lecture, via = "queue");
        preset("socket", TS_TEXT("preset", "Socket"), lecture, via = "socket");
        preset("shared-memory", TS_TEXT("preset", "Shared memory"), lecture, via = "shared");
        preset("megabytes", TS_TEXT("preset", "Megabytes"), rounds = 500, bytes = 1048576);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(), histogramPlot(kTrip, TS_TEXT("pipe", "There and back"), 1)});
    }

    void run(Lab& lab) override
    {
        if (via.is("queue"))
            viaQueues(lab);
        else if (via.is("shared"))
            viaMemory(lab);
        else
            viaPipe(lab, via.is("socket"));
        time.stop();
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("no more than all rounds", found[done] <= rounds)
                .claiming("all of them at the end", outcome != Outcome::finished || found[done] == rounds);
        };
        if (found[done] == 0)
            return told(outcome == Outcome::running ? TS_TEXT("pipe", "No message came back yet.")
                                                    : TS_TEXT("pipe", "Ended before a message came back."))
                .claiming("nothing is known", !found.know(median));
        if (!found[intact])
            return told(Text(TS_PLURAL("pipe", "%1 of %n messages came back changed: that must not be."),
                             wrong.value())
                            .count(found[done]))
                .claiming("some did", wrong > 0);
        const auto measured = [&](Text&& sentence) {
            return told(std::move(sentence))
                .claiming("it is measured", found[median] > 0)
                .claiming("each came back as it was", found[intact]);
        };
        if (outcome == Outcome::running)
            return measured(
                Text(TS_PLURAL("pipe", "So far %1 there and back, the median of %n rounds."), found(median))
                    .count(found[done]));
        if (found[done] == 1)
            return measured(
                Text(TS_PLURAL("pipe", "%1 there and back for %n bytes over %2, once."), found(median), via)
                    .count(bytes));
        if (!found.know(p99))
            return measured(
                       Text(TS_PLURAL("pipe",
                                      "%1 there and back for %n bytes over %2: the median of %3 messages."),
                            found(median), via, found[done])
                           .count(bytes))
                .claiming("there are too few for 1 in 100", found[done] < Durations::kForP99);
        const auto withTail = [&](Text&& sentence) {
            return measured(std::move(sentence))
                .claiming("1 in 100 is known",
                          found[done] >= Durations::kForP99 && found[p99] >= found[median]);
        };
        constexpr std::int64_t kLarge = 16'384; // copying it takes as long as waking somebody
        if (bytes >= kLarge)
            return withTail(
                       Text(TS_PLURAL("pipe", "%1 there and back for %n bytes over %2, 1 in 100 takes %3 "
                                              "or more: %4 MB each second."),
                            found(median), via, found(p99), found(throughput).digits(0))
                           .count(bytes))
                .claiming("it is so fast", found[throughput] > 0);
        return withTail(Text(TS_PLURAL("pipe", "%1 there and back for %n bytes over %2, 1 in 100 takes %3 or "
                                               "more: each time the system has to wake the other process."),
                             found(median), via, found(p99))
                            .count(bytes))
            .claiming("there is hardly anything to copy", bytes < kLarge);
    }

private:
    /// The other process, which answers until messages end.
    Children partner(Lab& lab, std::vector<Handout> hand) const
    {
        return {
            lab, partnerLane, kEchoTask, static_cast<std::uint32_t>(via.index()), {.hand = std::move(hand)}};
    }

    /// `exchange(message)` returns what came back.
    void go(Lab& lab, const std::function<Bytes(Bytes)>& exchange)
    {
        const OperationName trip = lab.operation(kTrip);
        std::vector<std::byte> message(static_cast<std::size_t>(bytes));
        const auto timed = [&](std::int64_t round) {
            const Operation box(trip, round + 1);
            const std::int64_t sinceNs = lab.elapsedNs();
            const Bytes back = exchange(message);
            trips.add(lab.elapsedNs() - sinceNs); // not one that a stop has cut short
            return back;
        };
        // The first one waits for the other process to start, which is not a message's cost.
        for (std::int64_t round = -1; round < rounds; ++round) {
            fillMessage(message, round);
            if (round == 0)
                time.start();
            if (!isInverted(round < 0 ? exchange(message) : timed(round), message))
                wrong.add();
        }
    }

    void viaPipe(Lab& lab, bool socket)
    {
        Pipe pipe(lab, socket ? TS_NAME("name", "Socket") : TS_NAME("name", "Pipe"),
                  socket ? PipeVia::socket : PipeVia::pipe);
        const Children other = partner(lab, {pipe.second.handout()});
        pipe.second.close();
        go(lab, [&](Bytes message) {
            return pipe.first.send(message) ? pipe.first.receive().value_or(Bytes()) : Bytes();
        });
        pipe.first.close();
        other.join();
    }

    void viaQueues(Lab& lab)
    {
        constexpr std::size_t kRoom = 65'536;
        const std::size_t room = 2 * static_cast<std::size_t>(bytes) + kRoom;
        ProcessQueue there(lab, TS_NAME("name", "There"), room);
        ProcessQueue back(lab, TS_NAME("name", "Back"), room);
        const Children other = partner(lab, {there.handout(), back.handout()});
        std::vector<std::byte> answer;
        go(lab, [&](Bytes message) -> Bytes {
            there.put(message);
            back.get(answer);
            return answer;
        });
        there.put({}); // an empty message is not used otherwise
        other.join();
    }

    void viaMemory(Lab& lab)
    {
        Mailbox mailbox(lab, static_cast<std::size_t>(bytes));
        const Children other = partner(lab, mailbox.handouts());
        go(lab, [&](Bytes message) { return mailbox.exchange(message); });
        mailbox.end();
        other.join();
    }

    /// nullopt before the first answer.
    template <typename T>
    std::optional<T> known(T value) const
    {
        return all->count > 0 ? std::optional(value) : std::nullopt;
    }

    Integer rounds{this, "rounds", TS_TEXT("pipe", "Rounds"), 1000, kWho.between(1, 1000000)};
    Integer bytes{this, "bytes", TS_TEXT("pipe", "Bytes of a message"), 64,
                  kWho.between(1, 1048576).in("bytes")};
    OneOf<"pipe", "queue", "socket", "shared"> via{
        this, "via", TS_TEXT("pipe", "Via"),
        words(TS_TEXT("pipe", "pipe"), TS_TEXT("pipe", "queue"), TS_TEXT("pipe", "socket"),
              TS_TEXT("pipe", "shared memory")),
        kRules.about(TS_TEXT("pipe",
                             "Queue: messages lie in memory that both share. Shared memory: one place, a "
                             "lock and a condition; the two take turns."))};

    static constexpr const char* kTrip = TS_NAME("name", "there and back");
    Group mainThread{this, Group::Main{}};
    Group partnerLane{this, TS_TEXT("pipe", "Processes"), TS_NAME("name", "Process"), 1, kHyphened};

    Durations trips;
    Stopwatch time; // of all rounds
    Counter wrong;
    Basis<Durations::Summary> all{this, [this] { return trips.summary(); }};
    Measured median{this, "round_trip_median_us", TS_TEXT("pipe", "There and back, median"),
                    [this] { return known(1e3 * all->medianMs); }, "us"};
    Measured p99{this, "round_trip_p99_us", TS_TEXT("pipe", "There and back, 99 of 100 within"),
                 [this] { return all->count >= Durations::kForP99 ? known(1e3 * all->p99Ms) : std::nullopt; },
                 "us"};
    Measured throughput{
        this, "throughput_mb_per_s", TS_TEXT("pipe", "Throughput"),
        [this] { return known(2e-6 * static_cast<double>(all->count * bytes) / time.seconds()); }, "MB/s"};
    Derived<bool> intact{this, "intact", TS_TEXT("pipe", "Came back intact"),
                         [this] { return known(wrong == 0); }};
    Whole done{this, "rounds_done", TS_TEXT("pipe", "Rounds"), [this] { return all->count; }};
};

void answerPipe(WorkerContext& context)
{
    PipeEnd line(context.take(0));
    std::vector<std::byte> answer;
    while (const auto message = line.receive()) {
        answer.assign(message->begin(), message->end());
        invertMessage(answer);
        line.send(answer);
    }
}

void answerQueues(WorkerContext& context)
{
    ProcessQueue there(context.take(0));
    ProcessQueue back(context.take(1));
    std::vector<std::byte> message;
    for (there.get(message); !message.empty(); there.get(message)) {
        invertMessage(message);
        back.put(message);
    }
}

void answerMemory(WorkerContext& context)
{
    Mailbox mailbox(context);
    while (mailbox.answer(&invertMessage)) {
    }
}

// The other process. `via`: the index of the transport among the setting's words.
int echoTask(WorkerContext& context, std::uint32_t via)
{
    constexpr std::array kAnswers{&answerPipe, &answerQueues, &answerPipe, &answerMemory};
    if (via >= kAnswers.size())
        return kBadArguments;
    kAnswers[via](context);
    return 0;
}

} // namespace

const WorkerTask kEchoTask{"echo", &ordered<echoTask>};

THREADSCAPE_MAKES(PipeExperiment)

} // namespace threadscape
