#pragma once

#include "base/text.h"
#include "os/atomic_file.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>

namespace threadscape {

/// All bytes of a regular file; after a stop, those that were read before it. Threads: any. Error: why it cannot be read.
/// Throws std::bad_alloc.
tl::expected<std::string, Error> contentsOf(const std::filesystem::path& path,
                                            const std::stop_token& stop = {});
/// The same, of its first `most` bytes.
tl::expected<std::string, Error> beginningOf(const std::filesystem::path& path, std::size_t most);

/// A regular file that is read piece by piece. Threads: one.
class FileReader {
public:
    /// Error: why it cannot be read.
    static tl::expected<FileReader, Error> open(const std::filesystem::path& path);

    /// Of the whole file, when it was opened.
    std::int64_t size() const noexcept { return m_size; }
    /// Appends at most `most` bytes to `bytes`; false: they were the last. Throws std::bad_alloc.
    tl::expected<bool, Error> append(std::string& bytes, std::size_t most);

private:
    FileReader(std::filesystem::path path, std::ifstream file, std::int64_t size);

    std::filesystem::path m_path;
    std::ifstream m_file;
    std::int64_t m_size;
};

/// Writes a file with the contents that `write` produces, atomically; the only way in which this program writes files that
/// somebody keeps. `write` may throw std::runtime_error with the reason why it has none. Threads: any. Error: why it cannot be
/// written.
tl::expected<void, Error> writeFile(const std::filesystem::path& path,
                                    const std::function<void(std::ostream&)>& write,
                                    AtomicFile::Until until = AtomicFile::Until::onDisk);

} // namespace threadscape
