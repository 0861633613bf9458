#pragma once

#include "base/text.h"

#include <tl/expected.hpp>

namespace threadscape {

/// Whether the system gives what Qt needs for windows and pictures: some files and threads. Without them Qt or its libraries would
/// abort, or wait for ever for threads that never start. Error: the sentence of what is missing. Threads: any.
tl::expected<void, Error> checkRoomToPaint();

} // namespace threadscape
