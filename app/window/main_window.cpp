#include "window/main_window.h"

#include "lab/registry.h"
#include "lab/settings_file.h"
#include "text/experiment_words.h"
#include "text/texts.h"
#include "window/shortcuts_help.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace threadscape {

namespace {

constexpr int kCompactBelow = 1200; // px at scale 1
constexpr int kWideFrom = 1400;
constexpr const char* kFirstExperiment = "bank";

// What has a use of its own for the space bar.
bool isControl(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QAbstractSlider*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr;
}

// The one file that is dragged; empty for anything else.
QString draggedFile(const QDropEvent& event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(std::optional<MemoryFile> file) : m_file(std::move(file))
{
    setWindowTitle(QStringLiteral("Threadscape"));
    compose();
    connectSetup();
    connectSession();
    connectPlots();
    addShortcuts();
    connect(&m_appearance, &Appearance::changed, this, [this] {
        m_comparison->setTheme(m_appearance.theme());
        m_drawer->setTheme(m_appearance.theme());
        told(); // the links in the answer have the theme's colour
        arrange();
        m_rememberSoon.start();
    });
    m_rememberSoon.setSingleShot(true);
    m_rememberSoon.setInterval(500);
    connect(&m_rememberSoon, &QTimer::timeout, this, &MainWindow::remember);
    recall();
}

MainWindow::~MainWindow()
{
    // The parts below go after this; none must hear of the run's end.
    m_session.disconnect(this);
}

void MainWindow::compose()
{
    auto* central = new QWidget(this);
    m_topBar = new TopBar(central);
    m_body = new QWidget(central);
    m_experiments = new ExperimentList(m_body);
    m_experiments->setObjectName(QStringLiteral("experiments"));
    m_experiments->setAttribute(Qt::WA_StyledBackground);
    m_popup = new QFrame(this, Qt::Popup);
    m_popup->setObjectName(QStringLiteral("popup"));
    (new QVBoxLayout(m_popup))->setContentsMargins(1, 1, 1, 1);
    QWidget* centre = makeCentre();
    m_side = makeSide();
    m_status = new StatusLine(central);
    m_exports = new ExportMenu(m_session, m_setup, this);

    m_body->installEventFilter(this);
    m_columns = new QHBoxLayout(m_body);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    m_columns->addWidget(m_experiments);
    m_columns->addWidget(centre, 1);
    m_columns->addWidget(m_side);
    auto* rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_topBar);
    rows->addWidget(m_body, 1);
    rows->addWidget(m_status);
    setCentralWidget(central);
    setAcceptDrops(true);
    setMinimumSize(800, 560);
    resize(1440, 900);
}

QWidget* MainWindow::makeCentre()
{
    auto* centre = new QWidget(m_body);
    m_headline = new Headline(centre);
    m_comparison = new Comparison(m_session, m_setup, centre);
    m_plots = m_comparison->plots();
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_headline);
    m_drawer = new Drawer(centre);
    column->addWidget(m_comparison, 1);
    column->addWidget(m_drawer);
    return centre;
}

QWidget* MainWindow::makeSide()
{
    auto* side = new QWidget(m_body);
    side->setObjectName(QStringLiteral("side"));
    side->setAttribute(Qt::WA_StyledBackground);
    auto* scroll = new QScrollArea(side);
    m_settings = new SettingsPanel(m_setup, scroll);
    scroll->setWidget(m_settings);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_findingsBox = new QWidget(side);
    m_findingsBox->setObjectName(QStringLiteral("findings"));
    m_findingsBox->setAttribute(Qt::WA_StyledBackground);
    m_findingsBox->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* heading = new QLabel(tr("Findings"), m_findingsBox);
    heading->setProperty("part", "heading");
    heading->setIndent(0);
    m_findings = new FindingsTable(m_findingsBox);
    auto* box = new QVBoxLayout(m_findingsBox);
    box->setContentsMargins(16, 8, 16, 8);
    box->setSpacing(4);
    box->addWidget(heading);
    box->addWidget(m_findings);

    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(m_findingsBox);
    return side;
}

void MainWindow::connectSetup()
{
    connect(m_experiments, &ExperimentList::picked, this, [this](const std::string& id) {
        m_popup->hide();
        if (id != m_setup.experiment().id())
            m_setup.choose(id, m_memory.setups[id]);
    });
    connect(&m_setup, &Setup::chosen, this, &MainWindow::showChosen);
    connect(&m_setup, &Setup::changed, this, &MainWindow::showSetup);
    connect(&m_setup, &Setup::settingMoved, this, [this](const std::string& name, const SettingValue& value) {
        if (!m_showsRun || !m_session.running() || !m_setup.experiment().setting(name)->spec().live)
            return;
        const auto changed = m_session.change(name, value);
        m_settings->showError(changed ? QString() : inWords(changed.error().text));
    });
    connect(&m_setup, &Setup::speedMoved, this, [this](double speed) {
        if (m_showsRun)
            m_session.setSpeed(speed);
    });
    connect(m_topBar->speed(), &SpeedControl::moved, &m_setup, &Setup::setSpeed);
}

void MainWindow::connectSession()
{
    connect(m_topBar, &TopBar::runOrStop, this, &MainWindow::runOrStop);
    connect(&m_session, &Session::started, this, &MainWindow::showCurrentRun);
    connect(&m_session, &Session::frame, this, [this] {
        if (!m_showsRun)
            return;
        m_comparison->refresh();
        m_status->show(m_session);
    });
    connect(&m_session, &Session::told, this, &MainWindow::told);
    connect(&m_session, &Session::finished, this, &MainWindow::finished);
    connect(&m_session, &Session::refused, this,
            [this](const Error& error) { m_settings->showError(inWords(error.text)); });
    connect(m_exports, &ExportMenu::saved, m_status, &StatusLine::setNote);
    connect(m_exports, &ExportMenu::failed, m_status, &StatusLine::setProblem);
    connect(m_exports, &ExportMenu::openAsked, this, &MainWindow::openFile);
}

void MainWindow::connectPlots()
{
    connect(m_comparison, &Comparison::hovered, m_status, &StatusLine::setNote);
    connect(m_topBar->compare(), &QToolButton::clicked, this,
            [this] { m_comparison->comparing() ? unpin() : pin(); });
    connect(m_comparison, &Comparison::pinAsked, this, &MainWindow::pin);
    connect(m_comparison, &Comparison::unpinAsked, this, &MainWindow::unpin);
    connect(m_topBar->hold(), &QToolButton::toggled, m_plots, &PlotStack::setHeld);
    connect(m_plots, &PlotStack::heldChanged, m_topBar->hold(), &QToolButton::setChecked);
    connect(m_comparison, &Comparison::measuredIn, this, [this](PlotStack* plots) {
        showMeasured(*plots);
        if (plots->measured() && !m_drawer->open())
            m_drawer->toggle(Drawer::Page::threads);
    });
    for (int page = 0; page < Drawer::kPages; ++page)
        connect(new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page)), this),
                &QShortcut::activated, this,
                [this, page] { m_drawer->toggle(static_cast<Drawer::Page>(page)); });
}

void MainWindow::showFinding(const QString& name)
{
    const auto place = m_evidence.placeOf(m_session.findings(), name);
    if (!place) {
        m_status->setNote(tr("The picture does not show where that number comes from."));
        return;
    }
    m_plots->showEvidence(*place);
    m_plots->setFocus();
}

void MainWindow::addShortcuts()
{
    m_topBar->setMenus(m_exports->menu(), m_appearance.makeMenu(this));
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        if (m_compact)
            openList(m_headline);
        m_experiments->search()->setFocus();
    });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma), this), &QShortcut::activated, this, [this] {
        if (m_compact)
            m_topBar->settings()->toggle();
    });
    connect(new QShortcut(QKeySequence::Quit, this), &QShortcut::activated, this, &QWidget::close);
    connect(new QShortcut(QKeySequence(Qt::Key_F1), this), &QShortcut::activated, this,
            [this] { showShortcuts(this); });
    connect(m_topBar->settings(), &QToolButton::toggled, this, &MainWindow::arrange);
    connect(m_headline, &Headline::listAsked, this, &MainWindow::openList);
    connect(m_headline, &Headline::findingAsked, this, &MainWindow::showFinding);
    connect(&m_evidence, &EvidenceSearch::found, this,
            [this] { m_comparison->setEvidence(m_evidence.places()); });
}

void MainWindow::runOrStop()
{
    if (m_session.running()) {
        m_session.stop();
        m_topBar->setRunning(true, true);
        return;
    }
    if (m_setup.brokenRule())
        return;
    if (const auto started = m_session.start(m_setup.request()); !started)
        m_settings->showError(inWords(started.error().text));
}

void MainWindow::pin()
{
    m_comparison->pin();
    showNoRun();
    showSetup();
    m_plots->setFocus();
}

void MainWindow::unpin()
{
    m_comparison->unpin();
    if (!m_showsRun && sessionFits()) {
        showCurrentRun();
        told();
        finished();
    }
    showMeasured(*m_plots); // the tables may have told of the run that went
    showPin();
}

// The button and the exports know of the pin.
void MainWindow::showPin()
{
    const bool comparing = m_comparison->comparing();
    m_topBar->compare()->setEnabled(comparing || (m_showsRun && !m_session.running()));
    m_topBar->compare()->setChecked(comparing);
    m_headline->setTight(comparing);
    m_exports->setPinned(m_comparison->pinned());
    m_exports->setAvailable(!m_session.running() && (m_showsRun || m_comparison->sessionIsPinned()));
}

// The tables tell of what was measured last, in either of two runs.
void MainWindow::showMeasured(PlotStack& plots)
{
    const auto trace = plots.measured() ? plots.trace() : m_comparison->mainTrace();
    if (trace != m_drawer->trace()) {
        const auto pinned = m_comparison->pinned();
        const bool isPinned = pinned && pinned->trace == trace;
        m_drawer->setTrace(trace, isPinned ? pinned->experiment : m_session.experiment(),
                           isPinned ? tr("Pinned run") : QString());
    }
    m_drawer->setStretch(plots.measured());
}

// The session's run is over and can be shown as one of the chosen experiment.
bool MainWindow::sessionFits() const
{
    return m_session.hasRun() && !m_session.running() &&
           m_session.experiment()->id() == m_setup.experiment().id() && !m_comparison->sessionIsPinned();
}

// Another experiment: the run that goes on, if any, is not it.
void MainWindow::showChosen()
{
    const Experiment& experiment = m_setup.experiment();
    m_experiments->setCurrent(experiment.id());
    m_headline->setExperiment(experiment);
    m_session.stop();
    if (sessionFits()) {
        showCurrentRun();
        told();
        finished();
        return;
    }
    m_evidence.forget();
    m_drawer->setTrace(nullptr);
    showNoRun();
}

// The picture is the next run's, which is empty.
void MainWindow::showNoRun()
{
    m_showsRun = false;
    m_topBar->hold()->setEnabled(false);
    m_headline->setAnswer({}, false, {});
    m_findings->show({});
    m_findingsBox->hide();
    m_status->clearRun();
    m_topBar->setRunning(m_session.running(), m_session.stopping());
    showPin();
}

void MainWindow::showSetup()
{
    const auto broken = m_setup.brokenRule();
    m_topBar->setBlocked(broken ? inWords(broken->text) : QString());
    m_topBar->speed()->setSpeed(m_setup.speed());
    if (!m_showsRun)
        m_comparison->showNext();
    m_rememberSoon.start();
}

void MainWindow::showCurrentRun()
{
    m_showsRun = true;
    m_evidence.forget();
    m_comparison->showRun();
    m_drawer->setTrace(m_session.trace(), m_session.experiment());
    m_topBar->hold()->setEnabled(m_session.running());
    m_topBar->setRunning(m_session.running(), m_session.stopping());
    m_status->clearRun();
    m_status->show(m_session);
    showPin();
    m_headline->setAnswer({}, false, {});
    m_findings->show(m_session.findings()); // not the last run's until the first of this one are told
    m_findingsBox->show();
}

void MainWindow::told()
{
    if (!m_showsRun)
        return;
    m_headline->setAnswer(m_session.answer(), !m_session.running(), m_appearance.theme().accent);
    m_findings->show(m_session.findings());
    m_comparison->tellDifference();
    m_drawer->refresh();
}

void MainWindow::finished()
{
    m_topBar->setRunning(m_session.running(), m_session.stopping());
    if (!m_showsRun)
        return;
    m_topBar->hold()->setEnabled(m_plots->held()); // to let it go
    m_comparison->showEnd();
    m_drawer->refresh();
    m_evidence.start(m_session.answer(), m_session.findings(), m_plots->evidenceFinder());
    showPin();
    m_status->show(m_session);
    if (m_session.outcome() == Outcome::failed)
        m_status->setProblem(inWords(m_session.result().failure));
}

void MainWindow::showRun(const RunRequest& request, std::shared_ptr<Runner> runner, Scheme scheme)
{
    m_appearance.set(scheme, 0);
    m_setup.take(request);
    m_session.adopt(std::move(runner));
}

void MainWindow::showOpened(const OpenedRun& opened)
{
    m_setup.take(opened.request);
    m_session.adopt(opened.runner);
    if (opened.damage)
        m_status->setProblem(inWords(*opened.damage));
}

void MainWindow::showSettings(const RunRequest& request)
{
    m_setup.take(request);
    showNoRun(); // whatever ran before, it was not with these
    showSetup();
}

void MainWindow::openFile(const QString& path)
{
    if (isSettingsFile(path.toStdString())) {
        if (const auto settings = openSettings(path.toStdString())) {
            showSettings(*settings);
            m_status->setNote(tr("Opened %1").arg(path));
        } else {
            m_status->setProblem(inWords(settings.error().text));
        }
        return;
    }
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const auto opened = openRun(path.toStdString());
    QApplication::restoreOverrideCursor();
    if (!opened) {
        m_status->setProblem(inWords(opened.error().text));
        return;
    }
    showOpened(*opened);
    m_status->setNote(tr("Opened %1").arg(path));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    remember();
    m_session.stop();
    event->accept();
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        if (!isControl(focusWidget()) && !event->isAutoRepeat())
            runOrStop();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: m_plots->setFocus(); return; // done with a field
    case Qt::Key_Escape:
        m_topBar->settings()->setChecked(false);
        m_plots->setFocus();
        return;
    case Qt::Key_Question: showShortcuts(this); return;
    default: QMainWindow::keyPressEvent(event);
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!draggedFile(*event).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    if (const QString path = draggedFile(*event); !path.isEmpty()) {
        event->acceptProposedAction();
        openFile(path);
    }
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_body && event->type() == QEvent::Resize)
        arrange();
    return QMainWindow::eventFilter(watched, event);
}

// The parts' places for the window's width: with little of it, the list drops down and the settings are a drawer.
void MainWindow::arrange()
{
    const Theme& theme = m_appearance.theme();
    setCompact(width() < theme.px(kCompactBelow));
    const bool wide = width() >= theme.px(kWideFrom);
    m_experiments->setFixedWidth(static_cast<int>(theme.px(m_compact ? 256 : wide ? 208 : 176)));
    const int sideWidth = static_cast<int>(theme.px(wide || m_compact ? 320 : 272));
    m_side->setFixedWidth(sideWidth);
    m_findingsBox->setMaximumHeight(m_body->height() * 2 / 5);
    if (!m_compact) {
        m_side->show();
        return;
    }
    m_side->setVisible(m_topBar->settings()->isChecked());
    m_side->setGeometry(m_body->width() - sideWidth, 0, sideWidth, m_body->height());
    m_side->raise();
}

void MainWindow::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    m_topBar->setSettingsButtonShown(compact);
    m_headline->setTitleOpensList(compact);
    if (compact) {
        m_columns->removeWidget(m_side);
        m_popup->layout()->addWidget(m_experiments);
        m_experiments->show();
    } else {
        m_popup->hide();
        m_columns->insertWidget(0, m_experiments);
        m_columns->addWidget(m_side);
        m_experiments->show();
    }
}

void MainWindow::openList(QWidget* below)
{
    m_popup->setFixedSize(m_experiments->width() + 2,
                          std::min(m_body->height(), m_experiments->wholeHeight()));
    m_popup->move(below->mapToGlobal(QPoint(0, below->height() + 4)));
    m_popup->show();
    m_experiments->search()->setFocus();
}

void MainWindow::recall()
{
    if (m_file)
        m_memory = m_file->load();
    m_appearance.set(m_memory.scheme, m_memory.typeStep);
    if (!m_memory.geometry.isEmpty())
        restoreGeometry(m_memory.geometry);
    m_setup.choose(m_memory.experiment, m_memory.setups[m_memory.experiment]);
    if (!m_setup.hasExperiment())
        m_setup.choose(kFirstExperiment);
    m_plots->setFocus();
    if (m_file && !m_file->setAside().isEmpty())
        m_status->setProblem(
            tr("The file of your settings was damaged; it was put aside as %1.").arg(m_file->setAside()));
}

void MainWindow::remember()
{
    m_memory.experiment = m_setup.experiment().id();
    m_memory.setups[m_memory.experiment] = m_setup.saved();
    m_memory.scheme = m_appearance.scheme();
    m_memory.typeStep = m_appearance.typeStep();
    m_memory.geometry = saveGeometry();
    if (m_file && !m_file->save(m_memory))
        m_status->setNote(tr("Your settings could not be kept: the file cannot be written."));
}

} // namespace threadscape
