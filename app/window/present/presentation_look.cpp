#include "window/present/presentation.h"

#include "text/experiment_words.h"
#include "text/setting_words.h"
#include "text/texts.h"
#include "window/shell/style.h"
#include "window/widgets/word_lines.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <algorithm>

namespace threadscape {

namespace {

constexpr double kAlone = 48; // px at scale 1 beside the question on its own page

// Sizes that are not in the window's style sheet. A handle is round only if its width is twice the radius.
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

} // namespace

// All texts that depend only on the language; the others are set with the step.
void Presentation::retranslate()
{
    setWindowTitle(tr("Presentation"));
    m_plots->setAccessibleName(tr("Plots of the run"));
    m_hint->setText(tr("Page Down again stops the run"));
}

// All sizes scale with the screen's height.
void Presentation::dress()
{
    m_theme = Theme::light().forPresent(std::min(height(), width() * 3 / 4)); // limited by a narrow width
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
                        showRefusal(m_screen.later(set.error()));
                });
        static_cast<QHBoxLayout*>(m_sliderRow->layout())->addWidget(slider, 1);
        m_sliders.push_back(slider);
    }
    m_sliderRow->setVisible(!m_sliders.empty());
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
    // That of the next run, or of the one that is shown.
    const bool ofRun = step() == PresentationStep::run || step() == PresentationStep::answer;
    const QString question = inWords(ofRun ? m_session.run()->question() : m_setup.experiment().question());
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
    case PresentationStep::run: m_head->showRun(question, inWords(m_session.run()->answer())); break;
    case PresentationStep::answer:
        m_head->showAnswer(question, inWords(m_session.run()->answer()),
                           m_session.run()->outcome() == Outcome::failed);
        break;
    }
}

void Presentation::showPlots()
{
    if (step() == PresentationStep::guess) {
        m_plots->setView(m_guess);
        m_plots->setExperiment(m_setup.experiment(), {}, m_setup.canRun());
        m_guess.begin(m_comparison.view().state().coresOpen);
    }
    if (!showsRun())
        return;
    if (m_plots->run().shown != m_session.run()) {
        m_plots->setView(m_comparison.view());
        m_plots->setRun(m_session.run());
    }
    const bool answered = step() == PresentationStep::answer;
    m_plots->setEvidence(answered ? m_screen.evidence().places() : std::vector<EvidencePlace>());
    m_plots->setEvidencePoint(answered ? m_comparison.plots()->run().evidencePoint : std::nullopt);
}

void Presentation::showValues()
{
    const Experiment* ran = showsRun() ? &m_session.run()->experiment() : nullptr;
    for (LargeSlider* slider : m_sliders) {
        const Setting* own = ran ? ran->setting(slider->name()) : nullptr;
        slider->show(m_setup.value(slider->name()),
                     own != nullptr ? std::optional(own->current()) : std::nullopt);
    }
    fitSliders();
}

// As large as fits, all of one size.
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
                   told ? StatusLine::lossesInWords(*m_session.run()->trace()) : Words());
}

// A broken rule between settings is shown until it holds again.
void Presentation::showRefusal(const Words& sentence)
{
    m_refusal = sentence;
    m_problem->set(ProblemLine::About::run,
                   m_setup.brokenRule() ? m_screen.later(*m_setup.brokenRule()) : m_refusal);
}

QString Presentation::words() const
{
    return step() == PresentationStep::question ? m_question->text() : m_head->large();
}

} // namespace threadscape
