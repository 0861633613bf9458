#pragma once

#include <cstdint>

namespace threadscape {

/// What is seen of a preset, one after the other.
enum class PresentationStep : std::uint8_t {
    question, ///< alone
    guess,    ///< with what will run, and the empty picture
    run,      ///< the picture grows, the answer with it
    answer,   ///< what came out, and where it is seen
};
inline constexpr int kPresentationSteps = 4;

/// Where a presentation is, and what the next key means: question, guess, run, answer, and the next preset's question.
/// Threads: a value type.
class PresentationSteps {
public:
    /// What somebody has to do so that a step is taken.
    enum class Act : std::uint8_t { nothing, start, stop, nextPreset, previousPreset };
    /// What runs at that time.
    enum class Run : std::uint8_t { none, goingOn, stopping };

    explicit PresentationSteps(PresentationStep at = PresentationStep::question) : m_at(at) {}

    PresentationStep at() const { return m_at; }
    /// A step forward was asked for while a run went on: one more stops it.
    bool endAsked() const { return m_endAsked; }

    /// One step on. Into the run only runStarted() goes, since it may be refused; a run that goes on is waited for, and
    /// stopped when that is asked for twice.
    Act forward(Run run);
    /// One step back. It stops nothing and forgets nothing.
    Act back();
    /// By whomever.
    void runStarted();
    /// By itself or not: if it was looked at, its answer is next.
    void runEnded();
    /// Another preset, or experiment.
    void presetChosen();

private:
    void goTo(PresentationStep step);

    PresentationStep m_at;
    bool m_endAsked = false;
};

} // namespace threadscape
