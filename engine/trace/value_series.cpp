#include "trace/value_series.h"

#include "base/first_index.h"

#include <algorithm>

namespace threadscape {

namespace {

void widen(ValueRange& range, ValueRange by) noexcept
{
    range.low = std::min(range.low, by.low);
    range.high = std::max(range.high, by.high);
}

} // namespace

void ValueSeries::append(ValuePoint point)
{
    point.atNs = std::max(point.atNs, m_lastNs);
    m_lastNs = point.atNs;
    if (m_filled[0] == 0)
        m_cellStartNs = point.atNs;
    else if (m_filled[0] == kFanOut - 1)
        addCell({m_cellStartNs, point.value});
    addRange(0, {point.value, point.value});
    m_points.emplace(point);
}

void ValueSeries::addCell(Cell cell)
{
    const std::size_t within = m_cells.size() % kFanOut;
    if (within == 0)
        m_farStartNs = cell.startNs;
    else if (within == kFanOut - 1)
        m_farCells.emplace(m_farStartNs, cell.last);
    m_cells.emplace(cell);
}

std::size_t ValueSeries::thinGroups() noexcept
{
    const std::size_t until = m_cells.firstKept() + kGroupStep;
    if (until * kFanOut > firstKept() || until >= m_cells.size())
        return 0;
    std::size_t freed = m_cells.releaseOldest();
    while (m_levels[0].firstKept() < until) {
        const std::size_t bytes = m_levels[0].releaseOldest();
        freed += bytes;
        if (bytes == 0)
            break;
    }
    return freed;
}

// Adds a value to `level`, and propagates what has become full.
void ValueSeries::addRange(std::size_t level, ValueRange range)
{
    for (; level < m_levels.size(); ++level) {
        if (m_filled[level] == 0)
            m_filling[level] = range;
        else
            widen(m_filling[level], range);
        if (++m_filled[level] < kFanOut)
            break;
        range = m_filling[level];
        m_filled[level] = 0;
        m_levels[level].emplace(range);
    }
}

ValueSeries::Thinned ValueSeries::thinnedAt(std::size_t index) const noexcept
{
    const Cell& cell = cellOf(index / kFanOut);
    return {cell.startNs, cell.last, rangeOf(index / kFanOut)};
}

void ValueSeries::restoreThinned(const Thinned& thinned)
{
    m_lastNs = thinned.startNs;
    addCell({thinned.startNs, thinned.last});
    m_levels[0].emplace(thinned.range);
    addRange(1, thinned.range);
}

std::size_t ValueSeries::countUntil(std::int64_t ns, std::size_t count, std::size_t hint) const noexcept
{
    const std::size_t kept = std::min(firstKept(), count);
    if (kept > 0 && (kept == count || ns < m_points[kept].atNs)) {
        return kFanOut * firstIndex(0, kept / kFanOut, [&](std::size_t i) { return cellOf(i).startNs > ns; });
    }
    return firstIndex(std::min(std::max(hint, kept), count), count,
                      [&](std::size_t i) { return m_points[i].atNs > ns; });
}

ValueRange ValueSeries::range(std::size_t first, std::size_t last) const noexcept
{
    const std::int64_t start = (*this)[first].value;
    ValueRange result{start, start};
    std::size_t at = first;
    while (at < last) {
        // The widest node that begins here and ends by `last`.
        std::size_t width = 1;
        int level = -1;
        while (level + 1 < kLevels && at % (width * kFanOut) == 0 && at + width * kFanOut <= last) {
            width *= kFanOut;
            ++level;
        }
        if (level < 0)
            widen(result, at < firstKept() ? rangeOf(at / kFanOut)
                                           : ValueRange{m_points[at].value, m_points[at].value});
        else if (level == 0)
            widen(result, rangeOf(at / width));
        else
            widen(result, m_levels[static_cast<std::size_t>(level)][at / width]);
        at += width;
    }
    return result;
}

ValuePoint ValueSeries::thinned(std::size_t index) const noexcept
{
    const Cell& cell = cellOf(index / kFanOut);
    return {cell.startNs, cell.last, kNoTrack};
}

std::size_t ValueSeries::bytes() const noexcept
{
    std::size_t total = m_points.bytes() + m_cells.bytes() + m_farCells.bytes();
    for (const auto& level : m_levels)
        total += level.bytes();
    return total;
}

} // namespace threadscape
