#include "plots/lanes/lock_colors.h"

namespace threadscape {

std::vector<QColor> lockColors(const Theme& theme, const Catalogue& catalogue)
{
    std::vector<QColor> colors(catalogue.objects());
    std::size_t locks = 0;
    for (std::size_t o = 0; o < colors.size(); ++o) {
        if (!isHeld(catalogue.object(static_cast<ObjectId>(o)).kind))
            continue;
        // The first is neutral; most experiments have one lock, whose bar needs no colour.
        colors[o] = locks == 0 ? theme.text : theme.groups[(locks - 1) % theme.groups.size()];
        ++locks;
    }
    return colors;
}

} // namespace threadscape
