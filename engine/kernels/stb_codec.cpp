#include "kernels/picture_codecs.h"

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <unordered_set>

namespace threadscape {

namespace {

/// The library's memory while it reads one picture: what it has not given back goes with this object, so that an exception of
/// a callback may pass through the library, which knows none.
/// Threads: one.
class StbMemory {
public:
    explicit StbMemory(const Checkpoint& checkpoint) : m_checkpoint(checkpoint), m_outer(s_current)
    {
        s_current = this;
    }
    ~StbMemory()
    {
        s_current = m_outer;
        for (void* const each : m_taken)
            std::free(each); // NOLINT(cppcoreguidelines-no-malloc)
    }
    StbMemory(const StbMemory&) = delete;
    StbMemory& operator=(const StbMemory&) = delete;

    static void* take(std::size_t size) { return s_current->resize(nullptr, size); }
    static void* takeAgain(void* old, std::size_t size) { return s_current->resize(old, size); }
    static void giveBack(void* old)
    {
        s_current->m_taken.erase(old);
        std::free(old); // NOLINT(cppcoreguidelines-no-malloc)
    }

private:
    void* resize(void* old, std::size_t size)
    {
        m_taken.reserve(m_taken.size() + 1);        // before there is anything to lose
        void* const room = std::realloc(old, size); // NOLINT(cppcoreguidelines-no-malloc)
        if (room == nullptr)
            throw std::bad_alloc();
        m_taken.erase(old);
        m_taken.insert(room);
        if (old == nullptr)
            touch(static_cast<char*>(room), size);
        return room;
    }
    // The library fills and copies whole pictures in one go, which takes longest where the system has to find the memory first.
    void touch(char* room, std::size_t size) const
    {
        constexpr std::size_t kAtATime = std::size_t{1} << 20U;
        for (std::size_t at = 0; size > kAtATime && at < size; at += kAtATime) {
            m_checkpoint();
            std::memset(room + at, 0, std::min(kAtATime, size - at));
        }
    }

    static thread_local StbMemory* s_current;
    const Checkpoint& m_checkpoint;
    StbMemory* m_outer;
    std::unordered_set<void*> m_taken;
};
thread_local StbMemory* StbMemory::s_current = nullptr;

} // namespace

} // namespace threadscape

// The library is compiled here, and nowhere else (CMakeLists.txt keeps this file out of unity builds).
#define STBI_ONLY_BMP
#define STBI_ONLY_GIF
#define STBI_ONLY_TGA
#define STBI_ONLY_PNM
#define STBI_ONLY_PSD // no such file gets here; since 2.28 what reads PNM needs a part of it
#define STBI_NO_STDIO
#define STBI_MALLOC(size) threadscape::StbMemory::take(size)
#define STBI_REALLOC(old, size) threadscape::StbMemory::takeAgain(old, size)
#define STBI_FREE(old) threadscape::StbMemory::giveBack(old)
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#include <stb/stb_image.h>

namespace threadscape {

namespace {

/// Thrown where the library, which would go on with zeros, reads beyond the end.
struct CutOff {};

/// The file, as the library reads it: mostly by some bytes for its buffer, sometimes a row.
struct Reading {
    std::string_view bytes;
    const Checkpoint* checkpoint;
    std::size_t at = 0;
    std::size_t checkedAt = 0;

    void check()
    {
        constexpr std::size_t kEvery = std::size_t{1} << 12U; // some ms of the most compressed file
        if (at - checkedAt < kEvery && at < bytes.size())
            return;
        checkedAt = at;
        (*checkpoint)();
    }
};

int readSome(void* user, char* to, int size)
{
    constexpr int kBuffer = 128; // what the library asks for when it fills its buffer, at the end as well
    auto& reading = *static_cast<Reading*>(user);
    reading.check();
    const std::size_t count =
        std::min(static_cast<std::size_t>(std::max(size, 0)), reading.bytes.size() - reading.at);
    std::memcpy(to, reading.bytes.data() + reading.at, count);
    reading.at += count;
    if (count == 0 || (size != kBuffer && count < static_cast<std::size_t>(size)))
        throw CutOff();
    return static_cast<int>(count);
}

void skipSome(void* user, int count)
{
    auto& reading = *static_cast<Reading*>(user);
    if (count < 0) { // it has read too much
        reading.at -= std::min(reading.at, static_cast<std::size_t>(-std::int64_t{count}));
        return;
    }
    const std::size_t left = reading.bytes.size() - reading.at;
    if (static_cast<std::size_t>(count) > left)
        throw CutOff();
    reading.at += static_cast<std::size_t>(count);
}

int isAtEnd(void* user)
{
    const auto& reading = *static_cast<const Reading*>(user);
    return reading.at == reading.bytes.size() ? 1 : 0;
}

constexpr stbi_io_callbacks kCallbacks{&readSome, &skipSome, &isAtEnd};

PictureFault fault()
{
    const char* const reason = stbi_failure_reason();
    const std::string_view why = reason != nullptr ? reason : "";
    for (const std::string_view rare :
         {"RLE", "monochrome", "unsupported", "max value", "unknown image type"})
        if (why.find(rare) != std::string_view::npos)
            return PictureFault::rareSort;
    return PictureFault::broken;
}

// The library calculates with numbers of a PNM header however long they are: the three of them, between which there may be remarks.
bool pnmNumbersFit(std::string_view bytes)
{
    constexpr std::string_view kDigits = "0123456789";
    constexpr std::size_t kMostDigits = 9;
    std::size_t at = 2;
    for (int number = 0; number < 3; ++number) {
        while (at < bytes.size() && (bytes[at] == '#' || kDigits.find(bytes[at]) == std::string_view::npos))
            at = bytes[at] == '#' ? std::min(bytes.find_first_of("\r\n", at), bytes.size()) : at + 1;
        const std::size_t end = std::min(bytes.find_first_not_of(kDigits, at), bytes.size());
        if (end - at > kMostDigits)
            return false;
        at = end;
    }
    return true;
}

Decoded decodeAll(std::string_view bytes, const Checkpoint& checkpoint)
{
    const StbMemory memory(checkpoint);
    Picture picture;
    Reading header{bytes, &checkpoint};
    if (stbi_info_from_callbacks(&kCallbacks, &header, &picture.width, &picture.height, &picture.channels) ==
        0)
        return tl::unexpected(fault());
    if (const auto fits = checkSize(picture.width, picture.height); !fits)
        return tl::unexpected(fits.error());
    Reading reading{bytes, &checkpoint};
    const std::uint8_t* const pixels = stbi_load_from_callbacks(&kCallbacks, &reading, &picture.width,
                                                                &picture.height, &picture.channels, 0);
    if (pixels == nullptr)
        return tl::unexpected(fault());
    if (!checkSize(picture.width, picture.height))
        return tl::unexpected(PictureFault::broken);
    picture.pixels.reserve(picture.byteCount());
    for (int y = 0; y < picture.height; ++y) {
        checkpoint();
        const std::uint8_t* const row = pixels + picture.pixels.size();
        picture.pixels.insert(picture.pixels.end(), row, row + picture.rowBytes());
    }
    return picture;
}

} // namespace

Decoded decodeWithStb(std::string_view bytes, const Checkpoint& checkpoint)
{
    if (bytes.starts_with('P') && !pnmNumbersFit(bytes))
        return tl::unexpected(PictureFault::broken);
    try {
        return decodeAll(bytes, checkpoint);
    } catch (const CutOff&) {
        return tl::unexpected(PictureFault::broken);
    }
}

} // namespace threadscape
