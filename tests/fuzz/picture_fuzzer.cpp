// Pictures.
#include "kernels/picture.h"
#include "kernels/thumbnail.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count)
{
    using namespace threadscape;
    const auto picture = decodePicture({reinterpret_cast<const char*>(bytes), count});
    if (picture)
        encodePng(thumbnail(*picture, 32));
    return 0;
}
