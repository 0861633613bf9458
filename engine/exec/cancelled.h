#pragma once

#include "base/text_error.h"

#include <stdexcept>

namespace threadscape {

/// Thrown by the future of a cancelled task, and in a cancelled task of an event loop by its co_await: there will be no result.
class Cancelled : public TextError<std::runtime_error> {
public:
    using TextError::TextError;
};

} // namespace threadscape
