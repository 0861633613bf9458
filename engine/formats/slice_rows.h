#pragma once

#include "record/open_spans.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <vector>

namespace threadscape {

/// Assigns the slices of one thread to rows in which none overlaps another: the uppermost row that is free when it begins. For
/// slices that nest this is their depth. One that overlaps another without lying within it keeps its start and end, in a row of
/// its own.
/// Threads: one.
class SliceRows {
public:
    static constexpr std::size_t kRows = OpenSpans::kOperationSlots;

    struct Place {
        std::optional<std::size_t> row; ///< nullopt: all are taken
        bool overlaps = false;          ///< begins within another slice and ends after it
    };

    /// Slices in the order of their starts; of those that start together, the longest first.
    Place place(std::int64_t startNs, std::int64_t endNs)
    {
        while (!m_ends.empty() && m_ends.top() <= startNs)
            m_ends.pop();
        Place place;
        place.overlaps = !m_ends.empty() && m_ends.top() < endNs;
        m_ends.push(endNs);
        for (std::size_t row = 0; row < kRows; ++row) {
            if (m_rowEnds[row] > startNs)
                continue;
            m_rowEnds[row] = endNs;
            place.row = row;
            break;
        }
        return place;
    }

private:
    static constexpr std::int64_t kFree = INT64_MIN;

    // Of all slices that have begun, drawn or not; the earliest on top.
    std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> m_ends;
    std::array<std::int64_t, kRows> m_rowEnds = [] {
        std::array<std::int64_t, kRows> ends{};
        ends.fill(kFree);
        return ends;
    }();
};

} // namespace threadscape
