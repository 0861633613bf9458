#pragma once

#include "base/text_error.h"

#include <stdexcept>

namespace threadscape {

/// A primitive was used against its rules (an RLock released by another thread): the run fails with this sentence.
class Misuse : public TextError<std::logic_error> {
public:
    using TextError::TextError;
};

} // namespace threadscape
