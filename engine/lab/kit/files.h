#pragma once

#include "lab/kit/counter.h"
#include "lab/kit/file_contents.h"
#include "os/scratch_folder.h"
#include "sync/runtime.h"
#include "sync/seam.h"

namespace threadscape {

/// Files as a run reads and writes them: the time that the system takes for it is seen as input/output of "Files". A stop
/// is honoured before each file, never in the middle of one.
/// Threads: any actor's.
class Files {
public:
    explicit Files(Runtime& runtime);

    /// See contentsOf. Throws Stopped.
    tl::expected<std::string, Error> read(const std::filesystem::path& path);
    /// A file of these bytes, whole or not at all; the system may write it to the disk later. Throws Stopped, before anything was written.
    tl::expected<void, Error> write(const std::filesystem::path& path, const std::string& bytes);

    /// How long all waited for it so far, added up.
    std::int64_t waitedNs() const noexcept { return m_waitedNs; }

private:
    template <typename Act>
    auto timed(VisibleOperation operation, Act&& act);

    ObjectId m_object;
    Counter m_waitedNs;
};

/// The files of a folder that are pictures by their name (.png, .jpg, .jpeg) or by how they begin, in the order of their
/// names; without hidden ones and folders inside it. Threads: any. Throws std::system_error.
std::vector<std::filesystem::path> picturesIn(const std::filesystem::path& folder);

} // namespace threadscape
