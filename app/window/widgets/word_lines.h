#pragma once

#include <QFont>
#include <QSize>
#include <QString>

namespace threadscape {

/// The narrowest width in which words take no more lines than in `most` px: lines of about one length, and no last word
/// alone.
int balancedWidth(const QString& words, const QFont& font, int most);

/// `font` as large as its words fit into `room`: in one line if that is possible with `least` px or more, else in several;
/// with `least` px if not even then.
QFont fittedFont(const QString& words, const QFont& font, int least, QSize room);

} // namespace threadscape
