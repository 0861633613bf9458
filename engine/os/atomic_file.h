#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <ostream>

namespace threadscape {

/// An atomically written file: data goes to a temporary file beside it, which replaces it on commit. Where the file system can,
/// that one has no name until then, so that even a killed program leaves none behind. Non-regular files (a pipe, /dev/null) are
/// written directly.
/// Threads: one at a time.
class AtomicFile {
public:
    /// Opens the temporary file. Throws std::system_error with the system's reason.
    explicit AtomicFile(const std::filesystem::path& path);
    /// Without commit, leaves the target unchanged.
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// The stream to write to. Errors are reported by commit.
    std::ostream& stream() noexcept;

    enum class Until : std::uint8_t {
        onDisk, ///< survives a power failure: for the user's files
        taken,  ///< taken over by the system, which writes it to the disk later, as for most programs
    };
    /// Replaces the target. Throws std::system_error when that, or any write before it, failed; the old
    /// file is untouched then.
    void commit(Until until = Until::onDisk);

private:
    class Buffer;
    std::unique_ptr<Buffer> m_buffer;
    std::unique_ptr<std::ostream> m_stream;
    std::filesystem::path m_target;
    std::filesystem::path m_temporary; // empty: it has no name (yet)
    bool m_replaces = false;           // on commit; else written directly
};

} // namespace threadscape
