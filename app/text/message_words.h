#pragma once

#include "base/text.h"
#include "view/arrows/messages.h"

namespace threadscape {

/// "Message 7 from MainThread to Process-1 over Pipe: 64 bytes, took 8 µs". Threads: any.
Text messageSentence(const Catalogue& catalogue, const MessageArrow& arrow);

} // namespace threadscape
