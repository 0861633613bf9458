#include "support/synthetic_trace.h"

#include "ingest/trace_builder.h"

#include <random>

namespace threadscape::samples {

namespace {

// Events are stamped in ticks of a clock that counts ns from a start of its own, mapped with this process's rate.
class Stamps {
public:
    Ticks at(std::int64_t ns) const
    {
        return m_anchor.ticks + static_cast<Ticks>(static_cast<double>(ns) * ticksPerNs());
    }
    ClockAnchor anchor() const { return m_anchor; }

private:
    ClockAnchor m_anchor{1'000'000'000'000, 0};
};

class Bank {
public:
    explicit Bank(const SyntheticSpec& spec)
        : m_spec(spec),
          m_random(spec.seed),
          m_catalogue(std::make_shared<Catalogue>()),
          m_trace(std::make_shared<Trace>(m_catalogue, spec.capBytes)),
          m_builder(*m_trace, m_stamps.anchor())
    {
    }

    std::shared_ptr<Trace> build()
    {
        declare();
        const auto end = static_cast<std::int64_t>(m_spec.seconds * 1e9);
        const int tracks = m_spec.depositors + m_spec.withdrawers;
        std::vector<std::int64_t> free(static_cast<std::size_t>(tracks), 0);
        for (int t = 0; t < tracks; ++t) {
            moment(EventKind::begin, t, kNoObject, t * 1000, 0);
            free[static_cast<std::size_t>(t)] = t * 1000 + 1000;
        }
        if (m_spec.lost > 0)
            m_builder.take(spanEvent(EventKind::gap, 0, kNoObject, m_stamps.at(end / 2),
                                     m_stamps.at(end / 2 + end / 20), m_spec.lost, 0));
        std::exponential_distribution<double> pause(1 / m_spec.meanSpanNs);
        std::int64_t lockFree = 0;
        std::vector<bool> done(static_cast<std::size_t>(tracks), false);
        bool moved = false;
        while (true) {
            const auto next = static_cast<int>(std::ranges::min_element(free) - free.begin());
            const std::int64_t from = free[static_cast<std::size_t>(next)];
            if (from >= end)
                break;
            if (!moved && from > end / 2) {
                m_builder.take(momentEvent(EventKind::mark, 0, m_catalogue->intern("withdrawers"),
                                           m_stamps.at(from), m_catalogue->intern("10 → 20")));
                moved = true;
            }
            const std::int64_t wants = from + static_cast<std::int64_t>(pause(m_random));
            const std::int64_t got = std::max(wants, lockFree);
            const std::int64_t out = got + static_cast<std::int64_t>(m_spec.workNs);
            if (out >= end) {
                free[static_cast<std::size_t>(next)] = end;
                continue;
            }
            turn(next, from, wants, got, out);
            lockFree = out + 200;
            free[static_cast<std::size_t>(next)] = out + 1000;
        }
        finish(tracks, end);
        return m_trace;
    }

private:
    void declare()
    {
        for (int d = 1; d <= m_spec.depositors; ++d)
            m_catalogue->addTrack("Depositor " + std::to_string(d), "Depositors", TrackKind::thread);
        for (int w = 1; w <= m_spec.withdrawers; ++w)
            m_catalogue
                ->track(m_catalogue->addTrack("Withdrawer " + std::to_string(w), "Withdrawers",
                                              TrackKind::thread))
                .number.store(w * 3 + 1);
        m_lock = m_catalogue->addObject("Account", ObjectKind::rlock);
        m_condition = m_catalogue->addObject("enough money", ObjectKind::condition);
        m_balance = m_catalogue->addObject("balance", ObjectKind::variable, "money");
        m_deposit = m_catalogue->intern("deposit");
        m_withdraw = m_catalogue->intern("withdraw");
    }

    void span(EventKind kind, int track, ObjectId object, std::int64_t from, std::int64_t to,
              std::uint32_t detail, std::uint8_t slot, std::uint8_t label = 0)
    {
        m_builder.take(spanEvent(kind, static_cast<TrackId>(track), object, m_stamps.at(from),
                                 m_stamps.at(to), detail, slot, label));
    }
    void wait(int track, State state, ObjectId object, std::int64_t from, std::int64_t to, std::uint32_t by)
    {
        if (to > from)
            span(EventKind::wait, track, object, from, to, by, static_cast<std::uint8_t>(state));
    }
    void moment(EventKind kind, int track, ObjectId object, std::int64_t at, std::int64_t value,
                std::uint32_t number = 0)
    {
        m_builder.take(
            momentEvent(kind, static_cast<TrackId>(track), object, m_stamps.at(at), value, number));
    }

    void turn(int track, std::int64_t from, std::int64_t wants, std::int64_t got, std::int64_t out)
    {
        const bool deposits = track < m_spec.depositors;
        std::uniform_int_distribution<int> amount(deposits ? 5 : 10, deposits ? 10 : 30);
        const int change = amount(m_random) * (deposits ? 1 : -1);
        wait(track, State::sleep, kNoObject, from, deposits ? wants : wants - (wants - from) / 2, kNoTrack);
        if (!deposits)
            wait(track, State::condition, m_condition, wants - (wants - from) / 2, wants,
                 static_cast<std::uint32_t>(m_lastDepositor));
        wait(track, State::lock, m_lock, wants, got, static_cast<std::uint32_t>(m_lastHolder));
        span(EventKind::hold, track, m_lock, got, out, ++m_holds, 0);
        const bool may = deposits || m_spec.negative || m_value + change >= 0;
        span(EventKind::operation, track, deposits ? m_deposit : m_withdraw, got, out,
             static_cast<std::uint32_t>(may ? change : 0), 0, may ? 1 : 0);
        if (may) {
            m_value += change;
            moment(EventKind::write, track, m_balance, out - (out - got) / 4, m_value, ++m_writes);
        }
        if (deposits) {
            moment(EventKind::notify, track, m_condition, out, 1);
            m_lastDepositor = track;
        }
        m_lastHolder = track;
    }

    void finish(int tracks, std::int64_t end)
    {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->nowNs = end;
        snapshot->finished = m_spec.finished;
        snapshot->lanes.resize(static_cast<std::size_t>(tracks));
        for (int t = 0; t < tracks; ++t) {
            const Lane& lane = m_trace->lane(static_cast<TrackId>(t));
            const std::size_t waits = lane.waits.size();
            if (m_spec.openWaits && t >= m_spec.depositors && waits > 0) {
                const std::int64_t held =
                    lane.holds[0].size() > 0 ? lane.holds[0][lane.holds[0].size() - 1].endNs : 0;
                const std::int64_t since = std::max(lane.waits[waits - 1].endNs, held) + 1000;
                snapshot->lanes[static_cast<std::size_t>(t)].spans[OpenSpans::kWaitSlot] =
                    OpenSpan{since, m_condition, static_cast<std::uint8_t>(State::condition), kNoTrack};
            } else if (m_spec.finished) {
                moment(EventKind::end, t, kNoObject, end, 0);
            }
        }
        m_builder.flush();
        m_builder.publish(std::move(snapshot));
    }

    SyntheticSpec m_spec;
    std::mt19937 m_random;
    Stamps m_stamps;
    std::shared_ptr<Catalogue> m_catalogue;
    std::shared_ptr<Trace> m_trace;
    TraceBuilder m_builder;
    ObjectId m_lock = kNoObject;
    ObjectId m_condition = kNoObject;
    ObjectId m_balance = kNoObject;
    ObjectId m_deposit = kNoObject;
    ObjectId m_withdraw = kNoObject;
    std::uint32_t m_holds = 0;
    std::uint16_t m_writes = 0;
    int m_value = 0;
    int m_lastDepositor = 0;
    int m_lastHolder = 0;
};

/// Draws only.
class Drawn : public Experiment {
public:
    Drawn(Identity identity, SyntheticSpec spec) : Experiment(identity), m_spec(spec) {}

    std::vector<Preset> presets() const override { return {}; }
    std::vector<PlotSpec> plots() const override
    {
        return {{PlotSpec::Kind::timeline, 5, "", {}},
                {PlotSpec::Kind::contention, 2, "", TS_TEXT("test", "Waiting threads")},
                {PlotSpec::Kind::values, 3, "balance", TS_TEXT("test", "Balance")}};
    }
    std::vector<LaneGroup> lanes() const override
    {
        return {{TS_TEXT("test", "Depositors"), "Depositor", m_spec.depositors},
                {TS_TEXT("test", "Withdrawers"), "Withdrawer", m_spec.withdrawers}};
    }
    double plannedSeconds() const override { return m_spec.seconds; }
    std::vector<PlotSpec::Band> bands(const PlotSpec&) const override
    {
        return {{TS_TEXT("test", "what withdrawers want"), 10, 30}};
    }
    void run(Lab&) override {}
    Findings findings() const override { return {}; }
    Answer answer(const Findings&, Outcome) const override { return {}; }

private:
    SyntheticSpec m_spec;
};

class Counting final : public Drawn {
public:
    using Drawn::Drawn;
    std::vector<PlotSpec> plots() const override { return {{PlotSpec::Kind::bars, 1, "", {}}}; }
    Findings findings() const override
    {
        Findings findings;
        std::vector<std::string> rounds;
        std::int64_t lost = 0;
        for (int r = 0; r < 20; ++r) {
            const int loss = r % 7 == 3 ? 0 : 90'000 + 7919 * r % 60'000;
            rounds.push_back(std::to_string(loss));
            lost += loss;
        }
        findings.add("expected", TS_TEXT("test", "expected"), std::int64_t{8'000'000});
        findings.add("counted", TS_TEXT("test", "counted"), 8'000'000 - lost);
        findings.add("lost", TS_TEXT("test", "lost"), lost);
        findings.add("lost_by_round", TS_TEXT("test", "lost by round"), rounds);
        return findings;
    }
};

} // namespace

std::shared_ptr<Trace> syntheticTrace(const SyntheticSpec& spec)
{
    return Bank(spec).build();
}

std::shared_ptr<Trace> denseTrace(int lanes, std::size_t spansPerLane, std::int64_t lengthNs, unsigned seed,
                                  std::size_t capBytes)
{
    const Stamps stamps;
    auto catalogue = std::make_shared<Catalogue>();
    auto trace = std::make_shared<Trace>(catalogue, capBytes);
    TraceBuilder builder(*trace, stamps.anchor());
    std::mt19937 random(seed);
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->nowNs = lengthNs;
    snapshot->finished = true;
    for (int l = 0; l < lanes; ++l) {
        const TrackId track = catalogue->addTrack("Thread-" + std::to_string(l + 1), "", TrackKind::thread);
        builder.take(momentEvent(EventKind::begin, track, kNoObject, stamps.at(0), 0));
        const double pitch = static_cast<double>(lengthNs) / static_cast<double>(spansPerLane);
        std::uniform_real_distribution<double> part(0.05, 0.95);
        for (std::size_t s = 0; s < spansPerLane; ++s) {
            const double from = pitch * static_cast<double>(s);
            const State state = s % 3 == 0 ? State::lock : s % 3 == 1 ? State::condition : State::sleep;
            builder.take(spanEvent(EventKind::wait, track, kNoObject,
                                   stamps.at(static_cast<std::int64_t>(from)),
                                   stamps.at(static_cast<std::int64_t>(from + pitch * part(random))),
                                   kNoTrack, static_cast<std::uint8_t>(state)));
        }
        builder.take(momentEvent(EventKind::end, track, kNoObject, stamps.at(lengthNs), 0));
    }
    snapshot->lanes.resize(static_cast<std::size_t>(lanes));
    builder.publish(std::move(snapshot));
    return trace;
}

std::shared_ptr<Experiment> syntheticExperiment(const SyntheticSpec& spec)
{
    return std::make_shared<Drawn>(Experiment::Identity{"synthetic", TS_TEXT("test", "Conditions"),
                                                        TS_TEXT("test", "Bank account"),
                                                        TS_TEXT("test", "Do ten withdrawers starve?")},
                                   spec);
}

std::shared_ptr<Experiment> countingExperiment()
{
    SyntheticSpec spec;
    spec.depositors = 4;
    spec.withdrawers = 0;
    return std::make_shared<Counting>(Experiment::Identity{"counting", TS_TEXT("test", "Races"),
                                                           TS_TEXT("test", "Counter"),
                                                           TS_TEXT("test", "Is 4 x 100,000 always 400,000?")},
                                      spec);
}

} // namespace threadscape::samples
