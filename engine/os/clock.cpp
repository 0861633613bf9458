#include "os/clock.h"

#include <algorithm>
#include <cmath>
#include <ctime>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace threadscape {

namespace {

bool tscIsInvariant() noexcept
{
#if defined(__x86_64__)
    unsigned eax = 0;
    unsigned ebx = 0;
    unsigned ecx = 0;
    unsigned edx = 0;
    constexpr unsigned kAdvancedPower = 0x80000007U;
    constexpr unsigned kInvariantTsc = 1U << 8U;
    return __get_cpuid(kAdvancedPower, &eax, &ebx, &ecx, &edx) != 0 && (edx & kInvariantTsc) != 0;
#else
    return false;
#endif
}

double measureTicksPerNs()
{
    if (!clock_detail::kTscUsable)
        return 1.0;
    constexpr std::int64_t kSpanNs = 2'000'000;
    const ClockAnchor from = readAnchor();
    ClockAnchor to = readAnchor();
    while (to.ns - from.ns < kSpanNs)
        to = readAnchor();
    return static_cast<double>(to.ticks - from.ticks) / static_cast<double>(to.ns - from.ns);
}

} // namespace

namespace clock_detail {
const bool kTscUsable = tscIsInvariant();

Ticks monotonicNs() noexcept
{
    return static_cast<Ticks>(::threadscape::monotonicNs());
}
} // namespace clock_detail

std::int64_t monotonicNs() noexcept
{
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return static_cast<std::int64_t>(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
}

ClockAnchor readAnchor() noexcept
{
    // An interrupt between the two readings would distort the rate: the narrowest of a few attempts is used.
    ClockAnchor best;
    Ticks bestWidth = ~Ticks{0};
    for (int i = 0; i < 5; ++i) {
        const Ticks before = ticksNow();
        const std::int64_t ns = monotonicNs();
        const Ticks after = ticksNow();
        if (after - before < bestWidth) {
            bestWidth = after - before;
            best = {before + (after - before) / 2, ns};
        }
    }
    return best;
}

double ticksPerNs()
{
    static const double kTicksPerNs = measureTicksPerNs();
    return kTicksPerNs;
}

ClockMap::ClockMap(ClockAnchor start)
    : m_start(start), m_piece{start.ticks, 0, 1.0 / ticksPerNs(), 0, 1}, m_before(m_piece)
{
}

void ClockMap::advance(ClockAnchor now)
{
    constexpr std::int64_t kShortestNs = 1'000'000;
    const std::int64_t sinceStartNs = now.ns - m_start.ns;
    if (now.ticks <= m_piece.ticks || sinceStartNs - m_piece.ns < kShortestNs)
        return;
    const std::int64_t mapped = m_piece.toNs(now.ticks);
    const double whole = static_cast<double>(sinceStartNs) / static_cast<double>(now.ticks - m_start.ticks);
    // The error so far is corrected over the next interval, assumed as long as this one: time never goes back.
    const auto stretch = static_cast<double>(now.ticks - m_piece.ticks);
    const double correction = static_cast<double>(sinceStartNs - mapped) / stretch / whole;
    constexpr double kMostCorrection = 0.001;
    // Older stamps do not come: streams are read faster than that. (An hour of them would take 170 MB.)
    constexpr std::size_t kMostPieces = 65'536; // at least as many ms
    if (m_earlier.size() == kMostPieces)
        m_earlier.erase(m_earlier.begin(), m_earlier.begin() + kMostPieces / 2);
    m_earlier.push_back(m_before);
    m_before = m_piece;
    const double scale = 1.0 + std::fmin(std::fmax(correction, -kMostCorrection), kMostCorrection);
    m_piece = {now.ticks, mapped, whole * scale, sinceStartNs, scale};
}

std::int64_t ClockMap::fromMonotonic(std::int64_t monotonicNs) const noexcept
{
    const std::int64_t sinceNs = monotonicNs - m_start.ns;
    if (sinceNs >= m_piece.sinceNs)
        return m_piece.ns +
               static_cast<std::int64_t>(static_cast<double>(sinceNs - m_piece.sinceNs) * m_piece.nsPerNs);
    const Piece* from = &m_before;
    const Piece* to = &m_piece;
    if (sinceNs < m_before.sinceNs) {
        const auto after =
            std::upper_bound(m_earlier.begin(), m_earlier.end(), sinceNs,
                             [](std::int64_t at, const Piece& piece) { return at < piece.sinceNs; });
        if (after == m_earlier.begin())
            return sinceNs; // before the start
        from = &*std::prev(after);
        to = after != m_earlier.end() ? &*after : &m_before;
    }
    const double share =
        static_cast<double>(sinceNs - from->sinceNs) / static_cast<double>(to->sinceNs - from->sinceNs);
    return from->ns + static_cast<std::int64_t>(share * static_cast<double>(to->ns - from->ns));
}

std::int64_t ClockMap::earlier(Ticks ticks) const noexcept
{
    // A chunk that waited for long is read from its first event to its last: most are in the piece of the one before.
    const auto holds = [&](std::size_t piece) {
        return m_earlier[piece].ticks <= ticks &&
               (piece + 1 == m_earlier.size() || ticks < m_earlier[piece + 1].ticks);
    };
    if (m_found < m_earlier.size() && holds(m_found))
        return m_earlier[m_found].toNs(ticks);
    const auto after = std::upper_bound(m_earlier.begin(), m_earlier.end(), ticks,
                                        [](Ticks at, const Piece& piece) { return at < piece.ticks; });
    if (after == m_earlier.begin())
        return m_earlier.empty() ? m_before.toNs(ticks) : m_earlier.front().toNs(ticks);
    m_found = static_cast<std::size_t>(std::distance(m_earlier.begin(), after)) - 1;
    return m_earlier[m_found].toNs(ticks);
}

} // namespace threadscape
