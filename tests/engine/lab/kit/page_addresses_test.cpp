#include "lab/kit/page_addresses.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

using Addresses = std::vector<std::string>;

TEST(PageAddresses, AreSeparatedByCommasAndWhiteSpace)
{
    EXPECT_EQ(pageAddresses(""), Addresses());
    EXPECT_EQ(pageAddresses(" ,\r\n"), Addresses());
    EXPECT_EQ(pageAddresses("http://a/"), Addresses{"http://a/"});
    EXPECT_EQ(pageAddresses(" http://a/, https://b/x\thttp://c/,,\r\nhttp://a/ "),
              (Addresses{"http://a/", "https://b/x", "http://c/", "http://a/"}));
}

TEST(PageAddresses, MayHaveCommas)
{
    EXPECT_EQ(pageAddresses("http://a/1,2,HTTPS://b/?x=1,2,y"),
              (Addresses{"http://a/1,2", "HTTPS://b/?x=1,2,y"}));
    EXPECT_EQ(pageAddresses("http://a/1,"), Addresses{"http://a/1"});
    EXPECT_EQ(pageAddresses("a,b, c"), (Addresses{"a,b", "c"}));
}

TEST(PageAddresses, AreShownWithoutPasswords)
{
    EXPECT_EQ(pageAddressesWithoutCredentials("http://u:p@a/1,2,  https://b/\nhttp://x:y@c"),
              "http://***@a/1,2,  https://b/\nhttp://***@c");
}

} // namespace
} // namespace threadscape
