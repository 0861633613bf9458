#pragma once

#include "os/shared_segment.h"
#include "sync/handout.h"

#include <span>
#include <system_error>

namespace threadscape {

/// The state of one primitive in memory that processes share. A State has no pointers, and a member bereave(member).
/// Threads: any.
template <typename State>
class SharedState final : public Heir {
public:
    /// With `room` bytes behind it. Throws std::system_error when no memory is available.
    static std::shared_ptr<SharedState> create(const char* name, std::size_t room = 0)
    {
        auto segment = SharedSegment::create(name, kBytes + room);
        if (!segment)
            throw std::system_error(segment.error(), name);
        std::construct_at(reinterpret_cast<State*>(segment->data()));
        return std::shared_ptr<SharedState>(new SharedState(std::move(*segment)));
    }

    /// From another process. Throws std::system_error when it is not of this kind.
    static std::shared_ptr<SharedState> open(Handed& handed)
    {
        if (handed.descriptors.size() != 1)
            throw std::system_error(std::make_error_code(std::errc::invalid_argument), "open");
        auto segment = SharedSegment::open(std::move(handed.descriptors[0]));
        if (!segment)
            throw std::system_error(segment.error(), "open");
        if (segment->size() < kBytes)
            throw std::system_error(std::make_error_code(std::errc::invalid_argument), "open");
        segment->closeDescriptor();
        return std::shared_ptr<SharedState>(new SharedState(std::move(*segment)));
    }

    State& operator*() const noexcept { return *reinterpret_cast<State*>(m_segment.data()); }
    std::span<std::byte> room() const noexcept
    {
        return {m_segment.data() + kBytes, m_segment.size() - kBytes};
    }
    int descriptor() const noexcept { return m_segment.descriptor(); }

    void bereave(std::uint32_t member) noexcept override { (**this).bereave(member); }

private:
    static constexpr std::size_t kBytes = (sizeof(State) + 63) / 64 * 64;

    explicit SharedState(SharedSegment segment) noexcept : m_segment(std::move(segment)) {}

    SharedSegment m_segment;
};

} // namespace threadscape
