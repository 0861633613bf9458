#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <ostream>

namespace threadscape {

/// A file that appears whole or not at all: what is written goes to a temporary file beside it, which takes its place
/// on commit. What is no regular file (a pipe, /dev/null) is written directly.
/// Threads: one at a time.
class AtomicFile {
public:
    /// Opens the temporary file. Throws std::system_error with the system's reason.
    explicit AtomicFile(const std::filesystem::path& path);
    /// Without commit, leaves everything as it was.
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// Where to write. Errors while writing are kept for commit.
    std::ostream& stream() noexcept;

    enum class Until : std::uint8_t {
        onDisk, ///< not even a power cut loses it: what a user keeps
        taken,  ///< by the system, which writes it to the disk when it likes, as for most programs
    };
    /// Puts the file in its place. Throws std::system_error when that, or any write before it, failed; the old
    /// file is untouched then.
    void commit(Until until = Until::onDisk);

private:
    class Buffer;
    std::unique_ptr<Buffer> m_buffer;
    std::unique_ptr<std::ostream> m_stream;
    std::filesystem::path m_target;
    std::filesystem::path m_temporary; // empty: written directly, or done
};

} // namespace threadscape
