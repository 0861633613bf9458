#include "kernels/picture_codecs.h"

#include <algorithm>
#include <memory>
#include <new>
#include <webp/decode.h>

namespace threadscape {

namespace {

struct DeleteDecoder {
    void operator()(WebPIDecoder* decoder) const noexcept { WebPIDelete(decoder); }
};

const std::uint8_t* webpBytes(std::string_view bytes) noexcept
{
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

std::size_t lengthAt(std::string_view bytes, std::size_t at)
{
    std::size_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// Of an animation, the chunks of its first picture; else the file. An animation's frame is a header and a picture's own chunks.
std::string_view firstPicture(std::string_view file) noexcept
{
    constexpr std::size_t kRiff = 12;
    constexpr std::size_t kHead = 8;
    constexpr std::size_t kFrame = 16;
    for (std::size_t at = kRiff; at + kHead <= file.size();) {
        const std::string_view type = file.substr(at, 4);
        const std::size_t length = lengthAt(file, at + 4);
        if (type == "ANMF") {
            const std::string_view frame = file.substr(at + kHead, length);
            return frame.substr(std::min(kFrame, frame.size()));
        }
        if (type == "VP8 " || type == "VP8L" || length > file.size())
            break;
        at += kHead + length + length % 2;
    }
    return file;
}

PictureFault faultOf(VP8StatusCode status)
{
    if (status == VP8_STATUS_OUT_OF_MEMORY)
        throw std::bad_alloc();
    return status == VP8_STATUS_UNSUPPORTED_FEATURE ? PictureFault::rareSort : PictureFault::broken;
}

/// How many more bytes the decoder is given at a time: what it makes of them is done without a checkpoint.
std::size_t sliceOf(const WebPBitstreamFeatures& features, std::size_t size)
{
    // A slice of a lossless picture costs some rows that are decoded again, so it is as large as fits into a few ms.
    constexpr std::size_t kPixels = 150'000;
    // One of a lossy picture costs nothing, so that flat parts, which take few bytes, may be cut up as well.
    constexpr std::size_t kLossyBytes = 64;
    constexpr int kLossy = 1;
    const std::size_t pixels =
        static_cast<std::size_t>(features.width) * static_cast<std::size_t>(features.height);
    const std::size_t even = std::max<std::size_t>(1, size / (pixels / kPixels + 1));
    return features.format == kLossy ? std::min(even, kLossyBytes) : even;
}

} // namespace

Decoded decodeWebp(std::string_view bytes, const Checkpoint& checkpoint)
{
    bytes = firstPicture(bytes);
    WebPDecoderConfig config;
    if (WebPInitDecoderConfig(&config) == 0)
        return tl::unexpected(PictureFault::broken);
    if (const VP8StatusCode status = WebPGetFeatures(webpBytes(bytes), bytes.size(), &config.input);
        status != VP8_STATUS_OK)
        return tl::unexpected(faultOf(status));
    if (const auto fits = checkSize(config.input.width, config.input.height); !fits)
        return tl::unexpected(fits.error());
    const bool alpha = config.input.has_alpha != 0;
    Picture picture{config.input.width, config.input.height, alpha ? 4 : 3, {}};
    fillRows(picture, checkpoint);
    config.output.colorspace = alpha ? MODE_RGBA : MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA = {picture.pixels.data(), static_cast<int>(picture.rowBytes()),
                            picture.pixels.size()};
    const std::unique_ptr<WebPIDecoder, DeleteDecoder> decoder(WebPIDecode(nullptr, 0, &config));
    if (decoder == nullptr)
        throw std::bad_alloc();
    const std::size_t slice = sliceOf(config.input, bytes.size());
    VP8StatusCode status = VP8_STATUS_SUSPENDED;
    for (std::size_t given = 0; status == VP8_STATUS_SUSPENDED && given < bytes.size();) {
        checkpoint();
        given = std::min(bytes.size(), given + slice);
        status = WebPIUpdate(decoder.get(), webpBytes(bytes), given);
    }
    if (status != VP8_STATUS_OK)
        return tl::unexpected(faultOf(status));
    return picture;
}

} // namespace threadscape
