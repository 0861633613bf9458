#include "plots/histogram/duration_counts.h"

namespace threadscape {

namespace {

constexpr int kClassesPerBar = Histogram::kPerDoubling / 4;

} // namespace

void DurationCounts::take(const Trace& trace, std::string_view operation)
{
    if (m_trace != &trace)
        *this = {};
    m_trace = &trace;
    const Catalogue& names = trace.catalogue();
    for (; m_text == kNoObject && m_textsSeen < names.texts(); ++m_textsSeen)
        if (names.text(static_cast<ObjectId>(m_textsSeen)) == operation)
            m_text = static_cast<ObjectId>(m_textsSeen);
    if (m_text == kNoObject)
        return;
    m_taken.resize(std::max(m_taken.size(), trace.lanes()));
    for (std::size_t track = 0; track < trace.lanes(); ++track) {
        const auto& operations = trace.lane(static_cast<TrackId>(track)).operations[0];
        const std::size_t count = operations.size();
        for (std::size_t i = std::max(m_taken[track], operations.firstKept()); i < count; ++i)
            if (const Span& span = operations[i]; span.object == m_text)
                m_histogram.add(
                    static_cast<std::uint64_t>(std::max<std::int64_t>(0, span.endNs - span.startNs)));
        m_taken[track] = count;
    }
}

std::vector<DurationCounts::Bar> DurationCounts::bars() const
{
    std::vector<Bar> bars;
    for (int first = 0; first < Histogram::kClasses; first += kClassesPerBar) {
        std::uint64_t count = 0;
        for (int c = first; c < first + kClassesPerBar; ++c)
            count += m_histogram.count(c);
        if (count > 0 || !bars.empty())
            bars.push_back({static_cast<double>(Histogram::lowerEdge(first)),
                            static_cast<double>(Histogram::lowerEdge(first + kClassesPerBar)), count});
    }
    while (!bars.empty() && bars.back().count == 0)
        bars.pop_back();
    return bars;
}

} // namespace threadscape
