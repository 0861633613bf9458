#pragma once

#include "base/text_error.h"

#include <stdexcept>

namespace threadscape {

/// What the future of a cancelled task throws, and what a cancelled task of an event loop throws at what it awaits: there is no
/// result, and there will be none.
class Cancelled : public TextError<std::runtime_error> {
public:
    using TextError::TextError;
};

} // namespace threadscape
