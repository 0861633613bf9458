#include "window/shell/main_window.h"

#include "text/texts.h"
#include "window/shell/focus.h"
#include "window/shell/shortcuts_help.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QShortcut>
#include <algorithm>

namespace threadscape {

namespace {

// Widgets that handle the space bar themselves.
bool isControl(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QAbstractSlider*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr;
}

// The path of a single dragged file; empty for anything else.
QString draggedFile(const QDropEvent& event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(std::optional<AppStateFile> file, std::optional<Language> language)
    : m_appState(std::move(file), m_setup, m_appearance, *this)
{
    setWindowTitle(QStringLiteral("Threadscape"));
    compose();
    connectParts();
    connectFiles();
    addShortcuts();
    m_appState.restore();
    if (language)
        m_appearance.setLanguage(*language);
    m_plots->setFocus();
    onLanguageChange(this, [this] { retranslate(); });
}

MainWindow::~MainWindow() = default;

void MainWindow::compose()
{
    auto* central = new QWidget(this);
    m_topBar = new TopBar(central);
    m_experiments = new ExperimentList(central);
    QWidget* centre = makeCentre(central);
    m_side = new SidePanel(m_setup, central);
    m_columns = new Columns(m_experiments, centre, m_side, central);
    m_status = new StatusLine(central);
    m_exports = new ExportMenu(m_session, m_setup, m_comparison->view(), this);
    m_screen = std::make_unique<RunScreen>(
        m_session, m_setup,
        RunScreen::Parts{*m_topBar, *m_headline, *m_comparison, *m_drawer, *m_side, *m_status, *m_exports});

    auto* rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_topBar);
    rows->addWidget(m_columns, 1);
    rows->addWidget(m_status);
    setCentralWidget(central);
    setAcceptDrops(true);
    setMinimumSize(800, 560);
    resize(1440, 900);
}

QWidget* MainWindow::makeCentre(QWidget* parent)
{
    auto* centre = new QWidget(parent);
    m_headline = new Headline(centre);
    m_comparison = new Comparison(m_session, m_setup, centre);
    m_plots = m_comparison->plots();
    m_drawer = new Drawer(centre);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_headline);
    column->addWidget(m_comparison, 1);
    column->addWidget(m_drawer);
    return centre;
}

void MainWindow::connectParts()
{
    connect(m_experiments, &ExperimentList::picked, this, [this](const std::string& id) {
        m_columns->closeList();
        if (id != m_setup.experiment().id())
            m_setup.choose(id, m_appState.setupOf(id));
    });
    connect(&m_setup, &Setup::chosen, this, [this] { m_experiments->setCurrent(m_setup.experiment().id()); });
    connect(&m_setup, &Setup::changed, &m_appState, &AppStateStore::scheduleSave);
    connect(&m_appearance, &Appearance::changed, this, [this] {
        m_comparison->setTheme(m_appearance.theme());
        m_drawer->setTheme(m_appearance.theme());
        m_screen->setTheme(m_appearance.theme());
        m_columns->setTheme(m_appearance.theme());
        m_appState.scheduleSave();
    });
    connect(m_headline, &Headline::listAsked, m_columns, &Columns::dropList);
    connect(m_columns, &Columns::compactChanged, this, [this](bool compact) {
        m_topBar->setSettingsButtonShown(compact);
        m_headline->setTitleOpensList(compact);
    });
    connect(m_topBar->settings(), &QToolButton::toggled, m_columns, &Columns::setSettingsOpen);
    connect(m_columns, &Columns::settingsOpenChanged, m_topBar->settings(), &QToolButton::setChecked);
}

void MainWindow::connectFiles()
{
    const auto done = [this](const QString& note) {
        m_status->setFileProblem({});
        m_status->setNote(note);
    };
    const auto failed = [this](const Words& problem) {
        m_status->setNote({});
        m_status->setFileProblem(problem);
    };
    connect(m_exports, &ExportMenu::saved, this, done);
    connect(m_exports, &ExportMenu::failed, this, failed);
    connect(m_exports, &ExportMenu::openAsked, this, &MainWindow::openFile);
    connect(&m_appState, &AppStateStore::troubled, m_status, &StatusLine::setAppStateProblem);
    connect(&m_files, &FileOpener::reading, this,
            [done](const QString& path) { done(tr("Opening %1 …").arg(path)); });
    connect(&m_files, &FileOpener::failed, this,
            [failed](const Error& error) { failed([text = error.text] { return inWords(text); }); });
    connect(&m_files, &FileOpener::settingsOpened, this,
            [this](const RunRequest& request, const QString& path) {
                showSettings(request);
                m_status->setNote(tr("Opened %1").arg(path));
            });
    connect(&m_files, &FileOpener::runOpened, this, [this](const OpenedRun& opened, const QString& path) {
        showOpened(opened);
        m_status->setNote(tr("Opened %1").arg(path));
    });
}

void MainWindow::addShortcuts()
{
    m_topBar->setMenus(m_exports->menu(), m_appearance.makeMenu(this));
    const auto add = [this](QKeySequence key, auto act) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, act);
    };
    add(QKeySequence::Find, [this] {
        if (m_columns->compact())
            m_columns->dropList(m_headline);
        m_experiments->search()->setFocus();
    });
    add(Qt::CTRL | Qt::Key_Comma, [this] {
        if (m_columns->compact())
            m_topBar->settings()->toggle();
    });
    for (int page = 0; page < Drawer::kPages; ++page)
        add(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page),
            [this, page] { m_drawer->toggle(static_cast<Drawer::Page>(page)); });
    add(Qt::Key_F6, [this] { cycleFocus(1); });
    add(Qt::SHIFT | Qt::Key_F6, [this] { cycleFocus(-1); });
    add(QKeySequence::Quit, [this] { close(); });
    add(Qt::Key_F5, [this] { present(Presentation::From::question); });
    add(Qt::Key_F11, [this] { present(Presentation::From::window); });
    connect(m_topBar->present(), &QToolButton::clicked, this,
            [this] { present(Presentation::From::question); });
    add(Qt::Key_F1, [this] { showShortcuts(this, m_plots->gestures()); });
}

// Moves the focus to the next part of the window, or to the previous one.
void MainWindow::cycleFocus(int by)
{
    QList<QWidget*> parts{m_topBar, m_experiments, m_comparison, m_drawer, m_side};
    parts.removeIf([](const QWidget* part) { return !part->isVisible(); });
    const auto at = std::ranges::find_if(
        parts, [](const QWidget* part) { return part->isAncestorOf(QApplication::focusWidget()); });
    const auto size = parts.size();
    const auto from = at != parts.end() ? at - parts.begin() : by > 0 ? size - 1 : 0;
    QWidget* const to = parts[(from + by + size) % size];
    if (to == m_comparison)
        return m_plots->setFocus(Qt::TabFocusReason);
    if (QWidget* first = firstControlIn(to))
        first->setFocus(Qt::TabFocusReason);
}

Presentation* MainWindow::present(Presentation::From from)
{
    if (m_presentation == nullptr)
        m_presentation = new Presentation({m_session, m_setup, *m_screen, *m_comparison}, from, this);
    return m_presentation;
}

void MainWindow::showOpened(const OpenedRun& opened)
{
    if (const auto request = opened.run->request())
        m_setup.take(*request);
    else
        m_setup.takeForeign(opened.run->experiment());
    m_session.show(opened.run);
    if (opened.damage)
        m_status->setFileProblem([damage = *opened.damage] { return inWords(damage); });
}

void MainWindow::showSettings(const RunRequest& request)
{
    m_setup.take(request);
    m_screen->showNext(); // the last run was not with these
}

// After its parts.
void MainWindow::retranslate()
{
    m_appearance.retranslate();
    m_screen->retranslate();
}

bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::ThemeChange)
        m_appearance.systemChanged();
    else if (event->type() == QEvent::ApplicationPaletteChange)
        m_appearance.paletteChanged();
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_presentation != nullptr)
        m_presentation->close();
    m_appState.save();
    m_files.cancel();
    m_session.stop();
    event->accept();
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        if (!isControl(focusWidget()) && !event->isAutoRepeat())
            m_screen->runOrStop();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: m_plots->setFocus(); return; // done with a field
    case Qt::Key_Escape:
        if (m_columns->settingsOpen())
            m_columns->setSettingsOpen(false);
        else
            m_plots->setFocus();
        return;
    case Qt::Key_Question: showShortcuts(this, m_plots->gestures()); return;
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

} // namespace threadscape
