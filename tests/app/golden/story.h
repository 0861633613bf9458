#pragma once

#include "lab/experiment.h"
#include "support/event_stream.h"

#include <memory>
#include <utility>
#include <vector>

namespace threadscape::golden {

constexpr std::int64_t operator""_ms(unsigned long long ms)
{
    return static_cast<std::int64_t>(ms) * 1'000'000;
}

/// What an experiment shows, and nothing else.
struct Plan {
    std::vector<PlotSpec> plots;
    std::vector<LaneGroup> lanes{};
    std::vector<PlotSpec::Band> bands{};
    Findings findings{};
    double seconds = 0;
};

/// An experiment with the given plots, which never runs.
class Drawn final : public Experiment {
public:
    explicit Drawn(Plan plan)
        : Experiment(
              {"drawn", TS_TEXT("test", "Tests"), TS_TEXT("test", "Drawn"), TS_TEXT("test", "Drawn?")}),
          m_plan(std::move(plan))
    {
    }

    std::vector<Preset> presets() const override { return {}; }
    std::vector<PlotSpec> plots() const override { return m_plan.plots; }
    std::vector<LaneGroup> lanes() const override { return m_plan.lanes; }
    std::vector<PlotSpec::Band> bands(const PlotSpec& /*plot*/) const override { return m_plan.bands; }
    double plannedSeconds() const override { return m_plan.seconds; }
    void run(Lab& /*lab*/) override {}
    Findings findings() const override { return m_plan.findings; }
    Answer answer(const Findings& /*findings*/, Outcome /*outcome*/) const override { return {}; }

private:
    Plan m_plan;
};

/// A run that can be drawn.
struct Run {
    std::shared_ptr<const Trace> trace; ///< null: before the first run
    std::shared_ptr<const Experiment> experiment;
    double seconds = 0;
    int cores = 0; ///< of its machine; 0: not known
};

/// A synthetic run, recorded lane by lane: all times are the trace's, to the ns, on every machine.
class Story {
public:
    EventStream& events() { return *m_stream; }
    Catalogue& names() { return m_stream->names(); }

    TrackId lane(std::string name, std::string group = {}, TrackKind kind = TrackKind::thread)
    {
        const TrackId track = m_stream->track(std::move(name), kind);
        names().track(track).group = std::move(group);
        m_stream->take(m_stream->begin(track, 0));
        return track;
    }
    ObjectId object(std::string name, ObjectKind kind, std::string unit = {})
    {
        return m_stream->object(std::move(name), kind, std::move(unit));
    }

    void wait(TrackId track, State state, ObjectId object, std::int64_t fromNs, std::int64_t toNs,
              TrackId waker = kNoTrack, WaitEnd end = WaitEnd::served)
    {
        if (toNs > fromNs)
            m_stream->take(spanEvent(EventKind::wait, track, object, m_stream->ticks(fromNs),
                                     m_stream->ticks(toNs), waitDetail(waker, end),
                                     static_cast<std::uint8_t>(state)));
    }
    void hold(TrackId track, ObjectId lock, std::int64_t fromNs, std::int64_t toNs, int slot = 0)
    {
        if (lock >= m_holds.size())
            m_holds.resize(lock + 1U);
        m_stream->take(m_stream->hold(track, lock, ++m_holds[lock], fromNs, toNs, slot));
    }
    void operation(TrackId track, const std::string& name, std::int64_t fromNs, std::int64_t toNs,
                   std::int32_t number = 0, NumberStyle style = NumberStyle::none, int depth = 0)
    {
        m_stream->take(spanEvent(EventKind::operation, track, names().intern(name), m_stream->ticks(fromNs),
                                 m_stream->ticks(toNs), static_cast<std::uint32_t>(number),
                                 static_cast<std::uint8_t>(depth), static_cast<std::uint8_t>(style)));
    }
    void read(TrackId track, ObjectId variable, std::int64_t atNs, std::int64_t value)
    {
        m_stream->take(m_stream->moment(EventKind::read, track, variable, atNs, value));
    }
    /// Writes are recorded in time order.
    void write(TrackId track, ObjectId variable, std::int64_t atNs, std::int64_t value)
    {
        if (variable >= m_writes.size())
            m_writes.resize(variable + 1U);
        m_stream->take(m_stream->write(track, variable, atNs, value, ++m_writes[variable]));
    }
    void notify(TrackId track, ObjectId condition, std::int64_t atNs)
    {
        m_stream->take(m_stream->moment(EventKind::notify, track, condition, atNs, 1));
    }
    void moved(const std::string& setting, const std::string& change, std::int64_t atNs)
    {
        m_stream->take(
            m_stream->moment(EventKind::mark, 0, names().intern(setting), atNs, names().intern(change)));
    }
    void message(TrackId track, ObjectId pipe, std::uint32_t number, std::int64_t atNs, bool received,
                 std::uint8_t way = 0)
    {
        m_stream->take(messageEvent(track, pipe, m_stream->ticks(atNs), number, {received, way, 64}));
    }
    void end(TrackId track, std::int64_t atNs) { m_stream->take(m_stream->end(track, atNs)); }

    /// The state of affairs at `nowNs` is published.
    void publish(std::int64_t nowNs, bool finished = true) { m_stream->publish(nowNs, finished); }
    std::shared_ptr<const Trace> trace() const { return {m_stream, &m_stream->trace()}; }

private:
    std::shared_ptr<EventStream> m_stream = std::make_shared<EventStream>();
    std::vector<std::uint32_t> m_holds;  // records of each lock
    std::vector<std::uint32_t> m_writes; // records of each variable
};

} // namespace threadscape::golden
