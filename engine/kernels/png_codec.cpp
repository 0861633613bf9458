#include "kernels/picture_codecs.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <csetjmp>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>
#include <png.h>

// The library leaves a call that failed by a long jump. Whatever lies between the call and its callbacks has nothing to destroy.

namespace threadscape {

namespace {

/// What the library calls back: memory, errors, the file.
struct Callbacks {
    explicit Callbacks(const Checkpoint& checkpoint) : kept(checkpoint) {}

    KeptCheckpoint kept;
    std::string_view rest; ///< of the file that is read
    std::string written;   ///< the file that is written
    bool noMemory = false;
};

png_voidp take(png_structp png, png_alloc_size_t size)
{
    void* const room = std::malloc(size); // NOLINT(cppcoreguidelines-no-malloc): for C
    if (room == nullptr)
        static_cast<Callbacks*>(png_get_mem_ptr(png))->noMemory = true;
    return room;
}

void giveBack(png_structp /*png*/, png_voidp room)
{
    std::free(room); // NOLINT(cppcoreguidelines-no-malloc): for C
}

[[noreturn]] void leave(png_structp png, png_const_charp /*why*/)
{
    png_longjmp(png, 1);
}

void ignore(png_structp /*png*/, png_const_charp /*warning*/) {}

void read(png_structp png, png_bytep to, std::size_t size)
{
    auto& callbacks = *static_cast<Callbacks*>(png_get_io_ptr(png));
    if (!callbacks.kept.passed() || callbacks.rest.size() < size)
        leave(png, "");
    std::memcpy(to, callbacks.rest.data(), size);
    callbacks.rest.remove_prefix(size);
}

void write(png_structp png, png_bytep from, std::size_t size)
{
    auto& callbacks = *static_cast<Callbacks*>(png_get_io_ptr(png));
    try {
        callbacks.written.append(reinterpret_cast<const char*>(from), size);
    } catch (const std::bad_alloc&) {
        callbacks.noMemory = true;
    }
    if (callbacks.noMemory)
        leave(png, "");
}

std::uint64_t bigEndian(std::string_view four) noexcept
{
    std::uint64_t number = 0;
    for (const char byte : four)
        number = number << 8U | static_cast<unsigned char>(byte);
    return number;
}

/// The length of the compressed pixels in a file.
std::uint64_t compressedBytes(std::string_view file) noexcept
{
    constexpr std::size_t kSignature = 8;
    constexpr std::size_t kField = 4; // length, type, then the data, checksum
    std::uint64_t total = 0;
    for (std::uint64_t at = kSignature; at + 2 * kField <= file.size();) {
        const std::uint64_t length = bigEndian(file.substr(at, kField));
        if (file.substr(at + kField, kField) == "IDAT")
            total += length;
        at += 3 * kField + length;
    }
    return total;
}

/// Calls of the library: false when one failed.
template <typename Calls>
bool succeeds(png_structp png, Calls calls)
{
    if (setjmp(png_jmpbuf(png)) != 0) // NOLINT(cert-err52-cpp)
        return false;
    calls();
    return true;
}

class PngReader {
public:
    PngReader(std::string_view bytes, const Checkpoint& checkpoint)
        : m_checkpoint(checkpoint),
          m_callbacks(checkpoint),
          m_compressed(compressedBytes(bytes)),
          m_png(png_create_read_struct_2(PNG_LIBPNG_VER_STRING, nullptr, &leave, &ignore, &m_callbacks, &take,
                                         &giveBack)),
          m_info(m_png != nullptr ? png_create_info_struct(m_png) : nullptr)
    {
        m_callbacks.rest = bytes;
    }
    ~PngReader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    Decoded read()
    {
        if (m_info == nullptr)
            throw std::bad_alloc();
        if (!succeeds(m_png, [this] { readHeader(); }))
            return failed();
        if (const auto fits =
                checkSize(png_get_image_width(m_png, m_info), png_get_image_height(m_png, m_info));
            !fits)
            return tl::unexpected(fits.error());
        if (m_compressed > mostCompressed())
            return tl::unexpected(PictureFault::broken);
        int passes = 1;
        if (!succeeds(m_png, [this, &passes] { passes = convert(); }))
            return failed();
        Picture picture{static_cast<int>(png_get_image_width(m_png, m_info)),
                        static_cast<int>(png_get_image_height(m_png, m_info)),
                        png_get_channels(m_png, m_info),
                        {}};
        assert(picture.rowBytes() == png_get_rowbytes(m_png, m_info));
        if (passes > 1)
            fillRows(picture, m_checkpoint); // each pass fills in some of the pixels
        else
            picture.pixels.reserve(picture.byteCount());
        for (int pass = 0; pass < passes; ++pass)
            if (!readRows(picture))
                return failed();
        return picture;
    }

private:
    void readHeader()
    {
        // Of what may stand beside the pixels, only the transparent colour is needed.
        static constexpr std::array<png_byte, 5> kTransparency{'t', 'R', 'N', 'S', '\0'};
        png_set_read_fn(m_png, &m_callbacks, &threadscape::read);
        png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
        png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_AS_DEFAULT, kTransparency.data(), 1);
        png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX); // they are checked here, with a reason
        png_read_info(m_png, m_info);
    }

    // No encoder makes more of them than twice its rows and some. The library inflates all there is, though it shows no more than
    // its rows.
    std::uint64_t mostCompressed() const
    {
        constexpr std::uint64_t kSome = 65'536;
        return 2 * (png_get_rowbytes(m_png, m_info) + 1) * png_get_image_height(m_png, m_info) + kSome;
    }

    // To 8 bits a channel, without a palette. Returns the number of passes over the picture.
    int convert()
    {
        png_set_expand(m_png);
        png_set_scale_16(m_png);
        const int passes = png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_info);
        return passes;
    }

    bool readRows(Picture& picture)
    {
        for (std::size_t at = 0; at < picture.byteCount(); at += picture.rowBytes()) {
            m_checkpoint();
            if (picture.pixels.size() <= at)
                picture.pixels.resize(at + picture.rowBytes());
            png_bytep row = picture.pixels.data() + at;
            if (!succeeds(m_png, [this, row] { png_read_row(m_png, row, nullptr); }))
                return false;
        }
        return true;
    }

    Decoded failed() const
    {
        m_callbacks.kept.rethrow();
        if (m_callbacks.noMemory)
            throw std::bad_alloc();
        return tl::unexpected(PictureFault::broken);
    }

    const Checkpoint& m_checkpoint;
    Callbacks m_callbacks;
    std::uint64_t m_compressed;
    png_structp m_png;
    png_infop m_info;
};

class PngWriter {
public:
    explicit PngWriter(const Checkpoint& checkpoint)
        : m_checkpoint(checkpoint),
          m_callbacks(checkpoint),
          m_png(png_create_write_struct_2(PNG_LIBPNG_VER_STRING, nullptr, &leave, &ignore, &m_callbacks,
                                          &take, &giveBack)),
          m_info(m_png != nullptr ? png_create_info_struct(m_png) : nullptr)
    {
    }
    ~PngWriter() { png_destroy_write_struct(&m_png, &m_info); }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    std::string write(const Picture& picture)
    {
        if (m_info == nullptr)
            throw std::bad_alloc();
        constexpr std::array kColours{PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB,
                                      PNG_COLOR_TYPE_RGB_ALPHA};
        const int colours = kColours.at(static_cast<std::size_t>(picture.channels) - 1);
        constexpr int kBits = 8;
        calls([&] {
            png_set_write_fn(m_png, &m_callbacks, &threadscape::write, nullptr);
            png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
            png_set_IHDR(m_png, m_info, static_cast<png_uint_32>(picture.width),
                         static_cast<png_uint_32>(picture.height), kBits, colours, PNG_INTERLACE_NONE,
                         PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
            png_write_info(m_png, m_info);
        });
        for (std::size_t at = 0; at < picture.byteCount(); at += picture.rowBytes()) {
            m_checkpoint();
            calls([this, row = picture.pixels.data() + at] { png_write_row(m_png, row); });
        }
        calls([this] { png_write_end(m_png, m_info); });
        return std::move(m_callbacks.written);
    }

private:
    template <typename Calls>
    void calls(Calls which)
    {
        if (!succeeds(m_png, which))
            throw std::bad_alloc(); // the only cause, of a picture that is right
    }

    const Checkpoint& m_checkpoint;
    Callbacks m_callbacks;
    png_structp m_png;
    png_infop m_info;
};

} // namespace

Decoded decodePng(std::string_view bytes, const Checkpoint& checkpoint)
{
    return PngReader(bytes, checkpoint).read();
}

std::string encodePng(const Picture& picture, const Checkpoint& checkpoint)
{
    assert(picture.pixels.size() == picture.byteCount());
    return PngWriter(checkpoint).write(picture);
}

} // namespace threadscape
