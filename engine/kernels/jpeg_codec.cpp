#include "kernels/picture_codecs.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <csetjmp>
#include <cstdio> // jpeglib.h needs it
#include <jerror.h>
#include <jpeglib.h>
#include <memory>
#include <new>

// The library leaves a call that failed by a long jump. Whatever lies between the call and its callbacks has nothing to destroy.

namespace threadscape {

namespace {

/// What the library reports: it jumps out on errors, and counts warnings of damage.
struct Reports : jpeg_error_mgr {
    std::jmp_buf jump;
    bool damaged = false;
};

[[noreturn]] void leave(j_common_ptr info)
{
    std::longjmp(static_cast<Reports*>(info->err)->jump, 1); // NOLINT(cert-err52-cpp)
}

void note(j_common_ptr info, int level)
{
    constexpr std::array kDamage{int{JWRN_HIT_MARKER}, int{JWRN_JPEG_EOF}, int{JWRN_HUFF_BAD_CODE},
                                 int{JWRN_MUST_RESYNC}};
    if (level < 0 && std::ranges::find(kDamage, info->err->msg_code) != kDamage.end())
        static_cast<Reports*>(info->err)->damaged = true;
}

void prepare(Reports& reports)
{
    jpeg_std_error(&reports);
    reports.error_exit = &leave;
    reports.emit_message = &note;
    reports.output_message = [](j_common_ptr) {};
}

/// Calls of the library on its own object: false when one failed.
template <typename Info, typename Calls>
bool succeeds(Info& info, Calls calls)
{
    if (setjmp(static_cast<Reports*>(info.err)->jump) != 0) // NOLINT(cert-err52-cpp)
        return false;
    calls(info);
    return true;
}

/// Hands the file out slice by slice, with a checkpoint before each.
struct Source : jpeg_source_mgr {
    std::string_view rest;
    KeptCheckpoint* checkpoint = nullptr;
};

const JOCTET* octets(std::string_view bytes) noexcept
{
    return reinterpret_cast<const JOCTET*>(bytes.data());
}

boolean nextSlice(j_decompress_ptr info)
{
    constexpr std::size_t kSlice = std::size_t{1} << 16U;
    static const std::array<JOCTET, 2> s_end{0xFF, JPEG_EOI};
    auto& source = *static_cast<Source*>(info->src);
    if (!source.checkpoint->passed())
        leave(reinterpret_cast<j_common_ptr>(info));
    if (source.rest.empty()) {
        WARNMS(info, JWRN_JPEG_EOF);
        source.next_input_byte = s_end.data();
        source.bytes_in_buffer = s_end.size();
        return TRUE;
    }
    source.next_input_byte = octets(source.rest);
    source.bytes_in_buffer = std::min(kSlice, source.rest.size());
    source.rest.remove_prefix(source.bytes_in_buffer);
    return TRUE;
}

void skip(j_decompress_ptr info, long count)
{
    auto& source = *static_cast<Source*>(info->src);
    if (count <= 0)
        return;
    auto left = static_cast<std::size_t>(count);
    const std::size_t here = std::min(left, source.bytes_in_buffer);
    source.next_input_byte += here;
    source.bytes_in_buffer -= here;
    left -= here;
    source.rest.remove_prefix(std::min(left, source.rest.size()));
}

/// Errors of files that are whole, and of a sort that the library does not decode.
bool isRare(int code) noexcept
{
    constexpr std::array kRare{int{JERR_BAD_PRECISION},        int{JERR_SOF_UNSUPPORTED},
                               int{JERR_CONVERSION_NOTIMPL},   int{JERR_ARITH_NOTIMPL},
                               int{JERR_NOT_COMPILED},         int{JERR_COMPONENT_COUNT},
                               int{JERR_FRACT_SAMPLE_NOTIMPL}, int{JERR_CCIR601_NOTIMPL}};
    return std::ranges::find(kRare, code) != kRare.end();
}

class JpegReader {
public:
    JpegReader(std::string_view bytes, const Checkpoint& checkpoint)
        : m_checkpoint(checkpoint), m_kept(checkpoint)
    {
        prepare(m_reports);
        m_info.err = &m_reports;
        m_source.rest = bytes;
        m_source.checkpoint = &m_kept;
        m_source.init_source = [](j_decompress_ptr) {};
        m_source.fill_input_buffer = &nextSlice;
        m_source.skip_input_data = &skip;
        m_source.resync_to_restart = &jpeg_resync_to_restart;
        m_source.term_source = [](j_decompress_ptr) {};
    }
    ~JpegReader() { jpeg_destroy_decompress(&m_info); }
    JpegReader(const JpegReader&) = delete;
    JpegReader& operator=(const JpegReader&) = delete;

    Decoded read()
    {
        if (!calls([this](auto& info) {
                jpeg_create_decompress(&info);
                info.src = &m_source;
                jpeg_read_header(&info, TRUE);
            }))
            return failed();
        if (const auto fits = checkSize(m_info.image_width, m_info.image_height); !fits)
            return tl::unexpected(fits.error());
        if (!calls([](auto& info) { chooseColours(info); }))
            return failed();
        const bool inScans = jpeg_has_multiple_scans(&m_info) != 0;
        if (inScans ? !readScans() : !calls([](auto& info) { jpeg_start_decompress(&info); }))
            return failed();
        return readRows();
    }

private:
    template <typename Calls>
    bool calls(Calls which)
    {
        return succeeds(m_info, which) && !m_reports.damaged;
    }

    static void chooseColours(jpeg_decompress_struct& info)
    {
        switch (info.jpeg_color_space) {
        case JCS_GRAYSCALE: info.out_color_space = JCS_GRAYSCALE; break;
        case JCS_CMYK:
        case JCS_YCCK: info.out_color_space = JCS_CMYK; break;
        default: info.out_color_space = JCS_RGB;
        }
    }

    // A progressive file comes as a sequence of scans over the whole picture, which are collected a row of blocks at a time.
    bool readScans()
    {
        constexpr int kMostScans =
            500; // cameras and programs make about ten; thousands of empty ones only keep us busy
        m_info.buffered_image = TRUE;
        if (!calls([](auto& info) { jpeg_start_decompress(&info); }))
            return false;
        for (;;) {
            m_checkpoint();
            int reached = 0;
            if (!calls([&reached](auto& info) { reached = jpeg_consume_input(&info); }) ||
                m_info.input_scan_number > kMostScans)
                return false;
            if (reached == JPEG_REACHED_EOI)
                break;
        }
        return calls([](auto& info) { jpeg_start_output(&info, info.input_scan_number); });
    }

    Decoded readRows()
    {
        const bool inks = m_info.out_color_space == JCS_CMYK;
        Picture picture{static_cast<int>(m_info.output_width),
                        static_cast<int>(m_info.output_height),
                        inks ? 3 : m_info.output_components,
                        {}};
        picture.pixels.reserve(picture.byteCount());
        constexpr std::size_t kInks = 4;
        std::vector<JSAMPLE> inked(inks ? kInks * static_cast<std::size_t>(picture.width) : 0);
        for (int y = 0; y < picture.height; ++y) {
            m_checkpoint();
            picture.pixels.resize(picture.pixels.size() + picture.rowBytes());
            JSAMPLE* const row = picture.pixels.data() + picture.pixels.size() - picture.rowBytes();
            JSAMPLE* into = inks ? inked.data() : row;
            if (!calls([&into](auto& info) { jpeg_read_scanlines(&info, &into, 1); }))
                return failed();
            if (inks)
                uninked(inked, row);
        }
        return picture;
    }

    // Photoshop and its like store how much ink is missing, and viewers take that for the rule.
    static void uninked(const std::vector<JSAMPLE>& inked, JSAMPLE* row)
    {
        constexpr unsigned kMost = 255;
        constexpr std::size_t kInks = 4;
        for (std::size_t at = 0; at < inked.size(); at += kInks)
            for (std::size_t ink = 0; ink < 3; ++ink)
                *row++ =
                    static_cast<JSAMPLE>((inked[at + ink] * unsigned{inked[at + 3]} + kMost / 2) / kMost);
    }

    Decoded failed() const
    {
        m_kept.rethrow();
        if (m_reports.msg_code == JERR_OUT_OF_MEMORY)
            throw std::bad_alloc();
        if (m_reports.msg_code == JERR_IMAGE_TOO_BIG)
            return tl::unexpected(PictureFault::tooLarge);
        return tl::unexpected(!m_reports.damaged && isRare(m_reports.msg_code) ? PictureFault::rareSort
                                                                               : PictureFault::broken);
    }

    const Checkpoint& m_checkpoint;
    KeptCheckpoint m_kept;
    Reports m_reports;
    Source m_source{};
    jpeg_decompress_struct m_info{};
};

/// Takes the file piece by piece.
struct Target : jpeg_destination_mgr {
    static constexpr std::size_t kPiece = std::size_t{1} << 14U;

    std::array<JOCTET, kPiece> piece{};
    std::string file;
    bool noMemory = false;

    /// The first `count` bytes of the piece; false: there is no memory for them.
    bool take(std::size_t count) noexcept
    {
        try {
            file.append(reinterpret_cast<const char*>(piece.data()), count);
        } catch (const std::bad_alloc&) {
            noMemory = true;
        }
        next_output_byte = piece.data();
        free_in_buffer = piece.size();
        return !noMemory;
    }
};

boolean takeWhole(j_compress_ptr info)
{
    if (!static_cast<Target*>(info->dest)->take(Target::kPiece))
        leave(reinterpret_cast<j_common_ptr>(info));
    return TRUE;
}

void takeRest(j_compress_ptr info)
{
    auto& target = *static_cast<Target*>(info->dest);
    if (!target.take(Target::kPiece - target.free_in_buffer))
        leave(reinterpret_cast<j_common_ptr>(info));
}

class JpegWriter {
public:
    JpegWriter()
    {
        prepare(m_reports);
        m_info.err = &m_reports;
        m_target.next_output_byte = m_target.piece.data();
        m_target.free_in_buffer = m_target.piece.size();
        m_target.init_destination = [](j_compress_ptr) {};
        m_target.empty_output_buffer = &takeWhole;
        m_target.term_destination = &takeRest;
    }
    ~JpegWriter() { jpeg_destroy_compress(&m_info); }
    JpegWriter(const JpegWriter&) = delete;
    JpegWriter& operator=(const JpegWriter&) = delete;

    std::string write(const Picture& picture, int quality, const Checkpoint& checkpoint)
    {
        calls([&](auto& info) {
            jpeg_create_compress(&info);
            info.dest = &m_target;
            info.image_width = static_cast<JDIMENSION>(picture.width);
            info.image_height = static_cast<JDIMENSION>(picture.height);
            info.input_components = picture.channels <= 2 ? 1 : 3;
            info.in_color_space = picture.channels <= 2 ? JCS_GRAYSCALE : JCS_RGB;
            jpeg_set_defaults(&info);
            jpeg_set_quality(&info, quality, TRUE);
            jpeg_start_compress(&info, TRUE);
        });
        const auto colours = static_cast<std::size_t>(m_info.input_components);
        const auto channels = static_cast<std::size_t>(picture.channels);
        std::vector<JSAMPLE> row(colours * static_cast<std::size_t>(picture.width));
        for (std::size_t at = 0; at < picture.byteCount(); at += picture.rowBytes()) {
            checkpoint();
            for (std::size_t i = 0; i < row.size(); ++i)
                row[i] = picture.pixels[at + i / colours * channels + i % colours];
            JSAMPLE* begin = row.data();
            calls([&begin](auto& info) { jpeg_write_scanlines(&info, &begin, 1); });
        }
        calls([](auto& info) { jpeg_finish_compress(&info); });
        return std::move(m_target.file);
    }

private:
    template <typename Calls>
    void calls(Calls which)
    {
        if (!succeeds(m_info, which))
            throw std::bad_alloc(); // the only cause, of a picture that is right
    }

    Reports m_reports;
    Target m_target{};
    jpeg_compress_struct m_info{};
};

} // namespace

Decoded decodeJpeg(std::string_view bytes, const Checkpoint& checkpoint)
{
    return JpegReader(bytes, checkpoint).read();
}

std::string encodeJpeg(const Picture& picture, int quality, const Checkpoint& checkpoint)
{
    assert(picture.pixels.size() == picture.byteCount());
    return JpegWriter().write(picture, quality, checkpoint);
}

} // namespace threadscape
