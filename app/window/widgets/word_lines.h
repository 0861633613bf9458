#pragma once

#include <QFont>
#include <QSize>
#include <QString>

namespace threadscape {

/// The narrowest width in which a text needs no more lines than in `most` px: lines of about equal length, and no last
/// word alone.
int balancedWidth(const QString& words, const QFont& font, int most);

/// The largest size of `font` in which a text fits into `room`: in one line if possible with at least `least` px, else in
/// several; `least` px if it does not fit at all.
QFont fittedFont(const QString& words, const QFont& font, int least, QSize room);

} // namespace threadscape
