#pragma once

#include "base/published_vector.h"
#include "record/event.h"

#include <array>
#include <cstdint>

namespace threadscape {

/// A value from `atNs` on, until the next one.
struct ValuePoint {
    std::int64_t atNs = 0;
    std::int64_t value = 0;
    TrackId track = kNoTrack; ///< the writer
};

/// Smallest and largest of a stretch of values.
struct ValueRange {
    std::int64_t low = 0;
    std::int64_t high = 0;
};

/// A variable's values over time, in the order of its modifications, with the minimum and maximum of every 16, 256, 4096, ...
/// updated as they arrive. Where points were thinned, each 16 of them are replaced by one: at the first one's time, with the
/// last one's value.
/// Threads: one appends; any read a prefix.
class ValueSeries {
public:
    static constexpr std::size_t kFanOut = 16;
    static constexpr int kLevels = 6;

    /// Appends; an earlier time than the last one's is raised to it. Threads: the appender.
    void append(ValuePoint point);

    std::size_t size() const noexcept { return m_points.size(); }
    ValuePoint operator[](std::size_t index) const noexcept
    {
        return index >= firstKept() ? m_points[index] : thinned(index);
    }
    /// Points below this index were thinned; a multiple of kFanOut.
    std::size_t firstKept() const noexcept { return m_points.firstKept(); }

    /// The remains of kFanOut thinned points.
    struct Thinned {
        std::int64_t startNs = 0;
        std::int64_t last = 0; ///< value
        ValueRange range;
    };
    /// Those of the points index .. index + kFanOut, for index a multiple of it, below firstKept().
    Thinned thinnedAt(std::size_t index) const noexcept;

    /// The number of points thinned at once.
    static constexpr std::size_t kThinStep = 512;
    /// Rebuilds a thinned series: its next kFanOut points. Before anything is appended; `startNs` not before the last one's.
    /// Threads: the appender.
    void restoreThinned(const Thinned& thinned);
    /// After the last of them, kThinStep / kFanOut or a multiple; at least one point must be appended next. Threads: the
    /// appender.
    void endThinned() noexcept { m_points.beginAt(m_cells.size() * kFanOut); }

    /// The number of points at or before `ns`, among the first `count`; searching from `hint` (at or before the answer).
    std::size_t countUntil(std::int64_t ns, std::size_t count, std::size_t hint = 0) const noexcept;

    /// Smallest and largest of the points [first, last), first < last <= size(); where they were thinned, of a point's group of
    /// 16. Cost: logarithmic.
    ValueRange range(std::size_t first, std::size_t last) const noexcept;

    std::size_t bytes() const noexcept;
    /// Of those, the groups of kFanOut, of which thinGroups drops some.
    std::size_t groupBytes() const noexcept { return m_cells.bytes() + m_levels[0].bytes(); }
    /// Drops the oldest stored points. Returns the number of bytes freed. Threads: the appender, with readers excluded.
    std::size_t thin() noexcept { return m_points.releaseOldest(); }
    /// Where points were thinned, replaces the oldest groups of kFanOut by groups of kFanOut^2, which then stand for each of
    /// theirs. Returns the number of bytes freed. Threads: the appender, with readers excluded.
    std::size_t thinGroups() noexcept;

private:
    /// The remains of kFanOut thinned points.
    struct Cell {
        std::int64_t startNs = 0;
        std::int64_t last = 0;
    };

    /// The number of groups of kFanOut points replaced at once.
    static constexpr std::size_t kGroupStep = 256;

    ValuePoint thinned(std::size_t index) const noexcept;
    void addCell(Cell cell);
    const Cell& cellOf(std::size_t group) const noexcept
    {
        return group >= m_cells.firstKept() ? m_cells[group] : m_farCells[group / kFanOut];
    }
    const ValueRange& rangeOf(std::size_t group) const noexcept
    {
        return group >= m_cells.firstKept() ? m_levels[0][group] : m_levels[1][group / kFanOut];
    }
    void addRange(std::size_t level, ValueRange range);

    PublishedVector<ValuePoint, kThinStep> m_points;
    PublishedVector<Cell, kGroupStep> m_cells;                     // of kFanOut points each
    PublishedVector<Cell, 64> m_farCells;                          // of kFanOut cells each
    std::array<PublishedVector<ValueRange, 64>, kLevels> m_levels; // [0]: of 16 points each
    // The appender's own.
    std::array<ValueRange, kLevels> m_filling{};
    std::array<std::size_t, kLevels> m_filled{};
    std::int64_t m_cellStartNs = 0;
    std::int64_t m_farStartNs = 0;
    std::int64_t m_lastNs = INT64_MIN;
};

} // namespace threadscape
