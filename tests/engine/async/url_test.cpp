#include "async/url.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(Url, IsTakenApart)
{
    const auto url = Url::parse("HTTPS://Example.ORG:8443/a/b?c=d#e");
    ASSERT_TRUE(url);
    EXPECT_TRUE(url->secure);
    EXPECT_EQ(url->host, "example.org");
    EXPECT_EQ(url->port, 8443);
    EXPECT_EQ(url->target, "/a/b?c=d");
    EXPECT_EQ(url->text(), "https://example.org:8443/a/b?c=d");
}

TEST(Url, HasThePortOfItsScheme)
{
    EXPECT_EQ(Url::parse("http://a")->port, 80);
    EXPECT_EQ(Url::parse("https://a")->port, 443);
    EXPECT_EQ(Url::parse("http://a:")->port, 80);
    EXPECT_EQ(Url::parse("http://a")->text(), "http://a/");
    EXPECT_EQ(Url::parse("http://a?q")->target, "/?q");
    EXPECT_EQ(Url::parse("http://a:80/")->authority(), "a");
    EXPECT_EQ(Url::parse("https://a:80/")->authority(), "a:80");
    EXPECT_EQ(Url::parse("http://[::1]:8080/x")->host, "::1");
    EXPECT_EQ(Url::parse("http://[::1]:8080/x")->authority(), "[::1]:8080");
}

TEST(Url, OthersAreRefused)
{
    for (const char* text :
         {"", "a", "a.org", "ftp://a/", "http:/a", "http://", "http:///x", "http://:80/", "http://a:0/",
          "http://a:65536/", "http://a:x/", "http://a:80x/", "http://[::1", "http://[::1]x/", "http://a/b c",
          "http://a/\r\nHost: b", "http://u:p@a/", "https//a"})
        EXPECT_FALSE(Url::parse(text)) << text;
}

TEST(Url, ARedirectLeadsOn)
{
    const Url from = *Url::parse("http://a:8080/b/c?d");
    EXPECT_EQ(from.follow("https://x/y")->text(), "https://x/y");
    EXPECT_EQ(from.follow("//x/y")->text(), "http://x/y");
    EXPECT_EQ(from.follow("/y")->text(), "http://a:8080/y");
    EXPECT_EQ(from.follow("y?z")->text(), "http://a:8080/b/y?z");
    EXPECT_EQ(from.follow("?z")->text(), "http://a:8080/b/c?z");
    EXPECT_EQ(from.follow("/to?next=http://b/")->text(), "http://a:8080/to?next=http://b/");
    EXPECT_FALSE(from.follow("ftp://x/"));
    EXPECT_FALSE(from.follow("/x y"));
}

} // namespace
} // namespace threadscape
