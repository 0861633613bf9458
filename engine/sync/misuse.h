#pragma once

#include "trace/text.h"

#include <stdexcept>

namespace threadscape {

/// A primitive was used against its rules (a stranger releases an RLock): the run fails with this sentence.
class Misuse : public std::logic_error {
public:
    explicit Misuse(Text text) : std::logic_error(text.english()), m_text(std::move(text)) {}
    const Text& text() const noexcept { return m_text; }

private:
    Text m_text;
};

} // namespace threadscape
