#include "kernels/html_title.h"

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
}

TEST(HtmlTitle, MayBeMissing)
{
    for (const char* page :
         {"", "<", "<html></html>", "<title></title>", "<title> \n </title>", "<title>never ends", "<title",
          "<!-- <title>x</title>", "<script><title>x</title>", "title"})
        EXPECT_EQ(titleOf(page), "none") << page;
}

TEST(HtmlTitle, ResolvesReferences)
{
    EXPECT_EQ(titleOf("<title>Races &amp; locks &#8212; &#x41;&quot;</title>"), "Races & locks \u2014 A\"");
    EXPECT_EQ(titleOf("<title>R&D; &nothing; &;&#; &#x110000; &amp</title>"),
              "R&D; &nothing; &;&#; \uFFFD &amp");
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

} // namespace
} // namespace threadscape
