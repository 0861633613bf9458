#include "window/presentation.h"

#include "plots/legend_strip.h"
#include "text/experiment_words.h"
#include "text/setting_words.h"
#include "text/texts.h"
#include "window/style.h"
#include "window/word_lines.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

namespace threadscape {

namespace {

constexpr double kAlone = 48; // px at scale 1 beside the question that stands alone

// What the window's sheet has no sizes for. A handle is round only if its width is twice the radius.
QString presentSheet(const Theme& theme)
{
    const int groove = 2 * qRound(theme.px(2));
    const int handle = 2 * qRound(theme.px(7));
    const int line = qRound(theme.px(2));
    const QString round = QStringLiteral("width: %1px; height: %1px; margin: -%2px 0; border-radius: %3px;");
    return styleSheetOf(theme) +
           QStringLiteral("#presentation { background: %1; }"
                          "#presentBlank { background: black; }"
                          "#presentTopic, #presentSetup, #presentHint { color: %2; }"
                          "QLabel[failed=\"true\"] { color: %3; }")
               .arg(theme.plot.name(), theme.secondary.name(), theme.error.name()) +
           QStringLiteral("QSlider { min-height: %1px; }"
                          "QSlider::groove:horizontal, QSlider::sub-page:horizontal "
                          "{ height: %2px; border-radius: %3px; }"
                          "QSlider::handle:horizontal { %4 }"
                          "QSlider::handle:horizontal:focus { border: %5px solid %6; %7 }")
               .arg(handle + 2 * line)
               .arg(groove)
               .arg(groove / 2)
               .arg(round.arg(handle).arg((handle - groove) / 2).arg(handle / 2))
               .arg(line)
               .arg(theme.accent.name(),
                    round.arg(handle - 2 * line).arg((handle - groove) / 2).arg(handle / 2));
}

// By its place on the keyboard, as a clicker presses it, whatever the layout is.
bool isBlankKey(const QKeyEvent& event)
{
    switch (event.nativeScanCode()) { // X11: evdev + 8
    case 56:                          // B
    case 60: return true;             // .
    default: return event.key() == Qt::Key_Period || event.key() == Qt::Key_B;
    }
}

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
    setMinimumSize(320, 240); // a smaller screen makes everything smaller
    compose();
    retranslate();
    buildSliders();
    connectSession();
    connectSetup();
    m_comparison.setPaused(true);
    showRefusal({}); // a rule may be broken already
    showStep();
    if (showsRun()) { // as it is seen in the window
        m_plots->mirror(*m_comparison.plots());
        m_plots->setMeasured(m_comparison.plots()->measured());
        m_plots->select(m_comparison.plots()->selected());
    }
    setGeometry(window->screen()->geometry());
    showFullScreen();
    activateWindow();
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
    alone->addStretch(3); // the middle looks too low

    m_stage = new QWidget(this);
    m_head = new PresentationHead(m_stage);
    m_problem = new ProblemLine(m_stage);
    m_plots = new PlotStack(m_stage);
    m_plots->setScope(PlotStack::Scope::lecture);
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
    connect(&m_session, &Session::told, this, [this] {
        if (showsRun())
            showHead();
        showProblems();
    });
    connect(&m_session, &Session::finished, this, [this] {
        m_steps.runEnded();
        if (showsRun() && !m_plots->held())
            m_plots->fitAll();
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

// All texts that depend on nothing but the language; the others follow with the step.
void Presentation::retranslate()
{
    setWindowTitle(tr("Presentation"));
    m_plots->setAccessibleName(tr("Plots of the run"));
    m_hint->setText(tr("Page Down again stops the run"));
}

void Presentation::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showStep();
    }
}

// Everything is as large as the screen is high.
void Presentation::dress()
{
    m_theme = Theme::light().forPresent(std::min(height(), width() * 3 / 4)); // a narrow one has no room
    setFont(m_theme.font(Theme::Type::body));
    setPalette(paletteOf(m_theme));
    setStyleSheet(presentSheet(m_theme));
    const auto px = [this](double value) { return qRound(m_theme.px(value)); };
    m_topic->setFont(m_theme.font(Theme::Type::answer));
    QFont alone = m_theme.font(Theme::Type::question, true);
    alone.setPixelSize(2 * alone.pixelSize());
    m_question->setFont(alone);
    m_questionPage->layout()->setContentsMargins(px(kAlone), px(32), px(kAlone), px(32));
    m_questionPage->layout()->setSpacing(px(12));
    m_stage->layout()->setContentsMargins(px(24), px(14), px(24), px(10));
    m_stage->layout()->setSpacing(px(4));
    m_sliderRow->layout()->setSpacing(px(40));
    m_problem->findChild<QLabel*>()->setFont(m_theme.font(Theme::Type::answer));
    m_hint->setFont(m_theme.font(Theme::Type::label));
    m_head->setTheme(m_theme);
    m_plots->setTheme(m_theme);
    m_dots->setTheme(m_theme);
    for (LargeSlider* slider : m_sliders)
        slider->setTheme(m_theme);
}

void Presentation::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize() != size())
        dress();
    const int margin = qRound(m_theme.px(24));
    const int top = qRound(m_theme.px(14));
    const QSize dots = m_dots->sizeHint();
    const QSize hint = m_hint->sizeHint();
    const int line = m_head->smallLine();
    m_dots->setGeometry(width() - margin - dots.width(), top + (line - dots.height()) / 2, dots.width(),
                        dots.height());
    m_hint->setGeometry(m_dots->x() - hint.width() - margin / 2, top, hint.width(), line);
    showHead();
    fitSliders();
    m_head->setTaken(width() - margin - m_hint->x() + margin / 2);
    m_blank->setGeometry(rect());
}

void Presentation::buildSliders()
{
    qDeleteAll(m_sliders);
    m_sliders.clear();
    for (const std::string& name : settingsToPresent(m_setup.experiment(), kSliders)) {
        auto* slider = new LargeSlider(m_setup.experiment().setting(name)->spec(), m_sliderRow);
        slider->setTheme(m_theme);
        slider->slider()->installEventFilter(this);
        connect(slider, &LargeSlider::moved, this,
                [this](const std::string& setting, const SettingValue& value) {
                    const auto set = m_setup.set(setting, value);
                    if (!set)
                        showRefusal(inWords(set.error().text, m_setup.experiment()));
                });
        static_cast<QHBoxLayout*>(m_sliderRow->layout())->addWidget(slider, 1);
        m_sliders.push_back(slider);
    }
    m_sliderRow->setVisible(!m_sliders.empty());
}

void Presentation::forward()
{
    using Run = PresentationSteps::Run;
    const Run run = !m_session.running() ? Run::none : m_session.stopping() ? Run::stopping : Run::goingOn;
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
    case PresentationSteps::Act::start: start(); return; // what follows comes with the run
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
    if (m_session.stopping()) { // the last one's threads have not all ended yet
        [[maybe_unused]] const auto queued = m_session.start(m_setup.request());
        return;
    }
    if (m_setup.brokenRule())
        showRefusal(m_refusal); // again, if it was closed
    m_screen.runOrStop();
}

// Going on from the last preset leads to the first; going back from the first leads nowhere.
bool Presentation::choosePreset(int by)
{
    const std::vector<Preset> presets = m_setup.experiment().presets();
    const auto now = std::ranges::find(presets, m_setup.preset(), &Preset::name) - presets.begin();
    const auto count = static_cast<std::ptrdiff_t>(presets.size());
    if (now + by < 0)
        return false;
    m_session.stop(); // it is not what is asked now
    m_steps.presetChosen();
    m_refusal.clear();
    m_setup.applyPreset(presets[static_cast<std::size_t>((now + by) % count)].name);
    return true;
}

void Presentation::showStep()
{
    const bool alone = step() == PresentationStep::question;
    m_pages->setCurrentWidget(alone ? m_questionPage : m_stage);
    m_dots->setStep(step());
    m_hint->setVisible(m_steps.endAsked());
    showHead();
    showPlots();
    showValues();
    showProblems();
    for (QWidget* above : {static_cast<QWidget*>(m_hint), static_cast<QWidget*>(m_dots), m_blank})
        above->raise();
    if (blank() || alone)
        setFocus();
    else if (!m_stage->isAncestorOf(focusWidget()))
        m_plots->setFocus();
}

QString Presentation::topic() const
{
    const std::vector<Preset> presets = m_setup.experiment().presets();
    const auto now = std::ranges::find(presets, m_setup.preset(), &Preset::name);
    return tr("%1 · %2", "an experiment and its preset")
        .arg(inWords(m_setup.experiment().identity().title), inWords(now->label));
}

void Presentation::showHead()
{
    const QString question = inWords(m_setup.experiment().identity().question);
    m_topic->setText(topic());
    m_question->setText(question);
    m_question->setFixedWidth(
        balancedWidth(question, m_question->font(), width() - qRound(2 * m_theme.px(kAlone))));
    switch (step()) {
    case PresentationStep::question: break;
    case PresentationStep::guess: {
        QStringList setup = rulesInWords(m_setup.experiment());
        setup.prepend(setupInWords(m_setup.experiment()));
        setup.removeAll(QString());
        m_head->showGuess(topic(), question, setup.join(QStringLiteral(" · ")));
        break;
    }
    case PresentationStep::run: m_head->showRun(question, inWords(m_session.answer())); break;
    case PresentationStep::answer:
        m_head->showAnswer(question, inWords(m_session.answer()), m_session.outcome() == Outcome::failed);
        break;
    }
}

void Presentation::showPlots()
{
    if (step() == PresentationStep::guess)
        m_plots->setExperiment(m_setup.experiment(), {});
    if (!showsRun())
        return;
    if (m_plots->trace() != m_session.trace())
        m_plots->setRun(m_session.trace(), m_session.experiment(), m_session.plannedSeconds());
    const bool answered = step() == PresentationStep::answer;
    m_plots->setEvidence(answered ? m_screen.evidence().places() : std::vector<EvidencePlace>());
}

void Presentation::showValues()
{
    const auto ran = showsRun() ? m_session.experiment() : nullptr;
    for (LargeSlider* slider : m_sliders) {
        const Setting* own = ran ? ran->setting(slider->name()) : nullptr;
        slider->show(m_setup.value(slider->name()),
                     own != nullptr ? std::optional(own->current()) : std::nullopt);
    }
    fitSliders();
}

// As large as there is room for, and all alike.
void Presentation::fitSliders()
{
    if (m_sliders.empty())
        return;
    const auto count = static_cast<int>(m_sliders.size());
    const QMargins beside = m_stage->layout()->contentsMargins();
    const int between = m_sliderRow->layout()->spacing();
    const int each = (width() - beside.left() - beside.right() - (count - 1) * between) / count;
    const bool fit = std::ranges::all_of(m_sliders, [each](const LargeSlider* slider) {
        return slider->widthNeeded(Theme::Type::title) <= each;
    });
    for (LargeSlider* slider : m_sliders)
        slider->setType(fit ? Theme::Type::title : Theme::Type::label);
}

void Presentation::showProblems()
{
    const bool told = showsRun() && !m_lossesRead;
    m_problem->set(ProblemLine::About::recording,
                   told ? StatusLine::lossesInWords(*m_session.trace()) : QString());
}

// A broken rule between settings stands there until it is kept again.
void Presentation::showRefusal(const QString& sentence)
{
    m_refusal = sentence;
    const auto broken = m_setup.brokenRule();
    m_problem->set(ProblemLine::About::run, broken ? inWords(broken->text, m_setup.experiment()) : m_refusal);
}

QString Presentation::words() const
{
    return step() == PresentationStep::question ? m_question->text() : m_head->large();
}

void Presentation::setBlank(bool blank)
{
    m_blank->setVisible(blank);
    showStep();
}

bool Presentation::act(const QKeyEvent& event)
{
    if (blank()) {
        if (!event.isAutoRepeat())
            setBlank(false);
        return true;
    }
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const bool again = event.isAutoRepeat(); // a key that is held down takes one step
    switch (event.key()) {
    case Qt::Key_PageDown:
        if (!again)
            forward();
        return true;
    case Qt::Key_PageUp:
        if (!again)
            back();
        return true;
    case Qt::Key_Space:
        if (qobject_cast<const LegendStrip*>(focusWidget()) != nullptr)
            return false; // it isolates a state
        if (!again)
            m_screen.runOrStop();
        return true;
    case Qt::Key_Escape:
    case Qt::Key_F11: close(); return true;
    default: break;
    }
    if (!isBlankKey(event))
        return false;
    if (!again)
        setBlank(true);
    return true;
}

// Before the plots and the sliders, which have uses of their own for some of the keys.
bool Presentation::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && act(*static_cast<QKeyEvent*>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void Presentation::keyPressEvent(QKeyEvent* event)
{
    if (!act(*event))
        QWidget::keyPressEvent(event);
}

void Presentation::mousePressEvent(QMouseEvent* event)
{
    if (blank())
        setBlank(false);
    QWidget::mousePressEvent(event);
}

void Presentation::closeEvent(QCloseEvent* event)
{
    m_comparison.setPaused(false);
    parentWidget()->activateWindow();
    event->accept();
}

} // namespace threadscape
