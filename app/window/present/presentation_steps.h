#pragma once

#include <cstdint>

namespace threadscape {

/// The steps of a preset.
enum class PresentationStep : std::uint8_t {
    question, ///< alone
    guess,    ///< with what will run, and the empty picture
    run,      ///< the plots and the answer are updated
    answer,   ///< the result, with its evidence outlined
};
inline constexpr int kPresentationSteps = 4;

/// State machine of a presentation: question, guess, run, answer, and the next preset's question.
/// Threads: a value type.
class PresentationSteps {
public:
    /// What the caller has to do for a step.
    enum class Act : std::uint8_t { nothing, start, stop, nextPreset, previousPreset };
    /// State of the session.
    enum class Run : std::uint8_t { none, goingOn, stopping };

    explicit PresentationSteps(PresentationStep at = PresentationStep::question) : m_at(at) {}

    PresentationStep at() const { return m_at; }
    /// A step forward was requested during a run: one more stops it.
    bool endAsked() const { return m_endAsked; }

    /// One step forward. Only runStarted() enters the run step, since a start may be refused; an active run is waited
    /// for, and stopped by a second request.
    Act forward(Run run);
    /// One step back. Neither stops nor discards a run.
    Act back();
    /// A run was started, by any control.
    void runStarted();
    /// A run has ended, by itself or stopped: if it was shown, its answer follows.
    void runEnded();
    /// Another preset or experiment was chosen.
    void presetChosen();

private:
    void goTo(PresentationStep step);

    PresentationStep m_at;
    bool m_endAsked = false;
};

} // namespace threadscape
