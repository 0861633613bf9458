#include "kernels/html_charset.h"

#include "os/charset.h"
#include "os/charset_labels.h"

#include <algorithm>
#include <array>
#include <set>

namespace threadscape {

namespace {

constexpr std::string_view kWhite = " \t\n\r\f";
constexpr std::size_t kNowhere = std::string_view::npos;

bool isWhite(char c) noexcept
{
    return kWhite.find(c) != kNowhere;
}

bool isLetter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string inLowerCase(std::string_view text)
{
    std::string low(text);
    std::ranges::transform(
        low, low.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return low;
}

// What a page says of itself in ASCII letters cannot be UTF-16, and what only scripts can read is no text.
std::string_view readable(std::string_view charset)
{
    if (charset == "utf-16le" || charset == "utf-16be")
        return "utf-8";
    return charset == "x-user-defined" ? "windows-1252" : charset;
}

// "text/html; charset=koi8-r" in a <meta>'s content.
std::optional<std::string_view> charsetInContent(std::string_view content)
{
    constexpr std::string_view kKey = "charset";
    const std::string low = inLowerCase(content);
    for (std::size_t at = low.find(kKey); at != kNowhere; at = low.find(kKey, at)) {
        at = std::min(low.find_first_not_of(kWhite, at + kKey.size()), low.size());
        if (at == low.size() || low[at] != '=')
            continue;
        at = std::min(low.find_first_not_of(kWhite, at + 1), low.size());
        if (at == low.size())
            return std::nullopt;
        if (low[at] == '"' || low[at] == '\'') {
            const std::size_t end = low.find(low[at], at + 1);
            return end == kNowhere ? std::nullopt : charsetOf(content.substr(at + 1, end - at - 1));
        }
        const std::size_t end = low.find_first_of(" \t\n\r\f;", at);
        return charsetOf(content.substr(at, end - at));
    }
    return std::nullopt;
}

/// Reads the beginning of a page as the standard has it done, before its encoding is known.
class Prescan {
public:
    explicit Prescan(std::string_view head) : m_head(head) {}

    std::optional<std::string_view> charset()
    {
        for (; !atEnd(); ++m_at) {
            if (m_head.substr(m_at).starts_with("<!--"))
                skipTo(m_head.find("-->", m_at + 2), 2);
            else if (startsMeta()) {
                m_at += 5;
                if (const auto found = charsetOfMeta())
                    return found;
            } else if (startsTag()) {
                skipTo(m_head.find_first_of(" \t\n\r\f>", m_at), 0);
                while (attribute())
                    continue;
            } else if (starts('!') || starts('/') || starts('?'))
                skipTo(m_head.find('>', m_at), 0);
        }
        return std::nullopt;
    }

private:
    struct Attribute {
        std::string name;
        std::string value;
    };

    bool atEnd() const { return m_at >= m_head.size(); }
    char here() const { return m_head[m_at]; }
    void skipTo(std::size_t found, std::size_t more)
    {
        m_at = found == kNowhere ? m_head.size() : found + more;
    }
    bool starts(char second) const
    {
        return here() == '<' && m_at + 1 < m_head.size() && m_head[m_at + 1] == second;
    }
    bool startsTag() const
    {
        const std::size_t name = m_at + (starts('/') ? 2 : 1);
        return here() == '<' && name < m_head.size() && isLetter(m_head[name]);
    }
    bool startsMeta() const
    {
        constexpr std::size_t kLength = 5;
        return m_at + kLength < m_head.size() && inLowerCase(m_head.substr(m_at, kLength)) == "<meta" &&
               (isWhite(m_head[m_at + kLength]) || m_head[m_at + kLength] == '/');
    }

    // "get an attribute": nullopt at the end of the tag, or of what is looked at.
    std::optional<Attribute> attribute()
    {
        while (!atEnd() && (isWhite(here()) || here() == '/'))
            ++m_at;
        if (atEnd() || here() == '>')
            return std::nullopt;
        Attribute found;
        for (; !atEnd() && !isWhite(here()) && here() != '/' && here() != '>'; ++m_at) {
            if (here() == '=' && !found.name.empty())
                break;
            found.name += here();
        }
        const std::size_t next = m_head.find_first_not_of(kWhite, m_at);
        if (next == kNowhere || m_head[next] == '=')
            m_at = std::min(next, m_head.size());
        if (atEnd())
            return std::nullopt;
        if (here() == '=') {
            ++m_at;
            if (!readValue(found.value))
                return std::nullopt;
        }
        found.name = inLowerCase(found.name);
        return found;
    }

    bool readValue(std::string& value)
    {
        skipTo(m_head.find_first_not_of(kWhite, m_at), 0);
        if (atEnd())
            return false;
        if (here() == '"' || here() == '\'') {
            const std::size_t end = m_head.find(here(), m_at + 1);
            if (end == kNowhere) {
                m_at = m_head.size();
                return false;
            }
            value = m_head.substr(m_at + 1, end - m_at - 1);
            m_at = end + 1;
            return true;
        }
        const std::size_t end = m_head.find_first_of(" \t\n\r\f>", m_at);
        if (end == kNowhere) {
            m_at = m_head.size();
            return false;
        }
        value = m_head.substr(m_at, end - m_at);
        m_at = end;
        return true;
    }

    std::optional<std::string_view> charsetOfMeta()
    {
        std::set<std::string> seen;
        bool isPragma = false;
        std::optional<bool> needsPragma;
        std::optional<std::string_view> charset;
        while (const auto found = attribute()) {
            if (!seen.insert(found->name).second)
                continue;
            if (found->name == "http-equiv") {
                isPragma = inLowerCase(found->value) == "content-type";
            } else if (found->name == "content" && !charset) {
                charset = charsetInContent(found->value);
                if (charset)
                    needsPragma = true;
            } else if (found->name == "charset") {
                charset = charsetOf(found->value);
                needsPragma = false;
            }
        }
        if (atEnd()) // the tag goes on where nobody looks
            return std::nullopt;
        if (!needsPragma || (*needsPragma && !isPragma) || !charset)
            return std::nullopt;
        return readable(*charset);
    }

    std::string_view m_head;
    std::size_t m_at = 0;
};

std::optional<std::string_view> charsetOfXml(std::string_view head)
{
    constexpr std::string_view kBegin = "<?xml";
    constexpr std::string_view kKey = "encoding";
    const std::string_view declaration = head.substr(0, head.find('>'));
    if (!declaration.starts_with(kBegin) || declaration.size() == head.size())
        return std::nullopt;
    const auto pastBlanks = [&](std::size_t at) {
        while (at < declaration.size() && static_cast<unsigned char>(declaration[at]) <= ' ')
            ++at;
        return at;
    };
    std::size_t at = declaration.find(kKey);
    if (at == kNowhere)
        return std::nullopt;
    at = pastBlanks(at + kKey.size());
    if (at >= declaration.size() || declaration[at] != '=')
        return std::nullopt;
    at = pastBlanks(at + 1);
    if (at >= declaration.size() || (declaration[at] != '"' && declaration[at] != '\''))
        return std::nullopt;
    const std::size_t end = declaration.find(declaration[at], at + 1);
    if (end == kNowhere)
        return std::nullopt;
    const std::string_view label = declaration.substr(at + 1, end - at - 1);
    if (std::ranges::any_of(label, [](char c) { return static_cast<unsigned char>(c) <= ' '; }))
        return std::nullopt;
    const auto charset = charsetOf(label);
    return charset ? std::optional(readable(*charset)) : std::nullopt;
}

/// A byte order mark, or the beginning of an XML declaration in UTF-16.
struct Mark {
    std::string_view bytes;
    std::string_view charset;
};
using namespace std::string_view_literals;
constexpr std::array kMarks{Mark{"\xEF\xBB\xBF"sv, "utf-8"}, Mark{"\xFE\xFF"sv, "utf-16be"},
                            Mark{"\xFF\xFE"sv, "utf-16le"}};
constexpr std::array kWideXml{Mark{"<\0?\0x\0"sv, "utf-16le"}, Mark{"\0<\0?\0x"sv, "utf-16be"}};

} // namespace

std::optional<std::string_view> declaredCharset(std::string_view page)
{
    constexpr std::size_t kLookedAt = 1024;
    const std::string_view head = page.substr(0, kLookedAt);
    for (const Mark& wide : kWideXml)
        if (head.starts_with(wide.bytes))
            return wide.charset;
    if (const auto found = Prescan(head).charset())
        return found;
    return charsetOfXml(head);
}

std::optional<std::string_view> charsetOfType(std::string_view contentType)
{
    constexpr std::string_view kKey = "charset=";
    for (std::size_t at = contentType.find(';'); at != kNowhere; at = contentType.find(';', at)) {
        at = std::min(contentType.find_first_not_of(" \t\n\r\f", at + 1), contentType.size());
        if (inLowerCase(contentType.substr(at, kKey.size())) != kKey)
            continue;
        std::string_view value = contentType.substr(at + kKey.size());
        if (value.starts_with('"') || value.starts_with('\''))
            value = value.substr(1, value.find(value.front(), 1) - 1);
        else
            value = value.substr(0, value.find(';'));
        return charsetOf(value);
    }
    return std::nullopt;
}

std::string decodedPage(std::string_view page, std::string_view contentType)
{
    for (const Mark& mark : kMarks)
        if (page.starts_with(mark.bytes))
            return decodedText(page.substr(mark.bytes.size()), mark.charset);
    if (const auto told = charsetOfType(contentType))
        return decodedText(page, *told);
    if (const auto declared = declaredCharset(page))
        return decodedText(page, *declared);
    return decodedText(page, isUtf8(page) ? "utf-8" : "windows-1252");
}

} // namespace threadscape
