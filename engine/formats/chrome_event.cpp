#include "formats/chrome_event.h"

#include <charconv>
#include <cmath>
#include <simdjson.h>

namespace threadscape {

namespace ondemand = simdjson::ondemand;

static_assert(ChromeEventParser::kPadding >= simdjson::SIMDJSON_PADDING);

struct ChromeEventParser::Parser {
    ondemand::parser parser;
    std::string padded; // of a single token
};

ChromeEventParser::ChromeEventParser() : m_parser(std::make_unique<Parser>()) {}
ChromeEventParser::~ChromeEventParser() = default;

namespace {

std::string_view withoutBlanks(std::string_view token) noexcept
{
    while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ')
        token.remove_suffix(1);
    return token;
}

// The destination of a member's value; null for ignored members.
std::string_view* placeOf(ondemand::raw_json_string name, ChromeEvent& event, std::string_view& phase,
                          std::string_view& time, std::string_view& duration)
{
    const auto is = [&](const char* word) { return name.unsafe_is_equal(word); };
    switch (*name.raw()) {
    case 'p': return is("ph") ? &phase : is("pid") ? &event.pid : nullptr;
    case 't': return is("ts") ? &time : is("tid") ? &event.tid : nullptr;
    case 'd': return is("dur") ? &duration : nullptr;
    case 'n': return is("name") ? &event.name : nullptr;
    case 'c': return is("cat") ? &event.category : nullptr;
    case 'i': return is("id") ? &event.id : nullptr;
    case 'b': return is("bind_id") ? &event.bindId : nullptr;
    case 'a': return is("args") ? &event.args : is("at") ? &event.at : nullptr;
    case 'o': return is("of") ? &event.of : nullptr;
    case 'h': return is("how") ? &event.how : nullptr;
    default: return nullptr;
    }
}

} // namespace

std::optional<ChromeEvent> ChromeEventParser::read(std::string_view object)
{
    ChromeEvent event;
    std::string_view phase;
    std::string_view time;
    std::string_view duration;
    ondemand::document document;
    ondemand::object members;
    if (m_parser->parser.iterate(object.data(), object.size(), object.size() + kPadding).get(document) !=
            simdjson::SUCCESS ||
        document.get_object().get(members) != simdjson::SUCCESS)
        return std::nullopt;
    for (auto member : members) {
        ondemand::raw_json_string name;
        ondemand::value value;
        if (member.key().get(name) != simdjson::SUCCESS || member.value().get(value) != simdjson::SUCCESS)
            return std::nullopt;
        std::string_view* const place = placeOf(name, event, phase, time, duration);
        if (place == nullptr) {
            event.more = true;
            continue;
        }
        *place = value.raw_json_token();
        ondemand::object nested;
        if (place->front() == '{' && (value.get_object().get(nested) != simdjson::SUCCESS ||
                                      nested.raw_json().get(*place) != simdjson::SUCCESS))
            return std::nullopt;
        *place = withoutBlanks(*place);
    }
    if (phase.size() != 3 || phase.front() != '"')
        return std::nullopt;
    event.phase = phase[1];
    if (!event.args.starts_with('{')) {
        event.more = event.more || !event.args.empty();
        event.args = {};
    }
    const auto take = [](std::string_view token, std::int64_t& ns) {
        const auto known = nsOfMicroseconds(token);
        ns = known.value_or(ChromeEvent::kNoTime);
        return token.empty() || known.has_value();
    };
    if (!take(time, event.atNs) || !take(duration, event.durationNs))
        return std::nullopt;
    return event;
}

std::string ChromeEventParser::text(std::string_view token)
{
    if (!token.starts_with('"'))
        return std::string(token);
    if (token.find('\\') == std::string_view::npos) // the scanner has checked its quotes
        return std::string(unquoted(token));
    m_parser->padded.assign(token);
    m_parser->padded.append(simdjson::SIMDJSON_PADDING, ' ');
    ondemand::document document;
    std::string_view text;
    const auto& padded = m_parser->padded;
    if (m_parser->parser.iterate(padded.data(), token.size(), padded.size()).get(document) !=
            simdjson::SUCCESS ||
        document.get_string().get(text) != simdjson::SUCCESS)
        return std::string(unquoted(token));
    return std::string(text);
}

std::string_view unquoted(std::string_view token) noexcept
{
    return token.size() >= 2 && token.front() == '"' && token.back() == '"'
               ? token.substr(1, token.size() - 2)
               : token;
}

std::optional<double> realOfToken(std::string_view token) noexcept
{
    token = unquoted(token);
    double value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    if (error != std::errc() || end != token.data() + token.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> integerOfToken(std::string_view token) noexcept
{
    token = unquoted(token);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    if (error != std::errc() || end != token.data() + token.size())
        return std::nullopt;
    return value;
}

// Digit by digit: a double cannot represent µs since 1970 to the ns.
std::optional<std::int64_t> nsOfMicroseconds(std::string_view token) noexcept
{
    token = unquoted(token);
    const bool negative = token.starts_with('-');
    std::int64_t ns = 0;
    std::size_t at = negative ? 1 : 0;
    const std::size_t digits = at;
    const auto digit = [&] { return at < token.size() && token[at] >= '0' && token[at] <= '9'; };
    for (; digit() && ns <= kMostChromeNs / 1'000; ++at)
        ns = 10 * ns + (token[at] - '0');
    if (at == digits)
        return std::nullopt;
    const bool fits = ns <= kMostChromeNs / 1'000;
    ns = fits ? 1'000 * ns : ns;
    if (at < token.size() && token[at] == '.') {
        std::int64_t tenths = 0; // of a ns
        std::int64_t unit = 1'000;
        for (++at; digit(); ++at, unit /= 10)
            tenths += unit * (token[at] - '0');
        ns += (tenths + 5) / 10; // the nearest
    }
    if (at < token.size() || !fits) {
        const auto real = realOfToken(token); // with an exponent
        if (!real || std::fabs(*real) * 1'000 > static_cast<double>(kMostChromeNs))
            return std::nullopt;
        ns = std::llround(std::fabs(*real) * 1'000);
    }
    ns = negative ? -ns : ns;
    return ns >= kLeastChromeNs && ns <= kMostChromeNs ? std::optional(ns) : std::nullopt;
}

} // namespace threadscape
