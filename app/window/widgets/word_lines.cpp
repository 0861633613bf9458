#include "window/widgets/word_lines.h"

#include <QFontMetrics>

namespace threadscape {

namespace {

int wrappedHeight(const QString& words, const QFont& font, int width)
{
    return QFontMetrics(font).boundingRect(0, 0, width, 100'000, Qt::TextWordWrap, words).height();
}

QFont ofSize(QFont font, int px)
{
    font.setPixelSize(px);
    return font;
}

} // namespace

int balancedWidth(const QString& words, const QFont& font, int most)
{
    const int height = wrappedHeight(words, font, most);
    int tooNarrow = 0;
    int wide = most;
    while (wide - tooNarrow > 1) {
        const int middle = (tooNarrow + wide) / 2;
        (wrappedHeight(words, font, middle) > height ? tooNarrow : wide) = middle;
    }
    return wide;
}

QFont fittedFont(const QString& words, const QFont& font, int least, QSize room)
{
    for (int px = font.pixelSize(); px >= least; --px)
        if (QFontMetrics(ofSize(font, px)).horizontalAdvance(words) <= room.width())
            return ofSize(font, px);
    int px = font.pixelSize();
    while (px > least && wrappedHeight(words, ofSize(font, px), room.width()) > room.height())
        --px;
    return ofSize(font, px);
}

} // namespace threadscape
