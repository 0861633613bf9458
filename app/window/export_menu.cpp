#include "window/export_menu.h"

#include "export/trace_files.h"
#include "lab/settings_file.h"
#include "text/difference_words.h"
#include "text/experiment_words.h"
#include "text/texts.h"

#include <QActionGroup>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPointer>
#include <QThreadPool>

namespace threadscape {

namespace {

constexpr QSize kSlide(1600, 900); // px

/// The pointer says that it takes a moment.
class WaitCursor {
public:
    WaitCursor() { QGuiApplication::setOverrideCursor(Qt::WaitCursor); }
    ~WaitCursor() { QGuiApplication::restoreOverrideCursor(); }
    WaitCursor(const WaitCursor&) = delete;
    WaitCursor& operator=(const WaitCursor&) = delete;
};

} // namespace

ExportMenu::ExportMenu(Session& session, const Setup& setup, QWidget* window)
    : QObject(window), m_session(session), m_setup(setup), m_window(window), m_menu(new QMenu(window))
{
    m_menu->setToolTipsVisible(true);
    QAction* open =
        add(tr("Open…"), tr("Shows a run, or takes settings, that were saved (Ctrl+O)"), &ExportMenu::open);
    open->setShortcut(QKeySequence::Open);
    window->addAction(open);
    m_menu->addSeparator();
    QAction* png =
        addSave(tr("Figure as PNG…"), tr("A picture, also for slides (Ctrl+S)"), &ExportMenu::savePng);
    png->setShortcut(QKeySequence::Save);
    window->addAction(png);
    addSave(tr("Figure as SVG…"), tr("Lines and text that can be edited"), &ExportMenu::saveSvg);
    addSave(tr("Figure as PDF…"), tr("For print"), &ExportMenu::savePdf);
    QAction* copy = addSave(tr("Copy the figure"), tr("As a picture to the clipboard (Ctrl+Shift+C)"),
                            &ExportMenu::copyFigure);
    copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    window->addAction(copy);
    addShapes();
    m_menu->addSeparator();
    addSave(tr("Trace (.tscape)…"), tr("The whole run, to be opened here again"), &ExportMenu::saveRun);
    addSave(tr("Trace as JSON…"),
            tr("The whole run, for Perfetto or speedscope, and to be opened here again"),
            &ExportMenu::saveTrace);
    addSave(tr("Data as CSV…"), tr("Everything that was recorded, as tables in a folder"),
            &ExportMenu::saveTables);
    m_menu->addSeparator();
    QAction* settings = add(tr("Settings…"), tr("What the next run will be, to be opened here again"),
                            &ExportMenu::saveSetup);
    connect(&setup, &Setup::chosen, settings,
            [settings, &setup] { settings->setEnabled(!setup.experiment().recordedElsewhere()); });
    setAvailable(false);
}

QAction* ExportMenu::add(const QString& name, const QString& toolTip, void (ExportMenu::*act)())
{
    QAction* action = m_menu->addAction(name, this, act);
    action->setToolTip(toolTip);
    return action;
}

QAction* ExportMenu::addSave(const QString& name, const QString& toolTip, void (ExportMenu::*save)())
{
    m_saves << add(name, toolTip, save);
    return m_saves.back();
}

void ExportMenu::setAvailable(bool available)
{
    for (QAction* action : m_saves)
        action->setEnabled(available);
}

QString ExportMenu::askFile(const QString& title, const std::string& experiment, const QString& suffix)
{
    const QString name = QString::fromStdString(experiment) + u'.' + suffix;
    return QFileDialog::getSaveFileName(m_window, title, QDir::home().filePath(name),
                                        QStringLiteral("*.") + suffix);
}

void ExportMenu::addShapes()
{
    QMenu* sizes = m_menu->addMenu(tr("Size of the figure"));
    auto* group = new QActionGroup(sizes);
    for (const Shape shape : {Shape::slide, Shape::page, Shape::halfPage}) {
        QAction* action =
            group->addAction(sizes->addAction(QString(), this, [this, shape] { m_shape = shape; }));
        action->setCheckable(true);
        action->setChecked(shape == m_shape);
        m_shapes << action;
    }
    nameShapes();
    connect(sizes, &QMenu::aboutToShow, this, &ExportMenu::nameShapes);
    QMenu* scales = m_menu->addMenu(tr("Sharpness of PNG"));
    auto* scale = new QActionGroup(scales);
    for (int times = 1; times <= 4; ++times) {
        QAction* action = scale->addAction(
            scales->addAction(tr("%1×").arg(times), this, [this, times] { m_pngScale = times; }));
        action->setCheckable(true);
        action->setChecked(times == m_pngScale);
    }
}

// On a page a figure of two runs is higher: in half of its height not even the lanes could be read.
QSize ExportMenu::millimetresOf(Shape shape) const
{
    if (shape == Shape::halfPage)
        return {80, twoRuns() ? 120 : 60};
    return {160, twoRuns() ? 180 : 100};
}

bool ExportMenu::twoRuns() const
{
    return m_pinned && m_session.hasRun() && m_pinned->trace != m_session.trace();
}

void ExportMenu::nameShapes()
{
    const auto measures = [this](Shape shape) {
        const QSize mm = millimetresOf(shape);
        return tr("%1 × %2 mm").arg(mm.width()).arg(mm.height());
    };
    m_shapes[0]->setText(tr("Slide, %1 × %2").arg(kSlide.width()).arg(kSlide.height()));
    m_shapes[1]->setText(tr("Page, %1").arg(measures(Shape::page)));
    m_shapes[2]->setText(tr("Half a page, %1").arg(measures(Shape::halfPage)));
    m_shapes[2]->setToolTip(tr("The lanes alone, or with what else can be read in it"));
}

void ExportMenu::setPinned(std::optional<KeptRun> pinned)
{
    m_pinned = std::move(pinned);
    nameShapes();
}

QSize ExportMenu::sizeOf(Shape shape) const
{
    constexpr double kPxPerMm = 96 / 25.4;
    return shape == Shape::slide ? kSlide : (QSizeF(millimetresOf(shape)) * kPxPerMm).toSize();
}

FigureRequest ExportMenu::figure() const
{
    const auto experiment = m_session.experiment();
    FigureRequest request;
    request.size = sizeOf(m_shape);
    request.pngScale = m_pngScale;
    request.theme = Theme::light();
    request.trace = m_session.trace();
    request.experiment = experiment;
    request.title = inWords(experiment->identity().question);
    request.answer = inWords(m_session.answer());
    const RunResult result = m_session.result();
    request.caption = captionInWords(*experiment, result);
    request.plannedSeconds = m_session.plannedSeconds();
    request.evidence = evidenceOf(result.answer, result.findings);
    if (twoRuns())
        addPinned(request, result);
    return request;
}

void ExportMenu::addPinned(FigureRequest& request, const RunResult& result) const
{
    const QString difference =
        differenceInWords(*request.experiment, settingsOf(m_pinned->result), settingsOf(result));
    request.above = FigureRun{m_pinned->trace, m_pinned->experiment, m_pinned->plannedSeconds,
                              inWords(m_pinned->result.answer),
                              evidenceOf(m_pinned->result.answer, m_pinned->result.findings)};
    request.difference = difference;
    request.words = request.answer;
    request.answer.clear(); // each run has its own, above its plots
    request.caption = tr("%1. Below: %2.", "under a figure of two runs; how the lower one differs")
                          .arg(captionInWords(*m_pinned->experiment, m_pinned->result), difference);
}

void ExportMenu::saveFigure(FigureFormat format, const QString& suffix)
{
    const QString path = askFile(tr("Save the figure"), m_session.experiment()->id(), suffix);
    if (path.isEmpty())
        return;
    FigureRequest request = figure();
    request.path = path;
    request.format = format;
    const WaitCursor wait; // it is painted, which this thread alone can do
    tell(path, writeFigure(request));
}

void ExportMenu::copyFigure()
{
    const WaitCursor wait;
    QGuiApplication::clipboard()->setImage(figureImage(figure()));
    emit saved(tr("The figure is on the clipboard."));
}

void ExportMenu::saveTables()
{
    const QString path =
        QFileDialog::getExistingDirectory(m_window, tr("Save the tables in a folder"), QDir::homePath());
    if (path.isEmpty())
        return;
    inBackground(path, [path, trace = m_session.trace()] { return writeTraceTables(path, *trace); });
}

void ExportMenu::saveTrace()
{
    const QString path = askFile(tr("Save the trace"), m_session.experiment()->id(), QStringLiteral("json"));
    if (path.isEmpty())
        return;
    inBackground(path, [path, recording = m_session.recording()] { return writeTraceFile(path, recording); });
}

void ExportMenu::saveRun()
{
    const QString path = askFile(tr("Save the run"), m_session.experiment()->id(), QStringLiteral("tscape"));
    if (path.isEmpty())
        return;
    inBackground(path,
                 [path, recording = m_session.recording()] { return writeRecordingFile(path, recording); });
}

void ExportMenu::saveSetup()
{
    const QString path =
        askFile(tr("Save the settings"), m_setup.experiment().id(), QStringLiteral("threadscape"));
    if (!path.isEmpty())
        tell(path, saveSettings(m_setup.request(), path.toStdString()));
}

void ExportMenu::open()
{
    const QString path =
        QFileDialog::getOpenFileName(m_window, tr("Open a run, a Chrome trace, or settings"),
                                     QDir::homePath(), QStringLiteral("*.tscape *.threadscape *.json"));
    if (!path.isEmpty())
        emit openAsked(path);
}

// A large trace takes seconds; the window waits for nothing.
void ExportMenu::inBackground(const QString& path, std::function<tl::expected<void, Error>()> write)
{
    emit saved(tr("Saving %1 …").arg(path));
    QThreadPool::globalInstance()->start([menu = QPointer<ExportMenu>(this), path, write = std::move(write)] {
        const auto done = write();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [menu, path, done] {
                if (menu)
                    menu->tell(path, done);
            },
            Qt::QueuedConnection);
    });
}

void ExportMenu::tell(const QString& path, const tl::expected<void, Error>& done)
{
    if (done)
        emit saved(tr("Saved as %1").arg(path));
    else
        emit failed(tr("%1 Choose another place, or make room there.", "after the sentence of what failed")
                        .arg(inWords(done.error().text)));
}

} // namespace threadscape
