#include "window/present/presentation_steps.h"

#include <QTest>

namespace threadscape {

namespace {

using Act = PresentationSteps::Act;
using Run = PresentationSteps::Run;
using Step = PresentationStep;

} // namespace

/// What each key means at each step.
class PresentationStepsTest final : public QObject {
    Q_OBJECT

private slots:
    void throughOnePreset()
    {
        PresentationSteps steps;
        QVERIFY(steps.at() == Step::question);
        QVERIFY(steps.forward(Run::none) == Act::nothing);
        QVERIFY(steps.at() == Step::guess);
        QVERIFY(steps.forward(Run::none) == Act::start);
        QVERIFY(steps.at() == Step::guess); // it may be refused
        steps.runStarted();
        QVERIFY(steps.at() == Step::run);
        steps.runEnded();
        QVERIFY(steps.at() == Step::answer);
        QVERIFY(steps.forward(Run::none) == Act::nextPreset);
        QVERIFY(steps.at() == Step::answer); // until it is chosen
        steps.presetChosen();
        QVERIFY(steps.at() == Step::question);
    }

    void aRunIsStoppedOnlyWhenAskedTwice()
    {
        PresentationSteps steps(Step::run);
        QVERIFY(!steps.endAsked());
        QVERIFY(steps.forward(Run::goingOn) == Act::nothing);
        QVERIFY(steps.at() == Step::run);
        QVERIFY(steps.endAsked());
        QVERIFY(steps.forward(Run::goingOn) == Act::stop);
        QVERIFY(steps.forward(Run::stopping) == Act::stop);
        QVERIFY(steps.at() == Step::run); // the answer is not known yet
        steps.runEnded();
        QVERIFY(steps.at() == Step::answer);
        QVERIFY(!steps.endAsked());
    }

    void whatWasAskedIsForgottenOnTheWayBack()
    {
        PresentationSteps steps(Step::run);
        QVERIFY(steps.forward(Run::goingOn) == Act::nothing);
        QVERIFY(steps.back() == Act::nothing);
        QVERIFY(steps.at() == Step::guess);
        QVERIFY(steps.forward(Run::goingOn) == Act::nothing); // still active
        QVERIFY(steps.at() == Step::run);
        QVERIFY(!steps.endAsked());
    }

    void backwards()
    {
        PresentationSteps steps(Step::answer);
        QVERIFY(steps.back() == Act::nothing);
        QVERIFY(steps.at() == Step::run);
        QVERIFY(steps.forward(Run::none) == Act::nothing); // what was seen is over, and its answer next
        QVERIFY(steps.at() == Step::answer);
        for (const Step step : {Step::run, Step::guess, Step::question}) {
            QVERIFY(steps.back() == Act::nothing);
            QVERIFY(steps.at() == step);
        }
        QVERIFY(steps.back() == Act::previousPreset);
        QVERIFY(steps.at() == Step::question);
    }

    void aRunThatEndsUnseenChangesNothing()
    {
        for (const Step step : {Step::question, Step::guess, Step::answer}) {
            PresentationSteps steps(step);
            steps.runEnded();
            QVERIFY(steps.at() == step);
        }
    }

    void aNewRunWaitsForTheEndOfTheLast()
    {
        PresentationSteps steps(Step::guess);
        QVERIFY(steps.forward(Run::stopping) == Act::start);
        steps.runEnded(); // the last one
        QVERIFY(steps.at() == Step::guess);
        steps.runStarted();
        QVERIFY(steps.at() == Step::run);
    }
};

} // namespace threadscape

QTEST_APPLESS_MAIN(threadscape::PresentationStepsTest)
#include "presentation_steps_test.moc"
