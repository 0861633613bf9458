#include "formats/csv.h"

#include "analysis/stretches.h"
#include "analysis/summary.h"
#include "formats/table_files.h"

#include <array>

namespace threadscape {

namespace {

class CsvWriter {
public:
    explicit CsvWriter(const Trace& trace)
        : m_trace(trace),
          m_names(trace.catalogue()),
          m_snapshot(trace.snapshot()),
          m_lanes(std::min(trace.lanes(), m_names.tracks()))
    {
        for (std::size_t t = 0; t < m_lanes; ++t)
            m_tracks.push_back(std::to_string(t) + ',' +
                               tableField(m_names.track(static_cast<TrackId>(t)).name));
        for (std::size_t o = 0; o < m_names.objects(); ++o)
            m_objects.push_back(tableField(m_names.object(static_cast<ObjectId>(o)).name));
    }

    void spans(TextSink& out) const
    {
        out << "track,name,state,object,start_s,end_s,duration_ms,ended_by_track,ended_by_name,open,label"
            << kEnd;
        for (std::size_t t = 0; t < m_lanes; ++t) {
            forEachStretch(
                m_trace.lane(static_cast<TrackId>(t)), openLane(*m_snapshot, static_cast<TrackId>(t)),
                m_snapshot->nowNs, [&](const Stretch& stretch) {
                    out << m_tracks[t] << ',' << stateName(stretch.state) << ',' << object(stretch.object);
                    times(out, stretch.startNs, stretch.endNs) << ',' << track(stretch.endedBy);
                    flag(out, stretch.open) << ',' << label(stretch.label) << kEnd;
                });
        }
    }

    void holds(TextSink& out) const
    {
        out << "lock,acquisition,track,name,start_s,end_s,duration_ms,open,label,shared" << kEnd;
        const auto line = [&](ObjectId lock, std::uint32_t number, std::size_t track, std::int64_t startNs,
                              std::int64_t endNs, bool isOpen, Label at, bool shared) {
            out << object(lock) << ',' << number << ',' << m_tracks[track];
            times(out, startNs, endNs);
            flag(out, isOpen) << ',' << label(at);
            flag(out, shared) << kEnd;
        };
        for (std::size_t o = 0; o < std::min(m_trace.objects(), m_objects.size()); ++o) {
            const auto lock = static_cast<ObjectId>(o);
            const auto& refs = m_trace.object(lock).holds;
            for (std::size_t i = refs.firstKept(), count = refs.size(); i < count; ++i) {
                const auto& channel = m_trace.lane(refs[i].track).holds[refs[i].slot];
                if (refs[i].index < channel.firstKept())
                    continue;
                const Span& span = channel[refs[i].index];
                line(lock, span.detail, refs[i].track, span.startNs, span.endNs, false, span.label,
                     span.state != 0);
            }
        }
        eachOpen(OpenSpans::kFirstHold, &Lane::holds,
                 [&](std::size_t t, std::size_t /*slot*/, const OpenSpan& open) {
                     line(open.object, open.detail, t, open.sinceNs, m_snapshot->nowNs, true, open.label,
                          open.state != 0);
                 });
    }

    void operations(TextSink& out) const
    {
        out << "track,name,depth,operation,number,start_s,end_s,duration_ms,open" << kEnd;
        const auto line = [&](std::size_t track, std::size_t depth, ObjectId name, bool numbered,
                              std::uint32_t number, std::int64_t startNs, std::int64_t endNs, bool isOpen) {
            out << m_tracks[track] << ',' << depth << ',' << tableField(m_names.text(name)) << ',';
            if (numbered)
                out << static_cast<std::int32_t>(number);
            times(out, startNs, endNs);
            flag(out, isOpen) << kEnd;
        };
        for (std::size_t t = 0; t < m_lanes; ++t) {
            const Lane& lane = m_trace.lane(static_cast<TrackId>(t));
            for (std::size_t depth = 0; depth < lane.operations.size(); ++depth) {
                const auto& channel = lane.operations[depth];
                for (std::size_t i = channel.firstKept(), count = channel.size(); i < count; ++i)
                    line(t, depth, channel[i].object, channel[i].label != 0, channel[i].detail,
                         channel[i].startNs, channel[i].endNs, false);
            }
        }
        eachOpen(OpenSpans::kFirstOperation, &Lane::operations,
                 [&](std::size_t t, std::size_t depth, const OpenSpan& open) {
                     line(t, depth, open.object, open.state != 0, open.detail, open.sinceNs,
                          m_snapshot->nowNs, true);
                 });
    }

    void values(TextSink& out) const
    {
        out << "variable,unit,time_s,value,track,name" << kEnd;
        for (std::size_t o = 0; o < std::min(m_trace.objects(), m_objects.size()); ++o) {
            const ValueSeries& series = m_trace.object(static_cast<ObjectId>(o)).values;
            const std::string unit = tableField(m_names.object(static_cast<ObjectId>(o)).unit);
            const int decimals = m_names.object(static_cast<ObjectId>(o)).scale.decimals();
            for (std::size_t i = series.firstKept(), count = series.size(); i < count; ++i) {
                out << m_objects[o] << ',' << unit << ',';
                out.fixed(series[i].atNs, kSeconds) << ',';
                out.fixed(series[i].value, decimals) << ',' << track(series[i].track) << kEnd;
            }
        }
    }

    void tasks(TextSink& out) const
    {
        out << "pool,task,name,state,submitted_by_track,submitted_by_name,worker_track,worker_name,"
               "submitted_s,started_s,ended_s,waited_ms,ran_ms"
            << kEnd;
        const auto time = [&](std::int64_t ns, int digits) {
            out << ',';
            if (ns != TaskMoment::kNotYet)
                out.fixed(ns, digits);
        };
        const auto between = [](const TaskMoment& from, const TaskMoment& to) {
            return from.known() && to.known() ? to.atNs - from.atNs : TaskMoment::kNotYet;
        };
        for (std::size_t o = 0; o < std::min(m_trace.objects(), m_objects.size()); ++o) {
            const TaskSeries& series = m_trace.object(static_cast<ObjectId>(o)).tasks;
            for (std::size_t i = 0, count = series.size(); i < count; ++i) {
                const TaskRecord task = series[i];
                if (!task.known())
                    continue;
                std::string name(m_names.text(task.name.id));
                if (task.name.numbered)
                    name += ' ' + std::to_string(i + 1);
                out << m_objects[o] << ',' << i + 1 << ',' << tableField(name) << ','
                    << taskStateName(task.state()) << ',' << track(task.submitted.by) << ','
                    << track(task.started.by);
                for (const TaskMoment& moment : {task.submitted, task.started, task.ended})
                    time(moment.atNs, kSeconds);
                time(between(task.submitted, task.started), kMilliseconds);
                time(between(task.started, task.ended), kMilliseconds);
                out << kEnd;
            }
        }
    }

    void messages(TextSink& out) const
    {
        out << "pipe,way,message,bytes,sender_track,sender_name,receiver_track,receiver_name,sent_s,received_"
               "s,took_ms"
            << kEnd;
        for (std::size_t o = 0; o < std::min(m_trace.objects(), m_objects.size()); ++o)
            for (std::size_t way = 0; way < MessageStep::kWays; ++way) {
                const MessageSeries& series = m_trace.object(static_cast<ObjectId>(o)).messages[way];
                for (std::size_t i = 0, count = series.size(); i < count; ++i)
                    message(out, o, way, i + 1, series[i]);
            }
    }

    void message(TextSink& out, std::size_t pipe, std::size_t way, std::size_t number,
                 const Message& message) const
    {
        if (!message.sent.known() && !message.received.known())
            return;
        out << m_objects[pipe] << ',' << way << ',' << number << ',' << message.bytes << ','
            << track(message.sent.by) << ',' << track(message.received.by);
        for (const MessageEnd& end : {message.sent, message.received}) {
            out << ',';
            if (end.known())
                out.fixed(end.atNs, kSeconds);
        }
        out << ',';
        if (message.sent.known() && message.received.known())
            out.fixed(message.received.atNs - message.sent.atNs, kMilliseconds);
        out << kEnd;
    }

    void moments(TextSink& out) const
    {
        out << "track,name,kind,object,time_s,value,label" << kEnd;
        for (std::size_t t = 0; t < m_lanes; ++t) {
            const auto& moments = m_trace.lane(static_cast<TrackId>(t)).moments;
            for (std::size_t i = moments.firstKept(), count = moments.size(); i < count; ++i) {
                const Moment& moment = moments[i];
                const char* kind = moment.kind == EventKind::read    ? "read"
                                   : moment.kind == EventKind::write ? "write"
                                                                     : "notify";
                out << m_tracks[t] << ',' << kind << ',' << object(moment.object) << ',';
                out.fixed(moment.atNs, kSeconds) << ',' << moment.value << ',' << label(moment.label) << kEnd;
            }
        }
        for (std::size_t i = 0, count = m_trace.notes().size(); i < count; ++i) {
            const Note& note = m_trace.notes()[i];
            const bool mark = note.kind == Note::Kind::mark;
            out << track(note.track) << ',' << (mark ? "setting" : "print") << ','
                << tableField(m_names.text(note.text)) << ',';
            out.fixed(note.atNs, kSeconds)
                << ',' << (mark ? tableField(m_names.text(note.value)) : std::string()) << ",0" << kEnd;
        }
    }

private:
    static constexpr std::string_view kEnd = kTableLineEnd;
    static constexpr int kSeconds = 9;
    static constexpr int kMilliseconds = 6;

    std::string_view track(TrackId id) const { return id < m_lanes ? m_tracks[id] : std::string_view(","); }
    std::string_view object(ObjectId id) const
    {
        return id < m_objects.size() ? std::string_view(m_objects[id]) : std::string_view();
    }
    static TextSink& times(TextSink& out, std::int64_t startNs, std::int64_t endNs)
    {
        out << ',';
        out.fixed(startNs, kSeconds) << ',';
        out.fixed(endNs, kSeconds) << ',';
        return out.fixed(endNs - startNs, kMilliseconds);
    }
    static TextSink& flag(TextSink& out, bool set) { return out << (set ? ",true" : ",false"); }
    std::string label(Label label) const { return tableField(labelInWords(m_names.labelInfo(label))); }

    /// Visits the spans of one kind that have not ended.
    template <typename Channels, typename Visit>
    void eachOpen(int firstSlot, Channels Lane::*channels, Visit&& visit) const
    {
        for (std::size_t t = 0; t < std::min(m_lanes, m_snapshot->lanes.size()); ++t) {
            const auto& lane = m_trace.lane(static_cast<TrackId>(t)).*channels;
            for (std::size_t i = 0; i < lane.size(); ++i) {
                const auto& open = m_snapshot->lanes[t].spans[static_cast<std::size_t>(firstSlot) + i];
                const std::size_t count = lane[i].size();
                if (open && (count == 0 || lane[i][count - 1].endNs <= open->sinceNs))
                    visit(t, i, *open);
            }
        }
    }

    const Trace& m_trace;
    const Catalogue& m_names;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::size_t m_lanes;
    std::vector<std::string> m_tracks; // number and name
    std::vector<std::string> m_objects;
};

} // namespace

tl::expected<void, Error> writeCsv(const Trace& trace, const std::filesystem::path& folder)
{
    const Trace::Reader reader = trace.reader();
    const CsvWriter writer(trace);
    const auto table = [&writer](const char* name, void (CsvWriter::*write)(TextSink&) const) {
        return Table{name, [&writer, write](TextSink& out) { (writer.*write)(out); }};
    };
    const std::array tables{
        table("spans.csv", &CsvWriter::spans),           table("holds.csv", &CsvWriter::holds),
        table("operations.csv", &CsvWriter::operations), table("values.csv", &CsvWriter::values),
        table("moments.csv", &CsvWriter::moments),       table("tasks.csv", &CsvWriter::tasks),
        table("messages.csv", &CsvWriter::messages)};
    return writeTables(folder, tables);
}

} // namespace threadscape
