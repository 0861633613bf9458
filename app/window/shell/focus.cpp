#include "window/shell/focus.h"

namespace threadscape {

QWidget* firstControlIn(QWidget* part)
{
    for (QWidget* next = part->nextInFocusChain(); next != part; next = next->nextInFocusChain())
        if (part->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) != 0 && next->isVisible() &&
            next->isEnabled())
            return next;
    return nullptr;
}

} // namespace threadscape
