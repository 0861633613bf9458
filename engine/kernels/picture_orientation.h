#pragma once

#include "kernels/picture.h"
#include "kernels/picture_format.h"

namespace threadscape {

/// How the first row and column of a stored picture lie in what is shown: EXIF's tag 0x0112, from 1 (as it is) to 8. 1 where
/// there is none, or an absurd one. Source: CIPA DC-008 (Exif 2.32), 4.6.4 A. Of JPEG, PNG and WebP files.
/// Threads: any.
int storedOrientation(PictureFormat format, std::string_view bytes) noexcept;

/// The same of an EXIF block, which begins with the header of a TIFF file. Threads: any.
int exifOrientation(std::string_view tiff) noexcept;

/// The picture as it is to be shown. Threads: any. Throws std::bad_alloc, and what `checkpoint` throws.
Picture upright(Picture&& picture, int orientation, const Checkpoint& checkpoint);

} // namespace threadscape
