#include "plots/lanes/pattern_names.h"

#include "plots/style/chip.h"
#include "text/texts.h"

#include <set>

namespace threadscape {

namespace {

constexpr std::size_t kLeastAlike = 3; // lanes whose pattern is named once

struct PatternName {
    QString words;
    PatternPlace place;
};

/// Places names where they fit.
class PatternNames {
public:
    explicit PatternNames(const LaneScene& scene)
        : m_scene(scene), m_font(scene.theme().font(Theme::Type::small, true)), m_metrics(m_font)
    {
        for (std::size_t g = 0; g < scene.groups().size(); ++g)
            nameGroup(g);
        for (const PatternOnLane& pattern : scene.patterns())
            nameLane(pattern);
        std::erase_if(
            m_names, [&](const PatternName& name) { return name.place.rect.right() > scene.area().right(); });
    }

    std::vector<PatternPlace> paint(QCPPainter& painter) const
    {
        std::vector<PatternPlace> places;
        for (const PatternName& name : m_names) {
            paintErrorChip(painter, m_scene.theme(), name.place.rect, name.words, m_font);
            places.push_back(name.place);
        }
        return places;
    }

private:
    // That all lanes of a group compete for too few cores is one pattern, not one per lane.
    void nameGroup(std::size_t group)
    {
        const LaneRows& lanes = m_scene.groups()[group];
        const LaneLayout::Row* heading = m_scene.layout().headingOf(group);
        if (lanes.rows.size() < kLeastAlike || heading == nullptr ||
            !m_scene.layout().isFullyVisible(*heading))
            return;
        const PatternOnLane* shared = nullptr;
        std::vector<TrackId> tracks;
        for (const LaneRow& lane : lanes.rows) {
            const auto first = std::ranges::find(m_scene.patterns(), lane.track, &PatternOnLane::track);
            if (first == m_scene.patterns().end() || first->pattern != Pattern::oversubscription)
                return;
            shared = shared == nullptr ? &*first : shared;
            tracks.push_back(lane.track);
        }
        m_named.insert(tracks.begin(), tracks.end());
        const auto count = std::ssize(tracks);
        add(*heading, inWords(Text(TS_PLURAL("pattern", "all %n: %1")).arg(shared->name).count(count)),
            std::move(tracks));
    }

    void nameLane(const PatternOnLane& pattern)
    {
        const LaneLayout::Row* row = m_scene.layout().laneOf(pattern.track);
        if (row == nullptr || !m_scene.layout().isFullyVisible(*row) ||
            row->rect.height() < m_metrics.ascent())
            return;
        // Of several on one lane the most severe is named; the hover text has them all.
        if (m_named.insert(pattern.track).second)
            add(*row, inWords(pattern.name), {pattern.track});
    }

    void add(const LaneLayout::Row& row, QString words, std::vector<TrackId> tracks)
    {
        const double height = std::min(row.rect.height(), m_metrics.height() + m_scene.px(2));
        const QRectF rect(m_scene.area().left() + m_scene.px(6), row.rect.center().y() - height / 2,
                          chipWidth(m_scene.theme(), words, m_font), height);
        m_names.push_back({std::move(words), {rect, std::move(tracks)}});
    }

    const LaneScene& m_scene;
    QFont m_font;
    QFontMetricsF m_metrics;
    std::set<TrackId> m_named; // or in their group's heading: on each lane it would only cover it
    std::vector<PatternName> m_names;
};

} // namespace

std::vector<PatternPlace> paintPatternNames(QCPPainter& painter, const LaneScene& scene)
{
    return PatternNames(scene).paint(painter);
}

} // namespace threadscape
