#pragma once

#include <QIcon>
#include <QPalette>

namespace threadscape {

/// A line drawing of resources/icons in one colour, that of a role in the application's palette: it follows the theme.
/// `name` is the file's name without ".svg".
QIcon lineIcon(const QString& name, QPalette::ColorRole role = QPalette::ButtonText);

} // namespace threadscape
