#include "lab/threads.h"

namespace threadscape {

namespace {

/// Python's (priority, item): the smaller priority first, of equal ones the earlier item.
struct Item {
    std::int64_t priority = 0;
    std::int64_t number = 0;
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees one in what the compiler writes
    friend auto operator<=>(const Item&, const Item&) = default;
};

/// Producers put items into a queue, consumers take them; join waits until all are processed.
class QueueExperiment final : public Experiment {
public:
    QueueExperiment()
        : Experiment({"queue", TS_TEXT("topic", "Queues"), TS_TEXT("queue", "Queue"),
                      TS_TEXT("queue", "Who waits when producers are faster?")})
    {
        const Preset lecture = preset("lecture", TS_TEXT("preset", "Lecture"), producers = 2, consumers = 3,
                                      items = 120, produceMs = 20, consumeMs = 60);
        const Preset small =
            preset("room-for-ten", TS_TEXT("preset", "Room for ten"), lecture, capacity = 10);
        preset("refuse", TS_TEXT("preset", "Refuse"), small, whenFull = "refuse");
        preset("nobody-takes", TS_TEXT("preset", "Nobody takes"), small, consumers = 0, seconds = 3);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(5), valuesPlot(kQueue, 4)});
        line(TS_TEXT("queue", "full"), capacity);
    }

    std::vector<PlotSpec::Band> bands(const PlotSpec& plot) const override
    {
        return capacity == 0 ? std::vector<PlotSpec::Band>() : Experiment::bands(plot);
    }

    double plannedSeconds() const override
    {
        if (consumers == 0)
            return seconds;
        // The longer of producing and consuming, plus a margin.
        const double all = static_cast<double>(items) * secondsOfPauses(1.05);
        const double own = all * std::max(static_cast<double>(produceMs) / static_cast<double>(producers),
                                          static_cast<double>(consumeMs) / static_cast<double>(consumers));
        return seconds > 0 ? std::min(own, seconds.value()) : own;
    }

    void run(Lab& lab) override
    {
        using Discipline = QueueOrder::Discipline;
        if (kind.is("FIFO"))
            work<Queue<Item>>(lab, Discipline::fifo);
        else if (kind.is("LIFO"))
            work<LifoQueue<Item>>(lab, Discipline::lifo);
        else
            work<PriorityQueue<Item>>(lab, Discipline::priority);
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const bool running = outcome == Outcome::running;
        if (consumers == 0 && found[got] == 0)
            if (auto stuck = nobodyTakes(found))
                return running ? *stuck
                               : Answer(*stuck).claiming("it has not ended", outcome != Outcome::finished);
        if (running)
            return Text(TS_PLURAL("queue", "So far: %n items put, %1 taken, %2 in the queue."), found[got],
                        std::max<std::int64_t>(found[put] - found[got], 0))
                .count(found[put]);
        return (outcome == Outcome::finished ? whoWaited(found) : endedEarly(found, outcome))
            .claiming("none was taken that was not put", found[got] <= found[put])
            .claiming("there were no other items", found[put] + found[refused] <= items)
            .claiming("none was refused that had to wait", found[refused] == 0 || refuses());
    }

private:
    bool refuses() const { return whenFull.is("refuse") && capacity > 0; }

    // nullopt: not yet.
    std::optional<Answer> nobodyTakes(const Findings& found) const
    {
        const auto told = [&](Text text) {
            return Answer(std::move(text)).claiming("nobody takes", consumers == 0 && found[got] == 0);
        };
        // The producers that have no room wait; join has not even begun.
        if (capacity > 0 && !refuses() && found[put] == capacity && found[put] < items && found[putWait] > 0)
            return told(Text(TS_PLURAL("queue",
                                       "Everybody: nobody takes an item. %n fill the queue, the producers "
                                       "wait for room, and join would wait for ever."))
                            .count(found[put]))
                .claiming("it is full", found[put] == capacity)
                .claiming("somebody has one more", found[put] < items);
        if (found[put] + found[refused] < items)
            return std::nullopt;
        if (found[refused] > 0)
            return told(
                       Text(TS_PLURAL("queue",
                                      "Join, for ever: nobody takes the %n items that were put. The other %1 "
                                      "were refused, since the queue was full."),
                            found[refused])
                           .count(found[put]))
                .claiming("it is full", refuses() && found[put] == capacity)
                .claiming("each was put or refused", found[put] + found[refused] == items);
        return told(Text(TS_PLURAL("queue", "Join, for ever: %n items were put, and nobody takes them."))
                        .count(found[put]))
            .claiming("all were put", found[put] == items)
            .claiming("there was room for all", capacity == 0 || capacity >= items);
    }

    Answer endedEarly(const Findings& found, Outcome outcome) const
    {
        if (outcome == Outcome::stalled)
            return Answer(
                       Text(TS_PLURAL("queue",
                                      "In the end everybody: %n items were taken, and then nobody took any "
                                      "more."))
                           .count(found[got]))
                .claiming("nobody takes any more", consumers == 0)
                .claiming("not all were taken", found[got] < items);
        return Answer(
                   Text(TS_PLURAL("queue",
                                  "Ended early: of %n items %1 were put and %2 taken; the queue held %3 at "
                                  "most."),
                        found[put], found[got], found(longest))
                       .count(items))
            .claiming("it held no more than were put", found[longest] <= found[put]);
    }

    // Who waited longest: the producers for room, the consumers for items, or join for the last ones.
    Answer whoWaited(const Findings& found) const
    {
        const double forRoom = found[putWait];
        const double forItems = found[getWait];
        const double forTheLast = found[joinWait];
        const auto told = [&](Text text) {
            return Answer(std::move(text))
                .claiming("all were put or refused", found[put] + found[refused] == items)
                .claiming("all that were put were taken", found[got] == found[put]);
        };
        if (found[refused] > 0)
            return told(Text(TS_PLURAL("queue",
                                       "No producer: %n items of %1 were refused, since the queue was full."),
                             items)
                            .count(found[refused]))
                .claiming("the queue was full", capacity > 0 && found[longest] == capacity)
                .claiming("no producer waited", forRoom == 0);
        if (forItems >= forRoom && forItems >= forTheLast)
            return told(Text(TS_TEXT(
                                 "queue",
                                 "Here the consumers: they waited %1 in all for items, and the queue never "
                                 "held more than %2."),
                             found(getWait), found(longest)))
                .claiming("the consumers waited longest", forItems >= std::max(forRoom, forTheLast));
        if (forRoom > 0 && forRoom >= forTheLast)
            return told(
                       Text(TS_TEXT("queue",
                                    "The producers: they waited %1 in all for room, and the queue never held "
                                    "more than %2."),
                            found(putWait), found(longest)))
                .claiming("the producers waited longest", forRoom >= std::max(forItems, forTheLast))
                .claiming("there was no room", found[longest] == capacity && capacity > 0);
        if (forRoom > 0)
            return told(Text(TS_TEXT(
                                 "queue",
                                 "Join: it waited %1 for the last items; the producers waited %2 in all for "
                                 "room."),
                             found(joinWait), found(putWait)))
                .claiming("join waited longest", forTheLast >= std::max(forItems, forRoom))
                .claiming("there was no room at times", found[longest] == capacity);
        return told(Text(TS_PLURAL(
                             "queue",
                             "No producer: the queue grew to %n items, and join waited %1 for the last of "
                             "them."),
                         found[joinWait])
                        .count(found[longest]))
            .claiming("there always was room", forRoom == 0)
            .claiming("join waited longer than the consumers", forTheLast >= forItems);
    }

    template <typename Q>
    void work(Lab& lab, QueueOrder::Discipline discipline)
    {
        order.expect(discipline);
        Q queue(lab, kQueue.name, static_cast<std::size_t>(capacity));
        WorkItems toMake(lab, items);
        const OperationName produce = lab.operation(TS_NAME("name", "produce"));
        const OperationName consume = lab.operation(TS_NAME("name", "consume"));
        constexpr std::int64_t kLastPriority = 9;

        ResizableThreads producing(lab, producerLanes, [&] {
            Lab::showNumber(0);
            while (auto workItem = toMake.take()) {
                const Item item{lab.random(0, kLastPriority), workItem->number()};
                {
                    const Operation box(produce);
                    lab.pause(produceMs);
                }
                auto number = queue.tryPut(item);
                if (!number && whenFull.is("wait"))
                    number = putWaits.during([&] { return queue.put(item); });
                if (number) {
                    order.put(*number, item.priority, item.number);
                    put.add();
                    Lab::countNumber();
                } else {
                    refused.add();
                }
                workItem->done();
            }
        });
        ResizableThreads consuming(lab, consumerLanes, [&] {
            for (Lab::showNumber(0);;) {
                const auto taken = getWaits.during([&] { return queue.take(); });
                order.took(taken.number, taken.item.number);
                got.add();
                // However its consumer ends, like Python's finally.
                const AtEnd done([&] { queue.taskDone(); });
                const Operation box(consume);
                lab.pause(consumeMs);
                Lab::countNumber();
            }
        });
        Milestone joined(lab, TS_NAME("name", "Joined")); // ends the run
        const Threads joiner(lab, joinLane, [&] {
            toMake.join();
            joins.during([&] { queue.join(); });
            joined.reach();
        });
        maintainUntil(lab, {&producing, &consuming}, [&] { return joined.reached(); });
    }

    OneOf<"FIFO", "LIFO", "Priority"> kind{
        this, "kind", TS_TEXT("queue", "Which goes first"),
        words(TS_TEXT("queue", "first in"), TS_TEXT("queue", "last in"), TS_TEXT("queue", "priority")),
        kRules.about(
            TS_TEXT("queue", "With priority, items are pairs (priority, item): the smallest goes first."))};
    Integer producers{this, "producers", TS_TEXT("queue", "Producers"), 2, kWho.between(1, 32).live()};
    Integer consumers{this, "consumers", TS_TEXT("queue", "Consumers"), 3, kWho.between(0, 32).live()};
    Integer items{this, "items", TS_TEXT("queue", "Items"), 300, kWho.between(1, 100000)};
    Integer capacity{
        this, "capacity", TS_TEXT("queue", "Room in the queue"), 0,
        kRules.between(0, 1000).about(TS_TEXT("queue", "So many items at a time; 0: as many as come."))};
    OneOf<"wait", "refuse"> whenFull{
        this, "when_full", TS_TEXT("queue", "When it is full"),
        words(TS_TEXT("queue", "producers wait"), TS_TEXT("queue", "the item is refused")), kRules};
    Integer produceMs{this, "produce_ms", TS_TEXT("queue", "Making an item"), 5, kLiveMs.between(0, 1000)};
    Integer consumeMs{this, "consume_ms", TS_TEXT("queue", "Using an item"), 10, kLiveMs.between(0, 1000)};
    Real seconds{this, "seconds", TS_TEXT("queue", "Time at most"), 0,
                 kRun.between(0, 3600).in("s").about(TS_TEXT("queue", "0: until join is through, or Stop."))};

    static constexpr Variable kQueue{TS_NAME("name", "Queue"), "", TS_TEXT("queue", "Items in the queue")};
    Group producerLanes{this, TS_TEXT("queue", "Producers"), TS_NAME("name", "Producer"), producers,
                        kSpaced.counting(TS_TEXT("queue", "put"))};
    Group consumerLanes{this, TS_TEXT("queue", "Consumers"), TS_NAME("name", "Consumer"), consumers,
                        kSpaced.counting(TS_TEXT("queue", "taken"))};
    Group joinLane{this, TS_TEXT("name", "Join"), TS_NAME("name", "Join"), 1, kSingle.unseen()};

    QueueOrder order;
    Durations putWaits;
    Durations getWaits;
    Durations joins;
    Count put{this, "put", TS_TEXT("queue", "Put"), addsUp()};
    Count got{this, "got", TS_TEXT("queue", "Taken"), addsUp()};
    Count refused{this, "refused", TS_TEXT("queue", "Refused"), addsUp()};
    Derived<bool> inOrder{this, "in_order", TS_TEXT("queue", "Taken in the right order"),
                          [this] { return order.kept(); }};
    Whole longest{this, "longest", TS_TEXT("queue", "Longest queue"), [this] { return order.longest(); },
                  Evidence::greatestValue};
    Measured joinWait{this, "join_ms", TS_TEXT("queue", "Join waited"), maxMsOf(joins), "ms"};
    Measured putWait{this, "put_wait_ms", TS_TEXT("queue", "Producers waited, in all"), totalMsOf(putWaits),
                     in("ms").addsUp()};
    Measured getWait{this, "get_wait_ms", TS_TEXT("queue", "Consumers waited, in all"), totalMsOf(getWaits),
                     in("ms").addsUp()};
};

} // namespace

THREADSCAPE_MAKES(QueueExperiment)

} // namespace threadscape
