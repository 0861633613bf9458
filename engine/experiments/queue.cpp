#include "lab/lab.h"

namespace threadscape {

namespace {

/// Python's (priority, item): the smaller priority first, of equal ones the earlier item.
struct Item {
    std::int64_t priority = 0;
    std::int64_t number = 0;
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees one in what the compiler writes
    friend auto operator<=>(const Item&, const Item&) = default;
};

/// Producers put items into a queue, consumers take them; join waits until all are done with.
class QueueExperiment final : public Experiment {
public:
    QueueExperiment()
        : Experiment({.id = "queue",
                      .topic = TS_TEXT("topic", "Queues"),
                      .title = TS_TEXT("queue", "Queue"),
                      .question = TS_TEXT("queue", "Who waits when producers are faster?")})
    {
    }

    std::vector<Preset> presets() const override
    {
        using List = std::vector<std::pair<std::string, std::string>>;
        const auto with = [](const List& more) {
            List all{{"producers", "2"},
                     {"consumers", "3"},
                     {"items", "120"},
                     {"produce_ms", "20"},
                     {"consume_ms", "60"}};
            all.insert(all.end(), more.begin(), more.end());
            return all;
        };
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = with({})},
            {.name = "room-for-ten",
             .label = TS_TEXT("preset", "Room for ten"),
             .settings = with({{"capacity", "10"}})},
            {.name = "refuse",
             .label = TS_TEXT("preset", "Refuse"),
             .settings = with({{"capacity", "10"}, {"when_full", "refuse"}})},
            {.name = "nobody-takes",
             .label = TS_TEXT("preset", "Nobody takes"),
             .settings = with({{"capacity", "10"}, {"consumers", "0"}, {"seconds", "3"}})},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {
            {.kind = PlotSpec::Kind::timeline, .share = 5},
            {.kind = PlotSpec::Kind::values,
             .share = 4,
             .variable = "Queue",
             .title = TS_TEXT("queue", "Items in the queue")},
        };
    }

    std::vector<LaneGroup> lanes() const override
    {
        return {
            {TS_TEXT("queue", "Producers"), TS_NAME("name", "Producer"), producers, TS_TEXT("queue", "put")},
            {TS_TEXT("queue", "Consumers"), TS_NAME("name", "Consumer"), consumers,
             TS_TEXT("queue", "taken")}};
    }

    std::vector<PlotSpec::Band> bands(const PlotSpec& /*plot*/) const override
    {
        if (capacity == 0)
            return {};
        const auto full = static_cast<double>(capacity.value());
        return {{TS_TEXT("queue", "full"), full, full}};
    }

    double plannedSeconds() const override
    {
        if (consumers == 0)
            return seconds;
        // What takes longer: making the items or using them up; and a little for all else.
        const auto all = static_cast<double>(items.value()) * 1.05 / 1e3;
        const double own =
            std::max(all * static_cast<double>(produceMs) / static_cast<double>(producers.value()),
                     all * static_cast<double>(consumeMs) / static_cast<double>(consumers.value()));
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

    Findings findings() const override
    {
        Findings found;
        found.add("put", TS_TEXT("queue", "Put"), m_put.value());
        found.add("got", TS_TEXT("queue", "Taken"), m_got.value());
        found.add("refused", TS_TEXT("queue", "Refused"), m_refused.value());
        found.add("in_order", TS_TEXT("queue", "Taken in the right order"), m_order.kept());
        found.add("longest", TS_TEXT("queue", "Longest queue"), m_order.longest(), {},
                  Evidence::greatestValue);
        found.add("join_ms", TS_TEXT("queue", "Join waited"), m_join.summary().maxMs, "ms");
        found.add("put_wait_ms", TS_TEXT("queue", "Producers waited, in all"), m_putWaits.summary().totalMs,
                  "ms");
        found.add("get_wait_ms", TS_TEXT("queue", "Consumers waited, in all"), m_getWaits.summary().totalMs,
                  "ms");
        return found;
    }

    Text answer(const Findings& found, Outcome outcome) const override
    {
        const std::int64_t put = m_put;
        const std::int64_t got = m_got;
        const auto time = [&](const char* name) {
            return DurationArg{static_cast<std::int64_t>(found.number(name) * 1e6)};
        };
        if (got == 0 && consumers == 0)
            return Text(capacity > 0 && whenFull.is("wait") && put >= capacity
                            ? TS_TEXT("queue", "Everybody: nobody takes an item. %1 fill the queue, the "
                                               "producers wait for room, and join would wait for ever.")
                            : TS_TEXT("queue", "Join, for ever: %1 items were put, and nobody takes them."))
                .arg(put);
        if (outcome == Outcome::running)
            return Text(TS_TEXT("queue", "So far: %1 items put, %2 taken, %3 in the queue."))
                .arg(put)
                .arg(got)
                .arg(std::max<std::int64_t>(put - got, 0));
        if (outcome != Outcome::finished)
            return Text(TS_TEXT("queue",
                                "Ended early: of %1 items %2 were put and %3 taken; the queue held %4 "
                                "at most."))
                .arg(items.value())
                .arg(put)
                .arg(got)
                .arg(found.integer("longest"))
                .of("longest");
        if (m_refused > 0)
            return Text(TS_PLURAL("queue", "Nobody: %n items of %1 were refused, since the queue was full."))
                .arg(items.value())
                .count(m_refused);
        const double putMs = found.number("put_wait_ms");
        const double getMs = found.number("get_wait_ms");
        // Never more than they can take at once: they keep up.
        if (getMs > putMs && found.integer("longest") <= 2 * consumers)
            return Text(TS_TEXT("queue", "Here the consumers: they waited %1 in all for items, and the queue "
                                         "never held more than %2."))
                .arg(time("get_wait_ms"))
                .of("get_wait_ms")
                .arg(found.integer("longest"))
                .of("longest");
        if (capacity > 0 && found.integer("longest") >= capacity)
            return Text(TS_TEXT("queue", "The producers: they waited %1 in all for room, and the queue never "
                                         "held more than %2."))
                .arg(time("put_wait_ms"))
                .of("put_wait_ms")
                .arg(found.integer("longest"))
                .of("longest");
        return Text(TS_TEXT("queue",
                            "No producer: the queue grew to %1 items, and join waited %2 for the last "
                            "of them."))
            .arg(found.integer("longest"))
            .of("longest")
            .arg(time("join_ms"));
    }

private:
    template <typename Q>
    void work(Lab& lab, QueueOrder::Discipline discipline)
    {
        m_order.expect(discipline);
        Q queue(lab, TS_NAME("name", "Queue"), static_cast<std::size_t>(capacity));
        Tickets toMake(lab, items);
        const OperationName producing = lab.operation(TS_NAME("name", "produce"));
        const OperationName consuming = lab.operation(TS_NAME("name", "consume"));
        constexpr std::int64_t kLastPriority = 9;

        const auto producer = [&] {
            Counter mine;
            Lab::showNumber(0);
            while (auto ticket = toMake.take()) {
                const Item item{lab.random(0, kLastPriority), ticket->number()};
                {
                    const Operation box(producing);
                    lab.pause(produceMs);
                }
                const auto number = whenFull.is("refuse") ? queue.tryPut(item) : waitAndPut(queue, item);
                if (number) {
                    m_order.put(*number, item.priority, item.number);
                    m_put.add();
                    mine.add();
                    Lab::showNumber(mine);
                } else {
                    m_refused.add();
                }
                ticket->done();
            }
        };
        const auto consumer = [&] {
            Counter mine;
            for (;;) {
                Lab::showNumber(mine);
                const auto taken = waitAndTake(queue);
                m_order.took(taken.number, taken.item.number);
                m_got.add();
                mine.add();
                const DoneAtEnd<Q> done{queue};
                const Operation box(consuming);
                lab.pause(consumeMs);
            }
        };
        Crew producersCrew(lab, {.group = "Producers",
                                 .prefix = TS_NAME("name", "Producer"),
                                 .size = [&] { return producers.value(); },
                                 .body = producer});
        Crew consumersCrew(lab, {.group = "Consumers",
                                 .prefix = TS_NAME("name", "Consumer"),
                                 .size = [&] { return consumers.value(); },
                                 .body = consumer});
        Counter joined;
        Thread joiner(
            lab, TS_NAME("name", "Join"),
            [&] {
                toMake.join();
                {
                    const Durations::Scope waiting(m_join);
                    queue.join();
                }
                joined.set(1);
                lab.announce();
            },
            Thread::Options{.group = TS_NAME("name", "Join")});
        tendUntil(lab, {&producersCrew, &consumersCrew}, [&] { return joined == 1; });
    }

    /// Marks the item done whatever becomes of its consumer, like Python's try ... finally.
    template <typename Q>
    struct DoneAtEnd {
        Q& queue;
        explicit DoneAtEnd(Q& of) : queue(of) {}
        ~DoneAtEnd() { queue.taskDone(); }
        DoneAtEnd(const DoneAtEnd&) = delete;
        DoneAtEnd& operator=(const DoneAtEnd&) = delete;
    };
    template <typename Q>
    std::optional<typename Q::Number> waitAndPut(Q& queue, Item item)
    {
        const Durations::Scope waiting(m_putWaits);
        return queue.put(item);
    }
    template <typename Q>
    typename Q::Taken waitAndTake(Q& queue)
    {
        const Durations::Scope waiting(m_getWaits);
        return queue.take();
    }

    Choice kind{this,
                "kind",
                TS_TEXT("queue", "Which goes first"),
                {{"FIFO", TS_TEXT("queue", "first in")},
                 {"LIFO", TS_TEXT("queue", "last in")},
                 {"Priority", TS_TEXT("queue", "priority")}},
                kRules.about(TS_TEXT("queue", "With priority, items are pairs (priority, item): the smallest "
                                              "goes first."))};
    Integer producers{this, "producers", TS_TEXT("queue", "Producers"), 2, {1, 32}, kWho.live()};
    Integer consumers{this, "consumers", TS_TEXT("queue", "Consumers"), 3, {0, 32}, kWho.live()};
    Integer items{this, "items", TS_TEXT("queue", "Items"), 300, {1, 100000}, kWho};
    Integer capacity{
        this, "capacity", TS_TEXT("queue", "Room in the queue"),
        0,    {0, 1000},  kRules.about(TS_TEXT("queue", "So many items at a time; 0: as many as come."))};
    Choice whenFull{
        this,
        "when_full",
        TS_TEXT("queue", "When it is full"),
        {{"wait", TS_TEXT("queue", "producers wait")}, {"refuse", TS_TEXT("queue", "the item is refused")}},
        kRules};
    Integer produceMs{this, "produce_ms", TS_TEXT("queue", "Making an item"),
                      5,    {0, 1000},    kHowLong.live().in("ms")};
    Integer consumeMs{this, "consume_ms", TS_TEXT("queue", "Using an item"),
                      10,   {0, 1000},    kHowLong.live().in("ms")};
    Real seconds{this, "seconds", TS_TEXT("queue", "Time at most"),
                 0,    {0, 3600}, kRun.in("s").about(TS_TEXT("queue", "0: until join is through, or Stop."))};

    Counter m_put;
    Counter m_got;
    Counter m_refused;
    QueueOrder m_order;
    Durations m_putWaits;
    Durations m_getWaits;
    Durations m_join;
};

} // namespace

std::unique_ptr<Experiment> makeQueueExperiment()
{
    return std::make_unique<QueueExperiment>();
}

} // namespace threadscape
