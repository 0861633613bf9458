#pragma once

#include "base/text.h"

#include <string>
#include <utility>
#include <vector>

namespace threadscape {

/// An answer to an experiment's question: one sentence, and what it asserts, as predicates beside it.
/// `Answer(Text(TS_TEXT("deposit", "No: %1 were lost."), found(lost))).claiming("something was lost", found[lost] > 0)`
/// The branch that chooses a sentence and its claims are written independently; a test runs every experiment with random
/// settings and stop times and requires that all claims hold. Threads: a value type.
class Answer {
public:
    Answer() = default;
    // A sentence that asserts nothing beyond its numbers. NOLINTNEXTLINE(google-explicit-constructor)
    Answer(Text sentence) : m_sentence(std::move(sentence)) {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    Answer(Template sentence) : m_sentence(sentence) {}

    /// The sentence is true only if this holds. `what`: in plain English, for a test's output.
    Answer&& claiming(const char* what, bool holds) &&
    {
        ++m_claims;
        if (!holds)
            m_broken.emplace_back(what);
        return std::move(*this);
    }

    const Text& sentence() const noexcept { return m_sentence; }
    /// How many claims it makes, and those that do not hold: none, or the sentence is wrong.
    int claims() const noexcept { return m_claims; }
    const std::vector<std::string>& broken() const noexcept { return m_broken; }

private:
    Text m_sentence;
    int m_claims = 0;
    std::vector<std::string> m_broken;
};

} // namespace threadscape
