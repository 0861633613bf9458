#pragma once

#include "plots/style/theme.h"

#include <QPalette>
#include <QString>

namespace threadscape {

/// The theme's tokens as Qt's palette: for what widgets paint themselves.
QPalette paletteOf(const Theme& theme);

/// The theme's tokens as a style sheet: shapes, margins and type of all controls.
QString styleSheetOf(const Theme& theme);

/// Applies palette and style sheet to the whole application.
void applyTheme(const Theme& theme);

} // namespace threadscape
