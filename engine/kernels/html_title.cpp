#include "kernels/html_title.h"

#include "os/charset.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace threadscape {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// Finds `what`, in lower case, in `text` from `from` on, ignoring case.
std::size_t find(std::string_view text, std::string_view what, std::size_t from = 0)
{
    if (from > text.size())
        return std::string_view::npos;
    const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), what.begin(),
                                   what.end(), [](char a, char b) { return lower(a) == b; });
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

bool startsWith(std::string_view text, std::size_t at, std::string_view what)
{
    return find(text.substr(std::min(at, text.size()), what.size()), what) == 0;
}

// "charset=koi8-r", in quotes or not.
std::string charsetIn(std::string_view text)
{
    constexpr std::string_view kKey = "charset=";
    std::size_t at = find(text, kKey);
    if (at == std::string_view::npos)
        return {};
    at += kKey.size();
    while (at < text.size() && (text[at] == '"' || text[at] == '\'' || isSpace(text[at])))
        ++at;
    std::size_t end = at;
    while (end < text.size() && !isSpace(text[end]) && text[end] != '"' && text[end] != '\'' &&
           text[end] != ';' && text[end] != '>' && text[end] != '/')
        ++end;
    return std::string(text.substr(at, end - at));
}

// Of the first kilobyte, as browsers do.
std::string charsetOfMeta(std::string_view page)
{
    constexpr std::size_t kLookedAt = 1024;
    const std::string_view head = page.substr(0, kLookedAt);
    for (std::size_t at = find(head, "<meta"); at != std::string_view::npos; at = find(head, "<meta", at + 1))
        if (std::string name = charsetIn(head.substr(at, head.find('>', at) - at)); !name.empty())
            return name;
    return {};
}

bool isUtf8(std::string_view text)
{
    const auto converted = toUtf8(text, "UTF-8");
    return converted && *converted == text;
}

void appendUtf8(std::string& text, std::uint32_t code)
{
    constexpr std::uint32_t kReplacement = 0xFFFD;
    constexpr std::uint32_t kMost = 0x10FFFF;
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code == 0 || code > kMost || surrogate)
        code = kReplacement;
    const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0U | (code >> 6U));
        add(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        add(0xE0U | (code >> 12U));
        add(0x80U | ((code >> 6U) & 0x3FU));
        add(0x80U | (code & 0x3FU));
    } else {
        add(0xF0U | (code >> 18U));
        add(0x80U | ((code >> 12U) & 0x3FU));
        add(0x80U | ((code >> 6U) & 0x3FU));
        add(0x80U | (code & 0x3FU));
    }
}

// Those common in titles; the standard has two thousand.
constexpr std::array<std::pair<std::string_view, std::uint32_t>, 18> kReferences{{
    {"amp", '&'},
    {"lt", '<'},
    {"gt", '>'},
    {"quot", '"'},
    {"apos", '\''},
    {"nbsp", 0xA0},
    {"copy", 0xA9},
    {"reg", 0xAE},
    {"laquo", 0xAB},
    {"raquo", 0xBB},
    {"middot", 0xB7},
    {"ndash", 0x2013},
    {"mdash", 0x2014},
    {"lsquo", 0x2018},
    {"rsquo", 0x2019},
    {"ldquo", 0x201C},
    {"rdquo", 0x201D},
    {"hellip", 0x2026},
}};

// The character of a reference between & and ;; 0: unknown.
std::uint32_t referred(std::string_view name)
{
    if (name.starts_with('#')) {
        const bool hex = name.size() > 1 && lower(name[1]) == 'x';
        name.remove_prefix(hex ? 2 : 1);
        std::uint32_t code = 0;
        const auto [end, error] =
            std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
        return error == std::errc() && end == name.data() + name.size() ? code : 0;
    }
    const auto* const known =
        std::ranges::find(kReferences, name, [](const auto& each) { return each.first; });
    return known != kReferences.end() ? known->second : 0;
}

std::string resolved(std::string_view text)
{
    constexpr std::size_t kLongest = 10;
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '&') {
            const std::size_t end = text.find(';', at);
            if (end != std::string_view::npos && end - at <= kLongest)
                if (const std::uint32_t code = referred(text.substr(at + 1, end - at - 1)); code != 0) {
                    appendUtf8(plain, code);
                    at = end;
                    continue;
                }
        }
        if (!isSpace(text[at]))
            plain += text[at];
        else if (!plain.empty() && plain.back() != ' ')
            plain += ' ';
    }
    if (plain.ends_with(' '))
        plain.pop_back();
    return plain;
}

// The text between the tags, verbatim.
std::optional<std::string_view> between(std::string_view page)
{
    constexpr std::string_view kTag = "<title";
    for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at)) {
        std::size_t past = at + 1;
        if (page.substr(at).starts_with("<!--")) {
            past = page.find("-->", at);
        } else if (startsWith(page, at, "<script")) {
            past = find(page, "</script", at);
        } else if (startsWith(page, at, kTag) && at + kTag.size() < page.size() &&
                   (page[at + kTag.size()] == '>' || isSpace(page[at + kTag.size()]))) {
            const std::size_t begin = page.find('>', at);
            const std::size_t end = find(page, "</title", at);
            if (begin == std::string_view::npos || end == std::string_view::npos || end <= begin)
                return std::nullopt;
            return page.substr(begin + 1, end - begin - 1);
        }
        if (past == std::string_view::npos)
            break;
        at = past;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> htmlTitle(std::string_view page, std::string_view contentType)
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    const auto found = between(page);
    if (!found)
        return std::nullopt;
    std::string charset = page.starts_with(kMark) ? "UTF-8" : charsetIn(contentType);
    if (charset.empty())
        charset = charsetOfMeta(page);
    std::optional<std::string> text;
    if (!charset.empty())
        text = toUtf8(*found, charset);
    if (!text)
        text = toUtf8(*found, isUtf8(*found) ? "UTF-8" : "WINDOWS-1252");
    std::string title = resolved(text.value_or(std::string(*found)));
    if (title.empty())
        return std::nullopt;
    return title;
}

} // namespace threadscape
