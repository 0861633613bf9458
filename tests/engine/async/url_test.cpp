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

TEST(Url, CredentialsAreKeptAndNeverTold)
{
    const Url url = *Url::parse("http://us%65r:p%40ss@w:ord@a:8080/x");
    EXPECT_EQ(url.host, "a");
    EXPECT_EQ(url.credentials, "user:p@ss@w:ord");
    EXPECT_EQ(url.text(), "http://***@a:8080/x");
    EXPECT_EQ(url.authority(), "a:8080");
    EXPECT_EQ(Url::parse("http://user@a/")->credentials, "user:");
    EXPECT_EQ(Url::parse("http://@a/")->credentials, "");
    EXPECT_EQ(Url::parse("http://a/b@c")->credentials, "");

    EXPECT_EQ(url.follow("/y")->credentials, url.credentials);
    EXPECT_EQ(url.follow("http://a:8080/y")->credentials, url.credentials);
    for (const char* elsewhere : {"http://a/", "https://a:8080/", "//b:8080/", "http://me:too@b/"})
        EXPECT_EQ(url.follow(elsewhere)->credentials, "") << elsewhere;

    EXPECT_EQ(withoutCredentials("http://u:p@a/b@c"), "http://***@a/b@c");
    EXPECT_EQ(withoutCredentials("ftp://u:p@a"), "ftp://***@a");
    EXPECT_EQ(withoutCredentials("u:p@a"), "***@a");
    EXPECT_EQ(withoutCredentials("http://a/?x=u:p@a"), "http://a/?x=u:p@a");
}

TEST(Url, ANameInOtherLettersIsThatOfNameServers)
{
    EXPECT_EQ(Url::parse("http://B\u00FCcher.example/")->host, "xn--bcher-kva.example");
    EXPECT_EQ(Url::parse("http://b%C3%BCcher.example/")->host, "xn--bcher-kva.example");
    EXPECT_EQ(Url::parse("http://ПРИМЕР.рф:81/")->text(), "http://xn--e1afmkfd.xn--p1ai:81/");
    EXPECT_EQ(Url::parse("http://faß.de/")->host, "xn--fa-hia.de");
    EXPECT_EQ(Url::parse("http://a_b.example./")->host, "a_b.example.");
    EXPECT_EQ(Url::parse("http://a/Łódź?q=\"<ż>")->target, "/%C5%81%C3%B3d%C5%BA?q=%22%3C%C5%BC%3E");
    EXPECT_EQ(Url::parse("http://a/%41,b,c")->target, "/%41,b,c");
}

TEST(Url, OthersAreRefused)
{
    for (const char* text : {"",
                             "a",
                             "a.org",
                             "ftp://a/",
                             "http:/a",
                             "http://",
                             "http:///x",
                             "http://:80/",
                             "http://a:0/",
                             "http://a:65536/",
                             "http://a:x/",
                             "http://a:80x/",
                             "http://[::1",
                             "http://[::1]x/",
                             "http://a/b c",
                             "http://a/\r\nHost: b",
                             "http://u:p@/",
                             "https//a",
                             "http://[a]/",
                             "http://[1.2.3.4]/",
                             "http://a|b/",
                             "http://%00/",
                             "http://a%2Fb/",
                             "http://\xFF/",
                             "http://[fe80::1%25eth0]/"})
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
