#include "window/run/run_screen.h"

#include "text/experiment_words.h"
#include "text/setting_words.h"
#include "text/texts.h"
#include "view/speedup/found_point.h"

namespace threadscape {

RunScreen::RunScreen(Session& session, Setup& setup, const Parts& parts, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_setup(setup),
      m_bar(parts.bar),
      m_headline(parts.headline),
      m_comparison(parts.comparison),
      m_plots(*parts.comparison.plots()),
      m_drawer(parts.drawer),
      m_side(parts.side),
      m_status(parts.status),
      m_exports(parts.exports)
{
    connectSetup();
    connectSession();
    connectComparison();
    connect(&m_headline, &Headline::findingAsked, this, &RunScreen::showFinding);
    connect(&m_evidence, &EvidenceSearch::found, this,
            [this] { m_comparison.setEvidence(m_evidence.places()); });
}

void RunScreen::connectSetup()
{
    connect(&m_setup, &Setup::chosen, this, &RunScreen::showChosen);
    connect(&m_setup, &Setup::changed, this, &RunScreen::showSetup);
    connect(&m_setup, &Setup::settingMoved, this, [this](const std::string& name, const SettingValue& value) {
        if (!m_showsRun || !m_session.running() || !m_setup.experiment().setting(name)->spec().live)
            return;
        const auto changed = m_session.change(name, value);
        showRefusal(changed ? Words() : later(changed.error()));
    });
    connect(&m_setup, &Setup::speedMoved, this, [this](double speed) {
        if (m_showsRun)
            m_session.setSpeed(speed);
    });
    connect(m_bar.speed(), &SpeedControl::moved, &m_setup, &Setup::setSpeed);
}

void RunScreen::connectSession()
{
    connect(&m_bar, &TopBar::runOrStop, this, &RunScreen::runOrStop);
    connect(&m_session, &Session::started, this, &RunScreen::showRun);
    connect(&m_session, &Session::frame, this, [this] {
        if (!m_showsRun)
            return;
        m_comparison.refresh();
        m_status.show(*m_session.run());
    });
    connect(&m_session, &Session::resultChanged, this, &RunScreen::showResult);
    connect(&m_session, &Session::finished, this, &RunScreen::finished);
    connect(&m_session, &Session::refused, this, [this](const Error& error) { showRefusal(later(error)); });
}

void RunScreen::connectComparison()
{
    connect(&m_comparison, &Comparison::hovered, &m_status, &StatusLine::setNote);
    connect(m_bar.compare(), &QToolButton::clicked, this,
            [this] { m_comparison.comparing() ? unpin() : pin(); });
    connect(&m_comparison, &Comparison::pinAsked, this, &RunScreen::pin);
    connect(&m_comparison, &Comparison::unpinAsked, this, &RunScreen::unpin);
    ViewModel& view = m_comparison.view();
    connect(m_bar.hold(), &QToolButton::toggled, &view, &ViewModel::setHeld);
    connect(&view, &ViewModel::changed, this, [this, &view](ViewParts parts) {
        if (parts.has(ViewPart::held))
            m_bar.hold()->setChecked(view.held());
        if (!parts.has(ViewPart::measured))
            return;
        showMeasured();
        if (view.state().measured && !m_drawer.open())
            m_drawer.toggle(Drawer::Page::threads);
    });
}

void RunScreen::setTheme(const Theme& theme)
{
    m_linkColour = theme.accent;
    showResult(); // the links in the answer have the theme's colour
}

void RunScreen::runOrStop()
{
    if (m_session.running()) {
        m_session.stop();
        m_bar.setRunning(true, true);
        return;
    }
    if (m_setup.brokenRule())
        return;
    if (const auto started = m_session.start(m_setup.request()); !started)
        showRefusal(later(started.error()));
}

void RunScreen::showRefusal(const Words& sentence)
{
    m_side.settings().showError(sentence);
    emit refused(sentence);
}

QString RunScreen::wordsOf(const Error& error) const
{
    return inWords(error.text, m_setup.experiment());
}

Words RunScreen::later(const Error& error) const
{
    return [this, error] { return wordsOf(error); };
}

// Retranslates the texts that were passed to the parts. They retranslate their own.
void RunScreen::retranslate()
{
    if (!m_setup.hasExperiment())
        return;
    m_headline.setExperiment(m_setup.experiment());
    showBlocked();
    m_status.setNote({});
    if (m_showsRun)
        m_status.show(*m_session.run());
    else
        m_status.showReady();
    showResult();
}

// Another experiment: an active run is not of it.
void RunScreen::showChosen()
{
    m_session.stop();
    if (sessionFits()) {
        showWhole();
        return;
    }
    m_evidence.forget();
    m_drawer.setRun(nullptr);
    showNoRun();
}

// The session's run is finished and is of the chosen experiment.
bool RunScreen::sessionFits() const
{
    return m_session.run() && !m_session.running() &&
           m_session.run()->experiment().id() == m_setup.experiment().id() && !m_comparison.sessionIsPinned();
}

void RunScreen::showSetup()
{
    showBlocked();
    m_bar.speed()->setSpeed(m_setup.speed());
    if (m_showsRun)
        return;
    showQuestion();
    m_comparison.showNext();
}

// The question of the shown run, or of the next one.
void RunScreen::showQuestion()
{
    if (m_showsRun)
        m_headline.setExperiment(m_session.run()->experiment(), m_session.run()->question());
    else
        m_headline.setExperiment(m_setup.experiment());
}

void RunScreen::showBlocked()
{
    const auto broken = m_setup.brokenRule();
    m_bar.setBlocked(broken ? wordsOf(*broken) : QString());
    m_bar.speed()->setEnabled(m_setup.canRun());
}

void RunScreen::showNext()
{
    showNoRun();
    showSetup();
}

void RunScreen::showNoRun()
{
    m_showsRun = false;
    m_bar.hold()->setEnabled(false);
    showQuestion();
    clearAnswer();
    m_side.hideFindings();
    m_status.clearRun();
    m_bar.setRunning(m_session.running(), m_session.stopping());
    showPin();
}

void RunScreen::showRun()
{
    m_showsRun = true;
    m_evidence.forget();
    m_comparison.showRun();
    m_drawer.setRun(m_session.run());
    m_bar.hold()->setEnabled(m_session.running());
    m_bar.setRunning(m_session.running(), m_session.stopping());
    m_status.clearRun();
    m_status.show(*m_session.run());
    showPin();
    showQuestion();
    clearAnswer();
    showRefusal({});                                  // about an earlier attempt
    m_side.showFindings(m_session.run()->findings()); // not the previous run's until the first of this one
}

void RunScreen::clearAnswer()
{
    m_headline.setAnswer({}, false, {});
    m_headline.setOmissions({});
    m_headline.setFailed(false);
}

// Shows a finished run.
void RunScreen::showWhole()
{
    showRun();
    showResult();
    finished();
}

void RunScreen::showResult()
{
    if (!m_showsRun)
        return;
    showQuestion();
    m_headline.setAnswer(m_session.run()->answer(), !m_session.running(), m_linkColour);
    m_headline.setOmissions(omissionsInWords(*m_session.run()));
    m_headline.setFailed(m_session.run()->outcome() == Outcome::failed);
    m_side.showFindings(m_session.run()->findings());
    showWarnings();
    m_comparison.showDifference();
    m_drawer.refresh();
}

// Those of another program's trace stand below its answer.
void RunScreen::showWarnings()
{
    m_status.setWarnings(m_session.run()->request() ? m_session.run()->warnings() : std::vector<Text>());
}

void RunScreen::finished()
{
    m_bar.setRunning(m_session.running(), m_session.stopping());
    if (!m_showsRun)
        return;
    m_bar.hold()->setEnabled(m_comparison.view().held()); // to unfreeze it
    m_comparison.showEnd();
    m_drawer.refresh();
    m_evidence.start(m_session.run()->answer(), m_session.run()->findings(), m_plots.evidenceFinder());
    m_plots.setEvidencePoint(evidencePoint(m_session.run()->answer(), m_session.run()->findings()));
    showPin();
    m_status.show(*m_session.run());
    showWarnings();
}

void RunScreen::pin()
{
    m_comparison.pin();
    showNext();
    m_plots.setFocus();
}

void RunScreen::unpin()
{
    m_comparison.unpin();
    if (!m_showsRun && sessionFits())
        showWhole();
    showMeasured(); // the tables may have shown the removed run
    showPin();
}

// Updates the button and the exports.
void RunScreen::showPin()
{
    const bool comparing = m_comparison.comparing();
    m_bar.compare()->setEnabled(comparing || (m_showsRun && !m_session.running()));
    m_bar.compare()->setChecked(comparing);
    m_headline.setTight(comparing);
    m_exports.setPinned(m_comparison.pinned());
    m_exports.setAvailable(!m_session.running() && (m_showsRun || m_comparison.sessionIsPinned()));
}

// The tables show what was measured last, in either of two runs.
void RunScreen::showMeasured()
{
    const auto& measured = m_comparison.view().state().measured;
    const auto pinned = m_comparison.pinned();
    const bool inPinned = pinned && measured && measured->of == pinned->trace().get();
    const auto run = inPinned ? pinned : measured ? m_plots.run().shown : m_comparison.mainRun();
    if (run != m_drawer.run())
        m_drawer.setRun(run, pinned && run == pinned);
    m_drawer.setStretch(m_comparison.view().state().measuredStretch());
}

void RunScreen::showFinding(const QString& name)
{
    if (const auto point = pointOf(m_session.run()->findings(), name.toStdString())) {
        m_plots.openStretch(*point);
        m_plots.setFocus();
        return;
    }
    const auto place = m_evidence.placeOf(m_session.run()->findings(), name);
    if (!place) {
        m_status.setNote(tr("The picture does not show where that number comes from."));
        return;
    }
    m_comparison.view().showEvidence(*place);
    m_plots.setFocus();
}

} // namespace threadscape
