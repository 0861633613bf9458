// Of pictures of 24 million pixels, as cameras take them: how soon their decoding and scaling end.
#include "kernels/thumbnail.h"

#include <cstdlib>
#include <ctime>
#include <functional>
#include <gtest/gtest.h>
#include <jpeglib.h>
#include <webp/encode.h>

namespace threadscape {
namespace {

constexpr int kWidth = 6000;
constexpr int kHeight = 4000;

// Structure and grain at little cost.
const Picture& photo()
{
    static const Picture s_photo = [] {
        Picture picture{kWidth, kHeight, 3, {}};
        picture.pixels.resize(picture.byteCount());
        std::uint32_t chance = 1;
        for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
            chance = chance * 1664525U + 1013904223U;
            picture.pixels[i] = static_cast<std::uint8_t>((i / 300 % 200) + (chance >> 28U));
        }
        return picture;
    }();
    return s_photo;
}

std::string progressiveJpeg(const Picture& picture)
{
    jpeg_error_mgr errors{};
    jpeg_compress_struct info{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &bytes, &size);
    info.image_width = static_cast<JDIMENSION>(picture.width);
    info.image_height = static_cast<JDIMENSION>(picture.height);
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    for (std::size_t at = 0; at < picture.byteCount(); at += picture.rowBytes()) {
        auto* row = const_cast<JSAMPLE*>(picture.pixels.data() + at);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    std::string file(reinterpret_cast<const char*>(bytes), size);
    jpeg_destroy_compress(&info);
    std::free(bytes);
    return file;
}

std::string webp(const Picture& picture, bool lossless)
{
    WebPConfig config;
    WebPConfigInit(&config);
    config.method = 0;
    config.lossless = lossless ? 1 : 0;
    config.quality = lossless ? 0 : 75;
    WebPPicture source;
    WebPPictureInit(&source);
    source.use_argb = lossless ? 1 : 0;
    source.width = picture.width;
    source.height = picture.height;
    WebPMemoryWriter writer;
    WebPMemoryWriterInit(&writer);
    source.writer = &WebPMemoryWrite;
    source.custom_ptr = &writer;
    EXPECT_TRUE(WebPPictureImportRGB(&source, picture.pixels.data(), static_cast<int>(picture.rowBytes())));
    EXPECT_TRUE(WebPEncode(&config, &source));
    std::string file(reinterpret_cast<const char*>(writer.mem), writer.size);
    WebPPictureFree(&source);
    WebPMemoryWriterClear(&writer);
    return file;
}

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// Watches how much CPU time passes between two calls, and throws at one of them.
class Watch {
public:
    struct Stop {};

    explicit Watch(long stopAt = -1) : m_stopAt(stopAt) {}
    void operator()()
    {
        const double now = cpuMs();
        m_worstMs = std::max(m_worstMs, now - m_lastMs);
        m_lastMs = now;
        if (m_calls++ == m_stopAt)
            throw Stop();
    }
    long calls() const { return m_calls; }
    double worstMs() const { return m_worstMs; }
    double sinceLastMs() const { return cpuMs() - m_lastMs; }

private:
    long m_stopAt;
    long m_calls = 0;
    double m_lastMs = cpuMs();
    double m_worstMs = 0;
};

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr double kSlower = 20;
#else
constexpr double kSlower = 1;
#endif
constexpr double kMostMs = 60 * kSlower; // a stop is to be honoured within 100 ms

struct Kind {
    const char* name;
    std::function<std::string()> file;
};
class OfAPhoto : public ::testing::TestWithParam<Kind> {};
INSTANTIATE_TEST_SUITE_P(PictureStop, OfAPhoto,
                         ::testing::Values(Kind{"Jpeg", [] { return encodeJpeg(photo(), 90); }},
                                           Kind{"ProgressiveJpeg", [] { return progressiveJpeg(photo()); }},
                                           Kind{"Png", [] { return encodePng(photo()); }},
                                           Kind{"Webp", [] { return webp(photo(), false); }},
                                           Kind{"LosslessWebp", [] { return webp(photo(), true); }}),
                         [](const auto& kind) { return kind.param.name; });

TEST_P(OfAPhoto, DecodingCanEndAtAnyTime)
{
    const std::string file = GetParam().file();
    Watch watch;
    const auto whole = decodePicture(file, std::ref(watch));
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->width, kWidth);
    EXPECT_GE(watch.calls(), 100);
    EXPECT_LT(watch.worstMs(), kMostMs);
    EXPECT_LT(watch.sinceLastMs(), kMostMs);
    for (const long at : {0L, 1L, watch.calls() / 10, watch.calls() / 2, watch.calls() - 1}) {
        Watch stopping(at);
        EXPECT_THROW(static_cast<void>(decodePicture(file, std::ref(stopping))), Watch::Stop) << at;
        EXPECT_EQ(stopping.calls(), at + 1); // nobody asks again
        EXPECT_LT(stopping.sinceLastMs(), kMostMs);
    }
}

TEST(PictureStop, ScalingAndEncodingCanEndAtAnyTime)
{
    static_cast<void>(photo()); // made before it is watched
    const auto ends = [](const std::function<void(const Checkpoint&)>& act) {
        Watch watch;
        act(std::ref(watch));
        EXPECT_GE(watch.calls(), kHeight);
        EXPECT_LT(watch.worstMs(), kMostMs);
        for (const long at : {0L, watch.calls() / 2, watch.calls() - 1}) {
            Watch stopping(at);
            EXPECT_THROW(act(std::ref(stopping)), Watch::Stop) << at;
            EXPECT_LT(stopping.sinceLastMs(), kMostMs);
        }
    };
    ends([](const Checkpoint& checkpoint) { static_cast<void>(thumbnail(photo(), 128, checkpoint)); });
    ends([](const Checkpoint& checkpoint) { static_cast<void>(encodeJpeg(photo(), 90, checkpoint)); });
    ends([](const Checkpoint& checkpoint) { static_cast<void>(encodePng(photo(), checkpoint)); });
}

} // namespace
} // namespace threadscape
