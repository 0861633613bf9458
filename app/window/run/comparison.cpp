#include "window/run/comparison.h"

#include "measure/speedup_study.h"
#include "plots/stack/legend_strip.h"
#include "text/experiment_words.h"
#include "text/language_change.h"
#include "text/texts.h"
#include "view/speedup/speedup.h"
#include "window/widgets/icons.h"

#include <algorithm>

namespace threadscape {

namespace {

constexpr QSize kLeast(320, 200); // px of the plots

} // namespace

QSize Comparison::minimumSizeHint() const
{
    return kLeast;
}

Comparison::Comparison(const Session& session, const Setup& setup, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_setup(setup),
      m_plots(new PlotStack(m_view, ViewModel::Place::own, this)),
      m_pinnedHeader(new RunHeader(this)),
      m_lowerHeader(new RunHeader(this))
{
    onLanguageChange(m_plots, [this] { m_plots->setAccessibleName(tr("Plots of the run")); });
    m_pinnedHeader->setObjectName(QStringLiteral("pinnedHeader"));
    m_lowerHeader->setObjectName(QStringLiteral("lowerHeader"));
    QToolButton* close = m_pinnedHeader->button();
    close->setIcon(lineIcon(QStringLiteral("close")));
    QToolButton* pin = m_lowerHeader->button();
    pin->setIcon(lineIcon(QStringLiteral("pin")));
    pin->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(close, &QToolButton::clicked, this, &Comparison::unpinAsked);
    connect(pin, &QToolButton::clicked, this, &Comparison::pinAsked);
    for (RunHeader* header : {m_pinnedHeader, m_lowerHeader}) {
        connect(header, &RunHeader::dismissed, this, &Comparison::unpinAsked);
        header->hide();
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connectPlots(m_plots);
    // Data that arrived while the view was frozen affects the layout once it is unfrozen, and open cores need more space.
    // Queued: then the plots are drawn.
    connect(
        &m_view, &ViewModel::changed, this,
        [this](ViewParts parts) {
            if (parts.has(ViewPart::held | ViewPart::cores))
                share();
        },
        Qt::QueuedConnection);
    onLanguageChange(this, [this] { retranslate(); });
}

// Plots do not outlive their view.
Comparison::~Comparison()
{
    delete m_pinnedPlots;
    delete m_plots;
}

void Comparison::retranslate()
{
    QToolButton* close = m_pinnedHeader->button();
    close->setToolTip(tr("Unpins the run (Ctrl+D)"));
    close->setAccessibleName(tr("Unpin the run"));
    QToolButton* pin = m_lowerHeader->button();
    pin->setText(tr("Pin this run"));
    pin->setToolTip(tr("Pins this run instead: the next is compared with it"));
    pin->setAccessibleName(tr("Pin this run instead"));
    if (m_pinned)
        showPinnedWords();
    if (!m_setup.hasExperiment())
        return;
    if (!m_showsRun)
        m_plots->setEmptySentence(nextInWords());
    showDifference();
    arrange();
    share(); // margins depend on their texts
}

// The sentence of the empty picture.
QString Comparison::nextInWords() const
{
    return m_setup.canRun() ? emptySentence(m_setup.experiment()) : tr("Open another trace to see it here");
}

void Comparison::showPinnedWords()
{
    const QString name = m_pinned->request() ? tr("Pinned") : inWords(m_pinned->question());
    m_pinnedHeader->setWords(name, inWords(m_pinned->answer()),
                             (captionInWords(*m_pinned) + u' ' + omissionsInWords(*m_pinned)).trimmed());
}

void Comparison::connectPlots(PlotStack* plots)
{
    connect(plots, &PlotStack::hovered, this, &Comparison::hovered);
}

bool Comparison::comparing() const
{
    return m_pinned && m_setup.hasExperiment() && m_pinned->experiment().id() == m_setup.experiment().id();
}

bool Comparison::sessionIsPinned() const
{
    return comparing() && m_session.run() == m_pinned;
}

std::shared_ptr<const Run> Comparison::mainRun() const
{
    return m_plots->run().shown || !comparing() ? m_plots->run().shown : m_pinned;
}

void Comparison::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_plots->setTheme(theme);
    if (m_pinnedPlots != nullptr)
        m_pinnedPlots->setTheme(theme);
    arrange();
    share();
}

void Comparison::makePinnedPlots()
{
    if (m_pinnedPlots != nullptr)
        return;
    m_pinnedPlots = new PlotStack(m_view, ViewModel::Place::beside, this);
    m_pinnedPlots->setObjectName(QStringLiteral("pinnedPlots"));
    onLanguageChange(m_pinnedPlots,
                     [plots = m_pinnedPlots] { plots->setAccessibleName(tr("Plots of the pinned run")); });
    m_pinnedPlots->setTheme(m_theme);
    connectPlots(m_pinnedPlots);
    // In order from top to bottom.
    QWidget* const order[] = {
        m_pinnedHeader->button(), m_pinnedPlots, m_pinnedPlots->findChild<LegendStrip*>(),
        m_lowerHeader->button(),  m_plots,       m_plots->findChild<LegendStrip*>()};
    for (std::size_t i = 1; i < std::size(order); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void Comparison::pin()
{
    m_pinned = m_session.run();
    const std::optional<SpeedupStudy> study = m_pinned->experiment().study();
    m_pinnedStudy = study ? std::make_shared<const SpeedupStudy>(*study) : nullptr;
    if (showsSpeedup(m_pinned->experiment().plots()))
        delete std::exchange(m_pinnedPlots, nullptr); // an older pin's
    else
        showPinned();
    showPinnedWords();
}

void Comparison::showPinned()
{
    makePinnedPlots();
    m_pinnedPlots->setShared(std::nullopt); // an older pin's
    m_pinnedPlots->setRun(m_pinned);
    m_pinnedPlots->setEvidence(m_plots->run().evidence);
}

void Comparison::unpin()
{
    // Selections in it are cleared with it.
    const std::shared_ptr<const Trace> trace = m_pinned->trace();
    if (m_view.state().measured && m_view.state().measured->of == trace.get())
        m_view.measure(std::nullopt);
    if (m_view.state().selectedIn(trace.get()) != nullptr)
        m_view.select(std::nullopt);
    m_pinned.reset();
    placeBeside();
    m_pinnedStudy.reset();
    compose();
    if (m_pinnedPlots != nullptr && m_pinnedPlots->isAncestorOf(focusWidget()))
        m_plots->setFocus();
    delete std::exchange(m_pinnedPlots, nullptr); // its run's threads have ended: this does not block
    m_view.fitAll();
}

void Comparison::showNext()
{
    m_showsRun = false;
    m_plots->setExperiment(m_setup.experiment(), nextInWords(), m_setup.canRun());
    begin(m_setup.experiment(), standsAbove()); // a zoom is kept while settings change
    compose();
}

void Comparison::showRun()
{
    m_showsRun = true;
    m_settings = settingsOf(m_session.run()->result());
    m_plots->setRun(m_session.run());
    begin(m_session.run()->experiment(), false);
    compose();
}

void Comparison::begin(const Experiment& experiment, bool keepWindow)
{
    placeBeside();
    m_view.begin(std::ranges::any_of(experiment.plots(), &PlotSpec::cores), keepWindow);
}

// Which parts are shown, and where.
void Comparison::compose()
{
    const bool both = comparing();
    m_pinnedHeader->setVisible(both);
    m_lowerHeader->setVisible(both);
    if (m_pinnedPlots != nullptr)
        m_pinnedPlots->setVisible(standsAbove());
    if (!standsAbove())
        m_plots->setShared(std::nullopt);
    m_plots->setPinnedStudy(both ? m_pinnedStudy : nullptr);
    showDifference();
    arrange();
    share();
}

// The axis holds both runs while both are shown.
void Comparison::placeBeside()
{
    const bool seen = standsAbove() && !m_paused;
    m_view.setTime(ViewModel::Place::beside, seen ? std::optional(m_pinnedPlots->run().time()) : std::nullopt,
                   seen ? m_pinnedPlots->trace().get() : nullptr);
}

void Comparison::refresh()
{
    if (m_plots->refresh())
        share();
}

void Comparison::setPaused(bool paused)
{
    m_paused = paused;
    for (PlotStack* plots : {m_plots, m_pinnedPlots})
        if (plots != nullptr)
            plots->setPaused(paused);
    placeBeside();
    share();
}

void Comparison::showEnd()
{
    m_plots->refresh();
    share();
    m_settings = settingsOf(m_session.run()->result());
    showDifference();
    if (!m_view.held())
        m_view.fitAll();
}

RunSettings Comparison::lowerSettings() const
{
    if (!m_showsRun) {
        const RunSettings::Values values = valuesOf(m_setup.experiment());
        const RunRequest request = m_setup.request();
        return {m_setup.preset(), values, values, request.seed, m_setup.speed()};
    }
    RunSettings settings = m_settings;
    if (m_session.running()) {
        settings.atEnd = valuesOf(m_session.run()->experiment());
        settings.speed = m_setup.speed();
    }
    return settings;
}

void Comparison::showDifference()
{
    if (!comparing())
        return;
    m_lowerHeader->setWords(m_showsRun ? tr("This run") : tr("Next run"),
                            differenceInWords(*m_pinned, lowerSettings()));
    m_lowerHeader->button()->setVisible(m_showsRun && !m_session.running());
}

// Each shows at least what the other needs: so scales and layout are equal.
void Comparison::share()
{
    if (!standsAbove())
        return;
    const StackNeeds both = united(m_pinnedPlots->needs(), m_plots->needs());
    m_pinnedPlots->setShared(both);
    m_plots->setShared(both);
}

void Comparison::arrange()
{
    const QSize least(kLeast.width(), standsAbove() ? kLeast.height() / 2 : kLeast.height());
    m_plots->setMinimumSize(least);
    if (!comparing()) {
        m_plots->setGeometry(rect());
        return;
    }
    const int header = std::max(m_pinnedHeader->sizeHint().height(), m_lowerHeader->sizeHint().height());
    const int gap = qRound(m_theme.px(4));
    if (!standsAbove()) {
        m_pinnedHeader->setGeometry(0, 0, width(), header);
        m_lowerHeader->setGeometry(0, header, width(), header);
        m_plots->setGeometry(0, 2 * header + gap, width(), height() - 2 * header - gap);
        return;
    }
    // Equal heights to the pixel: the same plots fit into both.
    const int half = (height() - 2 * header - 3 * gap) / 2;
    m_pinnedPlots->setMinimumSize(least);
    m_pinnedHeader->setGeometry(0, 0, width(), header);
    m_pinnedPlots->setGeometry(0, header + gap, width(), half);
    m_lowerHeader->setGeometry(0, header + 2 * gap + half, width(), header);
    m_plots->setGeometry(0, 2 * header + 3 * gap + half, width(), half);
}

void Comparison::setEvidence(std::vector<EvidencePlace> places)
{
    PlotStack* shown = sessionIsPinned() && standsAbove() ? m_pinnedPlots : m_plots;
    shown->setEvidence(std::move(places));
}

void Comparison::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
    share();
}

} // namespace threadscape
