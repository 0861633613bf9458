#pragma once

#include "base/decimal_scale.h"
#include "base/mutex.h"
#include "base/published_vector.h"
#include "record/object_traits.h"
#include "record/open_spans.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace threadscape {

enum class TrackKind : std::uint8_t { thread, process, task, core, main };
const char* trackKindName(TrackKind kind) noexcept; ///< "thread", "process", ... as in result files

/// How often the system preempted a thread, or moved it to another core; kUnknown where not reported.
struct SwitchCounts {
    static constexpr std::int64_t kUnknown = -1;
    std::atomic<std::int64_t> forced{kUnknown};    ///< it was runnable
    std::atomic<std::int64_t> voluntary{kUnknown}; ///< it waited for something
    std::atomic<std::int64_t> migrations{kUnknown};

    static std::optional<std::int64_t> known(const std::atomic<std::int64_t>& count) noexcept
    {
        const std::int64_t value = count.load(std::memory_order_relaxed);
        return value == kUnknown ? std::nullopt : std::optional(value);
    }
};

/// The owner of a lane. Everything visible to readers changes atomically.
struct TrackInfo {
    std::string name;
    std::string group; ///< lanes of one group are adjacent ("Depositors"); may be empty
    TrackKind kind = TrackKind::thread;
    bool daemon = false;
    std::atomic<std::int32_t> osId{0};
    std::atomic<bool> alive{false};
    std::atomic<std::int64_t> cpuNs{0};
    SwitchCounts switches;
    /// Time runnable without a core as counted by the system, ns; SwitchCounts::kUnknown while it lives, and for processes.
    std::atomic<std::int64_t> systemReadyNs{SwitchCounts::kUnknown};
    std::atomic<std::int32_t> exitCode{kNoExitCode};
    std::atomic<bool> answered{false}; ///< a process: its first event came
    /// The number at the right end of the lane (such as of withdrawals), if any.
    std::atomic<std::int64_t> number{kNoNumber};
    std::shared_ptr<OpenSpans> open; ///< never null

    static constexpr std::int32_t kNoExitCode = INT32_MIN;
    static constexpr std::int64_t kNoNumber = INT64_MIN;
};

/// A shared object: a lock, a condition, a variable.
struct ObjectInfo {
    std::string name;
    ObjectKind kind = ObjectKind::lock;
    std::string unit; ///< of a variable's values
    DecimalScale
        scale{}; ///< of a variable's values; integers in a run of this program. Set before its first value
};

/// The meaning of a label: a line of a listing ("read"), or of a program, if known.
struct LabelInfo {
    std::string text; ///< empty: only its source position is known
    std::string file; ///< empty: position unknown
    std::int32_t line = 0;

    friend bool operator==(const LabelInfo&, const LabelInfo&) = default;
};
/// For display: "read", "bank.py:15".
std::string labelInWords(const LabelInfo& label);

/// Is notified of each name before it is used. Threads: any, one at a time.
class NameSink {
public:
    virtual ~NameSink() = default;
    /// Storage of the track's open spans; nullptr: no track can be added.
    virtual std::shared_ptr<OpenSpans> trackAdded(const std::string& name, const std::string& group,
                                                  TrackKind kind) = 0;
    /// False: it cannot be added.
    virtual bool objectAdded(const std::string& name, ObjectKind kind, const std::string& unit) = 0;
    virtual bool textAdded(std::string_view text) = 0;
    virtual bool labelAdded(const LabelInfo& label) = 0;
};

/// The names of a run: tracks, objects and texts, each with a small number that events carry.
/// Threads: any may add (under a mutex) and any may read.
class Catalogue {
public:
    /// Notifies `sink` of additions from now on. Call before other threads use the catalogue.
    void setSink(NameSink* sink) noexcept { m_sink = sink; }

    TrackId addTrack(std::string name, std::string group, TrackKind kind, bool daemon = false,
                     std::shared_ptr<OpenSpans> open = nullptr);
    ObjectId addObject(std::string name, ObjectKind kind, std::string unit = {});
    /// The id of `text`; the same text has the same id.
    ObjectId intern(std::string_view text);

    /// The number, from 1 to kLastLabel, of a label of operations; 0 when there are too many. The same label has the same
    /// number.
    Label label(const LabelInfo& label);
    Label label(std::string_view text) { return label(LabelInfo{std::string(text)}); }
    std::size_t labels() const noexcept { return m_labels.size(); }
    /// The meaning of a label; nullopt for 0 and for an unknown one.
    const LabelInfo& labelInfo(Label label) const noexcept;

    std::size_t tracks() const noexcept { return m_tracks.size(); }
    TrackInfo& track(TrackId id) noexcept { return m_tracks[id]; }
    const TrackInfo& track(TrackId id) const noexcept { return m_tracks[id]; }

    std::size_t objects() const noexcept { return m_objects.size(); }
    ObjectInfo& object(ObjectId id) noexcept { return m_objects[id]; }
    const ObjectInfo& object(ObjectId id) const noexcept { return m_objects[id]; }

    /// The name of an id from an event or a file; empty for kNoTrack, kNoObject and unknown ids: a wait need not name an
    /// object.
    const std::string& trackName(TrackId id) const noexcept;
    const std::string& objectName(ObjectId id) const noexcept;
    /// Whether the id is that of an object that `predicate` (isLock, isPool, ...) holds for; false for an unknown id.
    bool objectIs(ObjectId id, bool (*predicate)(ObjectKind) noexcept) const noexcept
    {
        return id < objects() && predicate(object(id).kind);
    }

    std::size_t texts() const noexcept { return m_texts.size(); }
    /// The text of an id; empty for an unknown id.
    std::string_view text(ObjectId id) const noexcept;

private:
    Mutex m_mutex; // held while adding to any of these; readers need none
    NameSink* m_sink TS_PT_GUARDED_BY(m_mutex) = nullptr;
    std::unordered_map<std::string, ObjectId> m_ids TS_GUARDED_BY(m_mutex);
    PublishedVector<TrackInfo, 64> m_tracks;
    PublishedVector<ObjectInfo, 64> m_objects;
    PublishedVector<std::string, 64> m_texts;
    PublishedVector<LabelInfo, 16> m_labels;
    std::unordered_map<std::string, Label> m_labelIds TS_GUARDED_BY(m_mutex); // by the label's contents
};

} // namespace threadscape
