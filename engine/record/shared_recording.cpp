#include "record/shared_recording.h"

#include <cstring>

namespace threadscape {

// The same bytes mean the same thing in two programs that were built from one source: the sizes tell if they were not.
struct SharedRecording::Header {
    static constexpr std::uint64_t kMagic = 0x3170'6163'7364'7254; // "Trdscap1" in memory
    static constexpr std::uint32_t kVersion = 4;

    std::uint64_t magic = kMagic;
    std::uint32_t version = kVersion;
    std::uint32_t headerBytes = sizeof(Header);
    std::uint32_t openBytes = sizeof(OpenSpans);
    std::uint32_t chunkBytes = sizeof(Chunk);
    std::uint32_t tscUsed = clock_detail::kTscUsable ? 1 : 0;
    Sizes sizes;
    ClockAnchor start;
    Progress progress;

    static bool isOfThisBuild(const Header& header) noexcept
    {
        const Header mine;
        return header.version == mine.version && header.headerBytes == mine.headerBytes &&
               header.openBytes == mine.openBytes && header.chunkBytes == mine.chunkBytes &&
               header.tscUsed == mine.tscUsed;
    }
};

namespace {

constexpr std::size_t kPage = 4096;
constexpr std::size_t kChunkStride = 65536; // whole pages
static_assert(sizeof(Chunk) <= kChunkStride);
constexpr std::size_t kOpenStride = (sizeof(OpenSpans) + 63) / 64 * 64;
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

constexpr std::size_t upToPage(std::size_t bytes)
{
    return (bytes + kPage - 1) / kPage * kPage;
}

constexpr std::size_t kOpenAt = kPage;
constexpr std::size_t kNamesAt = kOpenAt + upToPage(kOpenStride * SharedRecording::kTracks);
constexpr std::size_t kArgumentsAt = kNamesAt + SharedRecording::kNameBytes;

std::size_t chunksAt(SharedRecording::Sizes sizes) noexcept
{
    return kArgumentsAt + upToPage(sizes.argumentBytes);
}

std::size_t totalBytes(SharedRecording::Sizes sizes) noexcept
{
    return chunksAt(sizes) + std::size_t{sizes.chunks} * kChunkStride;
}

std::error_code notARecording() noexcept
{
    return std::make_error_code(std::errc::invalid_argument);
}

} // namespace

SharedRecording::SharedRecording(SharedSegment segment, Sizes sizes) noexcept
    : m_segment(std::move(segment)), m_sizes(sizes)
{
}

tl::expected<std::shared_ptr<SharedRecording>, std::error_code>
SharedRecording::create(Sizes sizes, ClockAnchor start, std::span<const std::byte> arguments)
{
    sizes.argumentBytes = static_cast<std::uint32_t>(arguments.size());
    if (sizes.chunks < kMinChunks || sizes.chunks > kMaxChunks || arguments.size() != sizes.argumentBytes)
        return tl::unexpected(notARecording());
    auto segment = SharedSegment::create("threadscape", totalBytes(sizes));
    if (!segment)
        return tl::unexpected(segment.error());
    std::byte* const data = segment->data();
    auto* const header = std::construct_at(reinterpret_cast<Header*>(data));
    static_assert(sizeof(Header) <= kOpenAt);
    header->sizes = sizes;
    header->start = start;
    for (std::size_t t = 0; t < kTracks; ++t)
        std::construct_at(reinterpret_cast<OpenSpans*>(data + kOpenAt + t * kOpenStride));
    if (!arguments.empty())
        std::memcpy(data + kArgumentsAt, arguments.data(), arguments.size());
    // The chunks need no construction: zeroes are an empty chunk, and the memory is zero.
    return std::shared_ptr<SharedRecording>(new SharedRecording(std::move(*segment), sizes));
}

tl::expected<std::shared_ptr<SharedRecording>, std::error_code> SharedRecording::open(Descriptor descriptor)
{
    auto segment = SharedSegment::open(std::move(descriptor));
    if (!segment)
        return tl::unexpected(segment.error());
    if (segment->size() < kArgumentsAt)
        return tl::unexpected(notARecording());
    const auto& header = *reinterpret_cast<const Header*>(segment->data());
    if (header.magic != Header::kMagic)
        return tl::unexpected(notARecording());
    if (!Header::isOfThisBuild(header))
        return tl::unexpected(std::make_error_code(std::errc::wrong_protocol_type));
    const Sizes sizes = header.sizes;
    if (sizes.chunks < kMinChunks || sizes.chunks > kMaxChunks || totalBytes(sizes) != segment->size())
        return tl::unexpected(notARecording());
    return std::shared_ptr<SharedRecording>(new SharedRecording(std::move(*segment), sizes));
}

ClockAnchor SharedRecording::start() const noexcept
{
    return reinterpret_cast<const Header*>(m_segment.data())->start;
}

std::span<const std::byte> SharedRecording::arguments() const noexcept
{
    return {m_segment.data() + kArgumentsAt, m_sizes.argumentBytes};
}

SharedRecording::Progress& SharedRecording::progress() const noexcept
{
    return reinterpret_cast<Header*>(m_segment.data())->progress;
}

Chunk& SharedRecording::chunk(std::uint64_t index) const noexcept
{
    return *reinterpret_cast<Chunk*>(m_segment.data() + chunksAt(m_sizes) +
                                     index % m_sizes.chunks * kChunkStride);
}

OpenSpans& SharedRecording::open(std::size_t track) const noexcept
{
    return *reinterpret_cast<OpenSpans*>(m_segment.data() + kOpenAt + track * kOpenStride);
}

std::span<std::byte> SharedRecording::names() const noexcept
{
    return {m_segment.data() + kNamesAt, kNameBytes};
}

} // namespace threadscape
