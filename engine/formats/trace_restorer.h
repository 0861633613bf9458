#pragma once

#include "formats/byte_reader.h"
#include "trace/trace_writer.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace threadscape {

/// Rebuilds a trace from the sections of a trace file, the names first. The rest of a section after its first error is left
/// out; the trace is consistent after each, whatever it contained.
/// Threads: one.
class TraceRestorer {
public:
    /// `fileBytes` bounds the memory reserved for thinned parts. After a stop the rest of a long section is left out.
    explicit TraceRestorer(std::size_t fileBytes, std::stop_token stop = {});

    /// False: the section was invalid.
    bool takeNames(std::string_view payload);
    bool takeState(std::string_view payload);
    bool takeLane(std::string_view payload);
    bool takeObject(std::string_view payload);

    /// The trace; without a state, as of its last event.
    std::shared_ptr<Trace> finish();

private:
    void takeLabels(ByteReader& in);
    void takeScales(ByteReader& in);
    void takeTrack(ByteReader& in);
    void takeNote(ByteReader& in);
    OpenLane takeOpen(ByteReader& in);
    static void takeOpenLabels(ByteReader& in, Snapshot& snapshot);
    template <int kCategories>
    void takeSpans(ByteReader& in, SpanChannel<kCategories>& channel, bool waits, bool holds);
    template <int kCategories>
    std::size_t takeThinned(ByteReader& in, SpanChannel<kCategories>& channel, std::uint64_t size,
                            std::uint32_t& categories);
    void takeMoments(ByteReader& in, Lane& lane);
    void takeGaps(ByteReader& in, Lane& lane);
    void takeShares(ByteReader& in, Lane& lane);
    void takeSwitches(ByteReader& in);
    void takeHolds(ByteReader& in, ObjectLane& object);
    void takeValues(ByteReader& in, ValueSeries& values);
    void takeTasks(ByteReader& in, TaskSeries& tasks);
    void takeMessages(ByteReader& in, MessageSeries& messages);

    bool isObject(std::uint64_t id) const noexcept { return id < m_names->objects(); }
    bool isTrackOrNone(std::uint64_t id) const noexcept { return id < m_names->tracks() || id == kNoTrack; }
    bool isTextOrNone(std::uint64_t id) const noexcept { return id < m_names->texts() || id == kNoObject; }
    std::int64_t timeAfter(ByteReader& in, std::int64_t ns);
    void reserve(ByteReader& in, std::uint64_t blocks);
    /// Fails for a list of more elements than `in` can hold, a byte each at least.
    static void expectRoom(ByteReader& in, std::uint64_t elements);
    void lookForStop(ByteReader& in, std::uint64_t element) const;

    std::stop_token m_stop;
    std::shared_ptr<Catalogue> m_names;
    std::shared_ptr<Trace> m_trace;
    TraceWriter m_writer;
    std::vector<bool> m_laneTaken;
    std::vector<bool> m_objectTaken;
    bool m_hasNames = false;
    bool m_hasState = false;
    std::int64_t m_lastNs = 0;
    std::uint64_t m_freeBlocks; ///< the remaining number allowed of thinned blocks not stored in the file
};

} // namespace threadscape
