#include "os/charset.h"

#include "os/charset_labels.h"
#include "support/run_program.h"

#include <gtest/gtest.h>
#include <sstream>

namespace threadscape {
namespace {

std::istringstream linesOf(const char* name)
{
    const std::string text = contentsOf(std::string(THREADSCAPE_TESTS "/engine/os/") + name);
    EXPECT_NE(text, "") << name;
    return std::istringstream(text);
}

std::string character(std::uint32_t code)
{
    std::string text;
    appendUtf8(text, code);
    return text;
}

// The labels of python3-webencodings 0.5.1, those that the standard added since by node 20's TextDecoder, and those of encodings that
// it refuses by now.
TEST(CharsetLabels, AreThoseOfTheStandard)
{
    std::istringstream lines = linesOf("charset_labels.txt");
    int count = 0;
    for (std::string label, charset; lines >> label >> charset; ++count) {
        EXPECT_EQ(charsetOf(label).value_or("none"), charset) << label;
        std::string loud = "\t " + label + "\r\n";
        for (char& c : loud)
            c = static_cast<char>(std::toupper(c));
        EXPECT_EQ(charsetOf(loud).value_or("none"), charset) << loud;
    }
    EXPECT_GT(count, 220);
    for (const char* other :
         {"", " ", "utf", "utf-8 utf-8", "latin", "iso-8859-12", "utf-7", "utf-32", "windows-1259"})
        EXPECT_FALSE(charsetOf(other)) << other;
}

// What each byte from 0x80 on means: the indexes of the Encoding Standard, as text-encoding 0.7.0 of npm has them.
TEST(Charset, EveryByteOfTheSingleByteOnesIsThatOfTheStandard)
{
    std::istringstream lines = linesOf("single_byte_charsets.txt");
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        std::istringstream words(line);
        std::string charset;
        words >> charset;
        std::uint32_t code = 0;
        for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
            ASSERT_TRUE(words >> std::hex >> code);
            EXPECT_EQ(decodedText(std::string(1, static_cast<char>(byte)), charset), character(code))
                << charset << ' ' << byte;
        }
        EXPECT_EQ(decodedText("plain <", charset), "plain <") << charset;
    }
    EXPECT_EQ(count, 27);
    EXPECT_EQ(decodedText("\xE0", "iso-8859-8-i"), "\u05D0");
    EXPECT_EQ(decodedText("a\x80\xFF", "x-user-defined"), "a\uF780\uF7FF");
    EXPECT_EQ(decodedText("anything", "replacement"), "\uFFFD");
    EXPECT_EQ(decodedText("", "replacement"), "");
}

TEST(Charset, LongCharactersAreReadAsBrowsersDo)
{
    EXPECT_EQ(decodedText("\xD6\xEC\xE9\x46\xBB\xF9", "gbk"), "朱镕基");
    EXPECT_EQ(decodedText("\x80\xA3\xA0\x81\x30\x84\x36", "gb18030"), "\u20AC\u3000\u00A5");
    EXPECT_EQ(decodedText("\xA4\xA4\xA4\xE5\xFA\x40", "big5"), "中文\U00020547");
    EXPECT_EQ(decodedText("\x93\xFA\x96{\x87\x40\xB1", "shift_jis"), "日本①ｱ");
    EXPECT_EQ(decodedText("\xC6\xFC\xCB\xDC\x8E\xB1\x8F\xB0\xA1", "euc-jp"), "日本ｱ丂");
    EXPECT_EQ(decodedText("\x1B$BF|K\\\x1B(Ba", "iso-2022-jp"), "日本a");
    EXPECT_EQ(decodedText("\xC7\xD1\x81\x41", "euc-kr"), "한갂");
}

TEST(Charset, Utf8AndUtf16AreReadAsBrowsersDo)
{
    EXPECT_EQ(decodedText("\xF0\x9F\x98\x80\xC3\xA9", "utf-8"), "\U0001F600é");
    EXPECT_EQ(decodedText("\xC0\xAF\xED\xA0\x80\xF0\x9F<\xE2\x82", "utf-8"),
              "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD<\uFFFD");
    EXPECT_EQ(decodedText("\xF4\x90\x80\x80", "utf-8"), "\uFFFD\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(decodedText(std::string("=\xD8\0\xDE\x41\0\0\xD8\x42\0\x43", 11), "utf-16le"),
              "\U0001F600A\uFFFDB\uFFFD");
    EXPECT_EQ(decodedText(std::string("\xD8=\xDE\0\0A", 6), "utf-16be"), "\U0001F600A");
    EXPECT_TRUE(isUtf8("é\uFFFD"));
    EXPECT_FALSE(isUtf8("\xE9"));
}

TEST(Charset, NoBrokenByteTakesAnAsciiCharacterAlong)
{
    for (const char* charset :
         {"gbk", "gb18030", "big5", "euc-jp", "shift_jis", "euc-kr", "utf-8", "windows-1252"})
        for (unsigned first = 0x80; first <= 0xFF; ++first) {
            EXPECT_TRUE(
                decodedText(std::string(1, static_cast<char>(first)) + "</t", charset).ends_with("</t"))
                << charset << ' ' << first;
            for (unsigned second = 0x80; second <= 0xFF; ++second) {
                const std::string bytes{static_cast<char>(first), static_cast<char>(second)};
                EXPECT_TRUE(decodedText(bytes + "</t", charset).ends_with("</t"))
                    << charset << ' ' << first << ' ' << second;
            }
        }
}

} // namespace
} // namespace threadscape
