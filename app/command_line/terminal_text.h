#pragma once

#include <QString>

namespace threadscape {

/// A text as it may be written to a terminal: pages, files and programs that are told of may hold characters that would steer it,
/// or turn the direction of what follows. Control characters are shown by their pictures ("␛"), and those without one, like
/// marks of direction, by their numbers ("<U+202E>"). Line ends stay.
QString terminalText(const QString& text);
/// The same of a part of a line: line ends are shown too.
QString terminalLine(const QString& text);

} // namespace threadscape
