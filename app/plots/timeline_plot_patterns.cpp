// Patterns named on their lanes: a word each, and the sentence where it is pointed at.
#include "plots/chip.h"
#include "plots/timeline_plot.h"
#include "text/texts.h"

#include <set>

namespace threadscape {

namespace {

constexpr std::size_t kLeastAlike = 3; // lanes whose pattern is named once
constexpr qsizetype kMostSentences = 8;

} // namespace

// That all lanes of a group want too few cores is one thing, not one for each: the first pattern of each of them; else
// empty.
std::vector<const PatternOnLane*> TimelinePlot::sharedPattern(const LaneRows& group) const
{
    std::vector<const PatternOnLane*> shared;
    if (group.rows.size() < kLeastAlike || group.group.empty())
        return shared;
    for (const LaneRow& lane : group.rows) {
        const auto first = std::ranges::find(frame().run.patterns, lane.track, &PatternOnLane::track);
        if (first == frame().run.patterns.end() || first->pattern != Pattern::oversubscription)
            return {};
        shared.push_back(&*first);
    }
    return shared;
}

std::vector<TimelinePlot::PatternChip> TimelinePlot::patternChips(const std::vector<Row>& all) const
{
    const QFont font = theme().font(Theme::Type::small, true);
    const double high = QFontMetricsF(font).ascent();
    const double left = area().left() + theme().px(6);
    const auto place = [&](const Row& row, const QString& words) {
        const double height = std::min(row.rect.height(), QFontMetricsF(font).height() + theme().px(2));
        return QRectF(left, row.rect.center().y() - height / 2, chipWidth(theme(), words, font), height);
    };
    std::vector<PatternChip> chips;
    std::set<TrackId> named; // or in their group's heading: on each lane it would say no more, and cover it
    for (const LaneRows& group : frame().run.lanes) {
        const std::vector<const PatternOnLane*> shared = sharedPattern(group);
        const auto heading = std::ranges::find_if(all, [&](const Row& row) { return row.group == &group; });
        if (shared.empty() || heading == all.end() || !seen(*heading))
            continue;
        const QString words = inWords(
            Text(TS_PLURAL("pattern", "all %n: %1")).arg(shared.front()->name).count(std::ssize(shared)));
        chips.push_back({shared, words, place(*heading, words)});
        for (const PatternOnLane* pattern : shared)
            named.insert(pattern->track);
    }
    for (const PatternOnLane& pattern : frame().run.patterns) {
        const Row* row = rowOf(all, pattern.track);
        if (row == nullptr || !seen(*row) || row->rect.height() < high)
            continue;
        // Of several on one lane the gravest is named; what is pointed at tells them all.
        if (!named.insert(pattern.track).second)
            continue;
        const QString words = inWords(pattern.name);
        chips.push_back({{&pattern}, words, place(*row, words)});
    }
    std::erase_if(chips, [&](const PatternChip& chip) { return chip.rect.right() > area().right(); });
    return chips;
}

void TimelinePlot::paintPatterns(QCPPainter& painter, const std::vector<Row>& all) const
{
    for (const PatternChip& chip : patternChips(all))
        paintErrorChip(painter, theme(), chip.rect, chip.words, theme().font(Theme::Type::small, true));
}

QString TimelinePlot::patternAt(QPointF at) const
{
    QStringList sentences;
    for (const PatternChip& chip : patternChips(rows(false))) {
        if (!chip.rect.contains(at))
            continue;
        for (const PatternOnLane* first : chip.patterns)
            for (const PatternOnLane& pattern : frame().run.patterns)
                if (pattern.track == first->track && sentences.size() < kMostSentences)
                    sentences << inWords(pattern.sentence);
    }
    return sentences.join(u'\n');
}

} // namespace threadscape
