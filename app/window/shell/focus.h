#pragma once

#include <QWidget>

namespace threadscape {

/// The first control in `part` in the Tab order; null: there is none.
QWidget* firstControlIn(QWidget* part);

} // namespace threadscape
