#include "kernels/html_title.h"

#include "kernels/html_charset.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

std::string titleOf(std::string_view page, std::string_view type = "text/html; charset=utf-8")
{
    return htmlTitle(page, type).value_or("none");
}

TEST(HtmlTitle, IsWhatStandsBetweenItsTags)
{
    EXPECT_EQ(titleOf("<html><head><title>Threads</title></head></html>"), "Threads");
    EXPECT_EQ(titleOf("<HTML><TITLE lang=en>\n  Two\t\n words </TITLE>"), "Two words");
    EXPECT_EQ(titleOf("<title>1 < 2</title>"), "1 < 2");
    EXPECT_EQ(titleOf("<!-- <title>No</title> --><title>Yes</title>"), "Yes");
    EXPECT_EQ(titleOf("<script>x = '<title>No</title>'</script><title>Yes</title>"), "Yes");
    EXPECT_EQ(titleOf("<titles>No</titles><title>Yes</title>"), "Yes");
    EXPECT_EQ(titleOf("<title>Up to the end"), "Up to the end");
    EXPECT_EQ(titleOf("<title>One</title><title>Two</title>"), "One");
    EXPECT_EQ(titleOf("<title>&lt;b> </titles> </TITLE\n>"), "<b> </titles>");
}

TEST(HtmlTitle, IsAnElementOfHtml)
{
    EXPECT_EQ(titleOf("<body><svg><title>No</title></svg><title>Yes</title>"), "Yes");
    EXPECT_EQ(titleOf("<svg><title>No</title></svg>"), "none");
    EXPECT_EQ(titleOf("<svg><foreignObject><title>Yes</title></foreignObject></svg>"), "Yes");
    EXPECT_EQ(titleOf("<template><title>No</title></template><title>Yes</title>"), "Yes");
    EXPECT_EQ(titleOf("<math><title>No</title></math>"), "none");
    for (const char* raw : {"style", "textarea", "iframe", "xmp", "noembed"})
        EXPECT_EQ(titleOf("<" + std::string(raw) + "><title>No</title></" + raw + "><title>Yes</title>"),
                  "Yes")
            << raw;
    EXPECT_EQ(titleOf("<p title='<title>No</title>'><div><title>Yes</title>"), "Yes");
}

TEST(HtmlTitle, StandsBehindMuch)
{
    std::string icons;
    for (int i = 0; i < 1000; ++i)
        icons += "<svg><title>icon</title></svg>";
    EXPECT_EQ(titleOf(icons + "<title>Yes</title>" + icons), "Yes");
    EXPECT_EQ(titleOf("<script>" + std::string(900'000, ' ') + "</script><title>Yes</title>"), "Yes");
}

std::string repeated(std::string_view what, std::size_t size)
{
    std::string text;
    while (text.size() < size)
        text += what;
    return text;
}

// Each would take minutes, or a stack or memory without end.
TEST(HtmlTitle, AHostilePageHarmsNobody)
{
    constexpr std::size_t kSize = std::size_t{1} << 20U;
    for (const char* what : {"<div>", "<b>", "<a><p>", "<table><tr><td>", "<svg>", "<font size=1>", "<!--",
                             "<", "</p>", "<option><select>", "<template>"})
        EXPECT_EQ(titleOf(repeated(what, kSize) + "<title>Late</title>"), "none") << what;
    std::string attributes = "<a";
    for (int i = 0; attributes.size() < kSize; ++i)
        attributes += " a" + std::to_string(i);
    EXPECT_EQ(titleOf(attributes + "><title>Late</title>"), "none");
    EXPECT_EQ(titleOf("<title>Early</title>" + attributes), "Early");
}

TEST(HtmlTitle, CanBeEndedByItsCheckpoint)
{
    struct Stop {};
    int calls = 0;
    const auto stopping = [&] {
        if (++calls == 10)
            throw Stop();
    };
    EXPECT_THROW(static_cast<void>(htmlTitle(repeated("<div>", 100'000), "", stopping)), Stop);
    EXPECT_EQ(calls, 10);
}

TEST(HtmlTitle, MayBeMissing)
{
    for (const char* page :
         {"", "<", "<html></html>", "<title></title>", "<title> \n </title>", "<title>", "<title",
          "<!-- <title>x</title>", "<script><title>x</title>", "title", "<title></title><title>x</title>"})
        EXPECT_EQ(titleOf(page), "none") << page;
}

TEST(HtmlTitle, ResolvesReferences)
{
    EXPECT_EQ(titleOf("<title>Races &amp; locks &#8212; &#x41;&quot;</title>"), "Races & locks \u2014 A\"");
    EXPECT_EQ(titleOf("<title>R&D; &unheardof; &;&#; &#x110000; &amp</title>"),
              "R&D; &unheardof; &;&#; \uFFFD &");
    EXPECT_EQ(titleOf("<title>Caf&eacute; &Uuml;ber &trade; &euro;5 &rarr; &copy &#146;&#x80;</title>"),
              "Café Über ™ €5 → © ’€");
    EXPECT_EQ(titleOf("<title>&#128512;</title>"), "\U0001F600");
}

TEST(HtmlTitle, KnowsTheCharsetFromServerMarkOrPage)
{
    const std::string cyrillic = "<title>\xCF\xEE\xF2\xEE\xEA\xE8</title>"; // windows-1251
    EXPECT_EQ(titleOf(cyrillic, "text/html; charset=windows-1251"), "Потоки");
    EXPECT_EQ(titleOf(cyrillic, "text/html; charset=\"Windows-1251\"; x=y"), "Потоки");
    EXPECT_EQ(titleOf("<meta charset=windows-1251>" + cyrillic, "text/html"), "Потоки");
    EXPECT_EQ(
        titleOf("<META http-equiv=content-type content='text/html; charset=windows-1251'>" + cyrillic, ""),
        "Потоки");
    EXPECT_EQ(titleOf("<meta name=x><meta charset='koi8-r'><title>\xF0\xCF\xD4\xCF\xCB\xC9</title>", ""),
              "Потоки");
    // The server is believed before the page, and a byte order mark before both.
    EXPECT_EQ(titleOf("<meta charset=koi8-r>" + cyrillic, "text/html; charset=windows-1251"), "Потоки");
    EXPECT_EQ(titleOf("\xEF\xBB\xBF<title>Потоки</title>", "text/html; charset=windows-1251"), "Потоки");
}

TEST(HtmlTitle, IsReadSomehowWhenTheCharsetIsNotTold)
{
    EXPECT_EQ(titleOf("<title>Потоки</title>", ""), "Потоки");
    EXPECT_EQ(titleOf("<title>caf\xE9 \x80</title>", ""), "caf\u00E9 \u20AC"); // windows-1252
    EXPECT_EQ(titleOf("<title>Потоки</title>", "text/html; charset=no-such-thing"), "Потоки");
    EXPECT_EQ(titleOf("<title>a\xFF"
                      "b</title>",
                      "text/html; charset=utf-8"),
              "a\uFFFD"
              "b");
}

TEST(HtmlTitle, TheLabelsOfTheWebAreWhatBrowsersTakeThemFor)
{
    EXPECT_EQ(titleOf("<meta charset=iso-8859-1><title>\x93Smart\x94 \x96 \x80</title>", ""), "“Smart” – €");
    EXPECT_EQ(titleOf("<meta charset=gb2312><title>\xD6\xEC\xE9\x46\xBB\xF9</title>", ""), "朱镕基");
    EXPECT_EQ(titleOf("<meta charset=utf-16><title>Łódź</title>", ""), "Łódź");
    EXPECT_EQ(titleOf("<meta charset=x-user-defined><title>\xE9</title>", ""), "é");
    EXPECT_EQ(titleOf("<meta charset=iso-2022-kr><title>x</title>", ""), "none");
    EXPECT_EQ(titleOf("<title>a\xE9</title>", "text/html;x=\"; charset=koi8-r\"; Charset = 1"), "aé");
    EXPECT_EQ(
        titleOf(std::string("\xFF\xFE<\0t\0i\0t\0l\0e\0>\0\x01\x04<\0", 20), "text/html; charset=utf-8"),
        "Ё<");
    EXPECT_EQ(titleOf(std::string("\xFE\xFF\0<\0t\0i\0t\0l\0e\0>\x04\x01", 18), ""), "Ё");
    EXPECT_EQ(titleOf("<?xml version=\"1.0\" encoding=\"windows-1251\"?><title>\xCF</title>", ""), "П");
}

TEST(HtmlCharset, IsLookedForAsTheStandardSays)
{
    const auto declared = [](std::string_view page) {
        return std::string(declaredCharset(page).value_or("none"));
    };
    EXPECT_EQ(declared("<meta charset=koi8-r>"), "koi8-r");
    EXPECT_EQ(declared("<META/charset = \"KOI8-R\" >"), "koi8-r");
    EXPECT_EQ(declared("<!-- <meta charset=koi8-r> --><meta charset=big5>"), "big5");
    EXPECT_EQ(declared("<!--><meta charset=big5>"), "big5");
    EXPECT_EQ(declared("<!-- <meta charset=koi8-r>"), "none");
    EXPECT_EQ(declared("<a title='<meta charset=koi8-r>'><meta charset=big5>"), "big5");
    EXPECT_EQ(declared("</a title='<meta charset=koi8-r>'><meta charset=big5>"), "big5");
    EXPECT_EQ(declared("<!a '<meta charset=koi8-r>"), "none");
    EXPECT_EQ(declared("<metal charset=koi8-r>"), "none");
    EXPECT_EQ(declared("<meta content='text/html; charset=koi8-r'>"), "none"); // whose content
    EXPECT_EQ(declared("<meta content='text/html; charset=koi8-r' http-equiv=Content-Type>"), "koi8-r");
    EXPECT_EQ(declared("<meta http-equiv=refresh content='0; charset=koi8-r'>"), "none");
    EXPECT_EQ(declared("<meta http-equiv=content-type content='charset charset=\"big5\"'>"), "big5");
    EXPECT_EQ(declared("<meta http-equiv=content-type content='charset=\"big5'>"), "none");
    EXPECT_EQ(declared("<meta charset=nonsense><meta charset=big5>"), "big5");
    EXPECT_EQ(declared("<meta charset=koi8-r charset=big5>"), "koi8-r");
    EXPECT_EQ(declared("<meta charset=koi8-r"), "none");
    EXPECT_EQ(declared(std::string(1020, ' ') + "<meta charset=koi8-r>"), "none");
    EXPECT_EQ(declared("<?xml encoding='koi8-r'?><meta charset=big5>"), "big5");
    EXPECT_EQ(declared("<?xml version='1.0' encoding = 'koi8-r' ?>"), "koi8-r");
    EXPECT_EQ(declared("<?xml encoding='koi8 r'?>"), "none");
    EXPECT_EQ(declared(std::string("<\0?\0x\0", 6)), "utf-16le");
}

} // namespace
} // namespace threadscape
