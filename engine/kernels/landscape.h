#pragma once

#include "kernels/picture.h"

namespace threadscape {

/// A test picture: hills under a sky, determined by the seed. Threads: any. Throws what `checkpoint` throws.
Picture landscape(std::uint64_t seed, int width, int height, const Checkpoint& checkpoint = kNoCheckpoint);

} // namespace threadscape
