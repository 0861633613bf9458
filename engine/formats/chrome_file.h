#pragma once

#include "formats/chrome_event.h"
#include "formats/json_scanner.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace threadscape {

/// The events of a Chrome trace file, one after the other: an array of them, or an object with "traceEvents". What cannot
/// be read costs no more than the event that it stands in.
/// Threads: one. The text outlives it, with ChromeEventParser::kPadding bytes behind.
class ChromeFile {
public:
    explicit ChromeFile(std::string_view text) : m_scan(text), m_text(text) {}

    enum class Kind : std::uint8_t {
        notJson,
        cutBefore, ///< ends before any event
        noTrace,   ///< JSON, but with no place for events
        array,
        object,
    };
    /// Looks for the first event. Once, before anything else.
    Kind open();
    /// The object that stands in the file's "otherData" before the events; empty: none.
    std::string_view otherData() const noexcept { return m_otherData; }

    /// The next event that can be read; none after the last.
    std::optional<ChromeEvent> next();
    /// The last event could be read, but not used.
    void refuse() noexcept { ++m_broken; }

    /// So far, with those that could not be read.
    std::uint64_t events() const noexcept { return m_events; }
    std::uint64_t broken() const noexcept { return m_broken; }
    /// The file ends too early; where an array of events is not closed it does not.
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
    bool m_doubtful = false; ///< this may be the inside of an event that could not be read
};

} // namespace threadscape
