#pragma once

#include "plots/style/theme.h"
#include "record/catalogue.h"

#include <vector>

namespace threadscape {

/// Of the lock at `index` in the catalogue, the colour of its bar.
std::vector<QColor> lockColors(const Theme& theme, const Catalogue& catalogue);

} // namespace threadscape
