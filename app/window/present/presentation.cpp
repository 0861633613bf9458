#include "window/present/presentation.h"

#include "plots/stack/legend_strip.h"
#include "text/language_change.h"

#include <QHBoxLayout>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

namespace threadscape {

namespace {

PresentationStep firstStep(const Session& session, const RunScreen& screen, Presentation::From from)
{
    if (!screen.showsRun())
        return PresentationStep::question;
    if (session.running())
        return PresentationStep::run;
    return from == Presentation::From::window ? PresentationStep::answer : PresentationStep::question;
}

} // namespace

Presentation::Presentation(const Parts& parts, From from, QWidget* window)
    : QWidget(window, Qt::Window),
      m_session(parts.session),
      m_setup(parts.setup),
      m_screen(parts.screen),
      m_comparison(parts.comparison),
      m_steps(firstStep(m_session, m_screen, from)),
      m_theme(Theme::light())
{
    setObjectName(QStringLiteral("presentation"));
    setAttribute(Qt::WA_StyledBackground);
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 240); // on a smaller screen everything is smaller
    compose();
    buildSliders();
    connectSession();
    connectSetup();
    m_comparison.setPaused(true);
    showRefusal({}); // a rule may be broken already
    onLanguageChange(this, [this] {
        retranslate();
        showStep();
    });
    setGeometry(window->screen()->geometry());
    showFullScreen();
    activateWindow();
}

// Plots do not outlive their view.
Presentation::~Presentation()
{
    delete m_plots;
}

void Presentation::compose()
{
    m_questionPage = new QWidget(this);
    m_topic = new QLabel(m_questionPage);
    m_topic->setObjectName(QStringLiteral("presentTopic"));
    m_question = new QLabel(m_questionPage);
    m_question->setObjectName(QStringLiteral("presentQuestion"));
    for (QLabel* label : {m_topic, m_question}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto* alone = new QVBoxLayout(m_questionPage);
    alone->addStretch(2);
    alone->addWidget(m_topic);
    alone->addWidget(m_question, 0, Qt::AlignHCenter);
    alone->addStretch(3); // the exact middle looks too low

    m_stage = new QWidget(this);
    m_head = new PresentationHead(m_stage);
    m_problem = new ProblemLine(m_stage);
    m_plots = new PlotStack(m_guess, ViewModel::Place::own, m_stage);
    m_plots->setScope(StackScope::lecture);
    m_plots->setFocusShown(false);
    m_sliderRow = new QWidget(m_stage);
    auto* row = new QHBoxLayout(m_sliderRow);
    row->setContentsMargins(0, 0, 0, 0);
    auto* column = new QVBoxLayout(m_stage);
    column->addWidget(m_head);
    column->addWidget(m_problem);
    column->addWidget(m_plots, 1);
    column->addWidget(m_sliderRow);

    m_pages = new QStackedLayout(this);
    m_pages->addWidget(m_questionPage);
    m_pages->addWidget(m_stage);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("presentHint"));
    m_dots = new StepDots(this);
    m_blank = new QWidget(this);
    m_blank->setObjectName(QStringLiteral("presentBlank"));
    m_blank->setAttribute(Qt::WA_StyledBackground);
    m_blank->setCursor(Qt::BlankCursor);
    m_blank->hide();
    m_plots->installEventFilter(this);
    m_plots->findChild<LegendStrip*>()->installEventFilter(this);
}

void Presentation::connectSession()
{
    connect(&m_session, &Session::started, this, [this] {
        m_steps.runStarted();
        m_lossesRead = false;
        showStep();
    });
    connect(&m_session, &Session::frame, this, [this] {
        if (showsRun())
            m_plots->refresh();
    });
    connect(&m_session, &Session::resultChanged, this, [this] {
        if (showsRun())
            showHead();
        showProblems();
    });
    connect(&m_session, &Session::finished, this, [this] {
        m_steps.runEnded();
        if (showsRun() && !m_comparison.view().held())
            m_comparison.view().fitAll();
        showStep();
    });
    connect(&m_screen.evidence(), &EvidenceSearch::found, this, &Presentation::showPlots);
    connect(&m_screen, &RunScreen::refused, this, &Presentation::showRefusal);
    connect(m_problem, &ProblemLine::closed, this, [this](ProblemLine::About about) {
        m_lossesRead = m_lossesRead || about == ProblemLine::About::recording;
    });
}

void Presentation::connectSetup()
{
    connect(&m_setup, &Setup::chosen, this, [this] {
        m_steps.presetChosen();
        buildSliders();
        showStep();
    });
    connect(&m_setup, &Setup::changed, this, [this] {
        if (step() == PresentationStep::question || step() == PresentationStep::guess)
            showStep();
        showValues();
        showRefusal(m_refusal);
    });
}

void Presentation::forward()
{
    using enum PresentationSteps::Run;
    const auto run = !m_session.running() ? none : m_session.stopping() ? stopping : goingOn;
    take(m_steps.forward(run));
}

void Presentation::back()
{
    take(m_steps.back());
}

void Presentation::take(PresentationSteps::Act act)
{
    switch (act) {
    case PresentationSteps::Act::nothing: break;
    case PresentationSteps::Act::start: start(); return; // the rest follows with the run's signals
    case PresentationSteps::Act::stop: m_screen.runOrStop(); return;
    case PresentationSteps::Act::nextPreset: choosePreset(1); break;
    case PresentationSteps::Act::previousPreset:
        if (!choosePreset(-1))
            return;
        break;
    }
    showStep();
}

void Presentation::start()
{
    if (m_session.stopping()) { // the previous run's threads have not all ended yet
        [[maybe_unused]] const auto queued = m_session.start(m_setup.request());
        return;
    }
    if (m_setup.brokenRule())
        showRefusal(m_refusal); // again, if it was closed
    m_screen.runOrStop();
}

// Wraps from the last preset to the first, but not back.
bool Presentation::choosePreset(int by)
{
    const std::vector<Preset> presets = m_setup.experiment().presets();
    const auto now = std::ranges::find(presets, m_setup.preset(), &Preset::name) - presets.begin();
    const auto count = static_cast<std::ptrdiff_t>(presets.size());
    if (now + by < 0)
        return false;
    m_session.stop(); // it does not belong to the new preset
    m_steps.presetChosen();
    m_refusal = nullptr;
    m_setup.applyPreset(presets[static_cast<std::size_t>((now + by) % count)].name);
    return true;
}

} // namespace threadscape
