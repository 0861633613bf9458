#pragma once

#include "kernels/picture.h"

namespace threadscape {

/// The picture made to fit into a square of `side` pixels: the aspect is kept, and nothing is enlarged (as Pillow's
/// Image.thumbnail does). No side falls below one pixel. Threads: any.
Picture thumbnail(const Picture& picture, int side);

} // namespace threadscape
