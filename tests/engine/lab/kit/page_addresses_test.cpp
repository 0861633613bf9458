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

} // namespace
} // namespace threadscape
