#pragma once

#include "record/catalogue.h"
#include "record/shared_recording.h"

#include <optional>

namespace threadscape {

/// The tracks, objects, texts and labels that a worker process has named so far, as records in its shared recording. They are
/// numbered in the order of their appearance, each kind from 0; ingest turns those into the run's own.
struct SharedName {
    enum class Kind : std::uint8_t { track, object, text, label };

    Kind kind = Kind::text;
    std::uint8_t subkind = 0; ///< a TrackKind or ObjectKind
    std::string name;
    std::string extra; ///< a track's group, an object's unit, a label's place: "15 bank.py"

    /// Of a label.
    LabelInfo label() const;
};

/// Appends names. Threads: one, of the worker (or of its parent, before the worker starts).
class SharedNameWriter {
public:
    explicit SharedNameWriter(std::shared_ptr<SharedRecording> recording);

    /// kNoTrack when the worker's tracks are exhausted.
    TrackId addTrack(std::string_view name, std::string_view group, TrackKind kind);
    /// kNoObject when the table is full: the rest is nameless.
    ObjectId addObject(std::string_view name, ObjectKind kind, std::string_view unit = {});
    /// The same text has the same id. kNoObject when the table is full.
    ObjectId intern(std::string_view text);
    /// False when the table is full. Labels get numbers from 1.
    bool addLabel(const LabelInfo& label);

private:
    bool append(SharedName::Kind kind, std::uint8_t subkind, std::string_view name,
                std::string_view extra) noexcept;

    std::shared_ptr<SharedRecording> m_recording;
    std::uint32_t m_end = 0;
    std::uint16_t m_tracks = 0;
    std::uint16_t m_objects = 0;
    std::uint16_t m_texts = 0;
    std::unordered_map<std::string, ObjectId> m_ids;
};

/// Reads names in the order in which they were appended. Invalid data ends the table; invalid UTF-8 is returned as question
/// marks. Threads: one.
class SharedNameReader {
public:
    explicit SharedNameReader(std::shared_ptr<SharedRecording> recording) : m_recording(std::move(recording))
    {
    }

    /// The next name, if there is one.
    std::optional<SharedName> next();
    /// Ends reading and releases the memory.
    void close() noexcept { m_recording.reset(); }

private:
    std::shared_ptr<SharedRecording> m_recording;
    std::size_t m_at = 0;
};

} // namespace threadscape
