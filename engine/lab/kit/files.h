#pragma once

#include "lab/kit/counter.h"
#include "lab/kit/file_contents.h"
#include "os/scratch_folder.h"
#include "sync/runtime.h"
#include "sync/seam.h"

namespace threadscape {

/// Larger files of pictures are not read: the most pixels that a picture may have are no more than 400 MB even where nothing is
/// compressed, and what else stands in such a file is not that long.
inline constexpr std::int64_t kMostPictureBytes = std::int64_t{512} << 20U;

/// File access of a run: the time that the system takes for it is recorded as input/output of "Files". A stop is honoured
/// before each file and between the pieces of one that is read, never in the middle of one that is written.
/// Threads: any actor's.
class Files {
public:
    explicit Files(Runtime& runtime);

    /// All bytes of a file that decodePicture may read. One that its first bytes or its length rule out is refused without
    /// reading the rest. Throws Stopped, and std::bad_alloc.
    tl::expected<std::string, Error> readPicture(const std::filesystem::path& path);
    /// Writes a file with these bytes, atomically; the system may write it to the disk later. Throws Stopped, before anything
    /// was written.
    tl::expected<void, Error> write(const std::filesystem::path& path, const std::string& bytes);

    /// Total time spent waiting for it so far.
    std::int64_t waitedNs() const noexcept { return m_waitedNs; }

private:
    template <typename Act>
    auto timed(VisibleOperation operation, Act&& act);

    ObjectId m_object;
    Counter m_waitedNs;
};

/// The files of a folder that are pictures by their name (.png, .jpg, .tif ...) or by their first bytes, of kinds that are read
/// or known not to be (picture_format.h), sorted by name; without hidden ones and folders inside it. Threads: any. Throws
/// std::system_error.
std::vector<std::filesystem::path> picturesIn(const std::filesystem::path& folder);

} // namespace threadscape
