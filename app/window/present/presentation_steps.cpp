#include "window/present/presentation_steps.h"

namespace threadscape {

void PresentationSteps::goTo(PresentationStep step)
{
    m_at = step;
    m_endAsked = false;
}

PresentationSteps::Act PresentationSteps::forward(Run run)
{
    switch (m_at) {
    case PresentationStep::question: goTo(PresentationStep::guess); return Act::nothing;
    case PresentationStep::guess:
        if (run != Run::goingOn)
            return Act::start;
        goTo(PresentationStep::run);
        return Act::nothing;
    case PresentationStep::run:
        if (run == Run::none) {
            goTo(PresentationStep::answer);
            return Act::nothing;
        }
        if (m_endAsked)
            return Act::stop;
        m_endAsked = true;
        return Act::nothing;
    case PresentationStep::answer: break;
    }
    return Act::nextPreset;
}

PresentationSteps::Act PresentationSteps::back()
{
    switch (m_at) {
    case PresentationStep::question: return Act::previousPreset;
    case PresentationStep::guess: goTo(PresentationStep::question); break;
    case PresentationStep::run: goTo(PresentationStep::guess); break;
    case PresentationStep::answer: goTo(PresentationStep::run); break;
    }
    return Act::nothing;
}

void PresentationSteps::runStarted()
{
    goTo(PresentationStep::run);
}

void PresentationSteps::runEnded()
{
    if (m_at == PresentationStep::run)
        goTo(PresentationStep::answer);
}

void PresentationSteps::presetChosen()
{
    goTo(PresentationStep::question);
}

} // namespace threadscape
