#pragma once

#include "os/descriptor.h"

#include <cstddef>
#include <system_error>
#include <tl/expected.hpp>

namespace threadscape {

/// Memory shared by two processes, without a name in any file system: it is freed with the last process that maps it, however
/// that one ends. Its size is sealed, so neither side can make the other one fault by shrinking it. The two map it at different
/// addresses: it may contain only offsets, and no lock that a killed process could leave held.
/// Threads: a value type.
class SharedSegment {
public:
    /// The memory is allocated at once, and a system without a limit would kill other programs rather than refuse it: hence
    /// this limit.
    static constexpr std::size_t kMostBytes = std::size_t{1} << 29U;

    /// `bytes` of zeroes, already populated. `name` is shown by process monitors.
    /// Errors: what the system refused; not_enough_memory above kMostBytes, or beyond half of what is available.
    static tl::expected<SharedSegment, std::error_code> create(const char* name, std::size_t bytes);

    /// Maps a segment that another process made. Errors: what the system refused; operation_not_permitted for
    /// memory whose size is not sealed.
    static tl::expected<SharedSegment, std::error_code> open(Descriptor descriptor);

    SharedSegment(SharedSegment&& other) noexcept;
    SharedSegment& operator=(SharedSegment&& other) noexcept;
    ~SharedSegment() { unmap(); }

    std::byte* data() const noexcept { return m_data; }
    std::size_t size() const noexcept { return m_size; }
    /// For passing to another process; -1 after closeDescriptor.
    int descriptor() const noexcept { return m_descriptor.get(); }
    /// The memory stays mapped without it.
    void closeDescriptor() noexcept { m_descriptor.reset(); }

private:
    explicit SharedSegment(Descriptor descriptor) noexcept : m_descriptor(std::move(descriptor)) {}
    std::error_code map(std::size_t bytes) noexcept;
    void unmap() noexcept;

    Descriptor m_descriptor;
    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace threadscape
