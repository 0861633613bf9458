#pragma once

#include <QLabel>

namespace threadscape {

/// What the label of this name says; nothing while it is hidden.
inline QString visibleText(QWidget& window, const char* name)
{
    auto* label = window.findChild<QLabel*>(QLatin1String(name));
    return label->isVisible() ? label->text() : QString();
}

} // namespace threadscape
