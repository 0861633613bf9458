#include "lab/lab.h"

namespace threadscape {

namespace {

/// Whose turn it is with a block of memory that two processes share, and the bytes that go to and fro in it.
class Mailbox {
public:
    static constexpr std::size_t kHead = sizeof(std::uint64_t);

    Mailbox(const ProcessBlock& block, ProcessLock& lock, ProcessCondition& changed)
        : m_block(block), m_lock(lock), m_changed(changed)
    {
    }

    /// Puts `message` there for the other side, and waits until `answer` lies there.
    void exchange(std::span<const std::byte> message, std::span<std::byte> answer)
    {
        const std::scoped_lock held(m_lock);
        std::ranges::copy(message, bytes().begin());
        give(Turn::theirs);
        while (turn() == Turn::theirs)
            m_changed.wait();
        std::ranges::copy(bytes(), answer.begin());
    }
    /// The other side has nothing more to wait for.
    void end()
    {
        const std::scoped_lock held(m_lock);
        give(Turn::over);
    }

    /// The other side: waits for a message, and `change` makes the answer of it. False: there are no more.
    template <typename Change>
    bool answer(Change&& change)
    {
        const std::scoped_lock held(m_lock);
        while (turn() == Turn::ours)
            m_changed.wait();
        if (turn() == Turn::over)
            return false;
        change(bytes());
        give(Turn::ours);
        return true;
    }

private:
    enum class Turn : std::uint8_t { ours, theirs, over }; // fresh memory is zero

    std::span<std::byte> bytes() const { return m_block.bytes().subspan(kHead); }
    Turn turn() const { return static_cast<Turn>(m_block.bytes()[0]); }
    void give(Turn turn)
    {
        m_block.bytes()[0] = static_cast<std::byte>(turn);
        m_changed.notifyOne();
    }

    const ProcessBlock& m_block;
    ProcessLock& m_lock;
    ProcessCondition& m_changed;
};

/// In the order of the setting's choices.
enum class Via : std::uint32_t { pipe, queue, socket, shared };

/// What comes back is what was sent, each byte turned over: so nobody mistakes his own bytes for an answer.
void turnOver(std::span<std::byte> bytes)
{
    for (std::byte& byte : bytes)
        byte = ~byte;
}

/// Messages to another process and back, one at a time.
class PipeExperiment final : public Experiment {
public:
    PipeExperiment()
        : Experiment({.id = "pipe",
                      .topic = TS_TEXT("topic", "Processes"),
                      .title = TS_TEXT("pipe", "Messages"),
                      .question = TS_TEXT("pipe", "What does a message to another process cost?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {{"rounds", "5000"}}},
            {.name = "queue",
             .label = TS_TEXT("preset", "Queue"),
             .settings = {{"rounds", "5000"}, {"via", "queue"}}},
            {.name = "socket",
             .label = TS_TEXT("preset", "Socket"),
             .settings = {{"rounds", "5000"}, {"via", "socket"}}},
            {.name = "shared-memory",
             .label = TS_TEXT("preset", "Shared memory"),
             .settings = {{"rounds", "5000"}, {"via", "shared"}}},
            {.name = "megabytes",
             .label = TS_TEXT("preset", "Megabytes"),
             .settings = {{"rounds", "500"}, {"bytes", "1048576"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {{.kind = PlotSpec::Kind::timeline, .share = 1},
                {.kind = PlotSpec::Kind::histogram,
                 .share = 1,
                 .variable = "there and back",
                 .title = TS_TEXT("pipe", "There and back")}};
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {mainLane(),
                {TS_TEXT("pipe", "Processes"), TS_NAME("name", "Process"), 1, {}, LaneNaming::hyphened}};
    }

    void run(Lab& lab) override
    {
        m_text = lab.operation(TS_NAME("name", "there and back"));
        if (via.is("queue"))
            viaQueues(lab);
        else if (via.is("shared"))
            viaMemory(lab);
        else
            viaPipe(lab, via.is("socket") ? PipeVia::socket : PipeVia::pipe);
        m_all.stop();
    }

    Findings findings() const override
    {
        const Durations::Summary trips = m_trips.summary();
        const double seconds = m_all.seconds();
        Findings found;
        const auto known = [&](FindingValue value) {
            return trips.count > 0 ? std::move(value) : FindingValue();
        };
        constexpr double kUsPerMs = 1e3;
        found.add("round_trip_median_us", TS_TEXT("pipe", "There and back, median"),
                  known(trips.medianMs * kUsPerMs), "us");
        found.add("round_trip_p99_us", TS_TEXT("pipe", "There and back, 99 of 100 within"),
                  known(trips.p99Ms * kUsPerMs), "us");
        const double megabytes = 2e-6 * static_cast<double>(trips.count * bytes);
        found.add("throughput_mb_per_s", TS_TEXT("pipe", "Throughput"),
                  seconds > 0 ? known(megabytes / seconds) : FindingValue(), "MB/s");
        found.add("intact", TS_TEXT("pipe", "Came back intact"), known(m_wrong == 0));
        found.add("rounds_done", TS_TEXT("pipe", "Rounds"), trips.count);
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const std::int64_t done = found.integer("rounds_done");
        if (done == 0)
            return TS_TEXT("pipe", "No message came back yet.");
        const DurationArg median{static_cast<std::int64_t>(found.number("round_trip_median_us") * 1e3)};
        if (m_wrong > 0)
            return Text(TS_TEXT("pipe", "%1 of %2 messages came back changed: that must not be."))
                .arg(m_wrong.value())
                .arg(done);
        if (outcome == Outcome::running)
            return Text(TS_TEXT("pipe", "So far %1 there and back, the median of %2 rounds."))
                .arg(median)
                .of("round_trip_median_us")
                .arg(done);
        return Text(TS_TEXT("pipe",
                            "%1 there and back for %2 bytes over %3, 1 in 100 takes %4 or more: each time "
                            "the system has to wake the other process."))
            .arg(median)
            .of("round_trip_median_us")
            .arg(bytes.value())
            .arg(via.spec().choices[via.index()].label)
            .arg(DurationArg{static_cast<std::int64_t>(found.number("round_trip_p99_us") * 1e3)})
            .of("round_trip_p99_us");
    }

private:
    std::unique_ptr<Process> start(Lab& lab, std::vector<Handout> hand) const
    {
        auto process = Process::start(lab.recorder(), laneName("Process", LaneNaming::hyphened, 1), kEchoTask,
                                      packArguments(static_cast<std::uint32_t>(via.index())),
                                      {.group = "Processes", .hand = std::move(hand)});
        if (!process)
            throw Misuse(process.error().text);
        return std::move(*process);
    }

    /// `exchange(message)` returns what came back.
    template <typename Exchange>
    void go(Exchange&& exchange)
    {
        std::vector<std::byte> message(static_cast<std::size_t>(bytes.value()));
        // The first one waits for the other process to begin: that is no message's cost.
        for (std::int64_t round = -1; round < rounds; ++round) {
            for (std::size_t i = 0; i < message.size(); ++i)
                message[i] = static_cast<std::byte>(static_cast<std::size_t>(round) * 31 + i * 7 + i / 251);
            if (round == 0)
                m_all.start();
            std::optional<Operation> box;
            std::optional<Durations::Scope> timed;
            if (round >= 0) {
                box.emplace(m_text, round + 1);
                timed.emplace(m_trips);
            }
            std::span<const std::byte> back = exchange(message);
            timed.reset();
            box.reset();
            bool intact = back.size() == message.size();
            for (std::size_t i = 0; i < message.size() && intact; ++i)
                intact = back[i] == ~message[i];
            if (!intact)
                m_wrong.add();
        }
    }

    void viaPipe(Lab& lab, PipeVia carrier)
    {
        Pipe pipe(lab, carrier == PipeVia::socket ? TS_NAME("name", "Socket") : TS_NAME("name", "Pipe"),
                  carrier);
        const auto process = start(lab, {pipe.second.handout()});
        pipe.second.close();
        go([&](std::span<const std::byte> message) -> std::span<const std::byte> {
            if (!pipe.first.send(message))
                return {};
            return pipe.first.receive().value_or(std::span<const std::byte>());
        });
        pipe.first.close();
        process->joinSeen();
    }

    void viaQueues(Lab& lab)
    {
        constexpr std::size_t kRoom = 65'536;
        const std::size_t room = 2 * static_cast<std::size_t>(bytes.value()) + kRoom;
        ProcessQueue there(lab, TS_NAME("name", "There"), room);
        ProcessQueue back(lab, TS_NAME("name", "Back"), room);
        const auto process = start(lab, {there.handout(), back.handout()});
        std::vector<std::byte> answer;
        go([&](std::span<const std::byte> message) -> std::span<const std::byte> {
            there.put(message);
            back.get(answer);
            return answer;
        });
        there.put({}); // no message has no bytes
        process->joinSeen();
    }

    void viaMemory(Lab& lab)
    {
        ProcessLock lock(lab, TS_NAME("name", "Lock"));
        ProcessCondition changed(lab, TS_NAME("name", "Turn"), lock);
        const ProcessBlock block(lab, TS_NAME("name", "Memory"),
                                 Mailbox::kHead + static_cast<std::size_t>(bytes.value()));
        const auto process = start(lab, {lock.handout(), changed.handout(), block.handout()});
        Mailbox mailbox(block, lock, changed);
        std::vector<std::byte> answer(static_cast<std::size_t>(bytes.value()));
        go([&](std::span<const std::byte> message) -> std::span<const std::byte> {
            mailbox.exchange(message, answer);
            return answer;
        });
        mailbox.end();
        process->joinSeen();
    }

    Integer rounds{this, "rounds", TS_TEXT("pipe", "Rounds"), 1000, {1, 1000000}, kWho};
    Integer bytes{this, "bytes", TS_TEXT("pipe", "Bytes of a message"), 64, {1, 1048576}, kWho.in("bytes")};
    Choice via{this,
               "via",
               TS_TEXT("pipe", "Via"),
               {{"pipe", TS_TEXT("pipe", "pipe")},
                {"queue", TS_TEXT("pipe", "queue")},
                {"socket", TS_TEXT("pipe", "socket")},
                {"shared", TS_TEXT("pipe", "shared memory")}},
               kRules.about(TS_TEXT(
                   "pipe", "Queue: messages lie in memory that both share. Shared memory: one place, a "
                           "lock and a condition; the two take turns."))};

    OperationName m_text;
    Durations m_trips;
    Stopwatch m_all;
    Counter m_wrong;
};

void answerPipe(WorkerContext& context)
{
    PipeEnd line(context.take(0));
    std::vector<std::byte> answer;
    while (const auto message = line.receive()) {
        answer.assign(message->begin(), message->end());
        turnOver(answer);
        line.send(answer);
    }
}

void answerQueues(WorkerContext& context)
{
    ProcessQueue there(context.take(0));
    ProcessQueue back(context.take(1));
    std::vector<std::byte> message;
    for (there.get(message); !message.empty(); there.get(message)) {
        turnOver(message);
        back.put(message);
    }
}

void answerMemory(WorkerContext& context)
{
    ProcessLock lock(context.take(0));
    ProcessCondition changed(context.take(1), lock);
    const ProcessBlock block(context.take(2));
    Mailbox mailbox(block, lock, changed);
    while (mailbox.answer(turnOver)) {
    }
}

// The other process. Arguments: what carries the messages, as a number.
int echoTask(WorkerContext& context, std::span<const std::byte> arguments)
{
    const auto values = unpackArguments<std::uint32_t>(arguments);
    if (!values)
        return kBadArguments;
    switch (static_cast<Via>(std::get<0>(*values))) {
    case Via::pipe:
    case Via::socket: answerPipe(context); break;
    case Via::queue: answerQueues(context); break;
    case Via::shared: answerMemory(context); break;
    }
    return 0;
}

} // namespace

const WorkerTask kEchoTask{"echo", &echoTask};

std::unique_ptr<Experiment> makePipeExperiment()
{
    return std::make_unique<PipeExperiment>();
}

} // namespace threadscape
