#pragma once

#include "base/text.h"
#include "view/lanes/hit.h"
#include "view/series/contention.h"
#include "view/series/values.h"

namespace threadscape {

/// "Withdrawer 7 waited 412 ms for Account, held by Depositor 1". Threads: any.
Text hoverSentence(const Catalogue& catalogue, const LaneHit& hit);

/// "4 waited for a lock, 6 on a condition". Empty if no thread waited.
Text hoverSentence(const WaitingPicture::Column& column);

/// "Depositor 1 held Account for 20 ms".
Text hoverSentence(const Catalogue& catalogue, ObjectId lock, const Holder& holder);

/// "Balance 12, written by Depositor 1": the value at `ns`; empty before the first write.
/// Threads: under a Trace::Reader.
Text valueSentence(const Trace& trace, ObjectId variable, std::int64_t ns);

/// An operation as in its box: "deposit +7"; with an ordinal number: "task 7".
Text operationWords(const Catalogue& catalogue, ObjectId text, std::optional<std::int32_t> number,
                    NumberStyle style = NumberStyle::change);

} // namespace threadscape
