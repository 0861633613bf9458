#pragma once

#include "formats/chrome_event.h"
#include "formats/json_scanner.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace threadscape {

/// The events of a Chrome trace file, one after the other: an array of them, or an object with "traceEvents". Unreadable data
/// loses only the event that contains it.
/// Threads: one. The text must outlive it, followed by ChromeEventParser::kPadding bytes.
class ChromeFile {
public:
    explicit ChromeFile(std::string_view text) : m_scan(text), m_text(text) {}

    enum class Kind : std::uint8_t {
        notJson,
        cutBefore, ///< ends before any event
        noTrace,   ///< JSON, but without events
        array,
        object,
    };
    /// Finds the first event. Call once, first.
    Kind open();
    /// The object in the file's "otherData" before the events; empty: none.
    std::string_view otherData() const noexcept { return m_otherData; }

    /// The next readable event; nullopt after the last.
    std::optional<ChromeEvent> next();
    /// Reports that the last event could be read, but not used.
    void refuse() noexcept { ++m_broken; }

    /// So far, including unreadable ones.
    std::uint64_t events() const noexcept { return m_events; }
    std::uint64_t broken() const noexcept { return m_broken; }
    /// The file is truncated; an unclosed array of events does not count.
    bool cut() const noexcept { return m_cut; }

    ChromeEventParser& parser() noexcept { return m_parser; }

private:
    Kind openObject();
    Kind findEvents();
    bool goOn();
    void skipBroken();

    JsonScanner m_scan;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::string_view m_otherData;
    Kind m_kind = Kind::notJson;
    ChromeEventParser m_parser;
    std::uint64_t m_events = 0;
    std::uint64_t m_broken = 0;
    bool m_closed = false;
    bool m_cut = false;
    bool m_doubtful = false; ///< may be inside an unreadable event
};

} // namespace threadscape
