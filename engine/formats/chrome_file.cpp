#include "formats/chrome_file.h"

namespace threadscape {

ChromeFile::Kind ChromeFile::open()
{
    constexpr std::string_view kByteOrder = "\xEF\xBB\xBF";
    m_at = m_scan.skipBlank(m_text.starts_with(kByteOrder) ? kByteOrder.size() : 0);
    if (m_scan[m_at] == '[') {
        ++m_at;
        m_kind = Kind::array;
    } else if (m_scan[m_at] == '{') {
        ++m_at;
        m_kind = openObject();
    }
    return m_kind;
}

ChromeFile::Kind ChromeFile::openObject()
{
    bool any = false;
    for (;;) {
        m_at = m_scan.skipBlank(m_at);
        if (m_at == m_scan.size())
            return Kind::cutBefore;
        if (m_scan[m_at] == '}')
            return Kind::noTrace;
        const JsonScanner::Value name = m_scan.value(m_at);
        const std::size_t colon = m_scan.skipBlank(name.end);
        const std::size_t from = m_scan.skipBlank(colon + 1);
        if (m_scan[m_at] != '"' || name.found != JsonScanner::Found::whole ||
            (m_scan[colon] != ':' && colon < m_scan.size()))
            return any || name.found == JsonScanner::Found::cut ? findEvents() : Kind::notJson;
        const std::string_view key = m_text.substr(m_at, name.end - m_at);
        if (key == "\"traceEvents\"" && m_scan[from] == '[') {
            m_at = from + 1;
            return Kind::object;
        }
        const JsonScanner::Value value = m_scan.value(from);
        if (value.found != JsonScanner::Found::whole)
            return findEvents();
        if (key == "\"otherData\"" && m_scan[from] == '{')
            m_otherData = m_text.substr(from, value.end - from);
        any = true;
        m_at = m_scan.skipBlank(value.end);
        if (m_scan[m_at] == ',')
            ++m_at;
        else if (m_scan[m_at] != '}' && m_at < m_scan.size())
            return findEvents();
    }
}

// The data before them is damaged.
ChromeFile::Kind ChromeFile::findEvents()
{
    constexpr std::string_view kName = "\"traceEvents\"";
    const std::size_t name = m_text.find(kName, m_at);
    if (name == std::string_view::npos)
        return m_scan.value(0).found == JsonScanner::Found::cut ? Kind::cutBefore : Kind::notJson;
    const std::size_t colon = m_scan.skipBlank(name + kName.size());
    const std::size_t from = m_scan.skipBlank(colon + 1);
    if (m_scan[colon] != ':' || m_scan[from] != '[')
        return Kind::cutBefore;
    m_at = from + 1;
    return Kind::object;
}

std::optional<ChromeEvent> ChromeFile::next()
{
    while (goOn()) {
        const JsonScanner::Value value = m_scan.value(m_at);
        if (value.found == JsonScanner::Found::whole) {
            const auto event = m_parser.read(m_text.substr(m_at, value.end - m_at));
            m_at = value.end;
            if (event) {
                m_doubtful = false;
                ++m_events;
                return event;
            }
            if (m_doubtful)
                continue;
            ++m_events;
            ++m_broken;
            continue;
        }
        // An unterminated event may lack a quote or a bracket: the next one may be intact.
        if (value.found == JsonScanner::Found::cut && m_scan.nextObject(m_at) == JsonScanner::kNowhere) {
            m_cut = true;
            m_at = m_scan.size();
            break;
        }
        skipBroken();
    }
    return std::nullopt;
}

// Skips to the next event; false at the end.
bool ChromeFile::goOn()
{
    for (;;) {
        m_at = m_scan.skipBlank(m_at);
        if (m_at == m_scan.size()) {
            m_cut = m_cut || (m_kind == Kind::object && !m_closed);
            return false;
        }
        const char c = m_scan[m_at];
        if (c == '{')
            return true;
        if (c == ',') {
            ++m_at;
            continue;
        }
        if (c == ']' && !(m_doubtful && m_scan.nextObject(m_at) != JsonScanner::kNowhere)) {
            m_at = m_scan.size();
            m_closed = true;
            return false;
        }
        skipBroken();
    }
}

void ChromeFile::skipBroken()
{
    if (!m_doubtful) {
        ++m_events;
        ++m_broken;
    }
    m_doubtful = true;
    m_at = m_scan.nextObject(m_at);
    if (m_at != JsonScanner::kNowhere)
        return;
    m_at = m_scan.size();
    const std::size_t last = m_text.find_last_not_of(" \t\r\n");
    m_closed = last != std::string_view::npos && (m_text[last] == ']' || m_text[last] == '}');
}

} // namespace threadscape
