#pragma once

#include "plots/style/theme.h"
#include "record/catalogue.h"

#include <vector>

namespace threadscape {

/// Bar colour of each lock, by its index in the catalogue.
std::vector<QColor> lockColors(const Theme& theme, const Catalogue& catalogue);

} // namespace threadscape
