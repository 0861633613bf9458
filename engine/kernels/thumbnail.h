#pragma once

#include "kernels/picture.h"

namespace threadscape {

/// The picture scaled down to fit into a square of `side` pixels: the aspect ratio is preserved, and nothing is enlarged (as
/// Pillow's Image.thumbnail does). No side falls below one pixel. Threads: any. Throws as scaled does.
Picture thumbnail(const Picture& picture, int side, const Checkpoint& checkpoint = kNoCheckpoint);

} // namespace threadscape
