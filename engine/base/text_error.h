#pragma once

#include "base/text.h"

#include <utility>

namespace threadscape {

/// A standard exception with a translatable sentence as its reason; what() is its English.
template <typename Base>
class TextError : public Base {
public:
    explicit TextError(Text text) : Base(text.english()), m_text(std::move(text)) {}
    const Text& text() const noexcept { return m_text; }

private:
    Text m_text;
};

} // namespace threadscape
