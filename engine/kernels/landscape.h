#pragma once

#include "kernels/picture.h"

namespace threadscape {

/// A picture to work on: hills under a sky, another for each seed, the same for the same. Threads: any.
Picture landscape(std::uint64_t seed, int width, int height);

} // namespace threadscape
