#include "formats/json_scanner.h"

#include <algorithm>
#include <array>

namespace threadscape {

namespace {

enum class JsonClass : std::uint8_t { other, blank, quote, open, close, comma, colon, scalar };

constexpr std::array<JsonClass, 256> jsonClasses() noexcept
{
    std::array<JsonClass, 256> classes{};
    const auto set = [&](std::string_view characters, JsonClass what) {
        for (const char c : characters)
            classes[static_cast<unsigned char>(c)] = what;
    };
    set(" \t\n\r", JsonClass::blank);
    set("\"", JsonClass::quote);
    set("{[", JsonClass::open);
    set("}]", JsonClass::close);
    set(",", JsonClass::comma);
    set(":", JsonClass::colon);
    set("0123456789+-.eEtrufalsn", JsonClass::scalar); // numbers, true, false, null
    return classes;
}
constexpr std::array<JsonClass, 256> kJsonClasses = jsonClasses();

JsonClass classOf(char c) noexcept
{
    return kJsonClasses[static_cast<unsigned char>(c)];
}

/// The brackets that are open, a bit each: 1 is an object.
class OpenBrackets {
public:
    bool push(bool object) noexcept
    {
        m_bits = m_bits << 1U | (object ? 1U : 0U);
        return ++m_depth <= JsonScanner::kMostDepth;
    }
    bool pop(bool object) noexcept
    {
        const bool fits = inObject() == object;
        m_bits >>= 1U;
        --m_depth;
        return fits;
    }
    bool inObject() const noexcept { return (m_bits & 1U) != 0; }
    int depth() const noexcept { return m_depth; }

private:
    std::uint64_t m_bits = 0;
    int m_depth = 0;
};

} // namespace

std::size_t JsonScanner::skipBlank(std::size_t at) const noexcept
{
    while (at < m_text.size() && classOf(m_text[at]) == JsonClass::blank)
        ++at;
    return std::min(at, m_text.size());
}

JsonScanner::Value JsonScanner::value(std::size_t at) const noexcept
{
    if (at >= m_text.size())
        return {Found::cut, at};
    switch (classOf(m_text[at])) {
    case JsonClass::quote: return string(at);
    case JsonClass::open: return container(at);
    case JsonClass::scalar: break;
    default: return {Found::broken, at};
    }
    while (at < m_text.size() && classOf(m_text[at]) == JsonClass::scalar)
        ++at;
    return {Found::whole, at};
}

JsonScanner::Value JsonScanner::string(std::size_t at) const noexcept
{
    const char* const end = m_text.data() + m_text.size();
    for (const char* c = m_text.data() + at + 1; c < end; ++c) {
        if (*c == '"')
            return {Found::whole, static_cast<std::size_t>(c - m_text.data()) + 1};
        if (*c == '\\')
            ++c;
        else if (static_cast<unsigned char>(*c) < ' ')
            return {Found::broken, at};
    }
    return {Found::cut, m_text.size()};
}

// The allowed sequences of tokens: so a lost quote or bracket is noticed soon.
JsonScanner::Value JsonScanner::container(std::size_t at) const noexcept
{
    OpenBrackets open;
    JsonClass last = JsonClass::colon;
    while (at < m_text.size()) {
        const char c = m_text[at];
        const JsonClass what = classOf(c);
        const bool first = last == JsonClass::open || last == JsonClass::comma;
        switch (what) {
        case JsonClass::blank: ++at; continue;
        case JsonClass::quote: {
            if (!first && last != JsonClass::colon)
                return {Found::broken, at};
            const Value text = string(at);
            if (text.found != Found::whole)
                return text;
            at = text.end;
            last = what;
            continue;
        }
        case JsonClass::open:
            if (last != JsonClass::colon && (!first || open.inObject()))
                return {Found::broken, at};
            if (!open.push(c == '{'))
                return {Found::broken, at};
            break;
        case JsonClass::close:
            if (!open.pop(c == '}'))
                return {Found::broken, at};
            if (open.depth() == 0)
                return {Found::whole, at + 1};
            break;
        case JsonClass::scalar:
            if (first && open.inObject())
                return {Found::broken, at};
            break;
        case JsonClass::colon:
            if (last != JsonClass::quote || !open.inObject())
                return {Found::broken, at};
            break;
        case JsonClass::comma: break;
        case JsonClass::other: return {Found::broken, at};
        }
        last = what;
        ++at;
    }
    return {Found::cut, m_text.size()};
}

std::size_t JsonScanner::nextObject(std::size_t at) const noexcept
{
    for (;;) {
        at = m_text.find('{', at + 1);
        if (at == kNowhere)
            return kNowhere;
        if ((*this)[skipBlank(at + 1)] != '"')
            continue;
        std::size_t before = at;
        while (before > 0 && classOf(m_text[before - 1]) == JsonClass::blank)
            --before;
        if (before > 0 && m_text[before - 1] == ',')
            return at;
    }
}

} // namespace threadscape
