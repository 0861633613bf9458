#pragma once

#include <QWidget>

namespace threadscape {

/// The first control in `part` that the Tab key would come to; null: there is none.
QWidget* firstControlIn(QWidget* part);

} // namespace threadscape
