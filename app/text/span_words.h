#pragma once

#include "record/catalogue.h"
#include "view/lanes/hit.h"

#include <QString>

namespace threadscape {

/// Details of a selected span: "Withdrawer 7 waited 412 ms for Account, held by Depositor 1, passed on by Depositor 1;
/// withdraw –24; from 1.204 s to 1.616 s". Threads: any.
QString spanDetails(const Catalogue& catalogue, const LaneHit& hit);

} // namespace threadscape
