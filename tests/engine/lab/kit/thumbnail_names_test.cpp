#include "lab/kit/thumbnail_names.h"

#include <gtest/gtest.h>

namespace threadscape {
namespace {

TEST(ThumbnailNames, NameTheExtensionOnlyWhereItTellsPicturesApart)
{
    const ThumbnailNames names({"/in/hill.png", "/in/lake.png", "/in/lake.jpg", "/in/sea.v2.png"}, "/out");
    EXPECT_EQ(names.of("/in/hill.png", 32), "/out/hill_32_32.png");
    EXPECT_EQ(names.of("/in/lake.png", 64), "/out/lake.png_64_64.png");
    EXPECT_EQ(names.of("/in/lake.jpg", 64), "/out/lake.jpg_64_64.png");
    EXPECT_EQ(names.of("/in/sea.v2.png", 128), "/out/sea.v2_128_128.png");
}

} // namespace
} // namespace threadscape
