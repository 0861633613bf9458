// Patterns named on their lanes: a word each, and the sentence where it is pointed at.
#include "plots/chip.h"
#include "plots/timeline_plot.h"
#include "text/texts.h"

namespace threadscape {

std::vector<TimelinePlot::PatternChip> TimelinePlot::patternChips(const std::vector<Row>& all) const
{
    const QFont font = theme().font(Theme::Type::small, true);
    const double high = QFontMetricsF(font).ascent();
    std::vector<PatternChip> chips;
    for (const PatternOnLane& pattern : frame().patterns) {
        const Row* row = rowOf(all, pattern.track);
        if (row == nullptr || !seen(*row) || row->rect.height() < high)
            continue;
        // Of several on one lane the gravest is named; what is pointed at tells them all.
        if (!chips.empty() && chips.back().pattern->track == pattern.track)
            continue;
        const QString words = inWords(pattern.name);
        const double width = chipWidth(theme(), words, font);
        const double left = area().left() + theme().px(6);
        if (left + width > area().right())
            continue;
        const double height = std::min(row->rect.height(), QFontMetricsF(font).height() + theme().px(2));
        chips.push_back({&pattern, words, QRectF(left, row->rect.center().y() - height / 2, width, height)});
    }
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
    for (const PatternChip& chip : patternChips(rows(false)))
        if (chip.rect.contains(at))
            for (const PatternOnLane& pattern : frame().patterns)
                if (pattern.track == chip.pattern->track)
                    sentences << inWords(pattern.sentence);
    return sentences.join(u'\n');
}

} // namespace threadscape
