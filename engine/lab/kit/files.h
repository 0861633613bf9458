#pragma once

#include "lab/kit/counter.h"
#include "lab/kit/file_contents.h"
#include "os/scratch_folder.h"
#include "sync/runtime.h"
#include "sync/seam.h"

namespace threadscape {

/// File access of a run: the time that the system takes for it is recorded as input/output of "Files". A stop is honoured
/// before each file, never in the middle of one.
/// Threads: any actor's.
class Files {
public:
    explicit Files(Runtime& runtime);

    /// See contentsOf. Throws Stopped.
    tl::expected<std::string, Error> read(const std::filesystem::path& path);
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

/// The files of a folder that are pictures by their name (.png, .jpg, .jpeg) or by their first bytes, sorted by name; without
/// hidden ones and folders inside it. Threads: any. Throws std::system_error.
std::vector<std::filesystem::path> picturesIn(const std::filesystem::path& folder);

} // namespace threadscape
