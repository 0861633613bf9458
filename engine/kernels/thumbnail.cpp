#include "kernels/thumbnail.h"

#include <algorithm>

namespace threadscape {

namespace {

// `length` times side / longest, to the nearest.
int shortened(int length, int side, int longest)
{
    const std::int64_t twice = 2 * std::int64_t{length} * side;
    return std::max(1, static_cast<int>((twice + longest) / (2 * std::int64_t{longest})));
}

} // namespace

Picture thumbnail(const Picture& picture, int side, const Checkpoint& checkpoint)
{
    const int longest = std::max(picture.width, picture.height);
    if (longest <= side)
        return picture;
    return scaled(picture, shortened(picture.width, side, longest), shortened(picture.height, side, longest),
                  checkpoint);
}

} // namespace threadscape
