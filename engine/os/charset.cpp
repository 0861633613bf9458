#include "os/charset.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>
#include <memory>
#include <optional>
#include <type_traits>

namespace threadscape {

namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;
constexpr unsigned kAscii = 0x80; // below

unsigned octet(char c) noexcept
{
    return static_cast<unsigned char>(c);
}

/// The system's name of an encoding, where that is another.
struct SystemName {
    std::string_view charset;
    const char* name;
};
constexpr std::array kSystemNames{
    SystemName{"windows-874", "CP874"},           SystemName{"windows-1250", "CP1250"},
    SystemName{"windows-1251", "CP1251"},         SystemName{"windows-1252", "CP1252"},
    SystemName{"windows-1253", "CP1253"},         SystemName{"windows-1254", "CP1254"},
    SystemName{"windows-1255", "CP1255"},         SystemName{"windows-1256", "CP1256"},
    SystemName{"windows-1257", "CP1257"},         SystemName{"windows-1258", "CP1258"},
    SystemName{"iso-8859-8-i", "ISO-8859-8"}, // the same bytes, in the order of speech
    SystemName{"x-mac-cyrillic", "MAC-CYRILLIC"},
};
constexpr std::array kLongSystemNames{
    SystemName{"gbk", "GB18030"},
    SystemName{"gb18030", "GB18030"},
    SystemName{"big5", "BIG5-HKSCS"},
    SystemName{"euc-jp", "EUC-JP-MS"},
    SystemName{"shift_jis", "CP932"},
    SystemName{"euc-kr", "CP949"},
    SystemName{"iso-2022-jp", "ISO-2022-JP"},
};

/// A byte that the standard reads otherwise than the system.
struct Byte {
    std::string_view charset;
    unsigned byte;
    std::uint32_t code;
};
constexpr std::array kBytes{
    Byte{"koi8-u", 0xAE, 0x045E},    Byte{"koi8-u", 0xBE, 0x040E},       Byte{"macintosh", 0xC6, 0x2206},
    Byte{"macintosh", 0xF0, 0xF8FF}, Byte{"windows-1255", 0xCA, 0x05BA}, Byte{"x-mac-cyrillic", 0xFF, 0x20AC},
    Byte{"gbk", 0x80, 0x20AC},       Byte{"gb18030", 0x80, 0x20AC},
};

const Byte* ownByte(std::string_view charset, unsigned byte) noexcept
{
    const auto* const own = std::ranges::find_if(
        kBytes, [&](const Byte& each) { return each.charset == charset && each.byte == byte; });
    return own == kBytes.end() ? nullptr : own;
}

struct CloseConverter {
    void operator()(iconv_t converter) const noexcept { ::iconv_close(converter); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseConverter>;

/// To UTF-8; nullptr where the system has no such table: some come in a package of their own.
Converter opened(const char* name)
{
    // NOLINTNEXTLINE(performance-no-int-to-ptr): iconv_open's error value
    const iconv_t converter = ::iconv_open("UTF-8", name);
    if (converter == reinterpret_cast<iconv_t>(-1)) // NOLINT(performance-no-int-to-ptr)
        return nullptr;
    return Converter(converter);
}

/// Converts as far as it goes: `bytes` loses what was read. Returns why it ended: 0, EILSEQ or EINVAL.
int convert(iconv_t converter, std::string_view& bytes, std::string& text)
{
    std::array<char, 4096> room{};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): iconv only reads it
    char* from = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size();
    int reason = E2BIG;
    while (reason == E2BIG) {
        char* to = room.data();
        std::size_t free = room.size();
        const bool failed = ::iconv(converter, &from, &left, &to, &free) == static_cast<std::size_t>(-1);
        reason = failed ? errno : 0;
        text.append(room.data(), room.size() - free);
    }
    bytes.remove_prefix(bytes.size() - left);
    if (reason == 0) { // what it held back, since an accent might have followed
        char* to = room.data();
        std::size_t free = room.size();
        ::iconv(converter, nullptr, nullptr, &to, &free);
        text.append(room.data(), room.size() - free);
    }
    return reason;
}

std::string ofUtf8(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const unsigned first = octet(bytes[at]);
        if (first < kAscii) {
            text += bytes[at++];
            continue;
        }
        const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        bool legal = first >= 0xC2 && first <= 0xF4;
        std::size_t length = 1;
        // The second byte of some is restricted: no surrogates, nothing above U+10FFFF, nothing longer than need be.
        unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        while (legal && length <= more) {
            legal = at + length < bytes.size() && octet(bytes[at + length]) >= low &&
                    octet(bytes[at + length]) <= high;
            length += legal ? 1 : 0;
            low = 0x80;
            high = 0xBF;
        }
        if (legal)
            text += bytes.substr(at, length);
        else
            appendUtf8(text, kReplacement);
        at += length;
    }
    return text;
}

std::string ofUtf16(std::string_view bytes, bool lowFirst)
{
    const auto unit = [&](std::size_t at) {
        const unsigned a = octet(bytes[at]);
        const unsigned b = octet(bytes[at + 1]);
        return lowFirst ? a | (b << 8U) : b | (a << 8U);
    };
    const auto isHigh = [](unsigned code) { return code >= 0xD800 && code <= 0xDBFF; };
    const auto isLow = [](unsigned code) { return code >= 0xDC00 && code <= 0xDFFF; };
    std::string text;
    text.reserve(bytes.size());
    std::size_t at = 0;
    bool endsInHalf = false;
    for (; at + 1 < bytes.size(); at += 2) {
        std::uint32_t code = unit(at);
        endsInHalf = isHigh(code);
        if (isHigh(code) && at + 3 < bytes.size() && isLow(unit(at + 2))) {
            code = 0x10000 + ((code - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
            at += 2;
            endsInHalf = false;
        }
        appendUtf8(text, code); // a half alone is no character
    }
    // With a half before it, the last byte is one broken character.
    if (at < bytes.size() && !endsInHalf)
        appendUtf8(text, kReplacement);
    return text;
}

/// What bytes from 0x80 on mean.
using UpperHalf = std::array<std::string, 128>;

template <typename CodeOf>
std::string bytewise(std::string_view bytes, CodeOf charactersOf)
{
    UpperHalf upper;
    for (std::size_t i = 0; i < upper.size(); ++i)
        upper.at(i) = charactersOf(static_cast<unsigned>(kAscii + i));
    std::string text;
    text.reserve(bytes.size());
    for (const char c : bytes)
        if (octet(c) < kAscii)
            text += c;
        else
            text += upper.at(octet(c) - kAscii);
    return text;
}

std::string character(std::uint32_t code)
{
    std::string text;
    appendUtf8(text, code);
    return text;
}

std::string ofSingleBytes(std::string_view bytes, std::string_view charset, const char* systemName)
{
    constexpr unsigned kControls = 0xA0; // below: where nothing else is, the controls of ISO 6429
    const Converter converter = opened(systemName);
    return bytewise(bytes, [&](unsigned byte) {
        if (const Byte* const own = ownByte(charset, byte); own != nullptr)
            return character(own->code);
        const char one = static_cast<char>(byte);
        std::string_view rest(&one, 1);
        std::string text;
        if (converter == nullptr)
            return character(kReplacement);
        if (convert(converter.get(), rest, text) == 0)
            return text;
        return character(byte < kControls ? byte : kReplacement);
    });
}

// Private characters of the system's table that the standard's has not.
std::string withoutPrivate(std::string_view text, std::string_view charset)
{
    constexpr std::string_view kIdeographicSpace = "\xEE\x97\xA5"; // U+E5E5: A3A0 of GB18030
    constexpr std::size_t kLength = 3;
    const bool chinese = charset == "gbk" || charset == "gb18030";
    if (!chinese && charset != "euc-jp")
        return std::string(text);
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const bool isPrivate =
            text.size() - at >= kLength &&
            (octet(text[at]) == 0xEE || (octet(text[at]) == 0xEF && octet(text[at + 1]) < 0xA4));
        if (isPrivate && chinese && text.substr(at, kLength) == kIdeographicSpace)
            appendUtf8(result, 0x3000);
        else if (isPrivate && !chinese)
            appendUtf8(result, kReplacement);
        else
            result += text.substr(at, isPrivate ? kLength : 1);
        at += isPrivate ? kLength : 1;
    }
    return result;
}

std::string ofLongCharacters(std::string_view bytes, std::string_view charset, const char* systemName)
{
    const Converter converter = opened(systemName);
    if (converter == nullptr)
        return bytewise(bytes, [](unsigned) { return character(kReplacement); });
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const std::size_t before = bytes.size();
        const int reason = convert(converter.get(), bytes, text);
        if (reason == 0)
            break;
        // Some converters complain only when they have passed what they do not know.
        if (reason == EILSEQ && bytes.size() < before && octet(bytes.front()) < kAscii &&
            charset != "iso-2022-jp") {
            appendUtf8(text, kReplacement);
            continue;
        }
        const unsigned first = octet(bytes.front());
        const Byte* const own = ownByte(charset, first);
        appendUtf8(text, own != nullptr ? own->code : kReplacement);
        if (reason != EILSEQ) // the text ends within a character
            break;
        // The second byte of a character that there is not goes with its first, unless it is ASCII.
        const bool leads = first > 0x80 && first < 0xFF && first != 0xA0;
        bytes.remove_prefix(leads && own == nullptr && bytes.size() > 1 && octet(bytes[1]) >= kAscii ? 2 : 1);
    }
    return withoutPrivate(text, charset);
}

} // namespace

std::string decodedText(std::string_view bytes, std::string_view charset)
{
    constexpr std::uint32_t kUserDefined = 0xF700;
    if (charset == "utf-8")
        return ofUtf8(bytes);
    if (charset == "utf-16le" || charset == "utf-16be")
        return ofUtf16(bytes, charset == "utf-16le");
    if (charset == "replacement") // an encoding that hides ASCII in other bytes is not decoded
        return bytes.empty() ? std::string() : character(kReplacement);
    if (charset == "x-user-defined")
        return bytewise(bytes, [](unsigned byte) { return character(kUserDefined + byte); });
    const auto named = [&](const SystemName& each) { return each.charset == charset; };
    if (const auto* const found = std::ranges::find_if(kLongSystemNames, named);
        found != kLongSystemNames.end())
        return ofLongCharacters(bytes, charset, found->name);
    const auto* const found = std::ranges::find_if(kSystemNames, named);
    return ofSingleBytes(bytes, charset,
                         found != kSystemNames.end() ? found->name : std::string(charset).c_str());
}

bool isUtf8(std::string_view bytes)
{
    return ofUtf8(bytes) == bytes;
}

void appendUtf8(std::string& text, std::uint32_t code)
{
    constexpr std::uint32_t kMost = 0x10FFFF;
    if (code > kMost || (code >= 0xD800 && code <= 0xDFFF))
        code = kReplacement;
    const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    const auto addLater = [&](std::uint32_t bits) { add(0x80U | (bits & 0x3FU)); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0U | (code >> 6U));
        addLater(code);
    } else if (code < 0x10000) {
        add(0xE0U | (code >> 12U));
        addLater(code >> 6U);
        addLater(code);
    } else {
        add(0xF0U | (code >> 18U));
        addLater(code >> 12U);
        addLater(code >> 6U);
        addLater(code);
    }
}

} // namespace threadscape
