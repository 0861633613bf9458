#pragma once

#include "trace/text.h"

#include <stdexcept>

namespace threadscape {

/// What the future of a cancelled task throws: there is no result, and there will be none.
class Cancelled : public std::runtime_error {
public:
    explicit Cancelled(Text text) : std::runtime_error(text.english()), m_text(std::move(text)) {}
    const Text& text() const noexcept { return m_text; }

private:
    Text m_text;
};

} // namespace threadscape
